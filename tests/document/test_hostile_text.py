"""Broken and hostile files, one by one: each fault has its code at the line where to look.

The cases follow a list of what bites tools that read YAML from strangers: encodings, invisible
characters, syntax, structure, sizes, ambiguous words.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.conftest import Yp

MEASURE = """\
id: kokeilu
code: B3
interface: b
goal: hyvinvointi
title: Kokeilu
text: Kokeilu kunnissa
responsible:
  - actor: kunnat
    label: kunnat
indicators:
  - id: mittari-b3
    label: Kokeilujen määrä
    type: number
"""
ID, TITLE, TEXT, LABEL, TYPE, NEXT = 1, 5, 6, 9, 13, 14
OTHER = "id: toinen\ncode: B4\ninterface: b\ngoal: hyvinvointi\ntext: Toinen\n"


def at(line: int, new: str | bytes) -> bytes:
    """The measure with one line replaced."""
    lines = MEASURE.encode().split(b"\n")
    lines[line - 1] = new if isinstance(new, bytes) else new.encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def title(value: str | bytes) -> bytes:
    return at(TITLE, b"title: " + (value if isinstance(value, bytes) else value.encode()))


def identity(value: str) -> bytes:
    return at(ID, f"id: {value}")


def more(new: str | bytes) -> bytes:
    return MEASURE.encode() + (new if isinstance(new, bytes) else new.encode())


def due(value: str) -> bytes:
    return more(f"due: {value}\n")


def link(url: str) -> bytes:
    return more(
        f"outside:\n  - fact: Tieto\n    named_source: Lähde\n    day: 2024-01-02\n    url: {url}\n"
    )


@dataclass(frozen=True)
class Broken:
    number: str
    raw: bytes
    codes: str
    line: int
    says: str = ""


B = Broken
ENCODING = (
    B("1", title(b"K\xe9a"), "YP020", TITLE),
    B("2", title(b"a\xc0\xafb"), "YP020", TITLE),
    B("3", title(b"a\xf5b"), "YP020", TITLE),
    B("4", at(TEXT, b"text: a\xe2\x82"), "YP020", TEXT),
    B("5", more(b"# x\xe9"), "YP020", NEXT),
    B("6", at(TEXT, b"text: a # \xff"), "YP020", TEXT),
    B("7", b"\xef\xbb\xbf" + MEASURE.encode(), "YP022", 1, "without BOM"),
    B("8", title("a\ufeffb"), "YP023", TITLE, "U+FEFF"),
    B("9", at(2, "\ufeffcode: B3"), "YP023", 2),
    B("10", b"\xff\xfe" + MEASURE.encode("utf-16-le"), "YP021", 1),
    B("11", b"\xfe\xff" + MEASURE.encode("utf-16-be"), "YP021", 1),
    B("12", MEASURE.encode("utf-16-le"), "YP021", 1),
    B("13", b"\xff\xfe\0\0" + MEASURE.encode("utf-32-le"), "YP021", 1),
    B("14", title(b"a\0b"), "YP023", TITLE, "U+0000"),
    B("15", title(b"a\x1b[31mb"), "YP023", TITLE, "U+001B"),
    B("16", title("a\x9bb"), "YP023", TITLE, "U+009B"),
    B("17", title("a\x7fb"), "YP023", TITLE, "U+007F"),
    B("18", at(TITLE, "title: a\x85text: b"), "YP023", TITLE, "U+0085"),
    B("19", at(TEXT, "text: a\u2029b"), "YP023", TEXT),
    B("20", title("a\ufffeb"), "YP023", TITLE),
)
INVISIBLE = (
    B("21", identity("koke\u202eilu"), "YP023", ID, "U+202E"),
    B("22", at(TEXT, "text: a # \u2066b\u2069"), "YP023", TEXT),
    B("23", identity("koke\u200bilu"), "YP023", ID),
    B("24", at(TITLE, "ti\u00adtle: a"), "YP101 YP023", TITLE, "00AD"),
    B("25", title("a\U000e0041b"), "YP023", TITLE),
    B("26", identity("kokeilu-\u0410"), "YP105", ID),
    B("27", identity("kokeilu-\uff11\uff12"), "YP105", ID),
    B("28", at(ID, "id: |\n  kokeilu"), "YP105", ID),
    B("29", identity('" kokeilu"'), "YP105", ID),
    B("30", more(f"{normalize('NFD', 'määrä')}: 1\n"), "YP101", NEXT),
    B("31", more("määrä: 1\n" + normalize("NFD", "määrä") + ": 2\n"), "YP040", NEXT + 1, "14"),
    B("32", title("\u3164"), "YP106", TITLE),
    B("33", title('"\u00a0"'), "YP106", TITLE),
    B("34", at(TITLE, "title\uff1a a"), "YP034 YP035", TITLE),
)
SYNTAX = (
    B("35", at(LABEL, "\tlabel: kunnat"), "YP025", LABEL),
    B("36", at(TITLE, "title:\ta"), "YP025", TITLE),
    B("37", title("a\t# b"), "YP025", TITLE),
    B("38", title("a\tb"), "YP025", TITLE),
    B("39", title("a text: b"), "YP034", TITLE),
    B("40", at(LABEL, "     label: kunnat"), "YP034", LABEL),
    B("41", at(LABEL, "  label: kunnat"), "YP034", LABEL),
    B("42", at(LABEL, "    label: kunnat\n - actor: koivula"), "YP034", LABEL + 1),
    B("43", at(8, "  -actor\n"), "YP034 YP103", 8),
    B(
        "43b",
        MEASURE.replace(
            "responsible:\n  - actor: kunnat\n    label: kunnat\n", "aliases:\n  -toinen\n"
        ).encode(),
        "YP103",
        8,
        "space",
    ),
    B("44", more("aliases: a\n  - b\n"), "YP103", NEXT, "own line"),
    B("45", more('due: "2024-01-01\n'), "YP034", NEXT),
    B("46", title("'Kokeilu"), "YP034", TITLE),
    B("47", at(TITLE, "title: Kokeilu\naliases: [a, b"), "YP034", TEXT),
    B("48", at(TITLE, "title: Kokeilu\naliases: {a: b"), "YP034", TEXT),
    B("unclosed quote in [ ]", at(TITLE, 'title: a\naliases: ["a, b]'), "YP034", TEXT),
    B("unclosed quote, quotes below", at(TITLE, 'title: "a\naliases: ["a", "b"]'), "YP034", TITLE),
    B("unclosed quote in a list", at(LABEL, '    label: "kunnat'), "YP034", LABEL),
    B("49", title("]"), "YP034", TITLE),
    B("50", more("}\n"), "YP034", NEXT),
    B("51", more('aliases: ["a" "b"]\n'), "YP034", NEXT),
    B("52", title("Kokeilu: osa"), "YP034", TITLE),
    B("53", title("%a"), "YP034", TITLE),
    B("54", title("`a"), "YP034", TITLE),
    B("55", title(",a"), "YP034", TITLE),
    B("56", title("* a"), "YP034", TITLE),
    B("57", title("& a"), "YP034", TITLE),
    B("58", title(r'"a\p"'), "YP034", TITLE),
    B("59", title(r'"a\x4"'), "YP034", TITLE),
    B("60", title(r'"\UFFFFFFFF"'), "YP034", TITLE),
    B("61", title("'a' b"), "YP034", TITLE),
    B("62", at(TITLE, '"title"'), "YP034", TITLE),
    B("63", at(TEXT, "text: |\n    a\n  b"), "YP034", TEXT + 2),
    B("64", at(TEXT, "text: |9\n  a"), "YP034", TEXT),
    B("65", at(TEXT, "text: > a"), "YP034", TEXT),
    B("66", at(TITLE, "<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x"), "YP030", TITLE),
    B("67", at(TITLE, "<<<<<<< a\ntitle: a\n||||||| b\n=======\n>>>>>>> c"), "YP030", TITLE),
    B("68", at(TEXT, "text: |\n  a\n<<<<<<< HEAD\n  b\n=======\n>>>>>>> x"), "YP030", TEXT + 2),
)
BOMB = "&a0 [x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 7)
)
MAP_BOMB = "&a0 {x: y}\n" + "".join(
    f"a{n}: &a{n} {{{', '.join(f'k{i}: *a{n - 1}' for i in range(9))}}}\n" for n in range(1, 10)
)
MERGE_BOMB = "&a0 {x: y}\n" + "".join(
    f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 21)
)
STRUCTURE = (
    B("69", at(TITLE, "title: a\ntitle: b"), "YP040", TITLE + 1, "line 5"),
    B("70", more('"id": kokeilu\n'), "YP040", NEXT, "line 1"),
    B("71", more("outside: [{fact: a, fact: b}]\n"), "YP040", NEXT),
    B("72", more("    type: survey\n"), "YP040", NEXT, "line 13"),
    B("73", more("Title: a\n"), "YP101", NEXT, "title"),
    B("74", title("&x Kokeilu"), "YP041", TITLE),
    B("75", title("*x"), "YP041", TITLE),
    B("76", more("a0: " + BOMB), "YP041", NEXT),
    B("77", more("a0: " + MAP_BOMB), "YP041", NEXT),
    B("78", more("a0: " + MERGE_BOMB), "YP041", NEXT),
    B("79", more("<<: {a: 1}\n"), "YP043", NEXT),
    B("80", more("a: &a {b: *a}\n"), "YP041", NEXT),
    B("81", title("!vault x"), "YP046", TITLE),
    B("82", title("!include /etc/passwd"), "YP046", TITLE),
    B("83", title("!!python/name:os.system"), "YP046", TITLE),
    B("84", b"%TAG ! tag:yaml.org,2002:python/\n---\n" + title("!name:os.system"), "YP033", 1),
    B("85", more("x: !!set {a, b}\n"), "YP046", NEXT),
    B("86", more("x: !!omap [a: 1]\n"), "YP046", NEXT),
    B("87", title('!!int "abc"'), "YP046", TITLE),
    B("88", title("!!str 5"), "YP046", TITLE),
    B("89", title("! x"), "YP046", TITLE),
    B("90", more("1: a\n"), "YP044", NEXT),
    B("91", more("true: a\n"), "YP044", NEXT),
    B("92", more("null: a\n"), "YP044", NEXT),
    B("92b", more(": a\n"), "YP044 YP034", NEXT),
    B("93", more("? {a: 1}\n: b\n"), "YP044", NEXT),
    B("94", more("---\nid: toinen\n"), "YP032", NEXT),
    B("95", more("...\nx: y\n"), "YP032 YP034", NEXT),
    B("96", b"%YAML 1.2\n---\n" + MEASURE.encode(), "YP033", 1),
    B("97", b"%YAML 1.3\n---\n" + MEASURE.encode(), "YP033", 1),
    B("98", b"%FOO bar\n---\n" + MEASURE.encode(), "YP033", 1),
)


def nested(depth: int) -> str:
    """A map of maps; the innermost map stands at this depth."""
    return "".join(f"{' ' * n}k{n}:\n" for n in range(depth)) + " " * depth + "x: y\n"


def long_valid(size: int) -> bytes:
    """The measure with comments up to a size in bytes."""
    raw = MEASURE.encode()
    line = b"# " + b"x" * 97 + b"\n"
    raw += line * ((size - len(raw)) // len(line))
    rest = size - len(raw)
    return raw + (b"#" + b"x" * (rest - 2) + b"\n" if rest >= 2 else b"\n" * rest)


SIZES = (
    B("99", b"\n\n\n", "YP031", 1),
    B("100", b"---\n", "YP031", 1),
    B("101", b"teksti\n", "YP035", 1),
    B("102", b"~\n", "YP035 YP031", 1),
    B("103", b"[a, b]\n", "YP035", 1),
    B("104", more(nested(16)), "YP048", NEXT + 16),
    B("105", nested(1000).encode(), "YP048", 17),
    B("106", b"[" * 100_000 + b"]" * 100_000, "YP048 YP034", 1),
    B("107", b"{" * 3000, "YP048 YP034", 1),
    B("108", b"- " * 1000 + b"x\n", "YP048", 1),
    B("109", b"? " * 3000 + b"x\n", "YP048 YP034", 1),
    B("111", long_valid(1024 * 1024 + 1), "YP011", 1, "1 MiB"),
    B("112", at(TEXT, "text: " + "x" * 64_001), "YP042", TEXT, "64000"),
    B("113", more("x:\n" + "  - 1\n" * 50_001), "YP047", 0, "50000"),
    B("114", more("k" * 1100 + ": 1\n"), "YP034 YP045 YP101", NEXT),
)
AMBIGUOUS = (
    *("no", "yes", "On", "OFF", "y", "N", "Y", "No", "NO", "YES", "FALSE", "True", "NULL", "~"),
    *("12:30", "1:30:00", "010", "08", "00", "0o17", "0x1F", "0X1f", "0b11", "1_000", "1_000.5"),
    *("1_0", "1e3", "1E400", "1.5e3", ".inf", "-.INF", "+.inf", ".nan", ".NaN", ".5", "-.5"),
    *("5.", "1.", "+5", "-0", "+1.5", "1" * 19, "1" * 5000, "<<", "=", "2025-1-1"),
    *("2025-01-01T10:00:00", "2025-01-01 10:00", "2025-01-01 10:00:00.5 +02:00"),
)
VALUES = (
    *(B(f"115-126 {word[:20]}", title(word), "YP050", TITLE) for word in AMBIGUOUS),
    B("key no", more("no: a\n"), "YP050", NEXT),
    B("key y", more("y: a\n"), "YP050", NEXT),
    B("128", due("2025-02-29"), "YP051", NEXT),
    B("129", due("2025-13-01"), "YP051", NEXT),
    B("130", due("2025-1-1"), "YP050", NEXT),
    B("131", due("20250131"), "YP107", NEXT),
    B("132", due('"2025-W05-5"'), "YP107", NEXT),
    B("133", due('"٢٠٢٥-٠١-٣١"'), "YP107", NEXT),
    B("134", due("2025-01-31 10:00:00"), "YP050", NEXT),
    B("134b", due('"2025-01-31T10:00:00"'), "YP107", NEXT),
    B("135", due("0001-01-01"), "YP107", NEXT),
    B("135b", due("9999-12-31"), "YP107", NEXT),
    B("136", title(r'"\x1b[31m"'), "YP023", TITLE),
    B("136b", title(r'"\u009b"'), "YP023", TITLE),
    B("lone surrogate", title(r'"\ud800"'), "YP023 YP034", TITLE),
    B("162", link("javascript:alert(1)"), "YP802", NEXT + 4),
    B("163a", link("JaVaScRiPt:alert(1)"), "YP802", NEXT + 4),
    B("163b", link("' javascript:alert(1)'"), "YP802", NEXT + 4),
    B("163c", link("data:text/html,x"), "YP802", NEXT + 4),
    B("164a", link("https://user:pw@host.example/"), "YP802", NEXT + 4),
    B("164b", link("https://hоst.example/"), "YP803", NEXT + 4, "xn--"),
    B("167a", identity("../../index"), "YP105", ID),
    B("167b", identity("CON"), "YP105", ID),
    B("167c", identity("a/b"), "YP105", ID),
    B("nbsp as indentation", at(TITLE, "\u00a0\u00a0title: a"), "YP101", TITLE),
)
CASES = (*ENCODING, *INVISIBLE, *SYNTAX, *STRUCTURE, *SIZES, *VALUES)


def write(region: Path, raw: bytes) -> None:
    (region / "data/measures/kokeilu.yaml").write_bytes(raw)
    (region / "data/measures/toinen.yaml").write_text(OTHER, "utf-8")


@pytest.mark.parametrize("case", CASES, ids=[case.number for case in CASES])
def test_a_broken_file_is_reported_where_a_person_must_look(
    case: Broken, region: Path, yp: Yp
) -> None:
    write(region, case.raw)
    result = yp("validate", "--output-format", "json", cwd=region)
    found = json.loads(result.out)["diagnostics"]
    assert result.code == 1
    assert result.err == ""
    here = [d for d in found if d["path"] == "data/measures/kokeilu.yaml"]
    told = [(d["code"], d["line"], d["message"]) for d in here]
    assert any(
        code in case.codes.split() and case.line in (line, 0) for code, line, _words in told
    ), told
    assert len(told) <= 50
    if case.says:
        assert any(case.says in d["message"] + d["help"] for d in here), here
    assert any(d["path"] == "data/measures/toinen.yaml" and d["code"] == "YP102" for d in found)

    shown = yp("validate", cwd=region)
    assert shown.err == ""
    harmless(shown.out)


def harmless(text: str) -> None:
    """No byte that a terminal would act on."""
    assert not [c for c in text if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)]
    assert not [c for c in text if c in "\u202e\u2066\u200b\u2028\u2029\ufeff"]


NOT_CONFLICT = """\
text: |
  key: value
  # x
  - y
  <<<<<<
