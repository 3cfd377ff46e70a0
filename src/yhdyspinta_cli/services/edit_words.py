"""A word of a closed set as a reader is shown it -> as the data has it, in what a field takes."""

from typing import Any, get_args, get_origin

from yhdyspinta_cli.model import annotations, walk
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Own
from yhdyspinta_cli.wording import own_words, words


def meant(noun: type[Noun], key: str, value: Any, kb: KnowledgeBase) -> Any:
    """Return a value of a field with the words of closed sets as the data has them.

    They may be written in any language, inside lists and maps, too, or be words of the knowledge
    base's own. Every other word stays: the judgement tells what is wrong with it.
    """
    return _meant(fields_of(noun)[key].annotation, value, walk.own_sets(noun).get(key), kb)


def _meant(annotation: Any, value: Any, mark: Own | None, kb: KnowledgeBase) -> Any:
    forms = tuple(annotations.forms(annotation))
    if isinstance(value, str):
        return _word(annotations.closed(annotation), value, mark, kb)
    if isinstance(value, list):
        inside = next((get_args(one)[0] for one in forms if get_origin(one) is tuple), None)
        return [_meant(inside, item, mark, kb) for item in value] if inside else value
    if isinstance(value, dict):
        of_map = next((get_args(one)[1] for one in forms if get_origin(one) is dict), None)
        if of_map is not None:
            return {key: _meant(of_map, item, None, kb) for key, item in value.items()}
        nouns = [one for one in forms if isinstance(one, type) and issubclass(one, Noun)]
        return {key: _inside(nouns, key, item, kb) for key, item in value.items()}
    return value


def _inside(nouns: list[type[Noun]], key: str, value: Any, kb: KnowledgeBase) -> Any:
    noun = next((one for one in nouns if key in fields_of(one)), None)
    return meant(noun, key, value, kb) if noun is not None else value


def _word(among: tuple[str, ...], said: str, mark: Own | None, kb: KnowledgeBase) -> str:
    if mark is None:
        found = words.meant(said, among)
    elif not among and said in kb.entries:
        # What starts a clock may be the id of a record, too.
        found = None
    else:
        found = own_words.meant(kb.agreement.own_words, mark.of, said)
    return found if found is not None else said
