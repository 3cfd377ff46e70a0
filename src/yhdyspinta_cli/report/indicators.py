"""The indicators of a report by year: what was told of each, where it is to go, how it went."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from yhdyspinta_cli.facts import measured
from yhdyspinta_cli.facts.measured import Answered
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.status import Value
from yhdyspinta_cli.report import measures, readings, rows, series
from yhdyspinta_cli.wording.names import name

SHOWN_YEARS = 4
"""How many years have a column of their own; what was told before them stands in one."""


@frozen
class YearColumn:
    """A column of values: a year, or with `is_earlier` that year and all before it."""

    year: int
    is_earlier: bool


@frozen
class YearValues:
    """What was told of an indicator in the years of a column.

    `last` are the values of the whole of the last day (several where speakers differ), `earlier`
    those before it, `parties` what parties told of themselves; `answered` counts these as they
    stood at the column's end, where the indicator counts parties.
    """

    column: YearColumn
    last: tuple[readings.ReadingLine, ...]
    earlier: tuple[readings.ReadingLine, ...]
    parties: tuple[readings.ReadingLine, ...]
    answered: Answered | None

    @property
    def is_empty(self) -> bool:
        """True where nothing was told."""
        return not (self.last or self.parties)


@frozen
class IndicatorSeries:
    """An indicator with its values by year, in the columns of the chapter.

    `aims` are baseline, target and wanted direction, as far as the data has them. `line` is there
    where two numbers or more were told of the whole; `marks` of a yes-or-no question, one a year;
    `bar` where parties said yes or no, `answered` says how many. `tellers` told the values of the
    whole.
    """

    code: str
    measure: str
    label: str
    type: str
    unit: str
    aims: tuple[readings.Part, ...]
    years: tuple[YearValues, ...]
    numbers: readings.Series | None
    line: series.Sparkline | None
    marks: tuple[series.AnswerMark, ...]
    answered: Answered | None
    bar: series.ShareBar | None
    is_uncompared: bool
    tellers: tuple[str, ...]

    @property
    def has_values(self) -> bool:
        """True where anything was told of it."""
        return any(not year.is_empty for year in self.years)

    @property
    def has_several(self) -> bool:
        """True where two values or more were told of the whole."""
        return sum(len(year.last) + len(year.earlier) for year in self.years) > 1


@frozen
class Indicators:
    """The indicators of a report: those that have values, in columns, and those that have none."""

    columns: tuple[YearColumn, ...]
    told: tuple[IndicatorSeries, ...]
    untold: tuple[IndicatorSeries, ...]


def indicators(kb: KnowledgeBase, found: Sequence[rows.MeasureRow], day: date) -> Indicators:
    """Return the indicators of these measures with everything told of them by `day`."""
    pairs = [
        (row, measure, row_of, indicator)
        for row in found
        if (measure := kb.find(Measure, row.key)) is not None
        for row_of, indicator in zip(row.indicators, measure.indicators, strict=True)
    ]
    every = [value for *_, indicator in pairs for value in measured.told(kb, indicator, day)]
    columns = _columns({value.on.last.year for value in every})
    made = [
        _series(kb, row, measure, told, indicator, columns, day)
        for row, measure, told, indicator in pairs
    ]
    return Indicators(
        columns,
        tuple(one for one in made if one.has_values),
        tuple(one for one in made if not one.has_values),
    )


def _columns(years: Iterable[int]) -> tuple[YearColumn, ...]:
    """Return a column a year in which anything was told; of many years the earlier ones in one."""
    ordered = sorted(years)
    early = ordered[: len(ordered) - SHOWN_YEARS + 1] if len(ordered) > SHOWN_YEARS else []
    return tuple(
        YearColumn(year, bool(early) and year == early[-1])
        for year in ordered
        if year not in early[:-1]
    )


def _series(
    kb: KnowledgeBase,
    row: rows.MeasureRow,
    measure: Measure,
    told: readings.IndicatorRow,
    indicator: Indicator,
    columns: Sequence[YearColumn],
    day: date,
) -> IndicatorSeries:
    values = measured.told(kb, indicator, day)
    of_whole = [value for value in values if value.party is None]
    answered = told.counted
    return IndicatorSeries(
        code=row.code,
        measure=row.title,
        label=told.label,
        type=told.type,
        unit=told.unit,
        aims=told.aims,
        years=tuple(_year(kb, measure, indicator, values, one, day) for one in columns),
        numbers=told.series,
        line=_line(indicator, of_whole) if told.series else None,
        marks=_marks(indicator, of_whole, columns),
        answered=answered,
        bar=series.share_bar(answered.yes, answered.no, answered.total) if answered else None,
        is_uncompared=told.is_uncompared,
        tellers=tuple(dict.fromkeys(name(kb, value.by) for value in of_whole if value.by)),
    )


def _year(
    kb: KnowledgeBase,
    measure: Measure,
    indicator: Indicator,
    values: Sequence[Value],
    column: YearColumn,
    day: date,
) -> YearValues:
    mine = [value for value in values if _is_in(value, column)]
    whole = [value for value in mine if value.party is None]
    end = min(day, date(column.year, 12, 31))
    last = [value for value in whole if value.on.last == whole[-1].on.last]

    def lines(found: Sequence[Value]) -> tuple[readings.ReadingLine, ...]:
        return tuple(
            measures.reading(kb, one, day, is_disputed=measured.is_disputed(one, found))
            for one in found
        )

    return YearValues(
        column,
        lines(last),
        tuple(measures.reading(kb, v, day, is_disputed=False) for v in whole[: -len(last) or None])
        if last
        else (),
        lines([value for value in mine if value.party is not None]),
        measured.answered(kb, measure, indicator, end)
        if indicator.type == "count-of-parties"
        else None,
    )


def _is_in(value: Value, column: YearColumn) -> bool:
    year = value.on.last.year
    return year <= column.year if column.is_earlier else year == column.year


def _line(indicator: Indicator, values: Sequence[Value]) -> series.Sparkline | None:
    numbers = [(value.on.last, _number(value.value)) for value in values]
    target = _number(indicator.target.value) if indicator.target else None
    baseline = _number(indicator.baseline.value) if indicator.baseline else None
    return series.sparkline(
        [series.Reading(when, number) for when, number in numbers if number is not None],
        target,
        baseline,
    )


def _number(value: int | Decimal | bool | str | None) -> Decimal | None:
    """Return a value as a number, None where it is none: yes and no are none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Decimal(value)


def _marks(
    indicator: Indicator, values: Sequence[Value], columns: Sequence[YearColumn]
) -> tuple[series.AnswerMark, ...]:
    """Return a yes or a no for each column of a yes-or-no question, none of what says neither."""
    if indicator.type != "yes-no" or not values:
        return ()
    answers: list[tuple[int, series.Answer]] = []
    for column in columns:
        mine = [value for value in values if _is_in(value, column)]
        said = {measured.is_yes(indicator, v) for v in mine if v.on.last == mine[-1].on.last}
        answer: series.Answer = "unknown"
        if len(said) == 1 and None not in said:
            answer = "yes" if True in said else "no"
        answers.append((column.year, answer))
    return series.answer_marks(answers)
