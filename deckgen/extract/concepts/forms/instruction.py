"""How something is done: an aim with its way, and a rule with its figure."""

import re

from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.wording import sentence
from deckgen.extract.language.clauses import Clause
from deckgen.extract.language.verbs import PLURAL

_AIM = re.compile(r"(?:In order )?[Tt]o (?P<aim>[a-z]+ [^,;:]{3,90}), (?P<way>[a-z]+ .{12,240})$")
_OUTCOME = re.compile(
    r"(?P<way>[A-Z][a-z]+ [^;:]{12,200}?),? and (?:you['’]ve got|you['’]ll have|you (?:have|get))"
    r" (?:what(?:['’]s| is) (?:called|known as) )?(?P<what>(?:the|an?) [\w-]+(?: [\w-]+){0,4})$"
)
_POINTS = re.compile(r"\b(?:this|those|these|them|it)\b")
_SHUNNED = re.compile(r"(?:get|see|sum|recap|start|begin|be|put|wrap|help|make|keep|learn|pass)\b")


def aim(text: str, parts: Clause | None) -> Form | None:
    """``To find the area, multiply ...`` -> How do you find the area?"""
    found = _AIM.match(text.rstrip("."))
    if not found or _SHUNNED.match(found["aim"]):
        return None
    if found["way"].split()[0] not in PLURAL:
        return None
    return Form(2.5, f"How do you {found['aim']}?", sentence(found["way"]))


def outcome(text: str, parts: Clause | None) -> Form | None:
    """``Take the debts from the assets, and you have the net worth.`` -> What is the net worth?"""
    found = _OUTCOME.match(text.rstrip("."))
    if not found or found["way"].split()[0].lower() not in PLURAL or _POINTS.search(found["way"]):
        return None
    return Form(3.0, f"How do you get {found['what']}?", sentence(found["way"]))
