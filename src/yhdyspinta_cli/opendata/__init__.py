"""The whole base as open data: CSV with its description, JSON Lines, SQLite, Parquet.

`tables` declares what there is: the columns of records come from the model (`nouns`, `records`,
`inside`), answers from the queries (`owners`, `states`, `duties`). Each form writes the same cells
(`text_forms`, `sqlite_form`, `parquet_form`); `package`, `dcat` and `readme` describe them. Nothing
here writes a file, reads the clock, or has ever read the names of people.
"""

from yhdyspinta_cli.opendata.files import files
from yhdyspinta_cli.opendata.table import ExportAsked

__all__ = ["ExportAsked", "files"]
