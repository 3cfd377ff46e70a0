"""Where the knowledge base, the packaged data and the packaged templates are."""

from importlib.resources import files
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

MARK = Path("data") / "agreement.yaml"


def resource_dir(name: str) -> Path:
    """Return the folder of a packaged resource ("data", "templates").

    An installed wheel carries it inside the package; an editable install (hatchling leaves a
    stale copy otherwise) has it at the top of the checkout.
    """
    packaged = Path(str(files("yhdyspinta_cli"))) / f"_{name}"
    if packaged.is_dir():
        return packaged
    return Path(__file__).parents[3] / name


def _is_there(root: Path) -> bool:
    """True where a folder holds a knowledge base; one whose data may not be read is one, too.

    So is one whose mark is a link that leads nowhere: `validate` tells what is wrong with it.
    """
    try:
        return (root / MARK).is_file() or (root / MARK).is_symlink()
    except OSError:
        return True


def find_root(named: str | None, here: Path, *, packaged: bool) -> tuple[Path, bool]:
    """Return the folder that holds `data/`, and whether that is the packaged copy.

    The folder `named` (``-C``, YP_ROOT), else the nearest parent of `here`. With `packaged` the
    packaged copy is the last resort. Raises UserError (exit 2) naming what was looked for.
    """
    if named:
        root = Path(here, named)
        if not _is_there(root):
            raise UserError(
                _("no knowledge base: {path} is missing").format(path=root / MARK),
                hint=_("-C and YP_ROOT name the folder that holds data/"),
            )
        return root, False
    for folder in (here, *here.parents):
        if _is_there(folder):
            return folder, False
    if packaged:
        data = resource_dir("data")
        if (data / "agreement.yaml").is_file():
            return data, True
    raise UserError(
        _("no knowledge base: {mark} was looked for in {folder} and in every folder above").format(
            mark=MARK.as_posix(), folder=here
        ),
        hint=_("go to the folder that holds data/, or name it with -C"),
    )
