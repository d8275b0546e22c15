"""Languages of prose: how one is told, and that each rule gives what its table says."""

import pytest

from deckgen.extract.concepts.forms import Form, Rule
from deckgen.extract.concepts.language import Language
from deckgen.extract.languages import LANGUAGES
from deckgen.extract.languages.english import ENGLISH
from deckgen.extract.languages.german import GERMAN, forms

# English has clauses of its own, and tests of its own: ``test_forms``.
EXAMPLES = [(rule, *example) for rule in GERMAN.rules for example in rule.examples]
OTHERS = [(rule, text) for rule in GERMAN.rules for text in rule.others]


def shown(form: Form | None) -> str:
    return "" if form is None else form.cloze or f"{form.front} / {form.back}"


@pytest.mark.parametrize(("rule", "text", "card"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_an_example_gives_its_card(rule: Rule, text: str, card: str) -> None:
    assert shown(rule.recast(text, None)) == card


@pytest.mark.parametrize(("rule", "text", "card"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_no_rule_before_it_takes_the_example(rule: Rule, text: str, card: str) -> None:
    found = (*forms.own(text), *forms.beside(text), *forms.named_back(text))
    assert card in [shown(form) for form in found]


@pytest.mark.parametrize(("rule", "text"), OTHERS, ids=lambda value: str(value)[:40])
def test_what_looks_alike_is_left_alone(rule: Rule, text: str) -> None:
    assert rule.recast(text, None) is None


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_names_and_purposes_are_told_apart(language: Language) -> None:
    assert len({rule.name for rule in language.rules}) == len(language.rules)
    assert all(rule.catches and rule.examples for rule in language.rules)


def test_no_sign_stands_for_two_languages() -> None:
    assert not ENGLISH.signs & GERMAN.signs
