"""The catalogues that a knowledge base brings for another language: begun, read, spoken.

They stand beside its templates, `templates/locale/LANG/report.po` and `yp.po`: the words of pages,
and those that pages and answers share. What is not translated in them is said in English.
"""

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yhdyspinta_cli import language
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

FOLDER = "templates/locale"
_LARGEST = 4 * 2**20
"""How many bytes a catalogue may have; that of the program has a fourteenth of them."""


def path_of(code: str, domain: str) -> str:
    """Return where the catalogue of a language stands in a knowledge base."""
    return f"{FOLDER}/{code}/{domain}.po"


def codes(root: Path) -> tuple[str, ...]:
    """Return the languages for which the knowledge base in a folder has a catalogue."""
    from yhdyspinta_cli import vocabulary

    try:
        found = [one.name for one in (root / FOLDER).iterdir() if one.is_dir()]
    except OSError:
        return ()
    known = vocabulary.LANGUAGES
    return tuple(sorted(code for code in found if code in known and not language.is_own(code)))


def bring(root: Path, code: str) -> bool:
    """Let a language be spoken that the knowledge base in a folder has a catalogue for.

    False where neither it nor the program has one. Raises UserError (exit 3) for a catalogue that
    cannot be read, and for one with a fault, naming file and line.
    """
    if language.spoken(code) == code:
        return True
    if code not in codes(root):
        return False
    from yhdyspinta_cli.language import brought

    faults: list[str] = []
    catalogues = {}
    for domain in language.DOMAINS:
        path = path_of(code, domain)
        try:
            raw = content(root, path)
        except UserError as error:
            told = f"{path}: {error.message}"
            raise UserError(told, exit_code=error.exit_code, hint=error.hint) from error
        catalogues[domain], found = brought.read(raw or b"", code)
        faults += [f"{path}:{one.line}: {one.message}" for one in found]
    if faults:
        more = len(faults) - 1
        raise UserError(
            faults[0],
            exit_code=3,
            hint=plural(
                "{n} more fault ('yp validate' tells them all)",
                "{n} more faults ('yp validate' tells them all)",
                more,
            )
            if more
            else "",
        )
    language.bring(code, catalogues)
    return True


def bring_all(root: Path) -> None:
    """Let each language be spoken that the knowledge base has a catalogue for; UserError as above.

    For what tells its language itself: a workbook that comes back.
    """
    for code in codes(root):
        bring(root, code)


def content(root: Path, path: str) -> bytes | None:
    """Return the bytes of a catalogue, None where there is none.

    Raises UserError (exit 3), which does not name the path: who tells it names the place.
    """
    file = root / path
    try:
        # A link may lead to anything, and a pipe is waited for without end.
        if any(one.is_symlink() for one in (file, *list(file.parents)[:3])):
            raise UserError(
                _("this is a symbolic link"),
                exit_code=3,
                hint=_("use a plain file"),
            )
        if not file.exists():
            return None
        state = file.stat()
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
            raise UserError(
                _("this is no catalogue: it is no plain file, or too large"),
                exit_code=3,
            )
        return file.read_bytes()
    except OSError as error:
        raise UserError(
            _("this cannot be read: {reason}").format(reason=error.strerror or error),
            exit_code=3,
        ) from error


def refuse_own(code: str) -> None:
    """Raise UserError (exit 2) for what is no language, or one that the program speaks itself."""
    if language.is_own(code):
        raise UserError(_("the program speaks {language}").format(language=language.name(code)))
    refuse_unknown(code)


def refuse_unknown(code: str) -> None:
    """Raise UserError (exit 2) for what is no language."""
    from yhdyspinta_cli import vocabulary

    if code not in vocabulary.LANGUAGES:
        raise UserError(
            _("there is no language {code}").format(code=quoted(code)),
            hint=_("a language is written as in ISO 639-1: fi, nb, es"),
        )


def begun(code: str) -> dict[str, bytes]:
    """Return the catalogues to translate by their paths, every message without a translation.

    A message has beside it what the program's own languages say, for whoever reads one of them.
    """
    import io

    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    from yhdyspinta_cli.language import brought, shipped

    number, expression = brought.plurals(code)
    made: dict[str, bytes] = {}
    for domain in language.DOMAINS:
        told = {own: shipped.catalog(own, domain) for own in language.LANGUAGES if own != "en"}
        catalogue = Catalog(charset="utf-8")
        for forms in shipped.messages(domain):
            key = forms if len(forms) > 1 else forms[0]
            said = [_said(one, key, own) for own, one in told.items()]
            catalogue.add(key, auto_comments=[one for one in said if one])
        written = io.BytesIO()
        write_po(written, catalogue, width=0, sort_output=True, omit_header=True)
        head = _HEAD.format(
            code=code, number=number, plural=expression, name=_name(code), domain=domain
        )
        body = written.getvalue().decode("utf-8")
        if number != 2:
            body = _with_forms(body, number)
        made[path_of(code, domain)] = f"{head}\n{body}".encode()
    return made


_HEAD = """\
# {name}: the words of {domain}. What stays empty is said in English.
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals={number}; plural={plural};\\n"
"""


def _name(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


def _said(catalogue: "Catalog", key: Any, own: str) -> str:
    found = catalogue.get(key)
    text: Any = found.string if found is not None else ""
    return f"{own}: {text if isinstance(text, str) else text[-1]}" if text else ""


def _with_forms(body: str, number: int) -> str:
    """Return the text with as many forms of each plural as the language has."""
    forms = "\n".join(f'msgstr[{place}] ""' for place in range(number))
    return body.replace('msgstr[0] ""\nmsgstr[1] ""', forms)
