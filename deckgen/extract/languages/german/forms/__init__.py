"""A German statement -> the forms in which it is best asked: tables of rules, tried in order.

Where case or gender is not sure, a rule asks with the words as they stand, or hides them: German
nouns cannot be moved from one place of a sentence to another without a look at their endings.
"""

from dataclasses import replace

from deckgen.extract.concepts.forms.form import Form, Rule
from deckgen.extract.languages.german.forms.cause import CAUSE
from deckgen.extract.languages.german.forms.contrast import CONTRAST
from deckgen.extract.languages.german.forms.definition import DEFINITION
from deckgen.extract.languages.german.forms.figure import FIGURE
from deckgen.extract.languages.german.forms.listing import LISTING
from deckgen.extract.languages.german.forms.naming import BACK, BESIDE, NAMING
from deckgen.extract.languages.german.forms.saying import SAYING

OWN = (*NAMING, *CONTRAST, *DEFINITION, *LISTING, *CAUSE, *FIGURE, *SAYING)
RULES = (*OWN, *BESIDE, BACK)


def own(text: str) -> tuple[Form, ...]:
    """The form of a statement itself: of the first rule that knows one."""
    for rule in OWN:
        if _may_hold(rule, text) and (found := rule.recast(text, None)):
            return (replace(found, rule=rule.name),)
    return ()


def beside(text: str) -> tuple[Form, ...]:
    """What a statement explains by the way."""
    return tuple(
        replace(found, rule=rule.name)
        for rule in BESIDE
        if _may_hold(rule, text) and (found := rule.recast(text, None))
    )


def named_back(text: str) -> tuple[Form, ...]:
    """What the second of two sentences gives a name to."""
    found = BACK.recast(text, None)
    return (replace(found, rule=BACK.name),) if found else ()


def _may_hold(rule: Rule, text: str) -> bool:
    return any(sign in text for sign in rule.needs)
