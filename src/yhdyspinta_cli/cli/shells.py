"""What each shell is told of what may stand there: any value and any title, in its own quotes.

typer has a form for each shell. Those of bash and zsh are code that the shell runs: what stands
in a title would be run with it, or lost. It would import rich, too, to take markup out of a title:
60 ms a press of the tabulator, and with it whatever stands in brackets.
"""

import os
import re
import sys
from typing import Any

from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

OPTIONS = frozenset({"--install-completion", "--show-completion"})

_FOR_BASH = re.compile(r"([^\w@%+=:,./-])")
_PLAIN_IN_POWERSHELL = re.compile(r"[\w./-]+")
_ZSH = """\
#compdef %(prog_name)s

%(complete_func)s() {
  eval $(env %(autocomplete_var)s=complete_zsh \\
    _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" %(prog_name)s)
}

if [[ $funcstack[1] == _%(prog_name)s_cli ]]; then
  %(complete_func)s "$@"
else
  compdef %(complete_func)s %(prog_name)s
fi
"""
"""typer's, with an answer to the first press of the tabulator, too: it is what loads this file.

The file is `_yp_cli`: zsh has a `_yp` of its own (for ypcat), which would be found first.
"""

_POWERSHELL = """\
Import-Module PSReadLine
Set-PSReadLineKeyHandler -Chord Tab -Function MenuComplete
$scriptblock = {
    param($wordToComplete, $commandAst, $cursorPosition)
    $encoding = [Console]::OutputEncoding
    [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
    $Env:%(autocomplete_var)s = "complete_powershell"
    $Env:_TYPER_COMPLETE_ARGS = $commandAst.ToString()
    $Env:_TYPER_COMPLETE_WORD_TO_COMPLETE = $wordToComplete
    %(prog_name)s | ForEach-Object {
        $value, $shown, $about = $_ -split "`t", 3
        [System.Management.Automation.CompletionResult]::new(
            $value, $shown, 'ParameterValue', $about)
    }
    $Env:%(autocomplete_var)s = ""
    $Env:_TYPER_COMPLETE_ARGS = ""
    $Env:_TYPER_COMPLETE_WORD_TO_COMPLETE = ""
    [Console]::OutputEncoding = $encoding
}
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock $scriptblock
"""
"""typer's, reading UTF-8 on every code page, and three columns that no title can move."""


def prepare() -> None:
    """Have typer answer in these forms, and install them in the reader's language."""
    import typer.completion
    from typer import _completion_classes as classes
    from typer import _completion_shared as shared

    if "_YP_COMPLETE" in os.environ and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    # mypy takes a method for what must not be exchanged.
    changed: dict[Any, dict[str, Any]] = {
        classes.BashComplete: {"get_completion_args": _bash_words, "format_completion": _bash},
        classes.ZshComplete: {"complete": _zsh},
        classes.FishComplete: {"format_completion": _fish},
        classes.PowerShellComplete: {"format_completion": _powershell},
        typer.completion: {"install": _install, "get_completion_script": _script},
    }
    for holder, replaced in changed.items():
        for name, form in replaced.items():
            setattr(holder, name, form)
    scripts = {"zsh": _ZSH, "powershell": _POWERSHELL, "pwsh": _POWERSHELL}
    shared._completion_scripts.update(scripts)


def _bash_words(_shell: Any) -> tuple[list[str], str]:
    """Return what stands before the word that is typed, and that word.

    bash takes the sign of ``--party=k`` for a word of its own.
    """
    from typer._click.shell_completion import split_arg_string

    words = split_arg_string(os.environ["COMP_WORDS"])[: int(os.environ["COMP_CWORD"]) + 1]
    typed = words.pop() if len(words) > int(os.environ["COMP_CWORD"]) else ""
    before = [word for word in words[1:] if word != "="]
    return before, "" if typed == "=" else typed


def _bash(_shell: Any, item: Any) -> str:
    words = os.environ["COMP_WORDS"].split("\n")
    is_in_quotes = words[-1][:1] in ("'", '"')
    return item.value if is_in_quotes else _FOR_BASH.sub(r"\\\1", item.value)


def _zsh(shell: Any) -> str:
    """Return the commands that offer it, each text in single quotes, in which nothing is run."""
    arguments, typed = shell.get_completion_args()
    items = shell.get_completions(arguments, typed)
    if not items:
        return "_files"
    offered = " ".join(_in_quotes(_zsh_row(item)) for item in items)
    # `--party=k` is one word: what is offered stands after the sign.
    begun = "compset -P '*='; " if re.match(r"--[\w-]+=", typed) else ""
    return f"local -a offered; offered=({offered}); {begun}_describe -V yp offered"


def _zsh_row(item: Any) -> str:
    value, about = (text.replace("\\", "\\\\") for text in (item.value, _line(item.help)))
    value = value.replace(":", "\\:")
    return f"{value}:{about}" if about else value


def _in_quotes(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish(shell: Any, item: Any) -> str:
    _arguments, typed = shell.get_completion_args()
    begun = re.match(r"--[\w-]+=", typed)
    value = (begun[0] if begun else "") + item.value
    return f"{value}\t{_line(item.help)}" if item.help else value


def _powershell(_shell: Any, item: Any) -> str:
    value = item.value
    if not _PLAIN_IN_POWERSHELL.fullmatch(value):
        value = "'" + value.replace("'", "''") + "'"
    return f"{value}\t{item.value}\t{_line(item.help) or item.value}"


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _install(shell: str | None = None) -> Any:
    """Install it for the shell that runs, say so and end; UserError (exit 3) for another shell."""
    from typer import _completion_shared as shared

    from yhdyspinta_cli.cli.terminal import out

    name = _known(shell or shared._get_shell_name() or "")
    _name, path = shared.install(shell=name)
    if name == "zsh":
        path = path.replace(path.with_name("_yp_cli"))
    out(
        _("completion for {shell} stands in {path}; every shell started from now on has it").format(
            shell=name, path=path
        )
        + "\n"
    )
    raise SystemExit(0)


def _script(*, prog_name: str, complete_var: str, shell: str) -> str:
    from typer import _completion_shared as shared

    return shared.get_completion_script(
        prog_name=prog_name, complete_var=complete_var, shell=_known(shell)
    )


def _known(shell: str) -> str:
    from typer import _completion_shared as shared

    if shell not in shared._completion_scripts:
        raise UserError(
            _("there is no completion for the shell {shell}").format(shell=quoted(shell)),
            exit_code=3,
            hint=_("there is one for: {shells}").format(
                shells=", ".join(shared._completion_scripts)
            ),
        )
    return shell
