"""LibreOffice, started once without a screen, does with workbooks what people do with them."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

SOURCE = Path(__file__).parent / "office.bas"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"'
_SCRIPT = 'xmlns:script="http://openoffice.org/2000/script" script:language="StarBasic"'
_XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

Step = tuple[str, ...]
"""``open`` a file, a ``cell`` of it, ``handle`` a sheet, ``save`` it: see office.bas."""


def program() -> str:
    """Return LibreOffice; a proof without it proves nothing."""
    found = shutil.which("soffice")
    assert found, "no soffice here: apt-get install libreoffice-calc (.ci/run does)"
    return found


def run(home: Path, steps: Iterable[Step]) -> None:
    """Do the steps in one start of LibreOffice, which has its own profile in `home`."""
    lines = ["\t".join(word.replace("\n", "\\n") for word in step) for step in steps]
    told = home / "steps"
    told.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    _profile(home / "profile")
    start(home / "profile", f'macro:///Standard.Office.Main("{told}")')
    failed = told.with_name("steps.failed")
    assert not failed.exists(), failed.read_text("utf-8")


def start(profile: Path, *arguments: str) -> None:
    """Run LibreOffice to its end; what it starts ends with it where that takes too long."""
    line = [program(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    with subprocess.Popen([*line, *arguments], env=environment, start_new_session=True) as started:
        try:
            assert started.wait(150) == 0
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, signal.SIGKILL)
            raise


def _profile(profile: Path) -> None:
    """Write a profile whose own library has the module of office.bas."""
    folder = profile / "user" / "basic" / "Standard"
    folder.mkdir(parents=True)
    # Else the first start writes an empty library over it.
    (profile / "user" / "registrymodifications.xcu").write_text(
        f'{_HEAD}<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Setup/Office">'
        '<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>'
        "</oor:items>",
        "utf-8",
    )
    (folder.parent / "script.xlc").write_text(
        f'{_HEAD}<library:libraries {_LIBRARY} {_XLINK}><library:library library:name="Standard" '
        'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>'
        "</library:libraries>",
        "utf-8",
    )
    (folder / "script.xlb").write_text(
        f'{_HEAD}<library:library {_LIBRARY} library:name="Standard" library:readonly="false" '
        'library:passwordprotected="false"><library:element library:name="Office"/>'
        "</library:library>",
        "utf-8",
    )
    (folder / "Office.xba").write_text(
        f'{_HEAD}<script:module {_SCRIPT} script:name="Office">'
        f"{escape(SOURCE.read_text('utf-8'))}</script:module>",
        "utf-8",
    )
