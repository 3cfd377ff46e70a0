"""What another record of its kind can correct: what was reported and what happened."""

from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.status import Update, Value

Correctable = Update | Value | Event
"""What happened to a measure, an indicator or a body: each can be corrected by another."""
