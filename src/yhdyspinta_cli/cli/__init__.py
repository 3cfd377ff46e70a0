"""The edge of the program: argv, the environment, the clock, stdout and stderr, exit codes.

One file per family of commands. A command says what it takes (`options`), finds out which
records the words mean (`resolve`), asks one query or one service below, and returns the answer:
`question` writes it in the form that was asked for. No rule stands here, no format, and nothing
that builds, writes or commits a record. Libraries are imported where a command needs them, so
that `--help` and completion stay quick.
"""
