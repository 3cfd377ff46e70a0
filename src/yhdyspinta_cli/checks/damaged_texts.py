"""Rules on texts that were damaged on their way: cut, decoded wrongly, copied out of a font.

Each text is told once, by the first of the rules that has a word on it.
"""

import re
from collections.abc import Iterator, Mapping

from yhdyspinta_cli import suggestion
from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Route, Severity, quoted
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import signs
from yhdyspinta_cli.model.doubts import CutText, Doubt, MixedText
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0e0": "→",
    "\uf0de": "⇒",
    "\uf02d": "–",
    "\uf06f": "□",
}
"""What word processors write for a bullet or an arrow of the fonts Symbol and Wingdings."""

_HINTS = 60
"""For how many lost letters the word is looked for that was meant; no more are shown."""

_WORD = re.compile(r"[\w-]+")
_RUN = re.compile(
    f"[\u00c2-\u00df][{signs.BEHIND}]|[\u00e0-\u00ef][{signs.BEHIND}]{{2}}|[\u00f0-\u00f4][{signs.BEHIND}]{{3}}"
)
"""What one letter became whose bytes in UTF-8 were taken for letters of Windows-1252."""


@rule(
    "YP811",
    Severity.WARNING,
    later("A comment begins right behind a text without quotes: it may be the rest of the text."),
    why=later(
        "In a text without quotes a blank and # begin a comment, and what follows is lost without"
        " a word. Who means a comment puts a blank behind the #."
    ),
    bad="text: Toimijat kootaan verkostoksi #hyte ja siitä raportoidaan",
    good='text: "Toimijat kootaan verkostoksi #hyte ja siitä raportoidaan"',
)
def cut_by_comment(context: Context) -> Iterator[Violation]:
    for record, route, doubt in _doubts(context.kb):
        if isinstance(doubt, CutText) and doubt.is_at_once:
            message = _("the text ends before {rest}, which is a comment").format(
                rest=quoted(doubt.rest)
            )
            hint = _("put all of it in quotes; where a comment is meant, a blank goes behind the #")
            yield Violation(record, route, message, hint)


@rule(
    "YP812",
    Severity.WARNING,
    later("A letter of a text is lost: U+FFFD stands in its place."),
    why=later(
        "A program could not decode the letter; whoever reads or searches the word misses it."
    ),
    bad="title: Perheiden yhteinen p\ufffdiv\ufffd",
    good="title: Perheiden yhteinen päivä",
)
def letter_lost(context: Context) -> Iterator[Violation]:
    lost = [one for one in _damaged(context) if signs.LOST in one[2] and not _is_twice(one[2])]
    words = _words(context) if lost else {}
    for number, (record, route, text) in enumerate(lost):
        word = _word_around(text, text.index(signs.LOST))
        meant = _meant(words, word) if number < _HINTS else ""
        message = _("a letter is lost in {word}").format(word=quoted(word))
        hint = suggestion.hint(meant)
        yield Violation(record, route, message, hint or _("look the letter up in the source"))


@rule(
    "YP813",
    Severity.WARNING,
    later("The letters of a text were encoded twice: Ã¤ stands for ä."),
    why=later(
        "UTF-8 was read as an old Windows text; nobody finds the word, and reports print it."
    ),
    bad="title: PerheidenÂ yhteinen pÃ¤ivÃ¤",
    good="title: Perheiden yhteinen päivä",
)
def doubly_encoded(context: Context) -> Iterator[Violation]:
    for record, route, text in _damaged(context):
        if _is_twice(text):
            found = signs.TWICE.search(text)
            assert found is not None
            word = _word_around(text, found.start())
            message = _("the letters of {word} were encoded twice").format(word=quoted(word))
            yield Violation(record, route, message, suggestion.hint(_once(word)))


@rule(
    "YP814",
    Severity.WARNING,
    later("A text has a letter of private use, which looks so in one font only."),
    why=later("It was copied out of a font of symbols; others see an empty box or nothing."),
    bad="text: \uf0b7 Verkosto kootaan",
    good="text: • Verkosto kootaan",
)
def private_use_letter(context: Context) -> Iterator[Violation]:
    for record, route, text in _damaged(context):
        found = signs.PRIVATE.search(text)
        if found is None or _is_twice(text) or signs.LOST in text:
            continue
        sign = found.group()
        message = _("the letter U+{number:04X} is of private use").format(number=ord(sign))
        meant = _SYMBOLS.get(sign, "")
        hint = suggestion.hint(meant)
        yield Violation(record, route, message, hint or _("write it as the source shows it"))


