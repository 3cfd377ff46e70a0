"""A knowledge base brings the words of a language that the program does not have."""

import json
import random
import re
import time
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.conftest import TESTS, Yp
from tests.language.test_catalogues import po, translated
from yhdyspinta_cli import language, store
from yhdyspinta_cli.language import brought
from yhdyspinta_cli.services import catalogue_faults, catalogues

HEAD = 'msgid ""\nmsgstr ""\n"Language: nb\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
REPORT = r"""
msgid "Contents"
msgstr "Innhold"

msgid "%(name)s: report of the year %(year)s"
msgstr "%(name)s: årsrapport %(year)s"

msgid "%(day)s, %(n)s day ago"
msgid_plural "%(day)s, %(n)s days ago"
msgstr[0] "%(day)s, for %(n)s dag siden"
msgstr[1] "%(day)s, for %(n)s dager siden"
"""
WORDS = r"""
msgid "completed"
msgstr "fullført"

msgid "C completed"
msgstr "F fullført"

msgid "Of {n} measures {told}"
msgstr "Av {n} tiltak {told}"

msgid "{n} is completed"
msgid_plural "{n} are completed"
msgstr[0] "er {n} fullført"
msgstr[1] "er {n} fullført"

msgid "State on {day}"
msgstr "Status {day}"
"""
DAY = ("--as-of", "2025-12-31")


@pytest.fixture
def helse(tmp_path: Path) -> Path:
    """The Norwegian base with some Norwegian words of the program's."""
    import shutil

    root = tmp_path / "helse"
    shutil.copytree(TESTS / "helse", root)
    write(root, REPORT, WORDS)
    return root


def write(root: Path, report: str, words: str = "", code: str = "nb") -> None:
    folder = root / "templates/locale" / code
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.po").write_text(HEAD.replace("nb", code) + report, "utf-8")
    (folder / "yp.po").write_text(HEAD.replace("nb", code) + words, "utf-8")


def test_a_report_in_the_datas_language_takes_its_words(helse: Path, yp: Yp) -> None:
    done = yp("report", "--year", "2025", *DAY, "--format", "html", cwd=helse)
    assert (done.code, done.err) == (0, "")
    page = done.out.replace("\N{SOFT HYPHEN}", "")
    assert '<html lang="nb"' in page
    assert "Innhold</h2>" in page
    assert "årsrapport 2025</h1>" in page
    assert "fullført" in page
    # Days and lists are Babel's, a word that is missing is English, and nothing is foreign.
    assert re.search(r"\b\d\d\.\d\d\.2025\b", page)
    assert "How to read this report" in page
    assert 'lang="nb">' not in page.replace('<html lang="nb">', "")
    assert "without a translation" not in page


def test_a_question_speaks_it_where_it_is_asked_to(helse: Path, yp: Yp) -> None:
    told = yp("status", *DAY, "--lang", "nb", cwd=helse)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("Status 31.12.2025\nAv ")
    assert " er 3 fullført, " in told.out.replace("\n", " ")
    assert " og " in told.out
    assert yp("--lang", "nb", "status", *DAY, cwd=helse).out == told.out
    assert yp("status", *DAY, cwd=helse).out.startswith("State on 2025-12-31\n")
    # A word is typed as it is printed.
    found = yp("list", "measures", "--state", "fullført", "--lang", "nb", *DAY, cwd=helse)
    english = yp("list", "measures", "--state", "completed", *DAY, cwd=helse)
    assert (found.code, len(found.out.splitlines())) == (0, len(english.out.splitlines()))


def test_json_is_the_same_in_it(helse: Path, yp: Yp) -> None:
    for line in (("status",), ("list", "parties"), ("gaps",), ("counterparts",)):
        told = yp(*line, *DAY, "--json", "--lang", "nb", cwd=helse)
        assert told.out == yp(*line, *DAY, "--json", cwd=helse).out
        json.loads(told.out)


@pytest.mark.parametrize("code", ["et", "xx", "FI", "../nb"])
def test_another_language_is_refused_with_those_there_are(helse: Path, yp: Yp, code: str) -> None:
    refused = yp("status", "--lang", code, cwd=helse)
    assert (refused.code, refused.out) == (2, "")
    assert f"--lang takes no '{code}'\n    it takes: fi, sv, en, nb" in refused.err
    assert yp("rules", "--lang", "nb", cwd=TESTS / "region").code == 2
    assert yp("--lang", "xx", cwd=TESTS / "region").code == 2


