"""Where templates run: jinja2's sandbox, strict about names, with a limit of work.

A template of a few bytes can ask for a day's work or fill the memory. Every round of a loop and
every call is counted, numbers that say how long a thing is to be stay small, and so does every
text that is put together. What is left is slow at worst, and ends.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from pathlib import Path
from types import BuiltinMethodType, CodeType, MethodType
from typing import Any, ClassVar

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
)
from jinja2 import nodes as syntax
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro, markup_join
from jinja2.sandbox import SandboxedEnvironment

_LONGEST = 100_000
"""How many items or characters a template may repeat something to (a bomb of 60 bytes)."""

_LARGEST = 30_000_000
"""How many characters one text of a page may have; the largest report has less than a tenth."""

STEPS = 3_000_000
"""How many rounds of loops, calls and filtered items a report may take: some seconds. A report of
40 measures and 21 parties takes a twentieth at most."""

_CALL = 10
"""How many rounds of a loop take as long as a call."""

_WIDE = re.compile(r"[0-9]{6,}")
_FORMATS = ("format", "format_map", "%")

# No unions: one is made anew each time that it is asked for, and a site asks a million times.
_METHODS = frozenset({MethodType, BuiltinMethodType})
_NUMBERS = (int, float)
_SEVERAL = (list, tuple, dict, set)


class _Loader(FileSystemLoader):
    """Reads templates of one folder, and never through a link out of it."""

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, uptodate = super().get_source(environment, template)
        folder = Path(self.searchpath[0]).resolve()
        if not Path(path).resolve().is_relative_to(folder):
            raise TemplateNotFound(template)
        return source, path, uptodate


class _Compiled(BytecodeCache):
    """Keeps what the templates were compiled to while the process lives, by their very texts.

    A region of 20 parties has 20 sheets from the same templates: compiled once they take half
    the time (lived-in region, 13 documents: 12.7 s of the processor's time, 6.4 s with it).
    """

    _code: ClassVar[dict[str, tuple[str, CodeType]]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._code.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key] = (bucket.checksum, bucket.code)


class _Writer(CodeGenerator):
    """Writes out what the environment's `finalize` gives: inert already, it is escaped only once.

    As jinja2's own writer of native types does. There is no public way to it: without this each of
    the 118,000 values of a site is escaped once more, which takes a 25th of the site's time.
    """

    def _output_child_pre(
        self, node: syntax.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(finalize.src or "escape(")

    def _output_child_post(
        self, node: syntax.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")


class Sandbox(SandboxedEnvironment):
    """The templates of these folders, the first one first; the packaged ones come last."""

    code_generator_class = _Writer
    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(self, folders: Sequence[Path], packaged: Path) -> None:
        own = _Loader(packaged)
        super().__init__(
            loader=ChoiceLoader([*(_Loader(f) for f in folders), own, PrefixLoader({"yp": own})]),
            undefined=StrictUndefined,
            # `select_autoescape` knows no *.html.j2; here everything is escaped, always.
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.i18n"],
            bytecode_cache=_Compiled(),
        )
        self.steps = 0
        self._safe: dict[type, set[str]] = {}
        self.concat = self._joined  # type: ignore[method-assign]
        # The same data gives the same bytes: no template draws lots.
        del self.globals["lipsum"], self.filters["random"]
        self.filters = {name: self._bounded(name, f) for name, f in self.filters.items()}
        self.filters["_joined"] = self._joined_safely

    def _generate(
        self,
        source: syntax.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        """Compile a template so that each round of a loop and each joined text is counted."""
        for loop in source.find_all(syntax.For):
            # Reading the attribute counts: a call from a template would cost ten times as much.
            count = syntax.ExprStmt(syntax.EnvironmentAttribute("round"), lineno=loop.lineno)
            loop.body.insert(0, count)
        for node in list(source.find_all(syntax.Node)):
            for field, value in node.iter_fields():
                if isinstance(value, list):
                    setattr(node, field, [_counted(item) for item in value])
                else:
                    setattr(node, field, _counted(value))
        return super()._generate(source, name, filename, defer_init)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Read what a template may read of a thing, else what says that it is not there.

        The class of the thing and the name tell whether it may: that is asked once. What may be a
        text's own `format` is looked at each time.
        """
        try:
            if attribute in self._safe[type(obj)]:
                value = getattr(obj, attribute)
                if type(value) not in _METHODS:
                    return value
        except (KeyError, AttributeError):
            pass
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """True for what a template may read of a thing."""
        is_safe = super().is_safe_attribute(obj, attr, value)
        if is_safe:
            self._safe.setdefault(type(obj), set()).add(attr)
        return is_safe

    @property
    def round(self) -> None:
        """Count one round of a loop."""
        self.steps += 1
        if self.steps > STEPS:
            raise _endless()

    def count(self, steps: int) -> None:
        """Count work. Raises SecurityError where a report has taken more than `STEPS`."""
        self.steps += steps
        if self.steps > STEPS:
            raise _endless()

    def call(self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call something from a template, small enough."""
        self.count(_CALL)
        if type(__obj) is Macro:
            # A template's own: what it does is counted where it does it, and how jinja2 is to call
            # it need not be found out. A site has 130,000 such calls.
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return __obj(__context.eval_ctx, *args, **kwargs)
        self._refuse_large(getattr(__obj, "__name__", ""), (*args, *kwargs.values()))
        found = super().call(__context, __obj, *args, **kwargs)
        self._weigh(found)
        return found

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Return what stands for a text's own `format`, where it is that and not too wide."""
        found = super().wrap_str_format(value)
        if found is not None:
            self._refuse_large("format", (value.__self__,))
        return found

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Work out what an operator gives, where both sides are small enough for it."""
        if operator in ("*", "**") and not (
            operator == "*" and _is_number(left) and _is_number(right)
        ):
            raise SecurityError(f"{operator} is too large here")
        self._refuse_large(operator, (left, *right) if isinstance(right, tuple) else (left, right))
        found = super().call_binop(context, operator, left, right)
        self._weigh(found)
        return found

    def _bounded(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter that counts what it is given and what it gives."""

        @wraps(function)
        def bounded(*args: Any, **kwargs: Any) -> Any:
            self._refuse_large(name, (*args, *kwargs.values()))
            found = function(*args, **kwargs)
            self._weigh(found)
            return found

        return bounded

    def _refuse_large(self, name: str, values: Iterable[Any]) -> None:
        """Count what goes into a call, and refuse a number that tells how long to make it."""
        steps = 0
        for value in values:
            if isinstance(value, str):
                if name in _FORMATS and _WIDE.search(value):
                    raise SecurityError("a format is too wide")
                steps += 1 + len(value) // 1000
            elif isinstance(value, _NUMBERS):
                if not _is_number(value):
                    raise SecurityError(f"{value:.0e} is too large here")
            elif isinstance(value, _SEVERAL):
                self.weigh(value)
            elif isinstance(value, range):
                steps += 1 + len(value)
        self.count(steps)

    def _weigh(self, found: Any) -> None:
        """Count what a call gave. Raises SecurityError where it is too large."""
        if isinstance(found, str):
            self._measure(len(found))
        else:
            self.count(1 + len(found) if isinstance(found, _SEVERAL) else 1)

    def _measure(self, length: int) -> None:
        self.count(1 + length // 1000)
        if length > _LARGEST:
            raise SecurityError(f"a text of more than {_LARGEST:,} characters")

    def weigh(self, value: Any) -> None:
        """Count every item of a list, and of the lists in it, as often as it stands there."""
        if not isinstance(value, _SEVERAL):
            self.count(1)
            return
        waiting = [value]
        while waiting:
            found = waiting.pop()
            self.count(1)
            if isinstance(found, dict):
                waiting += found.values()
            elif isinstance(found, _SEVERAL):
                waiting += found

    def _joined(self, parts: Iterable[str]) -> str:
        """Join what a template has written; jinja2 asks for it at every macro and block."""
        found = list(parts)
        self._measure(sum(map(len, found)))
        return "".join(found)

    def _joined_safely(self, parts: Sequence[Any]) -> str:
        """Join what stands around ``~`` in a template."""
        self.weigh(list(parts))
        self._measure(sum(len(part) for part in parts if isinstance(part, str)))
        return markup_join(parts)


def _endless() -> SecurityError:
    return SecurityError(f"more than {STEPS:,} steps: the template does not end")


def _counted(node: Any) -> Any:
    """Return an expression that joins texts as one that counts them; any other as it is."""
    if not isinstance(node, syntax.Concat):
        return node
    parts = syntax.List(node.nodes, lineno=node.lineno)
    return syntax.Filter(parts, "_joined", [], [], None, None, lineno=node.lineno)


def _is_number(value: object) -> bool:
    """True for a number with which something may be repeated."""
    return isinstance(value, _NUMBERS) and abs(value) <= _LONGEST
