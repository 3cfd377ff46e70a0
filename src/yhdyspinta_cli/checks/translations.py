"""Rules on translations: of what there is, once, and of the text that stands there now."""

from collections.abc import Iterator

from yhdyspinta_cli import language, suggestion
from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.facts import translated
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.translations import Translation, Translations


@rule(
    "YP821",
    Severity.ERROR,
    later("A translation is of a record that there is not, or of no text of it."),
    why=later("It is shown nowhere, and the reader meets the text in the data's own language."),
    bad="# data/translations/sv.yaml\nid: sv\ntexts:\n  - id: koivula\n    field: nimi\n"
    "    text: Björkby",
    good="# data/translations/sv.yaml\nid: sv\ntexts:\n  - id: koivula\n    field: name\n"
    "    text: Björkby",
)
def translates_nothing(context: Context) -> Iterator[Violation]:
    kb = context.kb
    for file in kb.of(Translations):
        if file.id == kb.agreement.language:
            message = _("the data is in {language} itself").format(language=language.name(file.id))
            hint = _("correct the text where it stands, and take this file away")
            yield Violation(file.id, ("id",), message, hint)
            continue
        for number, one in enumerate(file.texts):
            if one.id not in kb.entries and one.id not in kb.unread:
                message = _("there is no record {id}").format(id=quoted(one.id))
                hint = suggestion.hint(suggestion.nearest(one.id, kb.entries))
                yield Violation(file.id, ("texts", number, "id"), message, hint)
    for file, number, one, fields in _of_records(context):
        if one.field not in fields:
            message = _("{id} has no text {field} that can be translated").format(
                id=one.id, field=quoted(one.field)
            )
            hint = suggestion.hint(suggestion.nearest(one.field, fields))
            named = _("its texts: {fields}").format(fields=", ".join(fields)) if fields else ""
            yield Violation(file.id, ("texts", number, "field"), message, hint or named)


@rule(
    "YP822",
    Severity.WARNING,
    later("A text is translated twice into one language."),
    why=later("Only the first is shown, and the other may say something else."),
    bad="texts:\n  - id: koivula\n    field: name\n    text: Björkby\n"
    "  - id: koivula\n    field: name\n    text: Björklunda",
    good="texts:\n  - id: koivula\n    field: name\n    text: Björkby",
)
def translated_twice(context: Context) -> Iterator[Violation]:
    seen: set[tuple[str, str, str]] = set()
    for file, number, one, _fields in _of_records(context):
        if (file.id, one.id, one.field) in seen:
            message = _("{field} of {id} is translated above").format(field=one.field, id=one.id)
            yield Violation(file.id, ("texts", number), message, _("keep one of the two"))
        seen.add((file.id, one.id, one.field))


@rule(
    "YP823",
    Severity.WARNING,
    later("A translation is of another text than the one that stands there now."),
    why=later(
        "It is not shown: nobody has said that it means the new text, too. What it was made of"
        " stands in 'original'."
    ),
    bad="# data/parties.yaml\nname: Koivula\n# data/translations/sv.yaml\n  - id: koivula\n"
    "    field: name\n    text: Björkby\n    original: Koivukylä",
    good="# data/parties.yaml\nname: Koivula\n# data/translations/sv.yaml\n  - id: koivula\n"
    "    field: name\n    text: Björkby\n    original: Koivula",
)
def translation_outdated(context: Context) -> Iterator[Violation]:
    for file, number, one, fields in _of_records(context):
        if one.field in fields and not translated.is_current(one, fields[one.field]):
            message = _("the text is another since it was translated: {text}").format(
                text=quoted(fields[one.field])
            )
            hint = _("translate it anew, and write the new text in 'original'")
            yield Violation(file.id, ("texts", number, "original"), message, hint)


def _of_records(
    context: Context,
) -> Iterator[tuple[Translations, int, Translation, dict[str, str]]]:
    """Yield the translations of records that are there, with the texts that each of them has."""
    known: dict[str, dict[str, str]] = {}
    for file in context.kb.of(Translations):
        if file.id == context.kb.agreement.language:
            continue
        for number, one in enumerate(file.texts):
            entry = context.kb.entries.get(one.id)
            if entry is not None:
                if one.id not in known:
                    known[one.id] = translated.texts(entry.record)
                yield file, number, one, known[one.id]


RULES: tuple[Rule, ...] = (translates_nothing, translated_twice, translation_outdated)
