"""The smallest knowledge base, written by hand, and a table as a programme has it."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO
from pathlib import Path

import xlsxwriter

from tests.exchange import made

FILES = {
    "agreement.yaml": """\
format: 1
language: fi
id: saaren-sopimus
title: Saaren yhteistyösopimus
region: Saari
organisation:
  name: Saaren hyvinvointialue
documents:
  - id: sopimus
    short: sopimus
    name: Yhteistyösopimus
    binding: true
  - id: ohjelma
    short: ohjelma
    name: Yhteistyöohjelma
    binding: false
validity:
  start: 2026-01-01
  end: 2029-12-31
purpose: Sovitaan yhteistyöstä.
""",
    "programme.yaml": """\
id: saaren-ohjelma
title: Saaren yhteistyöohjelma
period_start: 2026
period_end: 2029
binding: false
reports_from: 2026
interfaces:
  - id: a
    letter: A
    title: Hyvinvoinnin edistäminen
    text: Hyvinvoinnin edistäminen on yhteinen tehtävä.
  - id: b
    letter: B
    title: Lasten palvelut
    text: Lasten palvelut sovitaan yhteen.
""",
    "goals.yaml": """\
goals:
  - id: hyvinvoivat-asukkaat
    number: 1
    title: Hyvinvoivat asukkaat
    table_title: Hyvinvoivat asukkaat
    text: Asukkaiden hyvinvointi paranee.
  - id: sujuvat-palvelut
    number: 2
    title: Sujuvat palvelut
    table_title: Sujuvat palvelut
    text: Palvelut sujuvat.
""",
    "parties.yaml": """\
# Kuka on allekirjoittanut.
parties:
  - id: saaren-hyvinvointialue
    type: wellbeing-services-county
    name: Saaren hyvinvointialue
    official_name: Saaren hyvinvointialue
    aliases:
      - hyvinvointialue
  - id: luoto
    type: municipality
    name: Luoto # saaristossa
    official_name: Luodon kunta
  - id: kuopio
    type: municipality
    town: true
    name: Kuopio
    official_name: Kuopion kaupunki
""",
    "actors.yaml": """\
actors:
  - id: kunnat
    type: collective
    name: kunnat
    members:
      - luoto
      - kuopio
  - id: sosiaali-ja-terveysjarjestot
    type: outside
    name: Sosiaali- ja terveysjärjestöt
""",
    "projects.yaml": "projects: []\n",
}

TITLES = (
    "Nro",
    "Yhdyspinta",
    "Tavoite",
    "Toimenpide",
    "Vastuutahot",
    "Yhteistyötahot",
    "Mittari",
    "Määräaika",
)
ROWS: tuple[tuple[object, ...], ...] = (
    *(
        (
            "A1",
            "",
            "Hyvinvoivat asukkaat",
            "Ruoka-avun verkosto",
            "hyvinvointialue ja kunnat",
            "Sosiaali- ja terveysjärjestöt",
            "Verkosto koottu (kyllä/ei)",
            date(2027, 12, 31),
        ),
        (
            "A2",
            "A",
            1,
            "Yhteinen hyvinvointikertomus",
            "Luodon kunta, Kuopion kaupunki",
            "",
            "Kertomus\nkyselyn tulos",
            "",
        ),
        ("B1", "b", "2", "Perhekeskukset", "KUOPIO / luoto", "", "Kävijöiden määrä; palaute", ""),
        ("", "Lasten palvelut", "Sujuvat palvelut", "Kohtaamispaikat", "kunnat", "", "", ""),
        ("", "A", "", "Asunnottomuus", "Vastuu määrittelemättä", "", "", ""),
    ),
    *(
        (
            "",
            "A",
            1,
            f'Toimi {number}: "kokeilu"',
            "kunnat; Saaren hyvinvointialue",
            "",
            f"Mittari {number}",
            "",
        )
        for number in range(6, 13)
    ),
)


def region(folder: Path) -> Path:
    """Write the base into a folder and return it."""
    for name, text in FILES.items():
        (folder / "data").mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(text, "utf-8")
    return folder


def written(folder: Path) -> dict[str, str]:
    """Return every file of the base that is not as it was, by its path below `data`."""
    found = {
        path.relative_to(folder / "data").as_posix(): path.read_text("utf-8")
        for path in (folder / "data").rglob("*")
        if path.is_file()
    }
    return {name: text for name, text in found.items() if FILES.get(name) != text}


def table(path: Path, titles: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
    """Write a table in the format that the name asks for."""
    {".csv": _csv, ".ods": _ods, ".xlsx": _xlsx}[path.suffix](path, (tuple(titles), *rows))
    return path


def _csv(path: Path, rows: Sequence[Sequence[object]]) -> None:
    stream = StringIO(newline="")
    for row in rows:
        csv.writer(stream, delimiter=";").writerow(
            value.strftime("%d.%m.%Y") if isinstance(value, date) else value for value in row
        )
    path.write_bytes(stream.getvalue().encode("cp1252"))


def _xlsx(path: Path, rows: Sequence[Sequence[object]]) -> None:
    book = xlsxwriter.Workbook(path)
    page, look = book.add_worksheet("Ohjelma"), book.add_format({"num_format": "d.m.yyyy"})
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(number, column, value, look)
            else:
                page.write(number, column, value)
    book.close()


def _ods(path: Path, rows: Sequence[Sequence[object]]) -> None:
    path.write_bytes(
        made.ods(
            '<table:table table:name="Ohjelma">'
            + "".join(
                f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows
            )
            + "</table:table>"
        )
    )


def _cell(value: object) -> str:
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
    if isinstance(value, int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    lines = "".join(f"<text:p>{line}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
