"""Real examples of commands, below their options in help: constants, so that help loads nothing.

They are of the shipped data, but for those of a base that is only begun.
"""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "init": (
        "yp init",
        "yp init saari --region Saari --title 'Saaren yhteistyösopimus' --start 2026-01-01 "
        "--parties osapuolet.xlsx",
        "yp init saari --region Saari --title Sopimus --start 1.1.2026 --end 31.12.2029 "
        "--party 'Saaren hyvinvointialue' --party 'Luoto; kunta'",
    ),
    "guide": (
        "yp guide",
        "yp guide 1",
        "yp guide --all",
    ),
    "new": (
        "yp new measure 'Ruoka-avun verkosto' --interface a --goal 1 --responsible kunnat",
        "yp new party 'Luodon kunta'",
        "yp new obligation 'Raportti valtuustolle' --doer kunnat --binding law --per year",
    ),
    "new measure": (
        "yp new measure",
        "yp new measure 'Ruoka-avun verkosto' --interface a --goal 1 --lead kuntafoorumi "
        "--responsible kunnat --indicator 'Verkosto koottu (kyllä/ei)'",
        "yp new measure Selvitys --interface b --nobody 'ei määritelty' --dry-run",
    ),
    "new body": (
        "yp new body 'Ruoka-avun työryhmä' --interface a --convener kuntafoorumi",
        "yp new body Kehittäjäverkosto --member kunnat --rhythm 'neljä kertaa vuodessa'",
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
        "yp new obligation 'Raportti valtuustolle' --doer kunnat --binding law --per year "
        "--due 04-30",
        "yp new obligation 'Foorumi kokoontuu' --doer kuntafoorumi --binding agreement --per year "
        "--times 2",
    ),
    "new need": (
        "yp new need 'Yhteinen tilannekuva puuttuu' --interface johto --concerns kunnat",
        "yp new need 'Yhteinen kalenteri' --decides kuntafoorumi --measure E1",
    ),
    "new project": (
        "yp new project 'Ruoka-apuhanke' --type project --interface a --start 2025-01",
        "yp new project Avustus --type grant",
    ),
}
"""By the words that call the command."""


def of(path: str) -> tuple[str, ...]:
    """Return the examples of the command that is called so: ``yp init``."""
    return EXAMPLES.get(path.partition(" ")[2], ())
