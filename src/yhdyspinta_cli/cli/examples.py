"""Two or three examples of each command, as its help shows them; every one is run by a test.

They are constants from the packaged data: help reads nothing, and in another region they show how
a line is written.
"""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "validate": (
        "yp validate",
        "yp validate --strict --output-format concise",
        "yp validate data/measures --notes",
    ),
    "explain": ("yp explain YP201", "yp explain YP301 --json"),
    "rules": ("yp rules", "yp rules --json"),
    "keys": ("yp keys", "yp keys measures", "yp keys obligations --lang fi"),
    "list": ("yp list", "yp list bodies --interface a", "yp list measures --csv"),
    "show": ("yp show kuntafoorumi", "yp show E4", "yp show kuopio --json"),
    "search": ("yp search vastinpari", "yp search lasten hyvinvointi --limit 5"),
    "who-owns": ("yp who-owns E4", "yp who-owns ruokaapu", "yp who-owns C5 --why"),
    "owned-by": (
        "yp owned-by kuopio",
        "yp owned-by tuusniemi --binding law",
        "yp owned-by pohjois-savon-hyvinvointialue --as-of 2024-12-31",
    ),
    "gaps": (
        "yp gaps",
        "yp gaps --party kuopio --interface a",
        "yp gaps --kind untranslated --lang sv",
    ),
    "counterparts": ("yp counterparts", "yp counterparts --party kuopio"),
    "what-if": (
        "yp what-if --remove rrp-projektitiimi",
        "yp what-if --remove kuntafoorumi --json",
    ),
    "obligations": (
        "yp obligations --year 2024",
        "yp obligations --year 2024 --party kuopio",
        "yp obligations --binding law",
    ),
    "calendar": (
        "yp calendar --year 2024",
        "yp calendar --year 2024 --format ics -o kalenteri.ics",
    ),
    "rotation": ("yp rotation", "yp rotation --party kuopio"),
    "status": (
        "yp status",
        "yp status --as-of 2024-12-31",
        "yp status --interface a --party kuopio",
    ),
    "status show": ("yp status show E4", "yp status show C5 --as-of 2024-12-31"),
    "status matrix": ("yp status matrix", "yp status matrix --interface a --csv"),
    "status set": (
        "yp status set E1 completed --party tuusniemi --on 2025-03-12 --dry-run",
        'yp status set E4 in-progress --by kuopio --note "Aloitettu" --dry-run',
        'yp status set E4 paused --by kuopio --evidence "minutes: § 14" --commit',
    ),
    "status correct": ("yp status correct ID paused --dry-run", "yp status correct ID --void"),
    "history": (
        "yp history E4",
        "yp history kuopio --fields",
        "yp history --since 2024-05-14",
    ),
    "diff": (
        "yp diff",
        "yp diff --as-of 2023-12-31 --to 2024-12-31",
        "yp diff HEAD --party kuopio --markdown",
    ),
    "report": (
        "yp report --year 2024 -o 2024.html",
        "yp report --year 2024 --party kuopio -o kuopio.html",
        "yp report --for kuntafoorumi --on 2024-12-10",
    ),
    "site": ("yp site sivusto", "yp site sivusto --as-of 2024-12-31", "yp site site --lang en"),
    "export": ("yp export avoin", "yp export avoin --as-of 2024-12-31", "yp export open --lang en"),
    "templates list": ("yp templates list", "yp templates list --json"),
    "templates copy": (
        "yp templates copy parts_cards.j2",
        "yp templates copy report.docx",
        "yp templates copy --catalogue nb",
    ),
    "record value": (
        'yp record value mittari-j6-kompassikysely "tehty" --on 2024-11-30 --dry-run',
        'yp record value mittari-j6-kompassikysely "tehty" --on 2024-11-30 --by kuopio',
    ),
    "schema": ("yp schema", "yp schema measures", "yp schema updates --lang fi"),
    "fmt": ("yp fmt --check", "yp fmt --diff data/measures", "yp fmt"),
    "edit": (
        "yp edit E1 due=31.12.2026 --dry-run",
        "yp edit E1 responsible.0.part=laatiminen",
        'yp edit kuopio "aliases=[Kuopion kaupunki]" --dry-run',
    ),
    "round ask": (
        "yp round ask --party kuopio --year 2025 -o kuopio.xlsx",
        "yp round ask --each-party --year 2025 -o kysely --mail",
    ),
    "round collect": (
        "yp round collect vastaukset/*.xlsx --dry-run",
        "yp round collect vastaukset/*.xlsx --commit",
    ),
    "round status": ("yp round status --year 2025", "yp round status --year 2025 --csv"),
    "event add": (
        'yp event add meeting "Foorumi" --on 2024-11-20 --body kuntafoorumi --dry-run',
        'yp event add decision "Jatkosta sovittu" --on 2024-12-10 --body kuntafoorumi',
    ),
    "event list": ("yp event list", "yp event list --json"),
    "import measures": (
        "yp import measures ohjelma.xlsx --dry-run",
        "yp import measures ohjelma.xlsx --map Toimenpide=title --dry-run",
    ),
    "import bodies": (
        "yp import bodies rakenteet.csv --dry-run",
        "yp import bodies rakenteet.csv --draft",
    ),
    "import parties": (
        "yp import parties osapuolet.csv --dry-run",
        "yp import parties osapuolet.csv --lang fi",
    ),
    "import obligations": (
        "yp import obligations velvoitteet.csv --dry-run",
        "yp import obligations velvoitteet.csv --draft",
    ),
    "init": (
        "yp init saari --title Sopimus --region Saari --start 2026-01-01 --party Luoto",
        "yp init --title S --region Saari --start 1.1.2026 --parties osapuolet.csv",
    ),
    "guide": ("yp guide", "yp guide 1", "yp guide --all"),
    "new measure": (
        "yp new measure 'Ruoka-avun verkosto' --interface a --responsible kunnat",
        "yp new measure Selvitys --interface b --nobody 'ei määritelty' --dry-run",
    ),
    "new body": (
        "yp new body 'Ruoka-avun työryhmä' --interface a --convener kuntafoorumi",
        "yp new body Hankeverkosto --member kunnat --dry-run",
    ),
    "new actor": (
        "yp new actor 'kuntien tiedottajat' --type unit --part-of kunnat",
        "yp new actor 'alueen yhdistykset' --type outside",
    ),
    "new party": (
        "yp new party 'Luodon kunta' --code 992",
        "yp new party Saarisäätiö --type other",
    ),
    "new obligation": (
        "yp new obligation Raportti --doer kunnat --binding law --per year --due 04-30",
        "yp new obligation Tapaaminen --doer kuntafoorumi --binding agreement",
    ),
    "new need": (
        "yp new need 'Yhteinen tilannekuva' --interface johto --concerns kunnat",
        "yp new need 'Yhteinen kalenteri' --decides kuntafoorumi --measure E1",
    ),
    "new project": (
        "yp new project Ruokahanke --type project --interface a --start 2025-01",
        "yp new project Avustus --type grant",
    ),
    "new translation": (
        'yp new translation J1 --into sv --field title --text "Titel" --dry-run',
        'yp new translation J1 --into en --field text --text "What is done" --dry-run',
    ),
}
"""The examples by the words that follow ``yp``."""


def of(path: str) -> tuple[str, ...]:
    """Return the examples of a command, given as ``yp status set``; none of the program itself."""
    return EXAMPLES.get(path.partition(" ")[2], ())
