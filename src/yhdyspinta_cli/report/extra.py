"""What stands in an extra of the package, and how to get it."""

import shlex
import sys

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

PACKAGE = "yhdyspinta-cli"


def missing(extra: str, why: str) -> UserError:
    """Return the refusal (exit 3) of a format whose package is not installed.

    The command adds the extra to the yp that runs, from wherever that was installed: pip takes
    the name for the package that is there.
    """
    command = f'{shlex.quote(sys.executable)} -m pip install "{PACKAGE}[{extra}]"'
    hint = _("it is in the extra {extra}: {command}").format(extra=extra, command=command)
    return UserError(why, exit_code=3, hint=hint)
