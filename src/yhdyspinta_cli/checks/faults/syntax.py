"""The codes YP020 to YP051: how a file is written."""

from yhdyspinta_cli.checks.explanation import Explanation, fault
from yhdyspinta_cli.language import later

EXPLANATIONS: tuple[Explanation, ...] = (
    fault(
        "YP020",
        later("A byte does not belong to UTF-8."),
        later("The letter it stood for is lost; ä and ö usually suffer first."),
        "title: Ty\\xF6llisyys   (saved as Latin-1)",
        "title: Työllisyys   (saved as UTF-8)",
    ),
    fault(
        "YP021",
        later("A file is saved as UTF-16 or UTF-32."),
        later("git shows such a file as binary, so that nobody can review a change in it."),
        "(saved as 'Unicode' in an old editor)",
        "(saved as UTF-8)",
    ),
    fault(
        "YP022",
        later("A file begins with a byte order mark."),
        later("The mark cannot be seen, and some programs take it for a part of the first key."),
        "\\uFEFFid: talous",
        "id: talous",
    ),
    fault(
        "YP023",
        later("A control character or an invisible character stands in a file."),
        later("It can hide words, turn the direction of a text or drive the reader's terminal."),
        'title: "Talous\\u200b"',
        "title: Talous",
    ),
    fault(
        "YP025",
        later("A tab stands in a file."),
        later("YAML does not take tabs as indentation, and programs disagree about the rest."),
        "title:\tTalous",
        "title: Talous",
    ),
    fault(
        "YP030",
        later("The marks of a git conflict stand in a file."),
        later("Two people have changed the same lines, and nobody has chosen yet."),
        "<<<<<<< HEAD\ntitle: Talous\n=======\ntitle: Talouden seuranta\n>>>>>>> haara",
        "title: Talouden seuranta",
    ),
    fault(
        "YP031",
        later("A file says nothing."),
        later("It was probably emptied by accident."),
        "# talous",
        "id: talous\ntitle: Talous",
    ),
    fault(
        "YP032",
        later("A second YAML document begins in a file."),
        later("Most programs read only the first document and hide the rest."),
        "id: talous\n---\nid: toinen",
        "id: talous",
    ),
    fault(
        "YP033",
        later("A line begins with % and so is a YAML directive."),
        later("A directive changes how the rest of the file is read."),
        "%YAML 1.1\n---\nid: talous",
        "id: talous",
    ),
    fault(
        "YP034",
        later("A line does not follow the form of YAML."),
        later("Nothing of the file can be read; the place told is where a person must look first."),
        'title: "Talous\ntext: Seuranta',
        'title: "Talous"\ntext: Seuranta',
    ),
    fault(
        "YP035",
        later("A file does not consist of keys and values."),
        later("A list or a bare text has no keys that could be known."),
        "- id: talous",
        "id: talous",
    ),
    fault(
        "YP040",
        later("A key stands twice in one map."),
        later("Programs silently keep one of the two values, and not all keep the same."),
        "title: Talous\ntitle: Talouden seuranta",
        "title: Talouden seuranta",
    ),
    fault(
        "YP041",
        later("A value has an anchor (&) or is an alias (*)."),
        later(
            "A few lines of aliases can grow to millions of values; and a text that begins with"
            " one of the two marks is not the text that was meant."
        ),
        "chair: &puheenjohtaja\n  label: kunta\nconvener: *puheenjohtaja",
        "chair:\n  label: kunta\nconvener:\n  label: kunta",
    ),
    fault(
        "YP042",
        later("A value has more than 64,000 characters."),
        later("Nobody reads so long a value; it is probably a file pasted by accident."),
        "text: (70,000 characters)",
        "text: Lyhyt kuvaus\nlinks:\n  - title: Koko teksti\n    url: https://kunta.example/teksti",
    ),
    fault(
        "YP043",
        later("A merge key (<<) stands in a map."),
        later("What it brings in cannot be seen on the page, and not every program knows it."),
        "<<: {role: lead}\nlabel: kunta",
        "role: lead\nlabel: kunta",
    ),
    fault(
        "YP044",
        later("A key is not a text."),
        later("A number, a list or an empty key is no key that a record could have."),
        "1: Talous",
        "title: Talous",
    ),
    fault(
        "YP046",
        later("A value has a tag (!)."),
        later("In some programs a tag makes the file run code or read another file."),
        "title: !include otsikko.txt",
        "title: Talous",
    ),
    fault(
        "YP047",
        later("A file has more than 50,000 values."),
        later("So many values cost every reader time and memory, and nobody can review them."),
        "(50,001 values in one file)",
        "(the records in files of their own)",
    ),
    fault(
        "YP048",
        later("A file is nested deeper than 16 levels."),
        later("No record is so deep; deep nesting is used to make programs fail."),
        "a: [[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]",
        "a: [x]",
    ),
    fault(
        "YP050",
        later("A word without quotes means different things to different programs."),
        later("'no' is a text to one program and false to another, 12:30 is 750, and 010 is 8."),
        "title: no\npart: 12:30",
        'title: "no"\npart: "12:30"',
    ),
    fault(
        "YP051",
        later("A day has the right form, but the calendar does not have it."),
        later("Somebody meant another day."),
        "due: 2025-02-30",
        "due: 2025-02-28",
    ),
)
