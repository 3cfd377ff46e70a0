"""The index of a site's search, made on this machine by Pagefind's program (an extra).

The program reads pages from a folder and writes files into another; nothing is asked of a network.
The same pages give the same bytes, in whichever order they lie on the disk.
"""

import html
import re
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import search_words
from yhdyspinta_cli.wording import extra

FOLDER = "pagefind"
"""The folder of the site in which the index lies."""

_WANTED = re.compile(
    r"pagefind\.js|pagefind-entry\.json|[\w.-]+\.pf_meta|wasm\.[\w-]+\.pagefind"
    r"|(?:index|fragment|filter)/[\w.-]+"
)
"""What a page of one's own needs; Pagefind's own pages and styles are left out."""

_PARTED = re.compile(rb"</(?:dt|dd|th|td|li|p|caption|div|h[1-6])>(?=<)")
"""What ends a word on a page though no blank follows; Pagefind would take two words for one."""

_LICENCE = """\
Pagefind (https://pagefind.app), of which the program in this folder is a part:

Copyright 2022 CloudCannon

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def available() -> Path:
    """Return Pagefind's program; UserError (exit 3) tells how to get it where it is missing."""
    try:
        import pagefind_bin

        return Path(pagefind_bin.get_executable())
    except (ImportError, FileNotFoundError) as error:
        why = _("the search of the site needs the package Pagefind, which is not installed")
        raise extra.missing("site", why) from error


def index(
    program: Path, pages: Mapping[str, bytes], language: str, environment: Mapping[str, str]
) -> dict[str, bytes]:
    """Return the files of the index of pages (by their paths) in one language.

    Of the environment the program gets what is not meant for it. Only what a page marks with
    `data-pagefind-body` is found, by the words that it has and by their other forms. Raises
    UserError (exit 3) where the program fails.
    """
    words = {path: search_words.of_page(raw.decode()) for path, raw in pages.items()}
    with tempfile.TemporaryDirectory(prefix="yp-site-") as folder:
        site, made = Path(folder, "site"), Path(folder, "made")
        # Where no page says that it is searched, Pagefind takes all of them.
        for path, raw in ({p: pages[p] for p, found in words.items() if found} or pages).items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            also = search_words.others(words[path], language)
            (site / path).write_bytes(_with_forms(_PARTED.sub(rb"\g<0> ", raw), also))
        site.mkdir(exist_ok=True)
        # While the program runs there is time for what the script has to know.
        with ThreadPoolExecutor(1) as beside:
            telling = beside.submit(search_words.told, words, language)
            _run(program, site, made, language, environment)
        found = (path for path in sorted(made.rglob("*")) if path.is_file())
        files = {
            path.relative_to(made).as_posix(): path.read_bytes()
            for path in found
            if _WANTED.fullmatch(path.relative_to(made).as_posix())
        }
    others = {f"{FOLDER}/LICENSE.txt": _LICENCE.encode()}
    if (told := telling.result()) is not None:
        others[search_words.PATH] = told
    return {f"{FOLDER}/{path}": raw for path, raw in files.items()} | others


def _with_forms(page: bytes, forms: Sequence[str]) -> bytes:
    """Return a page with forms that are looked for and never shown: no part of an excerpt."""
    if not forms:
        return page
    told = html.escape(" ".join(forms)).encode()
    mark = b'<div data-pagefind-meta="forms" hidden>%b</div></body>' % told
    return page.replace(b"</body>", mark, 1)


def _run(
    program: Path, site: Path, made: Path, language: str, environment: Mapping[str, str]
) -> None:
    # It takes options from a file in the folder in which it runs, too: that is empty.
    others = {k: v for k, v in environment.items() if not k.upper().startswith("PAGEFIND_")}
    told = ("--site", str(site), "--output-path", str(made), "--force-language", language)
    try:
        done = subprocess.run(
            [program, *told, "--keep-index-url", "--silent"],
            cwd=site.parent,
            env=others,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        why = error.strerror or str(error)
    else:
        if done.returncode == 0:
            return
        why = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
    raise UserError(
        _("the index of the search cannot be made: {reason}").format(reason=why), exit_code=3
    )
