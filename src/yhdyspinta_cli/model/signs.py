"""What the texts have somewhere that concern a rule, and few others do.

All texts are searched for all of them in one walk. None reaches across lines, and none has a
quotation mark or a backslash in it.
"""

import re

EMAIL = re.compile("[@%]")
# A figure or a plus first, and then what stood before it: so the search need not stop at each
# character. Any year would be a sign of "two figures": half of all texts hold one.
PHONE = re.compile(
    r"[+0-9](?:(?<=\+)[1-9]|(?<=0)(?<![\w/.,=+-].)[1-9]"
    r"|[0-9](?: [0-9]{2}){3}|[0-9]{2} [0-9]{2} [0-9]{3}|[0-9]{7})"
)
IDENTITY_CODE = re.compile("[0-9]{6}")
ADDRESS = re.compile("://")

ALL = (EMAIL, PHONE, IDENTITY_CODE, ADDRESS)

ADDRESS_FIELDS = ("url", "website")
"""The fields that hold a web address, whatever it looks like."""
