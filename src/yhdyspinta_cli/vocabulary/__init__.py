"""The closed sets of the field: states, roles, forces, rhythms, kinds. Each stands here, once.

Free of pydantic, so that the command line and the shell's completion know them at no cost. The
models take their values from here. Whoever branches over a set matches it to its end
(`assert_never`), so that mypy names each place when a member is added. Whoever asks takes a set
from the package; in which of its rooms it stands is nobody else's matter.
"""

from yhdyspinta_cli.vocabulary.agenda import *
from yhdyspinta_cli.vocabulary.answers import *
from yhdyspinta_cli.vocabulary.codes import *
from yhdyspinta_cli.vocabulary.kinds import *
from yhdyspinta_cli.vocabulary.licences import *
from yhdyspinta_cli.vocabulary.places import *
from yhdyspinta_cli.vocabulary.rhythms import *
from yhdyspinta_cli.vocabulary.states import *
from yhdyspinta_cli.vocabulary.tables import *
