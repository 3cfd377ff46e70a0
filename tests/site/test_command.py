"""`yp site`: the folder it writes, what it refuses, and that the same data gives the same bytes."""

import hashlib
import re
from pathlib import Path

from tests.conftest import Yp
from tests.report.pages import hostile_region
from tests.site import sites
from yhdyspinta_cli import store


def files(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".yp-site.json"
    }


def test_the_same_data_and_day_give_the_same_bytes(
    yp: Yp, yp_process: Yp, region: Path, tmp_path: Path
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    words = ("--as-of", "2023-12-31")
    first = yp("site", str(one), *words, cwd=region)
    assert first.code == 0, first.err
    assert first.out == ""
    assert re.search(r"yp: wrote \d+ files into", first.err)
    # Another process, another place, another clock: no page knows of them.
    later = {"PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1893456000", "TZ": "Asia/Tokyo"}
    assert yp_process("site", str(other), *words, cwd=region, **later).code == 0
    assert files(one) == files(other)
    again = yp("site", str(one), *words, cwd=region)
    assert re.search(r"yp: wrote 0 files into.*\n.*files were the same", again.err), again.err


def test_an_address_is_of_the_id_and_stays_when_code_and_name_change(
    yp: Yp, region: Path, tmp_path: Path
) -> None:
    before = sites.of(store.load(region), sites.DAYS["region"])
    path = next((region / "data/measures").glob("*.yaml"))
    text = path.read_text("utf-8")
    code = re.search(r"^code: (.+)$", text, re.MULTILINE)
    assert code is not None
    text = text.replace(code[0], "code: Z9")
    path.write_text(re.sub(r"^title: .+$", "title: Uusi nimi", text, flags=re.MULTILINE), "utf-8")
    after = sites.of(store.load(region), sites.DAYS["region"])
    assert set(before) == set(after)
    page = after[f"measures/{path.stem}.html"].decode()
    assert "<h1>Z9 Uusi nimi</h1>" in page


def test_an_id_that_a_system_takes_for_a_device_has_a_file_all_the_same(
    region: Path,
) -> None:
    for file in (region / "data").rglob("*.yaml"):
        written = file.read_text("utf-8")
        file.write_text(re.sub(r"(?<![\w-])koivula(?![\w-])", "con", written), "utf-8")
    made = sites.of(store.load(region), sites.DAYS["region"])
    assert "parties/con-.html" in made
    assert "parties/con.html" not in made
    assert "con-.html" in made["parties/index.html"].decode()


def test_hostile_texts_are_shown_and_do_nothing(region: Path) -> None:
    made = sites.of(store.load(hostile_region(region)), sites.DAYS["region"])
    pages = {path: raw.decode() for path, raw in made.items() if path.endswith(".html")}
    shown = 0
    for path, page in pages.items():
        read = sites.Read(page)
        assert not {"script", "img", "iframe", "textarea"} & set(read.tags), path
        assert not {one for one in read.attributes if one.startswith("on")}, path
        for link in read.links:
            assert not re.match(r"\s*(javascript|data|vbscript):", link, re.IGNORECASE), path
            assert not link.startswith("//"), path
        assert "{{7*7}}" in page or "49" not in read.text or "{{" not in page
        shown += page.count("&lt;script&gt;")
        style = made["style.css"].decode()
        assert "</" not in style
    assert shown > 10


def test_no_name_of_a_person_is_on_the_site() -> None:
    personal = store.load(sites.ROOTS["shipped"], personal=True).kb.personal
    assert personal is not None
    names = {one.name for one in personal.signatures}
    names |= {one.name for one in personal.role_holders}
    assert len(names) > 20
    for path, page in sites.read("shipped").items():
        assert [name for name in names if name in page.text] == [], path


def test_data_with_errors_is_refused_and_nothing_is_written(
    yp: Yp, region: Path, tmp_path: Path
) -> None:
    path = next((region / "data/measures").glob("*.yaml"))
    path.write_text(path.read_text("utf-8") + "goal: ei-ole\n", "utf-8")
    done = yp("site", str(tmp_path / "ulos"), cwd=region)
    assert done.code in (1, 4), done.err
    assert not (tmp_path / "ulos").exists()


def test_the_packaged_copy_answers_where_there_is_no_data(yp: Yp, tmp_path: Path) -> None:
    done = yp("site", "ulos", "--as-of", "2024-12-31", "--lang", "en", cwd=tmp_path)
    assert done.code == 0, done.err
    assert "packaged" in done.err
    page = (tmp_path / "ulos" / "index.html").read_text("utf-8")
    assert '<html lang="en">' in page
    assert (tmp_path / "ulos" / "years" / "2023.html").exists()
    assert not (tmp_path / "ulos" / "years" / "2025.html").exists()


def test_a_site_is_not_written_among_the_data(yp: Yp, region: Path) -> None:
    done = yp("site", str(region / "data" / "sivusto"), cwd=region)
    assert done.code == 2, done.err
    assert not (region / "data" / "sivusto").exists()


def test_a_region_changes_one_block_of_one_page(yp: Yp, region: Path, tmp_path: Path) -> None:
    own = region / "templates" / "site"
    own.mkdir(parents=True)
    (own / "front.j2").write_text(
        '{% extends "yp/site/front.j2" %}\n{% block ways %}<p>Oma lause.</p>{% endblock %}\n'
    )
    day = ("--as-of", "2023-12-31")
    assert yp("site", str(tmp_path / "oma"), *day, cwd=region).code == 0
    page = (tmp_path / "oma" / "index.html").read_text("utf-8")
    assert "<p>Oma lause.</p>" in page
    assert "Foorumin päätettävät asiat" in page
    done = yp("site", str(tmp_path / "pakattu"), *day, "--builtin-templates", cwd=region)
    assert done.code == 0
    assert "Oma lause" not in (tmp_path / "pakattu" / "index.html").read_text("utf-8")
    (own / "measure.j2").write_text("{{ card.nothing }}")
    broken = yp("site", str(tmp_path / "rikki"), *day, cwd=region)
    assert broken.code == 3
    assert "measure.j2:1" in broken.err
    assert not (tmp_path / "rikki").exists()