def test_what_is_begun_is_whole_and_read_as_it_is(region: Path, yp: Yp) -> None:
    begun = yp("templates", "copy", "--catalogue", "pl", cwd=region)
    assert begun.code == 0, begun.err
    assert "yp report --lang pl" in begun.err
    for domain in language.DOMAINS:
        path = region / "templates/locale/pl" / f"{domain}.po"
        with path.open("rb") as file:
            catalogue = read_po(file)
        # Polish has three forms of a plural.
        assert catalogue.num_plurals == 3
        assert set(translated(catalogue)) == set(translated(po("fi", domain)))
        strings = [one for m in catalogue if m.id for one in (m.string or ())]
        assert not any(strings)
    assert '#. sv: Innehåll\nmsgid "Contents"\nmsgstr ""\n' in path.read_text("utf-8")
    english = yp("report", "--year", "2023", "--lang", "en", cwd=region).out
    told = yp("report", "--year", "2023", "--lang", "pl", cwd=region)
    assert (told.code, told.err) == (0, "")
    first, polish = english.splitlines()[0], told.out.splitlines()[0]
    assert polish == first
    again = yp("templates", "copy", "--catalogue", "pl", cwd=region)
    assert (again.code, "exists already" in again.err) == (4, True)


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (("--catalogue", "fi"), 2, "the program speaks Finnish"),
        (("--catalogue", "xx"), 2, "no language 'xx'"),
        ((), 2, "name a template, or a language"),
        (("year.j2", "--catalogue", "nb"), 2, "name a template, or a language"),
    ],
)
def test_what_cannot_be_begun_is_refused(
    region: Path, yp: Yp, line: tuple[str, ...], code: int, says: str
) -> None:
    refused = yp("templates", "copy", *line, cwd=region)
    assert (refused.code, says in refused.err) == (code, True), refused.err


