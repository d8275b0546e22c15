"""The table of forms: every rule's examples give what it says, and look-alikes are left alone."""

import pytest

from deckgen.extract.concepts import forms
from deckgen.extract.concepts.forms import Form, Rule
from deckgen.extract.language.clauses import clause

EXAMPLES = [(rule, *example) for rule in forms.RULES for example in rule.examples]
OTHERS = [(rule, text) for rule in forms.RULES for text in rule.others]


def shown(form: Form | None) -> str:
    return "" if form is None else form.cloze or f"{form.front} / {form.back}"


@pytest.mark.parametrize(("rule", "text", "card"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_an_example_gives_its_card(rule: Rule, text: str, card: str) -> None:
    assert shown(rule.recast(text, clause(text))) == card


@pytest.mark.parametrize(("rule", "text", "card"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_no_rule_before_it_takes_the_example(rule: Rule, text: str, card: str) -> None:
    assert card in [shown(form) for form in forms.recast(text, clause(text))]


@pytest.mark.parametrize(("rule", "text"), OTHERS, ids=lambda value: str(value)[:40])
def test_what_looks_alike_is_left_alone(rule: Rule, text: str) -> None:
    assert rule.recast(text, clause(text)) is None


def test_names_and_purposes_are_told_apart() -> None:
    assert len({rule.name for rule in forms.RULES}) == len(forms.RULES)
    assert all(rule.catches and rule.examples for rule in forms.RULES)
