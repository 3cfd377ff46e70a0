"""What the tasks of a body speak of: the parts of a meeting's paper, and the words that tell it."""

from collections.abc import Mapping
from typing import Literal, get_args

Subject = Literal["follow", "decide", "duties"]
"""What a body may have to do in a meeting: to follow how things go, to decide, to see to duties."""

SUBJECTS: tuple[Subject, ...] = get_args(Subject)

SUBJECT_WORDS: Mapping[str, Mapping[Subject, tuple[str, ...]]] = {
    "fi": {
        "follow": ("seura", "toteutu", "arvioi", "tilannekuv", "valvo"),
        "decide": (
            "päättä",
            "päätö",
            "linja",
            "hyväksy",
            # Not sopimus, the agreement itself, nor johtaja, who leads.
            "sopia",
            "sopimin",
            "sovi",
            "asetta",
            "johtam",
            "johtaa",
            "ratkais",
            "nimeä",
            # Who answers for what: not vastuu alone, which tells whose a task is.
            "vastuunja",
            "vastuista",
            "vastuiden",
            "vastuutaho",
            "työnja",
        ),
        "duties": ("neuvottel", "lakisääteis", "velvoi", "raport", "kertomu"),
    },
    "sv": {
        "follow": ("följ", "uppfölj", "utvärder", "lägesbild"),
        "decide": ("beslut", "fatta", "godkän", "utse", "styra", "leda", "enas", "ansvarsför"),
        "duties": ("förhandl", "lagstadga", "skyldig", "rapport"),
    },
    "nb": {
        "follow": ("følg", "oppfølg", "evaluer", "gjennomgå", "status"),
        "decide": (
            "vedta",
            "beslut",
            "bestem",
            "behandl",
            "avgjør",
            "prioriter",
            "enes",
            "ansvarsfor",
        ),
        "duties": ("forhandl", "lovpålag", "plikt", "rapport"),
    },
    "en": {
        "follow": ("follow", "monitor", "review", "evaluat", "assess"),
        "decide": (
            "decid",
            "decision",
            "approv",
            "agree",
            "steer",
            "lead",
            "settl",
            "appoint",
            "responsibilities",
        ),
        "duties": ("negotiat", "statut", "duty", "duties", "obligation", "report"),
    },
}
"""By the language of the data and by subject, how the words begin that speak of it. Of a language
that is not here nothing can be told, and a paper leaves nothing out."""
