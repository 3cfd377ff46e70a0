"""What the texts have somewhere that concern a rule, and few others do.

All texts are searched for all of them in one walk. None reaches across lines.
"""

import re

EMAIL = re.compile("[@%]")
PHONE = re.compile(r"[+0-9][0-9][ -]?[0-9()]")
IDENTITY_CODE = re.compile("[0-9]{6}")
ADDRESS = re.compile("://")

ALL = (EMAIL, PHONE, IDENTITY_CODE, ADDRESS)

ADDRESS_FIELDS = ("url", "website")
"""The fields that hold a web address, whatever it looks like."""
