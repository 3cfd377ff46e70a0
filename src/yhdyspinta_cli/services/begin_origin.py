"""Where this program was installed from, as pip takes it: what CI installs of a new base."""

import json
from importlib import metadata

_PACKAGE = "yhdyspinta-cli"


def of_program() -> str:
    """Return what `pip install` takes for this very program; empty where that is not known.

    A commit of a repository is known by its address; what came from an index has its version. A
    folder or file of this machine is nowhere else.
    """
    try:
        installed = metadata.distribution(_PACKAGE)
    except metadata.PackageNotFoundError:
        return ""
    written = installed.read_text("direct_url.json")
    if written is None:
        # An index gives none; neither does what was put there without pip.
        by_pip = (installed.read_text("INSTALLER") or "").strip() in ("pip", "uv", "pipx")
        return f"{_PACKAGE}=={installed.version}" if by_pip else ""
    told = json.loads(written)
    commit = told.get("vcs_info", {})
    # A name and a password in the address are somebody's own.
    if "commit_id" not in commit or "@" in told["url"] or told["url"].startswith("file:"):
        return ""
    return f"{commit['vcs']}+{told['url']}@{commit['commit_id']}"
