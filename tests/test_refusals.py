"""``deckgen.refused``: notes that are kept out for good, followed through edits, and taken back."""

from pathlib import Path

from tests.anki_engine import GOOD, Learner
from tests.project import DAY, START, Project

NOTES = """# Coasts

Q: What is a ria?
A: A river valley that the sea has drowned.

Q: What is a spit?
A: A bank of sand that grows from the shore into the sea.

The {{c1::moon}} pulls at the sea.

A tombolo is a bar of sand that ties an island to the shore.
"""


def project_of(root: Path) -> Project:
    project = Project(root)
    project.write("notes.md", NOTES)
    project.build()
    return project


def guid_of(project: Project, front: str) -> str:
    return next(e.guid for e in project.lock().notes if e.front == front)


def fronts(project: Project) -> set[str]:
    return {next(iter(note.fields.values())) for note in project.package().notes}


def test_a_refused_note_leaves_the_deck_and_comes_back_with_its_guid(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    ria = guid_of(project, "What is a ria?")
    project.write("deckgen.refused", f"{ria} What is a ria?\n")
    compiled = project.build(START + DAY)
    assert [e.guid for e in compiled.sealed.retired] == [ria]
    assert [e.guid for e in compiled.sealed.refused] == [ria]
    assert "What is a ria?" not in fronts(project)
    again = project.build(START + 2 * DAY)
    assert (again.sealed.retired, len(again.sealed.refused)) == ((), 1)
    project.delete("deckgen.refused")
    back = project.build(START + 3 * DAY)
    assert [(c.now.guid, c.now.mod) for c in back.sealed.changes if c.state == "revived"] == [
        (ria, START)
    ]


def test_a_note_that_was_found_in_prose_is_refused_by_its_front_alone(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    front = "What is a tombolo?"
    project.write("deckgen.refused", f"# not these\n{front}\n")
    assert [e.front for e in project.build(START + DAY).sealed.refused] == [front]
    # The sentence is edited: the lock follows the note, and the line goes on refusing it.
    project.replace("notes.md", "ties an island to the shore", "ties an island to the mainland")
    compiled = project.build(START + 2 * DAY)
    assert len(compiled.sealed.refused) == 1
    assert compiled.diagnostics == ()
    assert "tombolo" not in str(fronts(project))


def test_a_front_line_holds_when_the_question_is_reworded(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    project.write("deckgen.refused", "What is a spit?\n")
    project.build(START + DAY)
    for asked in ("What is a spit of sand?", "What is a spit of sand, in short?"):
        text = project.read("notes.md")
        before = next(line for line in text.split("\n") if "spit" in line)
        project.replace("notes.md", before, f"Q: {asked}")
        compiled = project.build(START + 2 * DAY)
        assert [e.front for e in compiled.sealed.refused] == [asked]
        assert compiled.diagnostics == ()


def test_an_edit_while_refused_arrives_when_the_note_is_taken_back(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    guid = guid_of(project, "What is a ria?")
    with Learner(tmp_path) as learner:
        learner.take(project.output)
        learner.answer(learner.cards(guid)[0], GOOD)
        project.write("deckgen.refused", f"{guid}\n")
        project.build(START + DAY)
        learner.take(project.output)
        project.replace("notes.md", "has drowned.", "has drowned long ago.")
        project.build(START + 2 * DAY)
        learner.take(project.output)
        assert "long ago" not in learner.note(guid)["Answer"]
        project.write("deckgen.refused", "")
        project.build(START + 3 * DAY)
        assert learner.take(project.output).updated == 1
        assert "long ago" in learner.note(guid)["Answer"]
        assert learner.reviews(guid) == 1
        learner.check()


def test_a_refused_note_gives_its_guid_to_nobody(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    guid = guid_of(project, "What is a ria?")
    project.write("deckgen.refused", f"{guid}\n")
    project.build(START + DAY)
    # The refused note goes, and another comes: then the old one is back.
    ria = "Q: What is a ria?\nA: A river valley that the sea has drowned.\n"
    project.replace("notes.md", ria, "Q: What is a fjord?\nA: A valley of a glacier.\n")
    compiled = project.build(START + 2 * DAY)
    assert guid not in {c.now.guid for c in compiled.sealed.changes}
    assert not compiled.sealed.retired  # it had left the deck before
    assert [d.code for d in compiled.diagnostics] == ["refuses-nothing"]
    project.write("notes.md", project.read("notes.md") + f"\n{ria}")
    assert [e.guid for e in project.build(START + 3 * DAY).sealed.refused] == [guid]


def test_a_note_is_refused_before_its_first_build(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("notes.md", NOTES)
    project.write("deckgen.refused", "What is a spit?\n")
    compiled = project.build()
    assert (len(compiled.sealed.refused), compiled.sealed.retired) == (1, ())
    assert "spit" not in str(fronts(project))


def test_lines_that_refuse_nothing_are_told(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    project.write("more.md", "# A\n\nWhich is true? :: this one\n\n# B\n\nWhich is true? :: that")
    project.write(
        "deckgen.refused",
        "<<<<<<< ours\nWhat is a cape?\n=======\nWhich is true?\n>>>>>>> theirs\n"
        "\n  what is a RIA  \n",
    )
    compiled = project.build(START + DAY)
    assert [(d.code, d.path, d.line) for d in compiled.diagnostics if d.path != "more.md"] == [
        ("refuses-nothing", "deckgen.refused", 2),
        ("refusal-ambiguous", "deckgen.refused", 4),
    ]
    assert [e.front for e in compiled.sealed.refused] == ["What is a ria?"]


def test_a_part_does_not_complain_of_lines_about_the_rest(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    project.write("other.md", "Q: What is a tor?\nA: A rock on a hill.\n")
    project.write("deckgen.refused", "What is a ria?\nWhat is a tor?\n")
    project.build(START + DAY)
    ran = project.run("build", "source/other.md", "source/notes.md")
    assert "refuses-nothing" not in ran.stderr
    project.write("more.md", "Q: What is a bay?\nA: Water.\n")
    ran = project.run("build", "source/more.md")
    assert (ran.code, ran.stderr) == (0, "")


def test_the_command_writes_lines_and_takes_them_out(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    ria, moon = guid_of(project, "What is a ria?"), guid_of(project, "The moon pulls at the sea.")
    ran = project.run("refuse", "what is a r", moon)
    assert ran.code == 0, ran.stderr
    kept = [ln for ln in project.read("deckgen.refused").split("\n") if not ln.startswith("#")]
    assert kept == [*sorted([f"{ria} What is a ria?", f"{moon} The moon pulls at the sea."]), ""]
    assert "already" in project.run("refuse", ria).stdout
    assert "2 refused" in project.run("plan").stdout
    assert "2 refused" in project.run("check").stdout
    assert "2 refused" in project.run("build", "-o", "deck.apkg").stdout
    assert project.run("refuse", "--undo", "The moon").code == 0
    assert project.run("refuse", "--undo", ria).code == 0
    assert "2 revived" in project.run("plan").stdout


def test_the_command_lists_what_a_name_may_mean(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    ran = project.run("refuse", "What is")
    assert ran.code == 2
    assert "fits 3 notes" in ran.stderr
    assert f"{guid_of(project, 'What is a ria?')} What is a ria?" in ran.stderr
    assert project.run("refuse", "Why").code == 2
    assert project.run("refuse", "--undo", "What").code == 2
    assert not (project.source / "deckgen.refused").exists()
