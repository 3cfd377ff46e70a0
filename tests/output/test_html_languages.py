"""An answer's page of HTML marks what is in the data's language, where it speaks another."""

import re
from pathlib import Path

from tests.conftest import REGION, Yp
from tests.history.test_committing import git
from yhdyspinta_cli import language, store
from yhdyspinta_cli.output import html_languages, page_html
from yhdyspinta_cli.output.layout import Bullets, Heading, Table

IDENTITY = ("-c", "user.name=x", "-c", "user.email=x@example.org")


def test_names_and_texts_are_marked_and_the_pages_own_words_are_not() -> None:
    with language.speaking("sv"):
        marked = html_languages.of_data((store.load(REGION).kb,))
        page = page_html.document(
            (
                Heading("J1 Asumisen työryhmä"),
                Bullets(("Koivula, Ähtälä och Koivulan kaupunki", "Koivulassa <b>Koivula</b>")),
                Table(("Vad", "Antal"), (("Koivula: 3 åtgärder", 3),)),
            ),
            marked,
        )
    assert '<h1>J1 <span lang="fi">Asumisen työryhmä</span></h1>' in page
    assert (
        '<li><span lang="fi">Koivula</span>, <span lang="fi">Ähtälä</span> och'
        ' <span lang="fi">Koivulan kaupunki</span></li>'
    ) in page
    # A name is a whole word, and what looks like a mark is the text that it is.
    assert '<li>Koivulassa &lt;b&gt;<span lang="fi">Koivula</span>&lt;/b&gt;</li>' in page
    assert '<th scope="row"><span lang="fi">Koivula</span>: 3 åtgärder</th>' in page
    assert re.search(r"<title>[^<]*</title>", page)


def test_the_history_of_a_record_marks_the_datas_language(region: Path, yp: Yp) -> None:
    git(region, "init", "-q")
    git(region, "add", "-A")
    git(region, *IDENTITY, "commit", "-q", "-m", "Alku")
    line = ("history", "koivula", "--html")
    swedish = yp(*line, "--lang", "sv", cwd=region)
    assert swedish.code == 0, swedish.err
    assert '<h1><span lang="fi">Koivula</span></h1>' in swedish.out
    assert "<span lang=" not in yp(*line, "--lang", "fi", cwd=region).out


def test_a_change_marks_the_data_of_both_sides(region: Path, yp: Yp) -> None:
    git(region, "init", "-q")
    git(region, "add", "-A")
    git(region, *IDENTITY, "commit", "-q", "-m", "Alku")
    path = region / "data/parties.yaml"
    path.write_text(
        path.read_text("utf-8").replace("name: Koivula\n", "name: Koivukylä\n"), "utf-8"
    )
    page = yp("diff", "HEAD", "--html", "--lang", "sv", cwd=region).out
    assert '<span lang="fi">Koivula</span>' in page
    assert '<span lang="fi">Koivukylä</span>' in page
    assert "<span lang=" not in yp("diff", "HEAD", "--html", "--lang", "fi", cwd=region).out
