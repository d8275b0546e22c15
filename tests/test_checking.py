"""``deckgen check``: what the editor says, where it says it, and how it is told to be silent."""

import json
from pathlib import Path

import pytest

from deckgen import checking
from deckgen.compiler import Compiled
from deckgen.model.diagnostic import Severity
from deckgen.model.source import Inputs
from tests.project import START, Project, pairs

NEGATIVE = """\
1. Which of these is not a gas?

A) neon
B) iron
C) argon

Answer: B
"""
STRESSED = NEGATIVE.replace("not", "NOT")
CODE = "negative-stem"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "coast")


def codes(project: Project, *arguments: str) -> list[str]:
    ran = project.run("check", "--json", *arguments)
    return [d["code"] for d in json.loads(ran.stdout)["diagnostics"]]


def contents(compiled: Compiled) -> list[tuple[str, int, tuple[str, ...]]]:
    """The notes without their line, which a comment above them moves."""
    return [(note.guid, note.mod, note.row[:11]) for note in compiled.sealed.deck.notes]


# Where ---------------------------------------------------------------------------------------


def test_a_remark_has_its_place_its_line_its_caret_and_its_hint(project: Project) -> None:
    project.write("a.txt", NEGATIVE)
    ran = project.run("check")
    assert ran.code == 0
    assert ran.stderr == (
        "source/a.txt:1:22: warning: the question turns on “not”, which is easily read over "
        "[negative-stem]\n"
        "  1 | 1. Which of these is not a gas?\n"
        "    |                      ^\n"
        "  hint: ask what is so; or stress the word: **NOT**\n"
    )
    assert ran.stdout == "Coast: 1 note; 1 warning\n"


def test_a_remark_on_an_option_stands_at_the_option(project: Project) -> None:
    project.write("a.txt", STRESSED.replace("C) argon", "C) argon\nD) all of the above"))
    assert "source/a.txt:6:4: warning: “all of the above”" in project.run("check").stderr


def test_a_remark_on_a_card_from_prose_stands_at_its_sentence(project: Project) -> None:
    project.write(
        "a.md",
        "# Tides\n\nThe sea rises and falls. Nothing is ever still on the\ncoast of a shelf sea. "
        "A tidal bore is a wave\nthat runs up a river, as shown in figure 3 below.\n",
    )
    ran = project.run("check")
    remarks = [line for line in ran.stderr.splitlines() if "warning" in line]
    assert all(line.startswith(("source/a.md:4:", "source/a.md:5:")) for line in remarks)


def test_a_remark_on_a_page_has_the_place_in_the_page(project: Project) -> None:
    project.write(
        "a.html",
        "<html><body><main>\n<h1>Gases</h1>\n<p>1. Which of these is not a gas?</p>\n"
        "<ol type='A'><li>neon</li><li>iron</li><li>argon</li></ol>\n<p>Answer: B</p>\n"
        "</main></body></html>",
    )
    assert "source/a.html:3:" in project.run("check").stderr


# How much ------------------------------------------------------------------------------------


def test_ten_remarks_of_a_rule_are_shown_and_the_others_counted(project: Project) -> None:
    text = "\n".join(
        NEGATIVE.replace("1.", f"{i}.").replace("a gas", f"a gas of planet {i}")
        for i in range(1, 15)
    )
    project.write("a.txt", text)
    ran = project.run("check")
    assert ran.stderr.count(f"[{CODE}]") == 10
    assert f"… and 4 more [{CODE}]; --select {CODE} shows all\n" in ran.stdout
    assert project.run("check", "--select", CODE).stderr.count(f"[{CODE}]") == 14


def test_notes_on_style_are_counted_and_shown_if_asked_for(project: Project) -> None:
    project.write("a.txt", STRESSED.replace("iron", "none of the above"))
    ran = project.run("check")
    assert ran.stderr == ""
    assert ran.stdout == "Coast: 1 note; no problems; 1 note on style (--notes)\n"
    assert "[none-of-the-above]" in project.run("check", "--notes").stderr
    assert "[none-of-the-above]" in project.run("check", "--select", "items").stderr


def test_the_exit_code_follows_the_severity(project: Project) -> None:
    project.write("a.txt", NEGATIVE)
    assert project.run("check").code == 0
    assert project.run("check", "--strict").code == 1
    assert project.run("check", "--strict", "--ignore", CODE).code == 0
    project.write("a.txt", STRESSED.replace("argon", "iron"))
    assert project.run("check").code == 1
    assert project.run("build").code == 0  # a build tells what was lost, not what is bad


# Silence -------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["md", "txt"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1. Which", "<!-- deckgen: ignore negative-stem -->\n1. Which"),
        ("a gas?", "a gas? <!-- deckgen: ignore negative-stem -->"),
        ("Answer: B", "Answer: B <!-- deckgen: ignore long-back, negative-stem -->"),
        ("B) iron", "B) iron <!-- deckgen: ignore -->"),
        ("B) iron", "B) iron <!-- deckgen: ignore items -->"),
    ],
)
def test_a_comment_silences_a_card_and_changes_nothing_of_it(
    project: Project, ending: str, old: str, new: str
) -> None:
    project.write(f"a.{ending}", NEGATIVE)
    before = contents(project.build())
    project.replace(f"a.{ending}", old, new)
    assert codes(project) == []
    assert contents(project.plan()) == before


def test_a_comment_silences_no_other_card(project: Project) -> None:
    other = NEGATIVE.replace("1.", "2.").replace("a gas", "a noble gas")
    project.write("a.md", f"<!-- deckgen: ignore {CODE} -->\n{NEGATIVE}\n{other}")
    assert codes(project) == [CODE]
    project.write("a.md", f"{NEGATIVE}\n<!-- deckgen: ignore long-back -->\n{other}")
    assert codes(project) == [CODE, CODE]


