"""The small pictures of indicators: where their lines, marks and bars stand."""

from datetime import date
from decimal import Decimal

from yhdyspinta_cli.report import series
from yhdyspinta_cli.report.series import HEIGHT, WIDTH, Point


def points(*values: int) -> list[Point]:
    return [Point(date(2020 + n, 12, 31), Decimal(v)) for n, v in enumerate(values)]


def test_a_line_rises_with_its_numbers_and_ends_where_the_picture_does() -> None:
    line = series.sparkline(points(3, 5, 9))
    assert line is not None
    xs, ys = [dot.x for dot in line.dots], [dot.y for dot in line.dots]
    assert xs == sorted(xs)
    assert ys == sorted(ys, reverse=True)
    assert (xs[0], xs[-1]) == (series.EDGE, WIDTH - series.EDGE)
    assert (ys[-1], ys[0]) == (series.EDGE, HEIGHT - series.EDGE)
    assert line.path == "M" + "L".join(f"{dot.x} {dot.y}" for dot in line.dots)


def test_one_number_is_no_line() -> None:
    assert series.sparkline(points(3)) is None


def test_a_target_beyond_the_numbers_is_in_the_picture() -> None:
    line = series.sparkline(points(3, 5), target=Decimal(20), baseline=Decimal(1))
    assert line is not None
    assert line.target == series.EDGE
    assert line.baseline == HEIGHT - series.EDGE
    assert all(line.target < dot.y < line.baseline for dot in line.dots)


def test_equal_numbers_lie_in_the_middle() -> None:
    line = series.sparkline(points(4, 4))
    assert line is not None
    assert {dot.y for dot in line.dots} == {HEIGHT / 2}


def test_a_year_without_a_number_is_as_wide_as_the_others() -> None:
    line = series.sparkline([*points(1, 2), Point(date(2023, 12, 31), Decimal(3))])
    assert line is not None
    first, second, third = (dot.x for dot in line.dots)
    assert abs((third - second) - 2 * (second - first)) < 0.3


def test_a_share_bar_divides_its_width_among_the_answers() -> None:
    bar = series.share_bar(2, 1, 10)
    assert bar is not None
    assert (bar.yes, bar.no) == (WIDTH / 5, WIDTH / 10)
    assert series.share_bar(0, 0, 0) is None


def test_answers_stand_in_the_order_of_their_years() -> None:
    marks = series.answer_marks([(2023, "unknown"), (2024, "no"), (2025, "yes")])
    assert [mark.answer for mark in marks] == ["unknown", "no", "yes"]
    assert [mark.x for mark in marks] == sorted(mark.x for mark in marks)
