"""`--url`: where on the web a folder will be that a command writes."""

import re
from urllib.parse import urlsplit

from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

_NOT_IN_ADDRESS = re.compile(r"""[\s<>"\\^`{|}]""")
"""What no address can hold as it is: RFC 3986, section 2, and appendix C."""


def of_folder(url: str | None) -> str:
    """Return the address with a ``/`` at its end, "" for none.

    Raises UserError (exit 2) for what is no address of a folder.
    """
    if url is None:
        return ""
    found = urlsplit(url)
    is_whole = found.scheme in ("http", "https") and bool(found.netloc)
    if not is_whole or found.query or found.fragment or _NOT_IN_ADDRESS.search(url):
        raise UserError(
            _("--url: {url} is no address of a folder on the web").format(url=quoted(url, 200)),
            hint=_("for example https://example.org/yhdyspinta/"),
        )
    return f"{url.rstrip('/')}/"
