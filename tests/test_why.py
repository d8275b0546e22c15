"""The question for the reason of a claim: turned where that is certain, left alone elsewhere."""

import pytest

from deckgen.extract.concepts.forms.why import why

TURNED = {
    "Ice is slippery": "Why is Ice slippery?",
    "A keel keeps the boat upright": "Why does a keel keep the boat upright?",
    "Bakers usually cool the bread": "Why do Bakers usually cool the bread?",
    "The guild banned night work": "Why did the guild ban night work?",
    "Moths have two antennae": "Why do Moths have two antennae?",
    "The tide has turned to the west": "Why has the tide turned to the west?",
    "Only a survey can tell": "Why can only a survey tell?",
    "In winter, lakes freeze from the top": "In winter, why do lakes freeze from the top?",
    "Rye must not be sown late": "Why must Rye not be sown late?",
    "Sailors can't see the rock at high water": "Why can't Sailors see the rock at high water?",
}
LEFT = (
    "Never turn on a ramp",
    "The pump runs and must be cooled",
    "The pump is loud, and the tank is full",
    "Large burns get dry dressings",
    "The shuttle let one weaver do the work of two",
    "The crew sang all night",
    "The tide has turned early",
    "Moths have feathered antennae",
    "Flat breeds such as pugs should be woken late",
)


@pytest.mark.parametrize("claim", TURNED)
def test_a_claim_is_turned_into_a_question(claim: str) -> None:
    assert why(claim) == TURNED[claim]


@pytest.mark.parametrize("claim", LEFT)
def test_a_claim_with_an_uncertain_order_stays(claim: str) -> None:
    assert why(claim) == f"{claim}. Why?"
