"""Texts that a spreadsheet would take for something else: a formula, a date, a number."""

import re

_FORMULA = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]")
"""What a spreadsheet may take for the beginning of a formula: blanks before it do not help."""

_MONTHS = (
    "jan|feb|mar|apr|maj|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec"
    "|tam|hel|maa|huh|tou|kes|hei|elo|syy|lok|jou"
)
"""How the names of months begin in English, the Nordic languages and Finnish."""

_CONVERTED = re.compile(
    r"[0-9]+[.,:][0-9]+"  # 5.2 is 5 February or a number, 1:2 a time
    r"|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{1,2}"  # 1.1.2
    r"|(?:0?[1-9]|1[0-2])[/-][0-9]{1,4}|[0-9]{1,4}[/-](?:0?[1-9]|1[0-2])"  # 1/2, 2024-05
    r"|0[0-9]+|[0-9]{16,}|[0-9]+e[0-9]+"  # 091 loses its nought, a long number its end, 1E5
    rf"|(?:{_MONTHS})[a-zåäö]*[ ./-]*[0-9]{{1,4}}|[0-9]{{1,4}}[ ./-]*(?:{_MONTHS})[a-zåäö]*",
    re.IGNORECASE,
)
"""What Excel changes into a date, a time or another number when it opens a CSV file."""


def harmless(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP ASVS 1.2.10)."""
    return "'" + text if _FORMULA.match(text) else text


def as_printed(text: str) -> str:
    """Return a cell that Excel leaves as it is: no formula, and no date or number of a text."""
    return "'" + text if _CONVERTED.fullmatch(text.strip()) else harmless(text)
