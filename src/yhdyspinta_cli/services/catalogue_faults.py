"""What is wrong in the catalogues that a knowledge base brings, as `yp validate` tells it."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from yhdyspinta_cli import language
from yhdyspinta_cli.diagnostic import Diagnostic, Location, Severity, UserError, quoted
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import catalogues

if TYPE_CHECKING:
    from yhdyspinta_cli.language.brought import FaultKind

_MOST_FILES = 1000


@frozen
class Catalogues:
    """The `faults` of the catalogues, and the `texts` of all that were read, by their paths."""

    faults: tuple[Diagnostic, ...]
    texts: dict[str, str]


def of(root: Path) -> Catalogues:
    """Return what is wrong in the catalogues of the knowledge base in a folder."""
    if not (root / catalogues.FOLDER).is_dir():
        return Catalogues((), {})
    texts: dict[str, str] = {}
    found: list[Diagnostic] = []
    for code in catalogues.codes(root):
        for domain in language.DOMAINS:
            found += _of_catalogue(root, code, domain, texts)
    found += _of_other_files(root)
    return Catalogues(tuple(found), texts)


def _of_catalogue(
    root: Path, code: str, domain: str, texts: dict[str, str]
) -> Iterator[Diagnostic]:
    from yhdyspinta_cli.language import brought

    path = catalogues.path_of(code, domain)
    try:
        raw = catalogues.content(root, path)
    except UserError as error:
        message = error.message.removeprefix(f"{path} ")
        yield _told("form", Location(path), message, error.hint)
        return
    if raw is None:
        return
    texts[path] = raw.decode("utf-8-sig", "replace")
    for one in brought.read(raw, code, _known())[1]:
        yield _told(one.kind, Location(path, one.line), one.message)


def _known() -> frozenset[str]:
    """Return every message of the program, by its first form."""
    from yhdyspinta_cli.language import standing_in

    return frozenset(
        forms[0] for domain in language.DOMAINS for forms in standing_in.messages(domain)
    )


def _of_other_files(root: Path) -> Iterator[Diagnostic]:
    """Yield the files below the catalogues' folder that nothing reads."""
    folder = root / catalogues.FOLDER
    read = {
        catalogues.path_of(code, domain)
        for code in catalogues.codes(root)
        for domain in language.DOMAINS
    }
    files = (one for one in folder.rglob("*") if one.is_symlink() or not one.is_dir())
    for file in sorted(islice(files, _MOST_FILES)):
        path = file.relative_to(root).as_posix()
        if path in read or file.name.startswith("."):
            continue
        code = file.relative_to(folder).parts[0]
        if language.is_own(code):
            message = _("the program speaks {language}").format(language=language.name(code))
        else:
            message = _("nothing reads {name} here").format(name=quoted(file.name))
        paths = " ".join(catalogues.path_of("nb", domain) for domain in language.DOMAINS)
        hint = _("'yp templates copy --catalogue LANGUAGE' begins what is read: {paths}")
        yield _told("ignored", Location(path), message, hint.format(paths=paths))


def _told(kind: "FaultKind", place: Location, message: str, hint: str = "") -> Diagnostic:
    code, severity, advice = _explained(kind)
    return Diagnostic(place, code, severity, message, hint or advice)


def _explained(kind: "FaultKind") -> tuple[str, Severity, str]:
    """Return the code of a fault, how bad it is, and what to do about it."""
    match kind:
        case "form":
            return "YP824", Severity.ERROR, _("open it in an editor of catalogues, such as Poedit")
        case "translation":
            return "YP825", Severity.ERROR, _("correct the translation, or leave it empty")
        case "ignored":
            return "YP826", Severity.WARNING, _("correct it, or take it away")
        case _:
            assert_never(kind)
