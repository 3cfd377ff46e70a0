"""What a way through situations amounts to: what became in the end, and what happened on it."""

from collections.abc import Sequence
from itertools import pairwise

from yhdyspinta_cli.vocabulary import (
    CHANGE_KINDS,
    LEFT,
    STATE_MEANINGS,
    STATES,
    ChangeKind,
    Situation,
)


def kind(
    steps: Sequence[Situation], *, is_void: bool, is_mended: bool
) -> tuple[ChangeKind, Situation, tuple[ChangeKind, ...]]:
    """Return what the steps since a day amount to, what it came from, and what else they were.

    `is_void` tells that the last step took a report back, `is_mended` that or that it corrected
    one.
    """
    before, after = steps[0], steps[-1]
    path = [step for number, step in enumerate(steps[:-1]) if step != steps[number + 1]]
    if not path:
        return ("unchanged", before, ())
    told = _on_the_way([*path, after], is_void=is_void, is_mended=is_mended)
    if _is_counted_by_its_end(after) and before != after:
        return (_became(path[-1], after), path[-1], tuple(told))
    if before == "no-own-state" and after != "no-information":
        told.setdefault("first-whole", path[-1])
    if not told and before != after:
        told[_became(path[-1], after)] = path[-1]
    first = next(iter(told), "resumed" if "in-progress" in path else "unchanged")
    return (first, told.get(first, path[-1]), tuple(told)[1:])


def _on_the_way(
    walked: list[Situation], *, is_void: bool, is_mended: bool
) -> dict[ChangeKind, Situation]:
    """Return what happened on a way beside where it led, each with what it came from.

    The gravest first. What was told and taken back did not happen.
    """
    if is_void and len(walked) > 2 and walked[-3] == walked[-1] and walked[-2] != "disputed":
        return _on_the_way(walked[:-2], is_void=False, is_mended=False) | {"withdrawn": walked[-2]}
    found: dict[ChangeKind, Situation] = {}
    for number, (one, two) in enumerate(pairwise(walked), 2):
        is_last = number == len(walked)
        is_lower = _height(one) > _height(two) >= 0
        if is_lower or (is_void and is_last and one != "disputed"):
            found["withdrawn" if is_mended and is_last else "back"] = one
        if one in LEFT and two in STATES and two not in LEFT:
            found["reopened"] = one
        if one == "disputed":
            found["settled"] = one
    if "settled" in found and _height(walked[0]) > _height(walked[-1]) >= 0:
        found.setdefault("back", walked[0])
    return {one: found[one] for one in CHANGE_KINDS if one in found}


def _is_counted_by_its_end(situation: Situation) -> bool:
    """True for what is told to have become that, wherever it came from."""
    match situation:
        case "disputed":
            return True
        case "no-own-state" | "ended" | "no-information":
            return False
        case state:
            meaning = STATE_MEANINGS[state]
            return meaning.becomes is not None and meaning.height != 0


def of_whole(before: Situation, after: Situation) -> ChangeKind:
    """Return what a measure's situation became that no report on the whole has changed.

    Where parties or values tell of it of which nothing was known, that is the first word on it.
    """
    if before == after:
        return "unchanged"
    if before == "no-information" and after == "no-own-state":
        return "first-word"
    return _became(before, after)


def _height(situation: Situation) -> int:
    """Return how far a measure has come; -1 where the situation says nothing of that."""
    match situation:
        case "disputed" | "no-own-state" | "ended" | "no-information":
            return -1
        case state:
            height = STATE_MEANINGS[state].height
            return -1 if height is None else height


def _became(before: Situation, after: Situation) -> ChangeKind:
    """Return what one situation became in another that differs from it.

    What was in progress when it was first heard of need not have begun then.
    """
    match after:
        case "no-information" | "ended" | "no-own-state":
            return "withdrawn"
        case "disputed":
            return "dispute"
        case state:
            return STATE_MEANINGS[state].becomes or _went_on(before)


def _went_on(before: Situation) -> ChangeKind:
    """Return what it is to be under way after another situation."""
    match before:
        case "disputed" | "no-own-state" | "ended" | "no-information":
            return "first-word"
        case state:
            if STATE_MEANINGS[state].becomes == "paused":
                return "resumed"
            return "begun" if STATE_MEANINGS[state].height == 0 else "first-word"