"""
CONTROLS = (
    ("110", long_valid(1024 * 1024)),
    ("177", MEASURE.replace("\n", "\r\n").encode()),
    ("178", MEASURE.rstrip("\n").encode()),
    ("179", title("Kokeilu 👩‍👩‍👧 yhdessä")),
    ("180", b"# " + b"x" * 5000 + b"\n" + MEASURE.encode()),
    ("181", at(TEXT, NOT_CONFLICT.rstrip("\n"))),
    ("182", title('"no: 12:30 & * ! | > % @ ` # {} [] <<"')),
    ("183", title("å ö č đ ŋ š ŧ ž")),
    ("quoted lines", at(TEXT, 'text: "Kokeilu\n  huom: kunnissa\n  ja alueella"')),
    ("apostrophes", title("Kunnan 'oma' kokeilu")),
    ("184", b"# alku\n---\n" + MEASURE.encode()),
)


@pytest.mark.parametrize("raw", [raw for _n, raw in CONTROLS], ids=[n for n, _raw in CONTROLS])
def test_what_is_sound_is_accepted(raw: bytes, region: Path, yp: Yp) -> None:
    (region / "data/measures/kokeilu.yaml").write_bytes(raw)
    result = yp("validate", cwd=region)
    assert result.code == 0, result.out


INERT = (
    "[link=https://evil]x[/link]",
    "[/nope]",
    "Health [see annex B]",
    ":warning:",
    "::error::forged",
    "<script>alert(1)</script>",
    "'\" onmouseover=\"x'",
    "{{ 7*7 }}{% raw %}",
    "| a | b |",
    '=HYPERLINK("https://evil")',
    "＝1+1",
)


@pytest.mark.parametrize("words", INERT)
def test_text_of_the_data_is_shown_as_it_is(words: str, region: Path, yp: Yp) -> None:
    quoted = json.dumps(words, ensure_ascii=False)
    raw = title(quoted) + f"extra: {quoted}\n".encode()
    (region / "data/measures/kokeilu.yaml").write_bytes(raw)
    for form in ("text", "concise", "json", "github"):
        result = yp("validate", "--output-format", form, cwd=region)
        assert result.code == 1
        assert result.err == ""
        assert not [ln for ln in result.out.split("\n") if ln.startswith("::error::forged")]
        harmless(result.out)
    assert f"extra: {quoted}" in yp("validate", cwd=region).out
