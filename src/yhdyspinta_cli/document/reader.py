"""libyaml's events -> a tree; every anchor, tag, duplicate or doubtful word becomes a fault."""

import re
from functools import cache
from typing import Any
from unicodedata import normalize

from yhdyspinta_cli.diagnostic import quoted, visible
from yhdyspinta_cli.document import composer, scalars
from yhdyspinta_cli.document.decoding import forbidden, forbidden_at, pass_through
from yhdyspinta_cli.document.joiners import Joiners
from yhdyspinta_cli.document.limits import MAX_CHARACTERS, MAX_DEPTH, MAX_NODES
from yhdyspinta_cli.document.tree import Fault, Mapping, Node, ReadTree, Tree
from yhdyspinta_cli.language import text as _

_DIRECTIVE = re.compile(r"^%.*$", re.MULTILINE)


class _StopError(Exception):
    """Reading cannot go on; the fault that says why is already noted."""


@cache
def parser_class() -> Any:
    import yaml

    return yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def read(path: str, raw: bytes) -> tuple[Tree | None, list[Fault]]:
    """Return the tree of a file's bytes (None where there is none), and its faults."""
    composed = composer.compose(path, raw)
    return (composed, []) if composed is not None else read_carefully(path, raw)


def read_carefully(path: str, raw: bytes) -> tuple[Tree | None, list[Fault]]:
    """Return the same as `read`, by libyaml's events alone: it is needed for what is doubtful."""
    text, faults = pass_through(raw)
    if text is None:
        return None, faults
    reading = _DocumentReading(text, faults)
    root = reading.run()
    if root is None:
        return None, faults
    return ReadTree(path, text, root, faults), faults


