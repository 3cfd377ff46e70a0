"""The licences under which data is published, by their ids in the register of SPDX."""

_IDS = """
    CC0-1.0 CC-PDDC CC-PDM-1.0 CC-BY-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-3.0 CC-BY-4.0 CC-BY-SA-1.0
    CC-BY-SA-2.0 CC-BY-SA-2.5 CC-BY-SA-3.0 CC-BY-SA-4.0 CC-BY-NC-1.0 CC-BY-NC-2.0 CC-BY-NC-2.5
    CC-BY-NC-3.0 CC-BY-NC-4.0 CC-BY-ND-1.0 CC-BY-ND-2.0 CC-BY-ND-2.5 CC-BY-ND-3.0 CC-BY-ND-4.0
    CC-BY-NC-SA-1.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-2.5 CC-BY-NC-SA-3.0 CC-BY-NC-SA-4.0
    CC-BY-NC-ND-1.0 CC-BY-NC-ND-2.0 CC-BY-NC-ND-2.5 CC-BY-NC-ND-3.0 CC-BY-NC-ND-4.0
    ODbL-1.0 ODC-By-1.0 PDDL-1.0 NLOD-1.0 NLOD-2.0 DL-DE-BY-2.0 DL-DE-ZERO-2.0 etalab-2.0
    OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0 OGL-Canada-2.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0
    CDLA-Sharing-1.0 EUPL-1.1 EUPL-1.2
"""
LICENCES = frozenset(_IDS.split())
"""The ids of SPDX for data and texts. Any other licence is named by its address on the web."""
