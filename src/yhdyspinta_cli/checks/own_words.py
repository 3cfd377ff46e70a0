"""Rules on words of one's own: each means one thing."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Route, Severity, quoted
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import own_words


@rule(
    "YP211",
    Severity.ERROR,
    later("A word of one's own is declared twice, or is a standard word of another meaning."),
    why=later("Nobody can tell what a record means that has the word."),
    bad="vocabulary:\n  states:\n    - {word: lykätty, means: paused}\n"
    "    - {word: lykätty, means: cancelled}",
    good="vocabulary:\n  states:\n    - {word: lykätty, means: paused}\n"
    "    - {word: rauennut, means: cancelled}",
)
def own_word_unclear(context: Context) -> Iterator[Violation]:
    agreement = context.kb.agreement
    if agreement.vocabulary is None:
        return
    for of in own_words.SETS:
        first: dict[str, int] = {}
        for number, (word, means) in enumerate(agreement.vocabulary.pairs(of)):
            route: Route = ("vocabulary", of, number, "word")
            plain = own_words.plain(word)
            if plain in own_words.taken(of) and plain != means:
                message = _("{word} is a standard word, and cannot mean {means}").format(
                    word=quoted(word), means=quoted(means)
                )
                yield Violation(agreement.id, route, message, _("choose another word"))
            elif first.setdefault(plain, number) != number:
                message = _("the word {word} is declared already").format(word=quoted(word))
                hint = _("keep one of the two; neither case nor a hyphen parts two words")
                related = ((agreement.id, ("vocabulary", of, first[plain], "word")),)
                yield Violation(agreement.id, route, message, hint, related)


RULES: tuple[Rule, ...] = (own_word_unclear,)
