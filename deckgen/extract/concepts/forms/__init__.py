"""A statement -> the form in which it is best asked: two tables of rules, tried in order."""

from dataclasses import replace

from deckgen.extract.concepts.forms import naming
from deckgen.extract.concepts.forms.aside import ASIDE
from deckgen.extract.concepts.forms.form import Form, Rule
from deckgen.extract.concepts.forms.own import OWN
from deckgen.extract.language.clauses import Clause

__all__ = ["DEFINING", "RULES", "Form", "Rule", "beside", "named_afterwards", "recast"]

RULES = (*OWN, *ASIDE)
DEFINING = frozenset(rule.name for rule in RULES if rule.defines)


def recast(text: str, parts: Clause | None) -> tuple[Form, ...]:
    """All forms of one statement: its own, and what is explained beside it."""
    own = _own(text, parts)
    return (own, *beside(text, parts)) if own else beside(text, parts)


def named_afterwards(text: str) -> tuple[Form, ...]:
    """What the second of two sentences gives a name to."""
    rule = next(rule for rule in ASIDE if rule.recast is naming.named_back)
    found = rule.recast(text, None)
    return (replace(found, rule=rule.name),) if found else ()


def beside(text: str, parts: Clause | None = None) -> tuple[Form, ...]:
    """What a statement explains by the way: this stands alone even where the statement does not."""
    return tuple(
        replace(found, rule=rule.name)
        for rule in ASIDE
        if any(sign in text for sign in rule.needs) and (found := rule.recast(text, parts))
    )


def _own(text: str, parts: Clause | None) -> Form | None:
    for rule in OWN:
        if found := rule.recast(text, parts):
            return replace(found, rule=rule.name)
    return None
