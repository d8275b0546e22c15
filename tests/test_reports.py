"""What is printed of a problem and of a line: the caret, the cut, the columns, the colours."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.parse.places import pointed
from deckgen.report import diagnostic
from deckgen.report.excerpts import clipped, excerpt
from tests.project import Project, pairs

FJORD = ("What is a fjord?", "A narrow inlet of the sea.")


def cells(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.category(c) in ("Mn", "Me") for c in text)


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("The tide", 5, "The tide", 4),
        ("  The tide", 3, "  The tide", 2),
        ("\tThe tide", 2, "    The tide", 4),
        ("水と tide", 4, "水と tide", 5),
        ("e\u0301bb", 3, "e\u0301bb", 1),
        ("a\u202eb\x1b[31mc", 9, "ab [31mc", 7),
        ("", 1, "", 0),
    ],
)
def test_the_caret_stands_below_its_character(
    line: str, column: int, shown: str, caret: int
) -> None:
    assert excerpt(line, column) == (shown, caret)


def test_a_long_line_is_cut_around_its_caret() -> None:
    line = "tide " * 100 + "FJORD" + " tide" * 100
    shown, caret = excerpt(line, line.index("FJORD") + 1)
    assert shown[caret:].startswith("FJORD")
    assert (shown[0], shown[-1]) == ("…", "…")
    assert cells(shown) <= 74


@settings(deadline=None, derandomize=True)
@given(st.text(st.sampled_from("ab 水\t\u0301\u200b😀\x1b"), max_size=300), st.integers(1, 320))
@example("水" * 300, 299)
def test_the_character_at_the_caret_is_the_one_that_is_meant(line: str, column: int) -> None:
    shown, caret = excerpt(line, column)
    assert cells(shown) <= 76
    if column <= len(line) and line[column - 1] in "ab水😀":
        before = 0
        for char in shown:
            if before == caret and unicodedata.category(char) != "Mn":
                break
            before += cells(char)
        assert char == line[column - 1]


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=200), st.integers(2, 80))
def test_a_clipped_text_is_as_wide_as_it_may_be(text: str, widest: int) -> None:
    assert cells(clipped(text, widest)) <= widest


@pytest.mark.parametrize(
    ("near", "line", "column"), [("", 2, 3), ("{{c1", 2, 7), ("moon", 3, 1), ("sun", 2, 3)]
)
def test_a_problem_is_placed_at_its_words(near: str, line: int, column: int) -> None:
    lines = ["Tides", "  The {{c1::", "moon} pulls."]
    problem = Diagnostic("x", Severity.ERROR, "m", "a.md", 2, 1, near=near)
    found = pointed(problem, lines)
    assert (found.line, found.column, found.excerpt) == (line, column, lines[line - 1])


def test_colours_touch_neither_the_text_nor_the_places() -> None:
    problem = Diagnostic("x", Severity.WARNING, "a \x1b[2J b", "a.md", 1, 1, "do", "The tide")
    plain, coloured = diagnostic(problem, Path()), diagnostic(problem, Path(), colours=True)
    assert "\x1b" not in plain
    assert "\x1b[1;33mwarning:\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


# check ---------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path / "coast")
    made.write("good.md", pairs(FJORD))
    return made


def test_a_check_writes_nothing_and_counts(project: Project) -> None:
    project.write("b.md", f"{pairs(FJORD)}\n   Q: What is a ria?\n   A:\n")
    before = project.files()
    ran = project.run("check")
    assert ran.code == 1
    assert ran.stdout == "Coast: 1 note; 1 error, 1 warning\n"
    assert "source/b.md:4:4: error: " in ran.stderr
    assert "  4 |    Q: What is a ria?\n    |    ^\n" in ran.stderr
    assert project.files() == before


def test_problems_come_by_file_and_line(project: Project) -> None:
    project.write("a.md", f"Q: What?\nA:\n\n{pairs(FJORD)}\nQ: How?\nA:\n\n{pairs(FJORD)}")
    found = [(d.path, d.line) for d in project.plan().diagnostics]
    assert found == sorted(found)
    assert len(found) == 4


@pytest.mark.parametrize("command", ["check", "plan", "build"])
def test_strict_takes_warnings_for_errors(project: Project, command: str) -> None:
    project.write("two.md", pairs(FJORD))
    assert project.run(command).code == 0
    assert project.run(command, "--strict").code == 1
    project.delete("two.md")
    assert project.run(command, "--strict").code == 0


def test_a_check_of_nothing_fails(project: Project) -> None:
    project.write("good.md", "Hello there!\n")
    ran = project.run("check")
    assert (ran.code, ran.stdout) == (
        1,
        "Coast: no note; 1 warning\n".replace("no note", "0 notes"),
    )


def test_json_for_scripts(project: Project) -> None:
    project.write("b.md", "Q: What is a ria?\nA:\n")
    checked = json.loads(project.run("check", "--json", "--explain").stdout)
    assert checked["severities"] == {"error": 1, "warning": 0, "note": 0}
    assert [d["code"] for d in checked["diagnostics"]] == ["question-without-answer"]
    assert checked["sources"][1]["lines"][0] == {
        "line": 1,
        "rule": "question and answer",
        "role": "question",
    }
    built = json.loads(project.run("build", "--json").stdout)
    assert built["output"] == "build/Coast.apkg"
    assert built["notes"][0]["state"] == "new"


def test_an_explanation_names_every_line_once(project: Project) -> None:
    project.write("good.md", f"# Coast\n\n{pairs(FJORD)}\nThe {{{{c1::moon}}}} pulls.\n")
    ran = project.run("check", "--explain")
    assert ran.stdout.splitlines() == [
        "source/good.md",
        "   1 | heading · context              | # Coast",
        "   3 | question and answer · question | Q: What is a fjord?",
        "   4 | question and answer · answer   | A: A narrow inlet of the sea.",
        "     | -> card: What is a fjord?",
        "   6 | cloze                          | The {{c1::moon}} pulls.",
        "     | -> cloze card: The {{c1::moon}} pulls.",
        "Coast: 2 notes; no problems",
    ]


def test_no_colours_in_a_pipe(project: Project) -> None:
    project.write("b.md", "Q: What is a ria?\nA:\n")
    assert "\x1b" not in project.run("check", FORCE_COLOR="1").stderr


PROSE = """# Coasts

A spit is a ridge of sand that is joined to the land at one end. Have you ever walked on one?
It is slowly moved along by the waves that wash against it from the open sea on its other side.
"""


def test_each_sentence_of_prose_is_told(project: Project) -> None:
    project.write("a.md", PROSE)
    ran = project.run("check", "source/a.md", "--explain")
    assert ran.stdout.splitlines()[4:8] == [
        "     | -> card found in prose: What is a spit?",
        "     | -> chatter (question): Have you ever walked on one?",
        "     | -> cloze card found in prose: A spit is slowly {{c1::moved along by the…",
        "3 sentences of prose: 2 made cards, 1 chatter",
    ]
    told = json.loads(project.run("check", "source/a.md", "--explain", "--json").stdout)
    sentences = told["sources"][0]["sentences"]
    assert [s["fate"] for s in sentences] == ["card", "chatter", "card"]
    assert sentences[0]["fronts"] == ["What is a spit?"]
    assert sentences[1] == {
        "line": 3,
        "text": "Have you ever walked on one?",
        "fate": "chatter",
        "why": "question",
        "fronts": [],
    }
