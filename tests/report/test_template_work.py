"""A template that runs away is stopped; a fault is told as the template's or as the program's."""

import resource
import time
from pathlib import Path

import pytest

from tests.conftest import Yp
from tests.report.test_templates import put

RUNAWAY = {
    "ranges": "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
    "written ranges": "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}"
    "{% endfor %}",
    "slices": "{{ ([1] | slice(1000000000) | list) | length }}",
    "slices of slices": "{% for a in range(99999) %}{% for b in range(99999) | slice(99999) %}x"
    "{% endfor %}{% endfor %}",
    "a cycler": "{% set c = cycler('a', 'b') %}{% for a in range(99999) %}{% for b in range(99999)"
    " %}{{ c.next() }}{% endfor %}{% endfor %}",
    "recursion": "{% for a in range(99999) recursive %}{% if loop.depth < 3 %}"
    "{{ loop(range(99999)) }}{% endif %}{% endfor %}",
    "macros": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
    "{{ m(40) }}",
    "doubled text": "{% set n = namespace(x='abcdefgh') %}{% for a in range(40) %}"
    "{% set n.x = n.x ~ n.x %}{% endfor %}",
    "added text": "{% set n = namespace(x='abcdefgh') %}{% for a in range(40) %}"
    "{% set n.x = n.x + n.x %}{% endfor %}",
    "written text": "{% set n = namespace(x='abcdefgh') %}{% for a in range(40) %}"
    "{% set y %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = y %}{% endfor %}",
    "lists in lists": "{% set n = namespace(x=[1]) %}{% for a in range(60) %}"
    "{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}",
    "added lists": "{% set n = namespace(x=[1]) %}{% for a in range(40) %}"
    "{% set n.x = n.x + n.x %}{% endfor %}",
    "a wide format": "{{ '%1000000000d' | format(1) }}",
    "a wide brace": "{{ '{:>1000000000}'.format(1) }}",
    "a wide cent": "{{ '%1000000000d' % 1 }}",
    "a wide column": "{{ 'x'.ljust(1000000000) }}",
    "an indent": "{{ 'x\ny' | indent(1000000000) }}",
    "a batch": "{{ [1] | batch(1000000000, 'x') | list | length }}",
    "joined": "{% for a in range(99999) %}{{ range(99999) | join | length }}{% endfor %}",
}


@pytest.mark.parametrize("attack", RUNAWAY.values(), ids=RUNAWAY)
def test_a_template_without_end_is_stopped(yp: Yp, region: Path, attack: str) -> None:
    put(region / "templates", "footer.j2", attack)
    began, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    done = yp("report", "--year", "2023", cwd=region)
    assert (done.code, done.out) == (3, "")
    assert "overriding template" in done.err
    assert "footer.j2:" in done.err
    assert time.process_time() - began < 15
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024 < 400


def test_a_table_of_a_thousand_rows_is_no_attack(yp: Yp, region: Path) -> None:
    put(
        region / "templates",
        "footer.j2",
        "{% for a in range(1000) %}{% for b in range(20) %}{{ a * b }} {% endfor %}{% endfor %}",
    )
    assert "18981" in yp("report", "--year", "2023", cwd=region).out


def test_the_template_that_failed_is_told_as_overriding_or_packaged(yp: Yp, region: Path) -> None:
    put(region / "templates", "footer.j2", "{{ 1 + none }}")
    assert "overriding template" in yp("report", "--year", "2023", cwd=region).err
    put(region / "templates", "footer.j2", "")
    # What it leaves out is missed by a packaged one.
    put(region / "templates", "md/blocks.j2", "")
    done = yp("report", "--year", "2023", cwd=region)
    assert done.code == 3
    assert "packaged template" in done.err
    assert "--builtin-templates" in done.err


def test_a_fault_of_the_program_keeps_its_trace(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A bug cannot be had for real: one is put into a function that the packaged templates call.
    from yhdyspinta_cli.wording import states

    looks = {state: look for state, look in states.LOOKS.items() if state != "completed"}
    monkeypatch.setattr(states, "LOOKS", looks)
    arguments = ("report", "--year", "2023", "--format", "html")
    done = yp(*arguments, cwd=region)
    assert done.code == 70
    assert "KeyError: 'completed'" in done.err
    assert "template" not in done.err
    monkeypatch.setenv("YP_DEBUG", "1")
    with pytest.raises(KeyError):
        yp(*arguments, cwd=region)
