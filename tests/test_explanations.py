"""The tables of phrasings: every example gives its options, and look-alikes give none."""

import pytest

from deckgen.extract import explanations
from deckgen.extract.explanations import namings, rejections, shapes
from deckgen.extract.explanations.phrasing import Phrasing, first
from deckgen.extract.explanations.segments import opened, segments

TABLES = (
    namings.OUTRIGHT,
    namings.SAID_OF_IT,
    namings.TO_DO,
    rejections.REJECTIONS,
    rejections.SETTINGS,
)
EXAMPLES = [(table, row, *example) for table in TABLES for row in table for example in row.examples]
OTHERS = [(row, text) for table in TABLES for row in table for text in row.others]


def shown(value: object) -> str:
    return value.name if isinstance(value, Phrasing) else "table"


@pytest.mark.parametrize(("table", "row", "text", "options"), EXAMPLES, ids=shown)
def test_an_example_names_its_options(
    table: tuple[Phrasing, ...], row: Phrasing, text: str, options: tuple[str, ...]
) -> None:
    assert row.options(text) == options


@pytest.mark.parametrize(("table", "row", "text", "options"), EXAMPLES, ids=shown)
def test_no_row_before_it_reads_the_example_otherwise(
    table: tuple[Phrasing, ...], row: Phrasing, text: str, options: tuple[str, ...]
) -> None:
    found = first(table, text)
    assert found is not None
    assert found[1] == options


@pytest.mark.parametrize(("row", "text"), OTHERS, ids=shown)
def test_what_looks_alike_names_nothing(row: Phrasing, text: str) -> None:
    assert row.options(text) == ()


def test_names_are_told_apart() -> None:
    names = [row.name for table in TABLES for row in table]
    assert len(set(names)) == len(names)
    assert all(row.examples for table in TABLES for row in table)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "An invoice asks for money, and a receipt shows payment.",
            ("An invoice asks for money", "a receipt shows payment"),
        ),
        ("A file leaves marks; it is too coarse.", ("A file leaves marks; it is too coarse",)),
        (
            "The hygrometer is for humidity, the anemometer for wind.",
            ("The hygrometer is for humidity", "the anemometer for wind"),
        ),
        ("A tall, thin glass holds less.", ("A tall, thin glass holds less",)),
    ],
)
def test_a_sentence_is_cut_where_it_does_not_point_back(
    sentence: str, parts: tuple[str, ...]
) -> None:
    assert segments(sentence) == parts


def test_a_leading_and_goes_but_nor_stays() -> None:
    assert opened("And the owner waits") == "The owner waits"
    assert opened("Nor is it rust") == "Nor is it rust"


@pytest.mark.parametrize(
    ("answer", "options", "beside"),
    [
        (
            "serve a notice",
            ("changing the locks",),
            ("serving a notice", ("changing the locks",)),
        ),
        (
            "stop the engine",
            ("opening a window", "wait for help"),
            ("stopping the engine", ("opening a window", "waiting for help")),
        ),
        (
            "lets the dough rest",
            ("to save yeast", "cooling the dough"),
            ("to let the dough rest", ("to save yeast", "to cool the dough")),
        ),
        (
            "stay in the cab and call for help",
            ("climbing down",),
            ("stay in the cab and call for help", ("climb down",)),
        ),
        ("stop the engine", (), ("", ())),
    ],
)
def test_acts_stand_in_one_form(
    answer: str, options: tuple[str, ...], beside: tuple[str, tuple[str, ...]]
) -> None:
    assert shapes.beside(answer, options) == beside


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("opening a window", "act"),
        ("to save yeast", "act"),
        ("flaring tool", "thing"),
        ("help from friends", "thing"),
        ("in the cellar", "setting"),
        ("the leaf is poisonous", "statement"),
    ],
)
def test_the_shape_of_an_option(text: str, shape: str) -> None:
    assert shapes.of(text) == shape


@pytest.mark.parametrize(
    ("stem", "explanation"),
    [
        (
            "What powers the tides?",
            "The moon powers the tides. Water bulges toward it. The bulge follows the moon.",
        ),
        (
            "Which instrument has 88 keys?",
            "The piano has 88 keys. The lowest note is an A. Felt hammers strike the strings.",
        ),
        (
            "Which enzyme digests starch in the mouth?",
            "Amylase does. Saliva holds it in plenty. The stomach would then stop its work.",
        ),
    ],
)
def test_what_is_told_of_the_answer_is_no_wrong_option(stem: str, explanation: str) -> None:
    assert explanations.mine(stem, (explanation,)).wrong == ()


VALVES = ("Check valve", "Gate valve", "Safety valve")


@pytest.mark.parametrize(
    ("explanation", "meant"),
    [
        ("The valve that opens by itself is the safety valve. A check valve holds water back.", 2),
        ("A gate valve stops the flow. The safety valve lets steam escape.", None),
        ("Safety valves may be meant, or perhaps others.", None),
        ("It is not the safety valve that matters.", None),
        ("Steam is dangerous. Every boiler has its valves.", None),
        ("Check valves and safety valves both hold pressure.", None),
    ],
)
def test_an_option_is_meant_only_without_a_doubt(explanation: str, meant: int | None) -> None:
    stem = "Which valve lets steam escape from a boiler?"
    assert explanations.clear(stem, (explanation,), VALVES) == meant
