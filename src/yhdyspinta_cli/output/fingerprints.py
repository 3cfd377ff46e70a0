"""What tells a finding from all others of a run, and is the same when lines move.

A forge knows by it which findings are new in a change. It is made of the code, the file and the
text of the line, and of their number where a line has several of a code: neither of the line's
number nor of the message, which is another in another language.
"""

import hashlib
from collections import Counter

from yhdyspinta_cli.diagnostic import Diagnostic
from yhdyspinta_cli.output.findings import Findings


def of(report: Findings) -> tuple[tuple[Diagnostic, str], ...]:
    """Return every finding that is to be shown, however many, with its fingerprint.

    40 hexadecimal digits each. Of a line that must not spread further nothing is taken: its place
    among those of the file stands for it.
    """
    times: Counter[tuple[str, str, str]] = Counter()
    found = []
    for one in report.wanted:
        place = one.location
        is_private = place.path in report.private or (place.path, place.line) in report.hidden
        told = "" if is_private else report.line(place.path, place.line).strip()
        key = (one.code, report.path(one), told)
        found.append((one, _digest(*key, str(times[key]))))
        times[key] += 1
    return tuple(found)


def _digest(*told: str) -> str:
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:40]
