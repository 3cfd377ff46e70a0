"""What is wrong in the catalogues that a knowledge base brings, as `yp validate` tells it."""

from collections.abc import Iterator
from heapq import nsmallest
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from yhdyspinta_cli import language
from yhdyspinta_cli.checks.faults import catalogues as explained
from yhdyspinta_cli.diagnostic import Diagnostic, Location, UserError, quoted
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
            one = _of_catalogue(root, code, domain)
            found += one.faults
            texts |= one.texts
    found += _of_other_files(root)
    return Catalogues(tuple(found), texts)


def _of_catalogue(root: Path, code: str, domain: str) -> Catalogues:
    from yhdyspinta_cli.language import brought

    path = catalogues.path_of(code, domain)
    try:
        raw = catalogues.content(root, path)
    except UserError as error:
        return Catalogues((_told("form", Location(path), error.message, error.hint),), {})
    if raw is None:
        return Catalogues((), {})
    faults = tuple(
        _told(one.kind, Location(path, one.line), one.message)
        for one in brought.read(raw, code, _known())[1]
    )
    return Catalogues(faults, {path: raw.decode("utf-8-sig", "replace")})


def _known() -> frozenset[str]:
    """Return every message of the program, by its first form."""
    from yhdyspinta_cli.language import shipped

    return frozenset(forms[0] for domain in language.DOMAINS for forms in shipped.messages(domain))


def _of_other_files(root: Path) -> Iterator[Diagnostic]:
    """Yield the files below the catalogues' folder that nothing reads, the first of too many."""
    folder = root / catalogues.FOLDER
    read = {
        catalogues.path_of(code, domain)
        for code in catalogues.codes(root)
        for domain in language.DOMAINS
    }
    files = (one for one in folder.rglob("*") if one.is_symlink() or not one.is_dir())
    for file in nsmallest(_MOST_FILES, files):
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
    code, advice = _explained(kind)
    severity = next(one.severity for one in explained.EXPLANATIONS if one.code == code)
    return Diagnostic(place, code, severity, message, hint or advice)


def _explained(kind: "FaultKind") -> tuple[str, str]:
    """Return the code of a fault, and what to do about it."""
    match kind:
        case "form":
            return "YP824", _("open it in an editor of catalogues, such as Poedit")
        case "translation":
            return "YP825", _("correct the translation, or leave it empty")
        case "ignored":
            return "YP826", _("correct it, or take it away")
        case _:
            assert_never(kind)
