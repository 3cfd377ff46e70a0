"""`make bench`: measure the cases, keep the ratios, renew the README's table and picture.

Seconds go to stderr while it runs; what is kept are ratios.
"""

import argparse
import sys
from dataclasses import replace

from benchmarks import cases, results, running
from benchmarks.cases import CASES, Case


def main() -> None:
    """Measure the cases that are named, else all."""
    parser = argparse.ArgumentParser(description=__doc__, prog="make bench")
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(c.name for c in CASES))
    parser.add_argument("--runs", type=int, help="how often each, in place of the case's own")
    parser.add_argument("--limit", type=float, help="seconds a run, in place of the case's own")
    parser.add_argument("--table", action="store_true", help="only renew the README's table")
    given = parser.parse_args()
    named = {case.name: case for case in CASES}
    unknown = [name for name in given.cases if name not in named]
    if unknown:
        parser.error(f"no case {', '.join(unknown)}; there are {', '.join(named)}")
    chosen = [] if given.table else given.cases or list(named)
    for name in chosen:
        case = named[name]
        print(name, file=sys.stderr)
        case = replace(case, runs=given.runs or case.runs, limit=given.limit or case.limit)
        results.keep(name, _measured(case))
    results.tell()


def _measured(case: Case) -> results.Rows:
    if case.compete is not None:
        told = cases.compete(case.compete, case.limit)
        size = f"{case.compete:,} updates" if case.compete else "shipped data"
        return [results.told(f"8 writers × 15 reports, {size}", told, "120 of 120")]
    commands = case.commands()
    return results.rows(commands, running.alternate(commands, case.runs, case.limit))


if __name__ == "__main__":
    main()
