"""The edge of the program: argv, the folder, the clock, stdout and stderr, exit codes.

One file per family of commands. Nothing here knows a rule, a record or a format; a command
parses, asks, and writes what the layers below return. Libraries are imported where a command
needs them, so that `--help` and completion stay quick.
"""
