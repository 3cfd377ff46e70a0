"""How large a table of others may be.

A workbook of 21 parties with all their measures has some thousand cells: each limit is far above
what people fill in, and low enough for a file made to harm to be refused in seconds.
"""

MAX_FILE = 20 * 1024 * 1024
"""How many bytes the file may have."""
MAX_ENTRIES = 1_000
"""How many files a packed file may hold."""
MAX_ENTRY = 32 * 1024 * 1024
MAX_UNPACKED = 128 * 1024 * 1024
"""How many bytes one of them, and all of them, may have unpacked."""
MAX_RATIO, RATIO_FROM = 200, 1024 * 1024
"""How many times larger one may become that has at least so many bytes unpacked."""
MAX_TAGS = 1_500_000
"""How many elements of XML are read, of a whole file."""
MAX_DEPTH = 64
"""How deep they may stand in each other."""
MAX_SHEETS = 200
MAX_ROWS = 20_000
MAX_COLUMNS = 1_000
MAX_CELLS = 200_000
"""How many rows of a sheet may hold something, how far to the right, how many cells of all."""
MAX_MERGED = 10_000
"""How many cells of a sheet may stand over several rows."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Where the sheets of Excel and LibreOffice end."""
MAX_TEXT = 32_767
"""How many characters a cell has room for in Excel and LibreOffice."""
MAX_ALL_TEXT = 20_000_000
"""How many characters the cells of a book have together."""
MAX_STRINGS, MAX_STYLES = 200_000, 70_000
"""How many texts and looks the cells of a workbook share."""
