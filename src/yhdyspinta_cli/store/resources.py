"""Where the knowledge base, the packaged data and the packaged templates are."""

from pathlib import Path

from yhdyspinta_cli import base_folder
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _

_NAMED = later("-C and YP_ROOT name the folder that holds data/; 'yp init FOLDER' begins one")


def resource_dir(name: str) -> Path:
    """Return the folder of a packaged resource ("data", "templates", "start", "docs").

    An installed wheel carries it inside the package; an editable install (hatchling leaves a
    stale copy otherwise) has it at the top of the checkout.
    """
    from importlib.resources import files

    packaged = Path(str(files("yhdyspinta_cli"))) / f"_{name}"
    if packaged.is_dir():
        return packaged
    return Path(__file__).parents[3] / name


def find_root(named: str | None, here: Path, *, packaged: bool) -> tuple[Path, bool]:
    """Return the folder that holds `data/`, and whether that is the packaged copy.

    The folder `named` (``-C``, YP_ROOT), else the nearest parent of `here` whose `data/` is that
    of a knowledge base. With `packaged` the packaged copy is the last resort. Raises UserError
    (exit 2) naming what was looked for, and what was found where only the agreement is missing.
    """
    if named:
        root = Path(here, named)
        if not base_folder.marks(root):
            raise UserError(
                _("no knowledge base: {path} is missing").format(path=root / base_folder.AGREEMENT),
                hint=_behind(base_folder.passed_by(root), _(_NAMED)),
            )
        return _with_agreement(root), False
    nearest = base_folder.nearest(here)
    if nearest is not None:
        return _with_agreement(nearest), False
    if packaged:
        data = resource_dir("data")
        if (data / "agreement.yaml").is_file():
            return data, True
    raise UserError(
        _("no knowledge base: {mark} was looked for in {folder} and in every folder above").format(
            mark=base_folder.AGREEMENT.as_posix(), folder=here
        ),
        hint=_behind(
            base_folder.passed_by(here, *here.parents),
            _("go to the folder that holds data/, name it with -C, or begin one: 'yp init'"),
        ),
    )


def _behind(seen: str | None, hint: str) -> str:
    return hint if seen is None else f"{seen}; {hint}"


def _with_agreement(root: Path) -> Path:
    """Return the root; raises UserError (exit 2) where its agreement is misnamed or missing.

    Another region's answer in its place would be a false one.
    """
    fault = base_folder.no_agreement(root)
    if fault is not None:
        message, hint = fault
        raise UserError(message, hint=hint)
    return root
