"""Real examples of commands, below their options in help: constants, so that help loads nothing.

They are of the shipped data, but for those of a base that is only begun.
"""

_EXAMPLES: dict[str, tuple[str, ...]] = {
    "init": (
        "yp init",
        "yp init saari --region Saari --title 'Saaren yhteistyösopimus' --start 2026-01-01 "
        "--parties osapuolet.xlsx",
        "yp init saari --region Saari --title Sopimus --start 1.1.2026 --end 31.12.2029 "
        "--party 'Saaren hyvinvointialue' --party 'Luoto; kunta'",
    ),
}
"""By the words that call the command."""


def of(path: str) -> tuple[str, ...]:
    """Return the examples of the command that is called so: ``yp init``."""
    return _EXAMPLES.get(path.partition(" ")[2], ())
