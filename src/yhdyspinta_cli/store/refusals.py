"""What a reader is told of each kind of refusal: its rule, the message, what to do."""

from yhdyspinta_cli.language import later

EXPECTED = {
    "string_type": later("a text"),
    "int_type": later("a whole number"),
    "bool_type": later("true or false"),
    "tuple_type": later("a list"),
    "dict_type": later("a map of keys"),
    "dataclass_type": later("a map of keys"),
    "int_from_float": later("a whole number"),
}

REFUSALS: dict[str, tuple[str, str, str]] = {
    "own_value": (
        "YP103",
        later("{name} must be a text, a number, a day or a list of texts"),
        later("a field of one's own holds one value, or a list of texts"),
    ),
    "count_below_zero": (
        "YP103",
        later("{name} must be a whole number from 0 on, but it is {value}"),
        later("a count is never below zero: take the hyphen away"),
    ),
    "code_form": (
        "YP105",
        later("{name} has the wrong form: {value}"),
        later(
            'letters and digits with . - / or a space between them, at most 24: E4, "5.2 a", ØHD-1'
        ),
    ),
    "id_form": (
        "YP105",
        later("{name} has the wrong form: {value}"),
        later("an id has only a-z, 0-9 and single hyphens, at most 63 characters"),
    ),
    "blank_text": ("YP106", later("{name} is empty"), later("write a text, or delete the key")),
    "several_lines": (
        "YP106",
        later("{name} must stand on one line"),
        later("join the lines, without | or >"),
    ),
    "day_form": (
        "YP107",
        later("{name} is not a day: {value}"),
        later("a day is written 2024-05-14"),
    ),
    "day_range": (
        "YP107",
        later("{name} is out of range: {value}"),
        later("days from 1900 to 2099 are accepted"),
    ),
    "moment_form": (
        "YP107",
        later("{name} is not a day, a month or a year: {value}"),
        later("write 2024-05-14, 2024-05 or 2024"),
    ),
    "due_day_form": (
        "YP107",
        later("{name} is not a day of a period: {value}"),
        later('write "04-30" for 30 April of each year, or 15 for the 15th of each month'),
    ),
    "instant_form": (
        "YP107",
        later("{name} is not a moment with its offset: {value}"),
        later('a moment is written "2024-05-14T10:22:33+03:00"'),
    ),
    "year_form": (
        "YP107",
        later("{name} is not a year: {value}"),
        later("a year is written 2025, without quotes, from 1900 to 2099"),
    ),
    "digest_form": (
        "YP105",
        later("{name} has the wrong form: {value}"),
        later("the SHA-256 of the file, in 64 digits of 0-9 and a-f"),
    ),
    "commit_form": (
        "YP105",
        later("{name} has the wrong form: {value}"),
        later("the whole id of a commit, in 40 digits of 0-9 and a-f"),
    ),
    # What stands there may be a person's: it is not repeated.
    "mailbox_form": (
        "YP105",
        later("{name} is not one e-mail address"),
        later("write the address of a role alone, without a name: kirjaamo@example.org"),
    ),
    "actor_or_role": (
        "YP108",
        later("give either an actor or a role"),
        later("write the id of the actor, or the role in words, and delete the other"),
    ),
    "round_asked": (
        "YP108",
        later("what was asked has no filled, unchanged or words"),
        later("delete them, or write 'type: answered'"),
    ),
    "round_answered": (
        "YP108",
        later("an answer has no due"),
        later("delete it, or write 'type: asked'"),
    ),
    "round_filled": (
        "YP108",
        later("an answer tells how many rows were filled"),
        later("add a line 'filled: …', 0 where none was"),
    ),
    "round_rows": (
        "YP108",
        later("filled is a number from 0 to that of rows"),
        later("correct the number"),
    ),
    "round_due": (
        "YP108",
        later("due is before the day on which it was asked"),
        later("check both days"),
    ),
    "zone_name": (
        "YP104",
        later("{name} is not a time zone: {value}"),
        later("a zone is written Europe/Helsinki"),
    ),
    "country_code": (
        "YP104",
        later("{name} is not a country: {value}"),
        later("a country is written as in ISO 3166-1: FI, NO"),
    ),
    "licence_form": (
        "YP104",
        later("{name} is not a licence for data: {value}"),
        later(
            "a licence is written by its id in SPDX, CC-BY-4.0 or CC0-1.0, or as the address of "
            "its text"
        ),
    ),
    "end_before_start": (
        "YP108",
        later("the end is before the start"),
        later("check both days"),
    ),
    "nobody_and_somebody": (
        "YP108",
        later("both responsible and nobody are given"),
        later("keep one of the two"),
    ),
    "void_alone": (
        "YP108",
        later("void goes with corrects, and without a state"),
        later("name what is taken back under 'corrects', and delete the state"),
    ),
    "appoints_alone": (
        "YP108",
        later("only a decision on a measure appoints"),
        later("write 'type: decision', and under 'measure' what for"),
    ),
    "currency_code": (
        "YP104",
        later("{name} is not a currency: {value}"),
        later("a currency is written by its code: EUR, NOK, SEK"),
    ),
    "amount_and_currency": (
        "YP108",
        later("an amount and its currency go together"),
        later("write both amount and currency, or only what is printed"),
    ),
    "sum_missing": (
        "YP108",
        later("a sum has an amount with its currency, or what is printed"),
        later("write amount and currency, or printed"),
    ),
    "share_missing": (
        "YP108",
        later("a share has a percentage, or what is printed"),
        later("write percent or printed"),
    ),
    "share_range": (
        "YP108",
        later("a share is a percentage from 0 to 100"),
        later("correct the number, or write it into printed"),
    ),
    "notice_missing": (
        "YP108",
        later("a notice has its months, or what is printed"),
        later("write months or printed"),
    ),
    "target_missing": (
        "YP108",
        later("a target has a value, or what is printed"),
        later("write value or printed"),
    ),
    "value_or_void": (
        "YP108",
        later("give either a value, or void and corrects"),
        later("name what is taken back under 'corrects', and delete the value"),
    ),
    "percent_range": (
        "YP108",
        later("progress is a whole number from 0 to 100"),
        later("correct the number, or delete the line"),
    ),
    "rhythm_ways": (
        "YP108",
        later("a rhythm has exactly one of per, by, within and when, and times is at least 1"),
        later("where the source has only a vague word, write it into printed"),
    ),
    "rhythm_limits": (
        "YP108",
        later("a rhythm is either at least or at most, and every is at least 1"),
        later("keep one of the two, or count the periods from 1"),
    ),
    "rhythm_every": (
        "YP108",
        later("every goes with per: month, quarter, half-year or year"),
        later("write the period that is counted into per"),
    ),
    "rhythm_due": (
        "YP108",
        later("due is not a day of each of the periods"),
        later(
            "write a number with per: month, 04-30 with per: year; with quarter 01-15 to 03-31, "
            "and with half-year 01-15 to 06-30, counted from the first month of each"
        ),
    ),
}
