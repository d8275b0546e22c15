"""How something is done: an aim with its way, and a rule with its figure."""

import re

from deckgen.extract.concepts.forms import figure
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.wording import sentence
from deckgen.extract.language.clauses import Clause
from deckgen.extract.language.verbs import PLURAL

_AIM = re.compile(r"(?:In order )?[Tt]o (?P<aim>[a-z]+ [^,;:]{3,90}), (?P<way>[a-z]+ .{12,240})$")
_SHUNNED = re.compile(r"(?:get|see|sum|recap|start|begin|be|put|wrap|help|make|keep|learn|pass)\b")


def aim(text: str, parts: Clause | None) -> Form | None:
    """``To find the area, multiply ...`` -> How do you find the area?"""
    found = _AIM.match(text.rstrip("."))
    if not found or _SHUNNED.match(found["aim"]):
        return None
    if found["way"].split()[0] not in PLURAL:
        return None
    return Form(2.5, f"How do you {found['aim']}?", sentence(found["way"]))


def measured(text: str, parts: Clause | None) -> Form | None:
    """``Leave 3 inches of space behind the shelf.`` hides the measure."""
    return figure.figure(text, None) if text.split()[0].lower() in PLURAL else None
