"""Real examples of commands, below their options in help: constants, so that help loads nothing.

They are of the shipped data, but for those of a base that is only begun; no party of it is named:
what stands here is read in every region.
"""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "init": (
        "yp init",
        "yp init saari --parties osapuolet.xlsx",
        "yp init saari --region Saari --title Sopimus --start 1.1.2026 --party 'Luoto; kunta'",
    ),
    "guide": (
        "yp guide",
        "yp guide 1",
        "yp guide --all",
    ),
    "validate": (
        "yp validate",
        "yp validate --strict --notes",
        "yp validate data/measures --output-format concise",
    ),
    "explain": ("yp explain YP301", "yp explain YP307"),
    "rules": ("yp rules", "yp rules --csv"),
    "keys": ("yp keys", "yp keys measures", "yp keys rhythm"),
    "list": (
        "yp list",
        "yp list measures --interface a",
        "yp list bodies --csv-excel > rakenteet.csv",
    ),
    "show": ("yp show E1", "yp show kuntafoorumi"),
    "search": ("yp search vastinpari", "yp search 'lasten palvelut' --limit 5"),
    "who-owns": (
        "yp who-owns E4",
        "yp who-owns ruokaapu --why",
        "yp who-owns C5 --as-of 2024-12-31 --json",
    ),
    "owned-by": (
        "yp owned-by kunnat",
        "yp owned-by kunnat --binding law",
    ),
    "gaps": ("yp gaps", "yp gaps --interface a --as-of 2024-12-31"),
    "counterparts": ("yp counterparts", "yp counterparts --by interface"),
    "what-if": ("yp what-if --remove rrp-projektitiimi", "yp what-if --remove kuntafoorumi"),
    "obligations": (
        "yp obligations --year 2024",
        "yp obligations --year 2024 --binding law --standing missed",
    ),
    "calendar": (
        "yp calendar --year 2024",
        "yp calendar --year 2024 -o vuosi.ics",
    ),
    "rotation": ("yp rotation", "yp rotation kuntafoorumi"),
    "status": (
        "yp status --as-of 2024-12-31",
        "yp status --interface a --state not-started",
    ),
    "status show": ("yp status show E1", "yp status show ruoka-apu"),
    "status matrix": ("yp status matrix", "yp status matrix --interface e"),
    "status set": (
        "yp status set E1 in-progress --by kunnat",
        "yp status set E1 completed --on 12.3.2025 --evidence 'minutes: 10.3.2025 § 14'",
        "yp status set E1 valmis --dry-run",
    ),
    "status correct": (
        "yp status correct 2023-ruoka-apu-0f13e614 completed --dry-run",
        "yp status correct 2023-ruoka-apu-0f13e614 in-progress --by kunnat --commit",
    ),
    "report": (
        "yp report --year 2024",
        "yp report --year 2024 -o raportti.html",
        "yp report --for kuntafoorumi --on 2024-12-10",
    ),
    "templates list": ("yp templates list", "yp templates list --json"),
    "templates copy": ("yp templates copy year.j2", "yp templates copy report.docx"),
    "record value": (
        "yp record value mittari-e1-suunnitelmat 14 --on 2025-03-12",
        "yp record value mittari-j6-kompassikysely tehty --dry-run",
    ),
    "round ask": (
        "yp round ask --each-party --year 2024 -o kysely",
        "yp round ask --each-party --year 2024 -o kysely --mail",
    ),
    "round collect": (
        "yp round collect vastaukset/*.xlsx --dry-run",
        "yp round collect vastaukset/*.xlsx --commit",
    ),
    "round status": ("yp round status", "yp round status --year 2024 --mail muistutukset"),
    "event add": (
        "yp event add meeting 'Kuntafoorumi, syksy' --on 2024-11-20 --body kuntafoorumi",
        "yp event add päätös 'Vastuu' --on 2024-11-20 --measure J1 --appoints kunnat",
    ),
    "event list": ("yp event list", "yp event list --body kuntafoorumi"),
    "new": (
        "yp new measure",
        "yp new party 'Luodon kunta'",
        "yp new obligation Raportti --doer kunnat --binding law --per year",
    ),
    "new measure": (
        "yp new measure",
        "yp new measure 'Ruoka-avun verkosto' --interface a --responsible kunnat",
        "yp new measure Selvitys --interface b --nobody 'ei määritelty' --dry-run",
    ),
    "new body": (
        "yp new body 'Ruoka-avun työryhmä' --interface a --convener kuntafoorumi",
        "yp new body Kehittäjäverkosto --member kunnat --rhythm neljännesvuosittain",
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
        "yp new obligation 'Foorumi kokoontuu' --doer kuntafoorumi --binding agreement",
    ),
    "new need": (
        "yp new need 'Yhteinen tilannekuva' --interface johto --concerns kunnat",
        "yp new need 'Yhteinen kalenteri' --decides kuntafoorumi --measure E1",
    ),
    "new project": (
        "yp new project 'Ruoka-apuhanke' --type project --interface a --start 2025-01",
        "yp new project Avustus --type grant",
    ),
    "import measures": (
        "yp import measures ohjelma.xlsx --dry-run",
        "yp import measures ohjelma.csv --map 'Kuka hoitaa=responsible' --draft",
    ),
    "import bodies": (
        "yp import bodies rakenteet.xlsx --dry-run",
        "yp import bodies rakenteet.xlsx --sheet Verkostot",
    ),
    "import parties": (
        "yp import parties osapuolet.csv --dry-run",
        "yp import parties osapuolet.csv --map Jäsen=name",
    ),
    "import obligations": (
        "yp import obligations velvoitteet.ods --dry-run",
        "yp import obligations velvoitteet.ods --draft",
    ),
}
"""By the words that call the command."""


def of(path: str) -> tuple[str, ...]:
    """Return the examples of the command that is called so: ``yp init``."""
    return EXAMPLES.get(path.partition(" ")[2], ())
