"""yp: check, question and report a cooperation agreement that is kept as YAML in git."""

__version__ = "0.2.0"
