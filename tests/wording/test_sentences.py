"""Sentences of ours with words of the data in them: marked where a page asks, parted there."""

from yhdyspinta_cli.output.edit_words import shortened
from yhdyspinta_cli.wording import sentences


def parts(text: str) -> list[tuple[str, bool]]:
    return [one for one in sentences.parted(text) if one[0]]


def test_nothing_is_marked_unless_it_is_asked_for() -> None:
    assert sentences.of_data("Kuopio") == "Kuopio"


def test_a_sentence_is_parted_into_ours_and_the_datas() -> None:
    with sentences.marked():
        told = f"reported by {sentences.of_data('Kuopio')} and {sentences.of_data('Iisalmi')}"
    assert parts(told) == [
        ("reported by ", False),
        ("Kuopio", True),
        (" and ", False),
        ("Iisalmi", True),
    ]


def test_names_that_are_marked_one_by_one_are_one_value() -> None:
    with sentences.marked():
        names = ", ".join(map(sentences.of_data, ("Kuopio", "Iisalmi")))
        told = f"members: {sentences.of_data(names)}; ended"
    assert parts(told) == [("members: ", False), ("Kuopio, Iisalmi", True), ("; ended", False)]


def test_a_cut_text_of_the_data_stays_the_datas() -> None:
    with sentences.marked():
        told = shortened(f"note: {sentences.of_data('yksi kaksi kolme')}", 15)
    assert parts(told) == [("note: ", False), ("yksi …", True)]


def test_a_text_of_the_data_is_ended_and_begun_as_a_sentence() -> None:
    with sentences.marked():
        told = sentences.joined(("met", sentences.of_data("kokous pidettiin."), "late"))
    assert parts(told) == [("met. ", False), ("Kokous pidettiin.", True), (" Late.", False)]
