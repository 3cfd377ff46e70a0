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

# UTF-8 that was read as Windows-1252: Ã¤ for ä, â€“ for –. Nordic words end in Ä, Å or Ö before a
# quotation mark or a dash: behind Å only what came of š and ž counts.
BEHIND = "\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
TWICE = re.compile(f"Ã[{BEHIND}]|Â[\u00a0-\u00bf]|â[€‚„†ˆ‰][{BEHIND}]|Å[¡½¾]")
LOST = "\ufffd"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010fffd"
PRIVATE = re.compile(f"[{_PRIVATE}]")
# All of these. A set of letters first, and then what they may be: half the time of alternatives.
DAMAGE = re.compile(
    f"[ÂÃÅâ\ue000-\U0010fffd](?:(?<=[{LOST}{_PRIVATE}])|(?<=Ã)[{BEHIND}]|(?<=Â)[\u00a0-\u00bf]"
    f"|(?<=â)[€‚„†ˆ‰][{BEHIND}]|(?<=Å)[¡½¾])"
)

ALL = (EMAIL, PHONE, IDENTITY_CODE, ADDRESS, DAMAGE)

ADDRESS_FIELDS = ("url", "website")
"""The fields that hold a web address, whatever it looks like."""
