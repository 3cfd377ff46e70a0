"""The codes YP824 to YP826: the catalogues of other languages below templates/locale/.

No rules over the data, so none of `RULES`: who reads the catalogues tells what is wrong in them.
"""

from yhdyspinta_cli.checks.explanation import Explanation, fault
from yhdyspinta_cli.diagnostic import Severity
from yhdyspinta_cli.language import later

EXPLANATIONS: tuple[Explanation, ...] = (
    fault(
        "YP824",
        later("A catalogue of another language cannot be read."),
        later("Not one word of it can be said, and whoever asks for the language is refused."),
        '# templates/locale/nb/report.po\nmsgid "Contents"\nmsgst "Innhold"',
        '# templates/locale/nb/report.po\nmsgid "Contents"\nmsgstr "Innhold"',
    ),
    fault(
        "YP825",
        later("A translation in a catalogue does not fit its message."),
        later(
            "A name that is put into the message would be missing, or a mark would change the page:"
            " nothing is said in the language until it is mended."
        ),
        '# templates/locale/nb/yp.po\nmsgid "State on {day}"\nmsgstr "Status {dag}"',
        '# templates/locale/nb/yp.po\nmsgid "State on {day}"\nmsgstr "Status {day}"',
    ),
    Explanation(
        "YP826",
        Severity.WARNING,
        later("Something that stands in a catalogue, or beside it, is not used."),
        later(
            "A message with a slip, or of an earlier version, is said in English, and a file in"
            " another place is not read. How plurals are formed Babel says, whatever stands in"
            " the head."
        ),
        "templates/locale/nb/LC_MESSAGES/report.po",
        "templates/locale/nb/report.po",
    ),
)
