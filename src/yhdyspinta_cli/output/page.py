"""The layout, for the commands until they ask there."""

from yhdyspinta_cli.output.layout import Page, Table, csv, text

__all__ = ["Page", "Table", "csv", "text"]
