"""Two users write to one folder."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REGION
from tests.store.test_proof_saving import needs_root, run

pytestmark = pytest.mark.proof


@needs_root
def test_proof_two_users_share_a_folder(tmp_path: Path) -> None:
    """A lock file that the first user left and the second cannot write locks both."""
    root = tmp_path / "region"
    shutil.copytree(REGION, root)
    assert run(root).code == 0
    (root / ".yp.lock").touch()
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    (root / ".yp.lock").chmod(0o644)
    for parent in tmp_path.parents:
        if parent.owner() == "root" and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    # What is imported later could not be read by the other user: a first run brings it all in.
    code = (
        "import os, sys, io\n"
        "from yhdyspinta_cli import __main__\n"
        "asked = 'yp status set A1 paused --on 2024-02-06 --by koivula'.split()\n"
        "sys.argv = [*asked, '--dry-run']\n"
        "kept, sys.stdout = sys.stdout, io.StringIO()\n"
        "try:\n    __main__.main()\nexcept SystemExit:\n    pass\n"
        "from yhdyspinta_cli.store import atomic, lock\n"
        "sys.stdout = kept\n"
        "os.setgid(65534)\nos.setuid(65534)\n"
        "sys.argv = asked\n"
        "__main__.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done
    assert (root / done.stdout.strip()).owner() == "nobody"
