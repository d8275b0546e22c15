"""What the cases in text cannot show: columns, places in other files, escapes, and time."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.compiler import compile_source
from deckgen.extract import extract
from deckgen.model.diagnostic import Diagnostic
from deckgen.model.note import QuestionNote
from deckgen.model.source import Markup, Source
from deckgen.parse import parse
from tests.project import Project

PATIENCE = 30  # seconds: generous, since only a cost that grows with the square is to be caught


def problems(text: str, markup: Markup = "plain") -> list[Diagnostic]:
    return compile_source(Source("bank.txt", text, markup), "Deck")[1]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("1. What is a ria?\nA. a valley\nB. a cliff\n  Answer: E\n", "key-not-an-option", (4, 11)),
        ("  1. What is a ria?\n  A. a valley\n  B. a cliff\n", "options-without-key", (1, 3)),
        ("1. Which of these?\nAnswer: B\n", "key-without-options", (2, 9)),
        ("A valley is long.\n\n  Answer: A\n", "answer-without-question", (3, 3)),
        ("1. What is a ria?\nA. x\nB. y\n\nKey\n1. D\n", "key-not-an-option", (6, 4)),
        ("1. What is a ria?\nA. x\nB. y\n\nKey\n1. A\n2. B\n", "answer-without-question", (7, 4)),
        ("::a:: What is a ria? {=x ~%half%y}\n", "bank-syntax", (1, 28)),
        ("::a:: What is\na ria? {=x\n~y\n", "bank-syntax", (2, 8)),
        ("::a:: How many? {#x}\n", "bank-syntax", (1, 19)),
        ("Quiz title: a\n\n1.  How many?\n=   x\n", "bank-syntax", (4, 5)),
        ("Quiz title: a\n\n1.  How many?\n=   [5, x]\n", "bank-syntax", (4, 5)),
        ("What is a ria?\nA. x\nB. y\nANSWER: D\n", "key-not-an-option", (4, 9)),
        (
            "1. What is a ria?\n\nAnswers\n1. A long bay.\n3. Sand.\n",
            "answer-without-question",
            (5, 4),
        ),
        (
            "1. What is a ria?\n2. Discuss it.\n\nAnswers\n1. A long bay.\n",
            "review-questions",
            (2, 1),
        ),
    ],
)
def test_a_problem_stands_where_the_trouble_is(
    text: str, code: str, place: tuple[int, int]
) -> None:
    found = [d for d in problems(text) if d.code == code]
    assert [(d.line, d.column) for d in found] == [place]


BANK = "1. {stem}\nA) {a}\nB) {b}\nAnswer: {key}\n"


def asked_again(project: Project) -> list[tuple[str, int, str]]:
    return [
        (d.path, d.line, d.message)
        for d in project.plan().diagnostics
        if d.code == "duplicate-question"
    ]


def test_a_question_with_another_key_names_the_place_of_the_first(tmp_path: Path) -> None:
    project = Project(tmp_path / "coast")
    one = BANK.format(stem="What is a ria?", a="a valley", b="a cliff", key="A")
    project.write("a.txt", f"The Coast\n\n{one}")
    project.write("b.txt", one.replace("Answer: A", "Answer: B"))
    ((path, line, message),) = asked_again(project)
    assert (path, line) == ("b.txt", 1)
    assert "a.txt, line 3" in message


def test_options_tell_questions_apart_that_need_them(tmp_path: Path) -> None:
    project = Project(tmp_path / "coast")
    stem = "Which of these is a coast?"
    project.write("a.txt", BANK.format(stem=stem, a="a ria", b="a lake", key="A"))
    project.write("b.txt", BANK.format(stem=stem, a="a fjord", b="a river", key="A"))
    assert not asked_again(project)
    project.write("b.txt", BANK.format(stem=stem, a="a fjord", b="a ria", key="A"))
    assert len(asked_again(project)) == 1


def test_another_deck_may_ask_the_same(tmp_path: Path) -> None:
    project = Project(tmp_path / "coast")
    project.write("a/one.md", "Q: What is a bar?\nA: A ridge of sand.\n")
    project.write("b/two.md", "Q: What is a bar?\nA: A unit of pressure.\n")
    assert not asked_again(project)


WORDS = st.text(alphabet="abcz =~#{}:%>-", min_size=1, max_size=20).map(
    lambda text: f"a{' '.join(text.split())}z"
)


def escaped(text: str) -> str:
    """A text as GIFT writes it."""
    return "".join(f"\\{sign}" if sign in "=~#{}:" else sign for sign in text)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(WORDS, WORDS, WORDS)
def test_signs_that_are_escaped_are_text(stem: str, right: str, wrong: str) -> None:
    text = f"::title:: {escaped(stem)} {{={escaped(right)} ~{escaped(wrong)}}}\n"
    (note,) = extract(parse(Source("a.txt", text, "plain"))[0]).notes
    assert isinstance(note, QuestionNote)
    assert note.stem == stem
    assert [(c.text, c.right) for c in note.choices] == [(right, True), (wrong, False)]


MANY = 6_000


@pytest.mark.parametrize("markup", ["plain", "markdown"])
@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{i}. What is it?" for i in range(MANY)),
        "1. Which?\n" + "\n".join(f"A) x{i}" for i in range(MANY)),
        "1. Which?\n" + "\n".join("- [ ] x" for _ in range(MANY)),
        "1. Which? " + "(A) x " * MANY,
        "\n\n".join(["Answers"] * MANY),
        "\n\n".join(["Multiple Choice"] * MANY),
        "\n\n".join(["::a:: b {=c"] * MANY),
        "::a:: b {=c " + "~d " * MANY,
        "\n".join(["Match each one."] * MANY),
        "Answer:" + " " * MANY * 10 + "x",
        "1. x " + "." * MANY * 10 + " y",
    ],
    ids=lambda text: text[:20].replace("\n", " "),
)
def test_hostile_banks_are_read_in_linear_time(text: str, markup: Markup) -> None:
    began = time.process_time()
    parse(Source("a.txt", text, markup))
    assert time.process_time() - began < PATIENCE
