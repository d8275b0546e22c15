"""Which choices keep their place: decided once, from the text, whatever the card shows."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.extract.order import by_size, ordered
from deckgen.model.note import Choice
from tests.project import Project


def fixed(options: list[str], *explanation: str, labels: tuple[str, ...] = ()) -> list[int]:
    """The positions that stay, counted from 1."""
    choices = tuple(Choice(text, at == 0) for at, text in enumerate(options))
    found = ordered(choices, explanation, labels).choices
    return [at for at, choice in enumerate(found, 1) if choice.fixed]


@pytest.mark.parametrize(
    "last",
    [
        "All of the above", "None of the above.", "All of these", "None of these answers",
        "Both of the above", "Neither", "Both", "None", "All of the answers are correct",
        "More than one of the above", "Two of the above", "All are correct", "None of them apply",
        "It cannot be determined from the map", "Not enough information", "I don't know",
        "Alle oben genannten", "Keine davon", "Alle Antworten sind richtig",
        "Toutes ces réponses", "Aucune de ces réponses", "Todas las anteriores",
        "Ninguna de las anteriores", "Nenhuma das anteriores", "Tutte le precedenti",
        "Nessuna delle precedenti", "Alle bovenstaande antwoorden", "Geen van deze",
    ],
)  # fmt: skip
def test_what_speaks_of_the_others_stays(last: str) -> None:
    assert fixed(["Fjord", "Ria", last]) == [3]
    assert fixed([last, "Fjord", "Ria"]) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "All people on the shore", "Both sides of the river", "None but the brave", "Any tide",
        "All these shores are steep and have been carved by ice over a very long time",
        "Alle Küsten", "Both rivers and glaciers", "Some of the sand",
    ],
)  # fmt: skip
def test_what_only_begins_so_is_shuffled(text: str) -> None:
    assert fixed(["Fjord", "Ria", text]) == []


@pytest.mark.parametrize(
    "options",
    [
        ["1", "2", "3"], ["1914", "1918", "1945"], ["5 km/h", "7.5 km/h", "10 km/h"],
        ["$10,000", "$20,000", "None of these"], ["10%", "25 %", "more than 50%"],
        ["about five", "six", "seven"], ["3–4 m", "5–6 m"], ["1/2", "3/4"], ["-40 °C", "0 °C"],
        ["True", "False"], ["Yes", "No", "Not given"], ["Richtig", "Falsch"], ["Vrai", "Faux"],
        ["2 semitones", "three semitones"], ["1st", "2nd", "3rd"],
    ],
)  # fmt: skip
def test_numbers_and_verdicts_stay_in_order(options: list[str]) -> None:
    assert fixed(options) == [*range(1, len(options) + 1)]


@pytest.mark.parametrize(
    "options",
    [
        ["1 fjord", "a ria"], ["7 Samurai fight for a village", "2 men row"],
        ["True north", "False"],
        ["H2O", "CO2"], ["x^2", "x^3"],
    ],
)  # fmt: skip
def test_what_has_a_number_in_it_is_no_number(options: list[str]) -> None:
    assert fixed(options) == []


@pytest.mark.parametrize(
    "last",
    ["Both A and B", "A and B", "A, B and C", "a and c only", "Neither A nor C", "A & B", "Only A",
     "All except B", "A und C", "Sowohl A als auch B", "Both (A) and (B)"],
)  # fmt: skip
def test_an_option_that_names_letters_keeps_all_in_place(last: str) -> None:
    assert fixed(["Fjord", "Ria", "Delta", last]) == [1, 2, 3, 4]


def test_options_that_name_statements_of_the_question_are_shuffled() -> None:
    assert fixed(["I and II", "I only", "II and III"]) == []
    assert fixed(["A and D", "B and C", "A and C"]) == []


@pytest.mark.parametrize(
    "explanation",
    [
        "Option B is a lake.", "The answer is A, for it is steep.", "Choice C describes a ria.",
        "B is wrong because no ice was there.", "A and C are incorrect.", "(C) is a lake.",
        "**D** is true, but not asked for.", "C. A lake has no tide.", "D) is built of mud.",
        "Steep walls rule out A and B, while C has none.", "Both B and D lie in the south.",
        "Antwort B ist falsch.", "La respuesta C es incorrecta.", "La réponse B est fausse.",
        "Answers B and D are about lakes.", "Answer: C",
    ],
)  # fmt: skip
def test_letters_in_an_explanation_keep_the_order(explanation: str) -> None:
    assert fixed(["Fjord", "Ria", "Delta", "Bar"], explanation) == [1, 2, 3, 4]


def test_letters_in_a_rationale_keep_it_too() -> None:
    choices = (
        Choice("Fjord", True),
        Choice("Ria", False, "B is wrong: no ice."),
        Choice("Bar", False),
    )
    assert all(choice.fixed for choice in ordered(choices, ()).choices)


@pytest.mark.parametrize(
    "explanation",
    [
        "A ria is a river valley.", "Vitamins A and D are found in it.", "Hepatitis B is a virus.",
        "The tide goes from A to B.", "Plan B is best.", "Blood group A is common.",
        "Answer: A spring tide follows a new moon.", "It is E and F that differ.",
        "A lake is not a fjord. A bar is.", "The grade was an A or a B",
        "Between A and B it falls.",
        "The two answers differ.", "Sections A and B are steep.", "I is the current.",
    ],
)  # fmt: skip
def test_letters_of_other_things_do_not(explanation: str) -> None:
    assert fixed(["Fjord", "Ria", "Delta", "Bar"], explanation) == []


def test_numbers_of_options_count_where_the_page_has_numbers() -> None:
    numbers = ("1.", "2.", "3.")
    assert fixed(["a", "b", "c"], "Option 2 is wrong.") == []
    assert fixed(["Fjord", "Ria", "Bar"], "Option 2 is wrong.", labels=numbers) == [1, 2, 3]
    choices = (Choice("Fjord", True), Choice("Ria", False), Choice("Bar", False))
    assert ordered(choices, ("Option 2 is wrong.",), numbers).numbered


def test_amounts_that_had_no_order_get_one() -> None:
    assert by_size(("nine", "two feet", "five")) == ("two feet", "five", "nine")
    assert by_size(("$1,000", "$90.5", "$200")) == ("$90.5", "$200", "$1,000")
    assert by_size(("nine", "a dozen", "five")) == ("nine", "a dozen", "five")
    assert by_size(("thirty", "ten")) == ("thirty", "ten"), "not every word is known"


@given(st.lists(st.text(max_size=60), max_size=8), st.lists(st.text(max_size=200), max_size=3))
def test_any_text_is_decided_on_and_nothing_else_changes(
    options: list[str], explanation: list[str]
) -> None:
    choices = tuple(Choice(text, False) for text in options)
    found = ordered(choices, tuple(explanation))
    assert [c.text for c in found.choices] == options
    assert found == ordered(choices, tuple(explanation))


def test_a_long_text_takes_no_time() -> None:
    choices = (Choice("A, " * 20_000, True), Choice("all of the " * 20_000, False))
    for text in ("A, B and " * 20_000, "(A" * 40_000, "option " * 30_000, "x" * 200_000):
        ordered((*choices, Choice(text, False)), (text,))


def test_the_card_is_told(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        "bank.txt",
        "1. Which is a lake?\nA) Ria\nB) Haff\nC) None of these\nAnswer: B\n\n"
        "2. What is it?\nA) Ria\nB) Haff\nC) Bar\nAnswer: B\nExplanation: C is wrong.\n\n"
        "3. Which are lakes? Select all that apply.\nA) Ria\nB) Haff\nC) Bar\nAnswer: B\n\n"
        "4. Which is a bar?\n1) Ria\n2) Haff\n3) Bar\nAnswer: 3\n"
        "Explanation: Option 2 is a lake.\n",
    )
    compiled = project.build()
    flags = [note.fields["Flags"] for note in project.package().notes]
    assert flags == ["keep-3", "in-order", "multi says-so", "numbered in-order"]
    told = [(d.code, d.line, d.column, d.severity) for d in compiled.diagnostics]
    assert told == [
        ("letters-in-explanation", 12, 14, "note"),
        ("letters-in-explanation", 25, 14, "note"),
    ]
