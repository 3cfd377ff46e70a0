"""`yp new`: one record by hand, with what it needs, from options or asked one by one."""

from collections.abc import Mapping, Sequence

import typer

from yhdyspinta_cli.cli import (
    new_questions,
    new_translation,
    options,
    options_recording,
    prompt,
    terminal,
)
from yhdyspinta_cli.cli import options_new as of
from yhdyspinta_cli.cli.line import Line, command, commands
from yhdyspinta_cli.language import text as _


def register(app: typer.Typer) -> None:
    """Add the group of this family."""
    group = commands(_("Write a new record: a measure, a party, a body, a duty …"))
    for one in (measure, body, actor, party, obligation, need, project):
        group.command(one.__name__)(one)
    group.command("translation")(new_translation.translation)
    app.add_typer(group, name="new")


@command
def measure(
    line: Line,
    title: of.Title = None,
    text: of.Text = None,
    interface: of.OfInterface = None,
    goal: of.OfGoal = None,
    responsible: of.Responsible = None,
    lead: of.Lead = None,
    partner: of.Partner = None,
    nobody: of.Nobody = None,
    indicator: of.IndicatorLabel = None,
    due: of.Due = None,
    code: of.Code = None,
    id: of.Id = None,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Write a new measure into a file of its own, with the next free code of its interface."""
    given = {
        "title": title, "text": text, "interface": interface, "goal": goal,
        "responsible": responsible, "lead": lead, "partner": partner, "nobody": nobody,
        "indicators": indicator, "due": due, "code": code, "id": id,
    }  # fmt: skip
    _write(line, "measure", given, dry_run, indicators="--indicator", title=_("TITLE"))


@command
def body(
    line: Line,
    name: of.Name = None,
    type: of.Type = None,
    interface: of.OfInterface = None,
    text: of.Text = None,
    member: of.Member = None,
    chair: of.Chair = None,
    convener: of.Convener = None,
    rhythm: of.Rhythm = None,
    id: of.Id = None,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Write a new body or network into a file of its own."""
    given = {
        "name": name, "type": type, "interface": interface, "text": text, "members": member,
        "chair": chair, "convener": convener, "rhythm": rhythm, "id": id,
    }  # fmt: skip
    _write(line, "body", given, dry_run, members="--member", name=_("NAME"))


@command
def actor(
    line: Line,
    name: of.Name = None,
    type: of.Type = None,
    part_of: of.PartOf = None,
    member: of.Member = None,
    text: of.Text = None,
    id: of.Id = None,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Write a new unit, role, outside organisation or collective at the end of actors.yaml."""
    given = {
        "name": name, "type": type, "part_of": part_of, "members": member, "text": text, "id": id,
    }  # fmt: skip
    _write(line, "actor", given, dry_run, members="--member", name=_("NAME"))


@command
def party(
    line: Line,
    name: of.Name = None,
    official_name: of.OfficialName = None,
    type: of.Type = None,
    code: of.RegisterCode = None,
    id: of.Id = None,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Write a new party at the end of parties.yaml."""
    given = {
        "name": name, "official_name": official_name, "type": type, "code": code, "id": id,
    }  # fmt: skip
    _write(line, "party", given, dry_run, name=_("NAME"))


@command
def obligation(
    line: Line,
    title: of.Title = None,
    doer: of.Doer = None,
    binding: of.RestsOn = None,
    per: of.Per = None,
    times: of.Times = None,
    due: of.DueOfEach = None,
    rhythm: of.Rhythm = None,
    first: of.First = None,
    to: of.To = None,
    body: of.OfBody = None,
    interface: of.OfInterface = None,
    text: of.Text = None,
    id: of.Id = None,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Write a new obligation at the end of obligations.yaml: who, what, how often, which ground."""
    given = {
        "title": title, "doers": doer, "binding": binding, "per": per, "times": times, "due": due,
        "rhythm": rhythm, "first": first, "to": to, "body": body, "interface": interface,
        "text": text, "id": id,
    }  # fmt: skip
    _write(line, "obligation", given, dry_run, doers="--doer", title=_("TITLE"))


@command
def need(
    line: Line,
    title: of.Title = None,
    text: of.Text = None,
    interface: of.OfInterface = None,
    concerns: of.Concerns = None,
    decides: of.Decides = None,
    measure: of.OfMeasure = None,
    id: of.Id = None,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Write a new need, which the source names, at the end of needs.yaml."""
    given = {
        "title": title, "text": text, "interface": interface, "concerns": concerns,
        "decides": decides, "measures": measure, "id": id,
    }  # fmt: skip
    _write(line, "need", given, dry_run, measures="--measure", title=_("TITLE"))


@command
def project(
    line: Line,
    name: of.Name = None,
    type: of.Type = None,
    part_of: of.PartOf = None,
    interface: of.OfInterface = None,
    start: of.Start = None,
    text: of.Text = None,
    id: of.Id = None,
    dry_run: options_recording.DryRun = False,
) -> None:
    """Write a new project at the end of projects.yaml."""
    given = {
        "name": name, "type": type, "part_of": part_of, "interface": interface, "start": start,
        "text": text, "id": id,
    }  # fmt: skip
    _write(line, "project", given, dry_run, name=_("NAME"))


def _write(
    line: Line,
    kind: str,
    words: Mapping[str, str | int | Sequence[str] | None],
    dry_run: bool,
    **shown: str,
) -> None:
    """Write a record from the words of the line; `shown` are keys whose options are called else."""
    from yhdyspinta_cli.services import making
    from yhdyspinta_cli.services.import_table import Given

    given: new_questions.GivenLists = {}
    for key, value in words.items():
        option = shown.get(key, f"--{key.replace('_', '-')}")
        said = [str(value)] if isinstance(value, str | int) else list(value or ())
        given[key] = [Given(option, one) for one in said if one.strip()]
    loaded = making.opened(line.where, options.clock(), terminal)
    interfaces = loaded.kb.interfaces
    if kind == "measure" and len(interfaces) == 1 and not given["interface"] and not given["code"]:
        # Where there is one only, there is nothing to ask.
        given["interface"] = [Given("--interface", interfaces[0].id)]
    questions = new_questions.of_kind(kind, loaded.kb, given)
    lacking = new_questions.lacking(questions, given)
    if lacking:
        prompt.refuse(lacking)
        with prompt.asking():
            terminal.tell(_("An empty answer leaves out what need not be said; Ctrl-C leaves."))
            given = new_questions.ask(loaded, kind, given)
    making.run(
        line.where,
        kind,
        given,
        is_tried_only=dry_run,
        clock=options.clock(),
        voice=terminal,
    )
