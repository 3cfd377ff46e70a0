"""What things are called: words for closed sets, rhythms, periods, states and days.

Each wording stands here once; text, CSV, pages and templates take theirs from here. Nothing
here knows a layout or a format.
"""
