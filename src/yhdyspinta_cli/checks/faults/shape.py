"""The codes YP101 to YP110: what a record must hold."""

from yhdyspinta_cli.checks.explanation import Explanation, fault
from yhdyspinta_cli.language import later

EXPLANATIONS: tuple[Explanation, ...] = (
    fault(
        "YP101",
        later("A record has a key that such records do not have."),
        later("A misspelt key is not read, so its value would be missing without a word."),
        "responsable:\n  - actor: kunnat\n    label: kunnat",
        "responsible:\n  - actor: kunnat\n    label: kunnat",
    ),
    fault(
        "YP102",
        later("A record lacks a key that it must have."),
        later("The answers and the reports are built on it."),
        "responsible:\n  - actor: kunnat",
        "responsible:\n  - actor: kunnat\n    label: kunnat",
    ),
    fault(
        "YP103",
        later("A value is of another kind than its key asks for."),
        later("A text cannot be counted and a list cannot be read as a text."),
        "aliases: Talous",
        "aliases:\n  - Talous",
    ),
    fault(
        "YP104",
        later("A value is not one of the words that its key allows."),
        later("Answers are grouped by these words; another word belongs to no group."),
        "state: done",
        "state: completed",
    ),
    fault(
        "YP105",
        later("An id or a code does not have the form of one."),
        later("Ids become parts of file names and of addresses, and are kept for ever."),
        "id: Työllisyys 2024",
        "id: tyollisyys-2024",
    ),
    fault(
        "YP106",
        later("A text shows nothing, or has several lines where one is asked for."),
        later("A reader would see a gap; several lines break tables and lists."),
        'title: ""',
        "title: Talous",
    ),
    fault(
        "YP107",
        later("A day does not have the form 2024-05-14, or is out of range."),
        later("Other forms are read differently in different countries."),
        'due: "14.5.2024"',
        "due: 2024-05-14",
    ),
    fault(
        "YP108",
        later("Two values of one record exclude each other."),
        later("Only one of them can be true, and the program does not guess which."),
        "validity:\n  start: 2025-01-01\n  end: 2024-12-31",
        "validity:\n  start: 2024-01-01\n  end: 2024-12-31",
    ),
    fault(
        "YP109",
        later("A file's name or its folder's year does not fit the record in it."),
        later("A record is looked for by its file's name; a wrong one is not found."),
        "# data/measures/talous.yaml\nid: talouden-seuranta",
        "# data/measures/talous.yaml\nid: talous",
    ),
    fault(
        "YP110",
        later("Two records have the same id."),
        later("A reference to this id could mean either of them."),
        "parties:\n  - id: koivula\n    name: Koivula\n  - id: koivula\n    name: Koivumaa",
        "parties:\n  - id: koivula\n    name: Koivula\n  - id: koivumaa\n    name: Koivumaa",
    ),
)
