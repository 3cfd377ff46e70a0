"""The keys of every record as one page of Markdown: docs/keys.md."""

import re
from collections.abc import Iterator

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import BY_WORD, KINDS
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.output import keys, noun_names


def markdown() -> str:
    """The keys of every record and of what stands inside, each once: docs/keys.md."""
    return "\n".join(_markdown()) + "\n"


def _markdown() -> Iterator[str]:
    yield "# The keys of every record"
    yield ""
    yield "Made from the model by `yp keys --markdown`; `yp keys measures` tells one kind in the"
    yield "terminal. How files and values are written: [data-format.md](data-format.md)."
    done: set[type[Noun]] = set()
    for kind in KINDS:
        for noun in (kind.record, *keys.nested(kind.record)):
            if noun in done:
                continue
            done.add(noun)
            own = BY_WORD.get(getattr(noun, "kind", ""))
            where = keys.place(own) if own else ""
            yield ""
            yield f"## {noun_names.heading(noun)}"
            yield ""
            if own and not where:
                yield f"Inside: {', '.join(keys.holders(own))}."
                yield ""
            if where:
                yield f"`{where}`"
                yield ""
            yield from (line.strip() for line in (noun.__doc__ or "").strip().splitlines())
            yield ""
            yield "| key | required | what it says | what stands there |"
            yield "|---|---|---|---|"
            for k in keys.keys(noun):
                form = _linked(k.form, noun)
                yield f"| `{k.key}` | {'yes' if k.required else ''} | {k.meaning} | {form} |"
            if keys.example(noun):
                yield ""
                yield "```yaml"
                yield keys.example(noun).rstrip("\n")
                yield "```"


def _linked(form: str, noun: type[Noun]) -> str:
    """Return a form with the name of an inner noun as a link to its section."""
    for inner in keys.nested(noun):
        name = noun_names.name(inner)
        if form in (name, _("list of: {form}").format(form=name)):
            return form.removesuffix(name) + f"[{name}](#{_anchor(name)})"
    return form


def _anchor(name: str) -> str:
    """Return the address of the section with this heading, as forges make it."""
    return re.sub(r"[^\w -]", "", name.lower()).replace(" ", "-")
