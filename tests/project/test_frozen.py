"""A frozen value is what a frozen dataclass of the standard library is, but for its compiling."""

from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from yhdyspinta_cli.frozen import frozen


@frozen
class Mine:
    name: str
    numbers: tuple[int, ...] = ()
    held: dict[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Standard:
    name: str
    numbers: tuple[int, ...] = ()
    held: dict[str, int] = field(default_factory=dict, compare=False)


@frozen
class Longer(Mine):
    more: str = "more"

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError(self.more)


def test_it_is_made_compared_hashed_and_told_as_the_standard_one() -> None:
    for given, named in ((("a",), {}), (("a", (1, 2)), {}), ((), {"name": "a", "held": {"x": 1}})):
        mine, standard = Mine(*given, **named), Standard(*given, **named)  # type: ignore[arg-type]
        assert repr(mine) == repr(standard).replace("Standard", "Mine")
        assert hash(mine) == hash(standard)
        assert mine == Mine(*given, **named)  # type: ignore[arg-type]
        assert replace(mine, name="b") == Mine("b", mine.numbers)
        assert [one.name for one in fields(mine)] == [one.name for one in fields(standard)]


def test_what_is_not_compared_makes_no_difference_and_is_shared_with_nobody() -> None:
    one, other = Mine("a"), Mine("a", held={"x": 1})
    assert one == other
    assert hash(one) == hash(other)
    assert one.held is not Mine("a").held


def test_nothing_can_be_set_added_or_deleted() -> None:
    one = Mine("a")
    for name in ("name", "another"):
        with pytest.raises(FrozenInstanceError):
            setattr(one, name, "b")
        with pytest.raises(FrozenInstanceError):
            delattr(one, name)


def test_one_that_inherits_has_the_fields_of_both_and_looks_at_itself() -> None:
    assert Longer("a") == Longer("a", (), {}, "more")
    assert Longer("a") != Mine("a")
    with pytest.raises(ValueError, match="why"):
        Longer("", more="why")


@pytest.mark.parametrize("given", [{}, {"name": "a", "other": 1}, {"name": "a", "numbres": ()}])
def test_it_takes_its_fields_and_no_others(given: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Mine(**given)  # type: ignore[arg-type]
