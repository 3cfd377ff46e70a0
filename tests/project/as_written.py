"""A folder in which a line of the docs or of help runs as it is written: data, git, tables."""

import shutil
import subprocess
from pathlib import Path

import openpyxl

from tests.conftest import SHIPPED, Result, Yp
from tests.rounds import filling

_PRINTED = ("ID", "TUNNUS")
"""What a line calls the name that the line before it printed."""

_TABLES = {
    "rakenteet.csv": "Rakenne;Jäsenet\nRuoka-avun verkosto;kunnat\n",
    "osapuolet.csv": "Nimi;Tyyppi\nUusikunta;kunta\n",
    "velvoitteet.csv": (
        "Velvoite;Kuka;Kuinka usein;Sitovuus\nTilannekuva;kunnat;vuosittain;sopimus\n"
    ),
}


def prepare(folder: Path) -> None:
    """Make the folder a repository of the shipped data, with the tables that lines name."""
    shutil.copytree(SHIPPED / "data", folder / "data")
    for line in (
        "init -q -b main",
        "config user.name A",
        "config user.email a@b.fi",
        "add -A",
        "commit -qmA",
    ):
        subprocess.run(["git", *line.split()], cwd=folder, check=True)
    book = openpyxl.Workbook()
    book.active.append(["Toimenpide", "Vastuutaho"])
    book.active.append(["Yhteinen taulukko", "kunnat"])
    book.save(folder / "ohjelma.xlsx")
    for name, text in _TABLES.items():
        (folder / name).write_text(text, "utf-8")


def run(yp: Yp, folder: Path, words: list[str], printed: str) -> Result:
    """Run a line, given as its words; `printed` is what the line before it has printed."""
    named = [
        Path(printed.strip()).stem if word in _PRINTED else word
        for written in words[1:]
        for word in (_answers(folder) if written == "vastaukset/*.xlsx" else [written])
    ]
    return yp(*named, cwd=_empty(folder) if words[1] == "init" else folder)


def _empty(folder: Path) -> Path:
    """Return a folder beside it in which a knowledge base can be begun; tables alone are there."""
    beside = folder.with_name(f"{folder.name}-beside")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    for name, text in _TABLES.items():
        (beside / name).write_text(text, "utf-8")
    return beside


def _answers(folder: Path) -> list[str]:
    """Return the answers of a round as they came by mail: of those asked one has answered."""
    kept = folder / "vastaukset" / "kuopio.xlsx"
    kept.parent.mkdir(exist_ok=True)
    filling.fill(
        folder / "kysely" / "kuopio.xlsx", {("words", "unchanged"): {"text": "kyllä"}}, kept
    )
    return [str(kept.relative_to(folder))]