FAULTS = {
    'msgid "{n} month"\nmsgstr "{m}"\n': (5, "{m} is not in the message"),
    'msgid "{n} month"\nmsgstr "maj"\n': (5, "{n} is missing"),
    'msgid "{n} month"\nmsgstr "{n.__class__}"\n': (5, "a translation holds no _ { }"),
    'msgid "{n} month"\nmsgstr "{n!r:>99999}{n}"\n': (5, "a translation holds no > { }"),
    'msgid "%(year)s"\nmsgstr "%(year)99999s %(year)s"\n': (5, "a translation holds no %"),
    'msgid "Contents"\nmsgstr "<script>alert(1)</script>"\n': (5, "a translation holds no < >"),
    'msgid "Contents"\nmsgstr "a\\" onclick=\\"x"\n': (5, 'a translation holds no "'),
    'msgid "Contents"\nmsgstr "[x](javascript:x)"\n': (5, "a translation holds no [ ]"),
    'msgid "Contents"\nmsgstr "a\\nb"\n': (5, "a translation holds no \\u{000A}"),
    'msgid "Contents"\nmsgstr "\u202eabc"\n': (5, "a translation holds no \\u{202E}"),
    'msgid "Contents"\nmsgstr "100 %"\n': (5, "a translation holds no %"),
    'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\n': (5, "a plural has 2 forms"),
    'msgid "a"\nmsgid_plural "b"\nmsgstr[9] "x"\n': (5, "not of the form of a catalogue"),
    'msgid "a"\nmsgst "x"\n': (6, "not of the form of a catalogue: msgst"),
    "x\n": (5, "not of the form of a catalogue: x"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_told_with_its_line_and_nothing_is_said(helse: Path, yp: Yp, text: str) -> None:
    line, says = FAULTS[text]
    write(helse, text)
    refused = yp("report", "--year", "2025", *DAY, cwd=helse)
    assert (refused.code, refused.out) == (3, "")
    assert f"yp: templates/locale/nb/report.po:{line}: " in refused.err
    assert says in refused.err
    assert yp("status", "--lang", "nb", cwd=helse).code == 3
    # Who does not speak it is not hindered, nor is who trusts nobody.
    assert yp("status", cwd=helse).code == 0
    line_of_ci = ("report", "--year", "2025", *DAY, "--builtin-templates")
    assert yp(*line_of_ci, cwd=helse).code == 0


@pytest.mark.parametrize("text", FAULTS)
def test_validate_tells_a_fault_at_its_line(helse: Path, yp: Yp, text: str) -> None:
    line, says = FAULTS[text]
    write(helse, text)
    line_of = ("validate", "--output-format", "concise", "templates/locale")
    told = yp(*line_of, cwd=helse)
    assert told.code == 1
    assert f"templates/locale/nb/report.po:{line}:1: error YP82" in told.out
    assert says in told.out
    # What is not of the data hinders no look-up, and what was mended is told no more.
    write(helse, REPORT, WORDS)
    assert yp(*line_of, cwd=helse).out == ""


def test_validate_tells_every_catalogue_and_the_same_twice(helse: Path, yp: Yp) -> None:
    write(helse, 'msgid "Contents"\nmsgstr "<"\n', 'msgid "{n} month"\nmsgstr "x"\n')
    write(helse, 'msgid "Contents"\nmsgst "x"\n', code="et")
    told = yp("validate", "--output-format", "json", cwd=helse)
    places = [
        (one["path"], one["line"], one["code"])
        for one in json.loads(told.out)["diagnostics"]
        if one["severity"] == "error"
    ]
    assert places == [
        ("templates/locale/et/report.po", 6, "YP824"),
        ("templates/locale/nb/report.po", 5, "YP825"),
        ("templates/locale/nb/yp.po", 5, "YP825"),
    ]
    # With all that the cache holds of the data the catalogues are read again.
    assert yp("validate", "--output-format", "json", cwd=helse).out == told.out


def test_validate_tells_what_is_passed_over(helse: Path, yp: Yp) -> None:
    folder = helse / "templates/locale"
    head = HEAD.replace("nb", "sv_SE").replace("utf-8", "latin-1")
    plural = '"Plural-Forms: nplurals=999999999; plural=9**9**9;\\n"\n'
    (folder / "nb/report.po").write_text(head + plural + REPORT + REPORT, "utf-8")
    (folder / "nb/yp.po").write_text(HEAD + 'msgid "Contenst"\nmsgstr "Innhold"\n', "utf-8")
    for path in ("fi/yp.po", "xx/yp.po", "nb/LC_MESSAGES/yp.po", "nb.po"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(HEAD, "utf-8")
    told = yp("validate", "--output-format", "concise", "templates/locale", cwd=helse)
    assert told.code == 0
    lines = [line.removeprefix("templates/locale/") for line in told.out.splitlines()]
    assert all(" warning YP826 " in line for line in lines)
    assert [line.replace(" warning YP826", "") for line in lines] == [
        "fi/yp.po:1:1: the program speaks Finnish",
        "nb.po:1:1: nothing reads 'nb.po' here",
        "nb/LC_MESSAGES/yp.po:1:1: nothing reads 'yp.po' here",
        "nb/report.po:3:1: the head tells another language: sv_SE",
        "nb/report.po:4:1: the head tells another encoding than UTF-8: latin-1",
        "nb/report.po:5:1: the head tells other plurals than the language has, which are:"
        " nplurals=2; plural=(n != 1);",
        *(
            f"nb/report.po:{line}:1: the message is translated above already: {message}"
            for line, message in (
                (18, "Contents"),
                (21, "%(name)s: report of the year %(year)s"),
                (24, "%(day)s, %(n)s day ago"),
            )
        ),
        "nb/yp.po:5:1: the program says no such thing: Contenst",
        "xx/yp.po:1:1: nothing reads 'yp.po' here",
    ]
    # None of it hinders anybody.
    assert yp("status", "--lang", "nb", *DAY, cwd=helse).code == 0


@pytest.mark.parametrize("code", ["nb", "pl", "ar", "ga"])
def test_what_is_begun_is_without_a_fault(region: Path, yp: Yp, code: str) -> None:
    assert yp("templates", "copy", "--catalogue", code, cwd=region).code == 0
    told = yp("validate", "--output-format", "concise", "templates", cwd=region)
    assert told.code == 2
    told = yp("validate", "--output-format", "concise", "templates/locale", cwd=region)
    assert (told.code, told.out) == (0, "")


def test_a_head_that_lies_is_not_believed(helse: Path, yp: Yp) -> None:
    head = 'msgid ""\nmsgstr "Plural-Forms: nplurals=999999999; plural=9**9**9;\\nLanguage: ../x"\n'
    (helse / "templates/locale/nb/report.po").write_text(head + REPORT, "utf-8")
    (helse / "templates/locale/nb/yp.po").write_text("", "utf-8")
    told = yp("report", "--year", "2025", *DAY, "--format", "html", cwd=helse)
    assert told.code == 0, told.err
    assert "Innhold</h2>" in told.out


def test_what_is_no_plain_file_is_not_read(helse: Path, yp: Yp) -> None:
    path = helse / "templates/locale/nb/yp.po"
    path.unlink()
    path.symlink_to("/etc/hostname")
    refused = yp("status", "--lang", "nb", cwd=helse)
    assert (refused.code, "nb/yp.po: this is a symbolic link" in refused.err) == (3, True)
    path.unlink()
    path.write_bytes(b"# " + b"x" * (4 * 2**20))
    refused = yp("status", "--lang", "nb", cwd=helse)
    assert (refused.code, "too large" in refused.err) == (3, True)
    path.write_bytes(b'msgid "\xff"\n')
    refused = yp("status", "--lang", "nb", cwd=helse)
    assert (refused.code, "yp.po:1: the text is not UTF-8" in refused.err) == (3, True)
    told = yp("validate", "--output-format", "concise", "templates/locale", cwd=helse)
    assert told.out == "templates/locale/nb/yp.po:1:1: error YP824 the text is not UTF-8\n"


def test_validate_tells_what_is_no_plain_file(helse: Path, yp: Yp) -> None:
    path = helse / "templates/locale/nb/yp.po"
    path.unlink()
    path.symlink_to("/etc/hostname")
    line = ("validate", "--output-format", "concise", "templates/locale")
    assert "nb/yp.po:1:1: error YP824 this is a symbolic link\n" in yp(*line, cwd=helse).out
    in_finnish = yp(*line, "--lang", "fi", cwd=helse).out
    assert "nb/yp.po:1:1: virhe YP824 tämä on symbolinen linkki\n" in in_finnish
    path.unlink()
    path.write_bytes(b"# " + b"x" * (4 * 2**20))
    assert (
        "error YP824 this is no catalogue: it is no plain file, or too" in yp(*line, cwd=helse).out
    )


def test_of_too_many_files_the_first_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "templates/locale/nb/LC_MESSAGES"
    folder.mkdir(parents=True)
    for number in random.Random(7).sample(range(1500), 1500):
        (folder / f"{number:04}.po").touch()
    told = [one.location.path for one in catalogue_faults.of(tmp_path).faults]
    assert told == [f"templates/locale/nb/LC_MESSAGES/{number:04}.po" for number in range(1000)]


def test_no_head_makes_the_reading_long() -> None:
    def seconds(blanks: int) -> float:
        text = HEAD + f'"Plural-Forms: nplurals=2; plural={" " * blanks}x;x\\n"\n'
        begun = time.process_time()
        (fault,) = brought.read(text.encode(), "nb", known=())[1]
        assert "other plurals" in fault.message
        return time.process_time() - begun

    assert seconds(40_000) < 3 * seconds(20_000) + 0.3


PIECE = st.sampled_from(
    [
        *('msgid "', 'msgstr "', 'msgid_plural "', 'msgstr[0] "', 'msgstr[-1] "', 'msgctxt "'),
        *('"\n', "\n", "#, fuzzy\n", "#~ ", "#: x:1\n", "\\n", "\\", "{n}", "%(a)s", "%", "a"),
        *("Plural-Forms: nplurals=9999999999; plural=n;\\n", "Language: \u00e5\\n"),
        *("msgstr[999999999] ", "\u2068"),
    ]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECE, max_size=12).map("".join))
@example('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-16\\n"\n')
def test_whatever_stands_in_a_catalogue_is_read_or_told(text: str) -> None:
    catalogue, faults = brought.read(text.encode(), "nb")
    assert all(one.line > 0 and one.message for one in faults)
    said = catalogue.ngettext("a", "{n}", 2)
    assert said == "{n}" or "{n}" in said
    assert catalogue.gettext("a").isprintable()


@pytest.mark.parametrize("code", ["nb", "pl", "ga", "sms", "ae"])
def test_plurals_are_those_of_babel(code: str) -> None:
    number, expression = brought.plurals(code)
    form = c2py(expression)
    forms = [f'msgstr[{place}] "{{n}} {place}"' for place in range(number)]
    text = 'msgid "{n} month"\nmsgid_plural "{n} months"\n' + "\n".join(forms)
    catalogue, faults = brought.read(text.encode(), code)
    assert faults == ()
    for n in range(30):
        assert catalogue.ngettext("{n} month", "{n} months", n) == f"{{n}} {form(n)}"


def test_a_workbook_asks_and_is_taken_back_in_it(helse: Path, yp: Yp, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    party = store.load(helse).kb.parties[0].id
    asked = yp("round", "ask", "--party", party, "--year", "2024", "-o", str(path), cwd=helse)
    assert asked.code == 0, asked.err
    assert "no Norwegian" not in asked.err
    back = yp("round", "collect", str(path), "--dry-run", cwd=helse)
    assert back.code == 0, back.err


def test_the_shell_offers_it_where_it_is(helse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from yhdyspinta_cli.cli import complete

    monkeypatch.chdir(helse)
    assert complete.languages("") == ["fi", "sv", "en", "nb"]
    monkeypatch.chdir(TESTS / "region")
    assert complete.languages("") == ["fi", "sv", "en"]
    assert catalogues.codes(helse) == ("nb",)