class _DocumentReading:
    """One pass over the events of one file."""

    def __init__(self, text: str, faults: list[Fault]) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.faults = faults
        self.nodes = 0
        self.joiners = Joiners(self.lines)

    def fault(self, code: str, mark: Any, message: str, hint: str = "", **more: Any) -> None:
        self.faults.append(
            Fault(code, mark.line + 1, mark.column + 1, message, hint, **more),
        )

    def run(self) -> Node | None:
        """Return the root node, None where the file has none that is a map."""
        import yaml

        directive = _DIRECTIVE.search(self.text)
        if directive:
            line = self.text.count("\n", 0, directive.start()) + 1
            message = _("a directive is not allowed")
            self.faults.append(Fault("YP033", line, 1, message, _("delete the line")))
            return None
        root: Node | None = None
        parser = parser_class()(self.text)
        try:
            parser.get_event()
            documents = 0
            while parser.check_event(yaml.DocumentStartEvent):
                start = parser.get_event()
                documents += 1
                if documents > 1:
                    message = _("a second document begins here")
                    self.fault("YP032", start.start_mark, message, _("one file, one document"))
                    raise _StopError
                root = self.node(parser, 1)
                parser.get_event()
            if root is None or (root.value is None and not root.quoted):
                line = root.line if root else 1
                self.faults.append(
                    Fault(
                        "YP031",
                        min(line, 1),
                        1,
                        _("the file is empty"),
                        _("write the record, or delete the file"),
                    )
                )
                return None
            if not isinstance(root.value, Mapping):
                message = _("the file must be a map of keys and values")
                hint = _("begin with a line such as 'id: …'")
                self.faults.append(Fault("YP035", root.line, root.column, message, hint))
                return None
        except _StopError:
            return None
        except yaml.YAMLError as error:
            # Few files have a fault of syntax.
            from yhdyspinta_cli.document import syntax

            self.faults.append(syntax.fault_of(error, self.lines))
            return None
        except RecursionError:
            self.faults.append(Fault("YP048", 1, 1, _("the file is nested too deep")))
            return None
        finally:
            parser.dispose()
        self.faults.extend(self.joiners.faults())
        return root

    def node(self, parser: Any, depth: int) -> Node:
        import yaml

        event = parser.get_event()
        mark = event.start_mark
        self.nodes += 1
        if self.nodes > MAX_NODES:
            message = _("the file has too many values (the limit is {limit})").format(
                limit=MAX_NODES
            )
            self.fault("YP047", mark, message, _("give the records files of their own"))
            raise _StopError
        if isinstance(event, yaml.AliasEvent):
            message = _("an alias (*{name}) is not allowed").format(
                name=visible(event.anchor or "", 40)
            )
            self.fault("YP041", mark, message, _("write the value out again"))
            return Node(None, mark.line + 1, mark.column + 1)
        self.refuse_decorations(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if depth > MAX_DEPTH:
            message = _("the file is nested too deep (the limit is {limit})").format(
                limit=MAX_DEPTH
            )
            self.fault("YP048", mark, message, _("no record is so deep; check the brackets"))
            raise _StopError
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not parser.check_event(yaml.SequenceEndEvent):
                items.append(self.node(parser, depth + 1))
            parser.get_event()
            return Node(items, mark.line + 1, mark.column + 1)
        mapping = Mapping()
        forms: dict[str, Node] = {}
        while not parser.check_event(yaml.MappingEndEvent):
            key = self.key(parser, depth)
            value = self.node(parser, depth + 1)
            if key is None:
                continue
            name = str(key.value)
            first = forms.get(normalize("NFC", name))
            if first is not None:
                message = _("duplicate key {name} (first on line {line})").format(
                    name=quoted(name), line=first.line
                )
                self.faults.append(
                    Fault(
                        "YP040",
                        key.line,
                        key.column,
                        message,
                        _("keep one of the two"),
                        key.end_column,
                        first.line,
                    )
                )
                continue
            forms[normalize("NFC", name)] = key
            mapping.items[name] = value
            mapping.keys[name] = key
        parser.get_event()
        return Node(mapping, mark.line + 1, mark.column + 1)

    def key(self, parser: Any, depth: int) -> Node | None:
        """Return the key that comes next, None where it is not a text."""
        import yaml

        event = parser.peek_event()
        if not isinstance(event, yaml.ScalarEvent):
            mark = event.start_mark
            self.node(parser, depth + 1)
            if not isinstance(event, yaml.AliasEvent):
                self.fault("YP044", mark, _("a key must be a text"), _("a line is 'key: value'"))
            return None
        parser.get_event()
        self.refuse_decorations(event)
        self.nodes += 1
        mark = event.start_mark
        plain = event.style in (None, "")
        node = self.placed(event, event.value)
        if plain and event.value == "<<":
            self.fault("YP043", mark, _("a merge key (<<) is not allowed"), _("write the keys out"))
            return None
        if plain and event.value not in scalars.KEYS_ALLOWED:
            try:
                meaning = scalars.plain(event.value)
            except (scalars.AmbiguousError, scalars.ImpossibleDayError):
                self.ambiguous(event)
                return None
            if not isinstance(meaning, str):
                self.fault("YP044", mark, _("a key must be a text"), _("put the key in quotes"))
                return None
        bad = forbidden(event.value)
        if bad:
            self.escaped(mark, bad)
            return None
        return node

    def scalar(self, event: Any) -> Node:
        mark = event.start_mark
        node = self.placed(event, None)
        self.forgive_joiners(event)
        if len(event.value) > MAX_CHARACTERS:
            message = _("the value is too long (the limit is {limit} characters)").format(
                limit=MAX_CHARACTERS
            )
            self.fault("YP042", mark, message, _("shorten the text, or link to it"))
            return node
        if event.style in (None, ""):
            try:
                node.value = scalars.plain(event.value)
            except scalars.AmbiguousError:
                self.ambiguous(event)
                node.value = event.value
            except scalars.ImpossibleDayError:
                message = _("the calendar has no day {day}").format(day=quoted(event.value))
                self.fault("YP051", mark, message, _("check the day"), end_column=node.end_column)
                node.value = event.value
            return node
        node.quoted = True
        node.value = event.value
        bad = forbidden(event.value)
        if bad:
            self.escaped(mark, bad)
        if event.style in "\"'" and event.end_mark.line > mark.line:
            from yhdyspinta_cli.document import syntax

            opened = _column(self.lines[mark.line])
            for number in range(mark.line + 1, event.end_mark.line + 1):
                line = self.lines[number]
                # A line that goes on a quoted text is indented deeper than the text's own key.
                if syntax.KEY_LINE.match(line) and len(line) - len(line.lstrip()) <= opened:
                    self.faults.append(syntax.unclosed_quote(mark.line + 1, mark.column + 1))
                    raise _StopError
        return node

    def placed(self, event: Any, value: Any) -> Node:
        start, end = event.start_mark, event.end_mark
        same = end.line == start.line and end.column > start.column
        return Node(value, start.line + 1, start.column + 1, end.column + 1 if same else None)

    def forgive_joiners(self, event: Any) -> None:
        start = (event.start_mark.line + 1, event.start_mark.column + 1)
        end = (event.end_mark.line + 1, event.end_mark.column + 1)
        self.joiners.forgive(start, end)

    def refuse_decorations(self, event: Any) -> None:
        mark = event.start_mark
        if event.anchor is not None:
            message = _("an anchor (&{name}) is not allowed").format(name=visible(event.anchor, 40))
            self.fault("YP041", mark, message, _("delete the anchor and write the value out"))
        if event.tag is not None:
            message = _("a tag ({name}) is not allowed").format(name=visible(event.tag, 40))
            self.fault("YP046", mark, message, _("delete the tag"))

    def ambiguous(self, event: Any) -> None:
        message = _("{word} without quotes means different things to different programs").format(
            word=quoted(event.value)
        )
        end = event.end_mark.column + 1 if event.end_mark.line == event.start_mark.line else None
        self.fault("YP050", event.start_mark, message, _("put it in quotes"), end_column=end)

    def escaped(self, mark: Any, character: str) -> None:
        self.faults.append(forbidden_at(mark.line + 1, mark.column + 1, character[0]))


def _column(line: str) -> int:
    """Return the column (from 0) of a line's key, after its indentation and hyphens."""
    return len(line) - len(line.lstrip(" -"))