@rule(
    "YP815",
    Severity.NOTE,
    later("A text has decomposed letters in a file that has composed ones: a and two dots for ä."),
    why=later(
        "They look the same, and yp takes them for the same; other programs do not find one when"
        " the other is asked for."
    ),
    bad="title: Perheiden yhteinen pa\u0308iva\u0308  # a and U+0308\n"
    "text: Päivä vietetään yhdessä",
    good="title: Perheiden yhteinen päivä\ntext: Päivä vietetään yhdessä",
)
def mixed_composition(context: Context) -> Iterator[Violation]:
    told = {
        (record, route)
        for record, route, doubt in _doubts(context.kb)
        if isinstance(doubt, CutText) and doubt.is_at_once
    }
    told |= {(record, route) for record, route, _text in _damaged(context)}
    for record, route, doubt in _doubts(context.kb):
        if isinstance(doubt, MixedText) and (record, route) not in told:
            message = _("the letters of {word} are decomposed, others of the file are not").format(
                word=quoted(doubt.word)
            )
            yield Violation(record, route, message, _("type the text anew, or use yp edit"))


@rule(
    "YP816",
    Severity.NOTE,
    later("A comment behind a text without quotes reads as if the text went on."),
    why=later(
        "In a text without quotes a blank and # begin a comment, and what follows is lost. Who"
        " means a comment puts two blanks before the #, as 'yp fmt' does."
    ),
    bad="text: Toimijat kootaan verkostoksi # 3 ja siitä raportoidaan",
    good='text: "Toimijat kootaan verkostoksi # 3 ja siitä raportoidaan"',
)
def perhaps_cut(context: Context) -> Iterator[Violation]:
    for record, route, doubt in _doubts(context.kb):
        if isinstance(doubt, CutText) and not doubt.is_at_once:
            message = _("the text may go on in {rest}, which is a comment").format(
                rest=quoted(doubt.rest)
            )
            hint = _(
                "put all of it in quotes; where a comment is meant, two blanks go before the #"
            )
            yield Violation(record, route, message, hint)


def _doubts(kb: KnowledgeBase) -> Iterator[tuple[str, Route, Doubt]]:
    """Yield the doubts, each with the id of the innermost record around it and the route there."""
    if not kb.doubts:
        return
    records = {(entry.path, entry.route): entry.record.id for entry in kb.entries.values()}
    for doubt in kb.doubts:
        for length in range(len(doubt.route), -1, -1):
            record = records.get((doubt.path, doubt.route[:length]))
            if record is not None:
                yield record, doubt.route[length:], doubt
                break


def _damaged(context: Context) -> Iterator[tuple[str, Route, str]]:
    """Yield the texts with a sign of damage that are not told to be cut."""
    cut = {
        (record, route)
        for record, route, doubt in _doubts(context.kb)
        if isinstance(doubt, CutText) and doubt.is_at_once
    }
    for record, route, text in context.texts_with(signs.DAMAGE):
        if (record.id, route) not in cut:
            yield record.id, route, text


def _is_twice(text: str) -> bool:
    return signs.TWICE.search(text) is not None


def _once(word: str) -> str:
    """Return a word as it was before it was encoded once too often, or several times."""
    for _time in range(3):
        word = _decoded(word)
    return word


def _decoded(word: str) -> str:
    """Return a word with each run of letters decoded that are the bytes of UTF-8."""
    return _RUN.sub(lambda match: _utf8(match.group()), word)


def _utf8(letters: str) -> str:
    try:
        return b"".join(map(_byte, letters)).decode()
    except UnicodeError:
        return letters


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeError:
        return letter.encode("latin-1")


def _word_around(text: str, at: int) -> str:
    """Return the word of a text in which a character stands."""
    begin = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    return re.split(r"[ \n]", text[begin:], maxsplit=1)[0]


def _words(context: Context) -> Mapping[int, frozenset[str]]:
    """Return the words of all texts by how many letters they have."""
    found: dict[int, set[str]] = {}
    for _record, _route, text in context.texts():
        for word in _WORD.findall(text):
            found.setdefault(len(word), set()).add(word)
    return {length: frozenset(words) for length, words in found.items()}


def _meant(words: Mapping[int, frozenset[str]], word: str) -> str:
    """Return the one of these words that has a letter where one is lost, empty where none is."""
    plain = word.strip(".,;:!?()\"'”")
    sought = re.compile(r"\w".join(map(re.escape, plain.split(signs.LOST))), re.IGNORECASE)
    found = {one.casefold(): one for one in words.get(len(plain), ()) if sought.fullmatch(one)}
    if len(found) != 1:
        return ""
    meant = next(iter(found.values()))
    return meant[:1].lower() + meant[1:] if plain[:1].islower() else meant


RULES: tuple[Rule, ...] = (
    cut_by_comment,
    letter_lost,
    doubly_encoded,
    private_use_letter,
    mixed_composition,
    perhaps_cut,
)
