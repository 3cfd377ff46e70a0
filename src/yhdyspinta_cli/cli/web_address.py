"""`--url`: where on the web a folder will be that a command writes."""

from urllib.parse import urlsplit

from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _


def of_folder(url: str | None) -> str:
    """Return the address with a ``/`` at its end, "" for none.

    Raises UserError (exit 2) for what is no address of a folder.
    """
    if url is None:
        return ""
    found = urlsplit(url)
    if found.scheme not in ("http", "https") or not found.netloc or found.query or found.fragment:
        raise UserError(
            _("--url: {url} is no address of a folder on the web").format(url=quoted(url, 200)),
            hint=_("for example https://example.org/yhdyspinta/"),
        )
    return f"{url.rstrip('/')}/"
