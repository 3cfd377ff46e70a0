"""Common Finnish words that follow none of the rules of `finnish_forms`."""

_LINES = (
    "työ työn työtä töitä töissä työssä töiden",
    "lapsi lapsen lasten lasta lapsia lapsille lapsilla lapsilta lapset lapsessa",
    "tuki tuen tukea tukia tuessa",
    "laki lain lakia lakien lakeja laissa laeissa",
    "aika ajan aikaa aikoja ajassa ajoissa aikojen",
    "ikä iän ikää iässä",
    "vika vian vikaa vikoja viassa",
    "mies miehen miesten miestä miehiä miehessä miehille",
    "tie tien teitä tietä tiessä teissä teiden",
    "yö yön öitä yötä yössä öiden",
    "toimi toimen tointa toimia toimessa",
    "poika pojan poikia poikien poikaa pojassa pojissa",
    "näkö näön näköä näössä",
    "koko koon kokoa kokoja koossa",
    "ruoka ruoan ruuan ruokaa ruokia ruokien ruoassa ruuassa ruoissa",
    "jäsen jäsenen jäsentä jäseniä jäsenten jäsenessä",
)
"""Each has forms of all of its stems."""

BY_FORM = {form: tuple(line.split()) for line in _LINES for form in line.split()}
"""The forms of a word, by each of them."""