def test_front_matter_silences_a_file(project: Project) -> None:
    project.write("a.md", f"---\nignore: [{CODE}, long-list]\n---\n\n{NEGATIVE}")
    assert codes(project) == []
    project.write("b.md", NEGATIVE.replace("a gas", "a noble gas"))
    assert codes(project) == [CODE]


def test_the_configuration_silences_all_files_or_some(project: Project) -> None:
    project.write("old/a.md", NEGATIVE)
    for line in (
        f'ignore = ["{CODE}"]',
        'select = ["cards"]',
        f'ignore-in = {{ "old/*" = ["{CODE}"] }}',
    ):
        project.write("deckgen.toml", line)
        assert codes(project) == []
    assert codes(project, "--select", CODE) == []  # what is ignored stays so
    project.write("deckgen.toml", 'select = ["cards"]')
    assert codes(project, "--select", f"{CODE},cards") == [CODE]


@pytest.mark.parametrize("line", ['ignore = ["negativ-stem"]', 'select = "items"', "ignore-in = 1"])
def test_a_configuration_that_makes_no_sense_is_told(project: Project, line: str) -> None:
    project.write("a.md", NEGATIVE)
    project.write("deckgen.toml", line)
    ran = project.run("check")
    assert ran.code == 2
    assert ran.stderr.startswith("deckgen: ")
    assert "hint: " in ran.stderr


def test_an_unknown_rule_is_told_with_the_one_that_was_meant(project: Project) -> None:
    project.write("a.md", NEGATIVE)
    ran = project.run("check", "--ignore", "negative-stems")
    assert ran.code == 2
    assert ran.stderr == (
        "deckgen: the editor has no rule “negative-stems”\n  hint: did you mean “negative-stem”?\n"
    )
    project.write("a.md", f"<!-- deckgen: ignore negative-stems -->\n{NEGATIVE}")
    assert sorted(codes(project)) == [CODE, "unknown-rule"]


def test_what_is_left_out_or_refused_is_not_edited(project: Project) -> None:
    project.write("a.md", pairs(("Does it rain?", "Yes."), ("What is a ria?", "A valley.")))
    assert codes(project) == ["yes-or-no"]
    assert project.run("build").code == 0
    assert project.run("refuse", "Does it rain?").code == 0
    assert codes(project) == []


# For machines --------------------------------------------------------------------------------


def test_sarif_has_a_result_for_each_problem(project: Project) -> None:
    project.write("a b.txt", NEGATIVE + "\nQ: What is a ria?\nA:\n")
    ran = project.run("check", "--sarif")
    log = json.loads(ran.stdout)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "deckgen"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {
        result["ruleId"] for result in run["results"]
    }
    first = run["results"][0]
    assert first["ruleId"] == CODE
    assert first["level"] == "warning"
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "source/a%20b.txt"},
        "region": {"startLine": 1, "startColumn": 22},
    }
    assert "error" in {result["level"] for result in run["results"]}
    assert ran.code == 1


def test_the_hook_for_pre_commit_runs_a_command_that_exists() -> None:
    hooks = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"
    assert "entry: deckgen check\n" in hooks.read_text(encoding="utf-8")


# Mending -------------------------------------------------------------------------------------

ASKED = "Q: What is a ria <!-- id: ria-1 -->\r\nA: A drowned valley.\r\n"


def test_a_fix_shows_what_it_changes_and_keeps_every_note(project: Project) -> None:
    project.write("a.md", NEGATIVE)
    project.write("b.txt", NEGATIVE.replace("a gas", "a noble gas"))
    (project.source / "c.md").write_bytes(ASKED.encode())
    before = project.build()
    ran = project.run("check", "--fix", "--notes")
    assert ran.code == 0
    assert ran.stderr == ""
    assert ran.stdout == (
        "--- source/a.md\n+++ source/a.md\n@@ -1 +1 @@\n"
        "-1. Which of these is not a gas?\n+1. Which of these is **not** a gas?\n"
        "--- source/b.txt\n+++ source/b.txt\n@@ -1 +1 @@\n"
        "-1. Which of these is not a noble gas?\n+1. Which of these is NOT a noble gas?\n"
        "--- source/c.md\n+++ source/c.md\n@@ -1 +1 @@\n"
        "-Q: What is a ria <!-- id: ria-1 -->\n+Q: What is a ria? <!-- id: ria-1 -->\n"
        "mended 3 places in 3 files\n"
        "Coast: 3 notes; no problems\n"
    )
    assert (project.source / "c.md").read_bytes() == ASKED.replace("ria <", "ria? <").encode()
    after = project.plan()
    assert [n.guid for n in after.sealed.deck.notes] == [n.guid for n in before.sealed.deck.notes]
    assert {change.state for change in after.sealed.changes} == {"edited"}
    assert not after.sealed.retired
    assert project.run("check", "--fix").stdout.startswith("nothing to mend\n")


def test_a_fix_leaves_alone_what_is_silenced_or_not_certain(project: Project) -> None:
    silent = NEGATIVE.replace("gas?", f"gas? <!-- deckgen: ignore {CODE} -->")
    twice = NEGATIVE.replace("1. Which of these", "1. Of those that do not burn, which")
    project.write("a.md", silent)
    project.write("b.md", twice)
    assert project.run("check", "--fix").stdout.startswith("nothing to mend\n")
    assert project.read("a.md") == silent
    assert project.read("b.md") == twice


def test_the_samples_of_this_project_pass_their_own_editor() -> None:
    samples = Path(__file__).parent.parent / "source"
    checked, _ = checking.check(Inputs((samples,)), START)
    assert not [d for d in checked.remarks if d.severity is not Severity.NOTE]
