"""``deckgen draft``: the same notes in another text, and every review kept when it is built."""

from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.compiler import compile_source
from deckgen.draft import Head, draft
from deckgen.drafting import write_draft
from deckgen.edges import files
from deckgen.model.diagnostic import EnvironmentProblem
from deckgen.model.note import Choice, ClozeNote, ConceptNote, Note, Origin, QuestionNote
from deckgen.model.source import Markup, Source
from deckgen.notetypes import note_types
from deckgen.parse import parse
from deckgen.render import render
from tests.anki_engine import GOOD, Learner
from tests.project import DAY, START, Project
from tests.test_cases import inputs
from tests.test_cases import notes as notes_of_case
from tests.test_cases import read as read_case

PAGE = """Spring Tides and Neap Tides

Multiple Choice

What causes a spring tide?

A) Strong onshore winds
B) Sun and moon pulling along one line
C) The rotation of the earth

Answer: B
Explanation: Twice a month they stand in one line.

Reading a Tide Table

A tidal range is the difference in height between high water and low water. A tidal bore is a wave
that runs up a river against its current.
"""

SAMPLE = [name for name in sorted(inputs()) if crc32(name.encode()) % 4 == 0]  # the same every time


def by_guid(project: Project) -> dict[str, dict[str, str]]:
    return {note.guid: note.fields for note in project.package().notes}


@pytest.mark.parametrize("name", SAMPLE)
def test_a_draft_of_a_case_gives_its_notes(name: str) -> None:
    """Fields, tags and kinds are compared by the command itself, which reports what differs."""
    try:
        drafted = write_draft(inputs()[name], None, START)
    except EnvironmentProblem:
        pytest.skip("no text to draft")
    assert drafted.diagnostics == ()
    assert len(drafted.compiled.sealed.changes) == drafted.count


def test_a_draft_in_the_place_of_its_page_keeps_every_guid(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("page.txt", PAGE)
    project.build()
    before = by_guid(project)
    write_draft(project.source / "page.txt", project.source / "page.md", START)
    compiled = project.build(START + DAY)
    assert {c.state for c in compiled.sealed.changes} == {"unchanged"}
    assert not compiled.sealed.retired
    assert by_guid(project).keys() == before.keys()
    assert [d.code for d in compiled.diagnostics] == ["replaced-page"]
    again = project.build(START + 2 * DAY)
    assert {c.state for c in again.sealed.changes} == {"unchanged"}


def test_a_page_that_was_never_built_gets_the_guids_of_its_build(tmp_path: Path) -> None:
    page, drafted = Project(tmp_path / "page"), Project(tmp_path / "draft")
    for project in (page, drafted):
        project.write("page.txt", PAGE)
    write_draft(drafted.source / "page.txt", drafted.source / "page.md", START)
    page.build()
    drafted.build()
    assert by_guid(drafted).keys() == by_guid(page).keys()


def test_a_learner_keeps_every_review_when_the_page_is_drafted_and_edited(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("page.txt", PAGE)
    project.build()
    guids = set(by_guid(project))
    with Learner(tmp_path) as learner:
        learner.take(project.output)
        for guid in guids:
            for card in learner.cards(guid):
                learner.answer(card, GOOD)
        before = {guid: learner.progress(guid) for guid in guids}
        write_draft(project.source / "page.txt", project.source / "page.md", START)
        project.replace("page.md", "Strong onshore winds", "Storms from the sea")
        project.replace("page.md", ":: A wave", ":: A tall wave")
        project.build(START + DAY)
        taken = learner.take(project.output)
        assert (taken.new, taken.updated, taken.conflicting) == (0, 2, 0)
        assert {guid: learner.progress(guid) for guid in guids} == before
        notes = learner.notes()
        question = next(n for n in notes.values() if "Stem" in n)
        assert "Storms from the sea" in question["Choices"]
        bore = next(n for n in notes.values() if n.values()[0] == "What is a tidal bore?")
        assert bore["Back"].startswith("A tall wave")
        assert bore.tags == ["deckgen::extracted"]
        assert bore["Evidence"].startswith("A tidal bore is a wave")
        assert bore["Source"].startswith("page.md, line ")
        assert bore["Source"].endswith("from page.txt, line 16")
        learner.check()


def test_what_is_found_in_prose_tells_its_sentence_file_and_line_in_anki(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("page.txt", PAGE)
    project.build()
    with Learner(tmp_path) as learner:
        learner.take(project.output)
        found = [n for n in learner.notes().values() if "deckgen::extracted" in n.tags]
        assert len(found) == 2
        for note in found:
            assert note["Evidence"].startswith("A tidal")
            assert note["Source"] == "page.txt, line 16"
        assert len(learner.notes()) == 3


def test_a_note_taken_out_of_the_draft_retires_though_its_page_has_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("page.txt", PAGE)
    project.build()
    write_draft(project.source / "page.txt", project.source / "page.md", START)
    blocks = project.read("page.md").split("\n\n")
    project.write("page.md", "\n\n".join(b for b in blocks if "tidal bore" not in b))
    compiled = project.build(START + DAY)
    assert [e.front for e in compiled.sealed.retired] == ["What is a tidal bore?"]
    assert not project.build(START + 2 * DAY).sealed.retired


def test_a_page_alone_does_not_come_back_beside_its_draft(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("page.txt", PAGE)
    project.write("other.md", "Q: What is a ria?\nA: A drowned valley.\n")
    write_draft(project.source / "page.txt", project.source / "page.md", START)
    project.build()
    lock = project.lock_path.read_text()
    assert project.run("build", "source/page.txt").code == 1
    both = project.run("build", "source/page.txt", "source/other.md")
    assert (both.code, "1 note (1 unchanged)" in both.stdout) == (0, True)
    assert project.lock_path.read_text() == lock


def test_a_draft_alone_is_built_with_the_guids_of_its_page(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("page.txt", PAGE)
    project.write("other.md", "Q: What is a ria?\nA: A drowned valley.\n")
    project.build()
    guids = {e.guid for e in project.lock().notes}
    write_draft(project.source / "page.txt", project.source / "page.md", START)
    assert project.run("build", "source/page.md").code == 0
    assert {e.guid for e in project.lock().notes} == guids
    assert not any(e.retired for e in project.lock().notes)


def test_a_page_is_drafted_again_with_the_ids_of_its_draft(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("page.txt", PAGE)
    target = project.source / "page.md"
    write_draft(project.source / "page.txt", target, START)
    project.build()
    project.replace("page.txt", "Twice a month", "Each fortnight")
    write_draft(project.source / "page.txt", target, START, force=True)
    states = [c.state for c in project.build(START + DAY).sealed.changes]
    assert sorted(states) == ["edited", "unchanged", "unchanged"]


def test_the_page_is_built_again_when_its_draft_is_deleted(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("page.txt", PAGE)
    write_draft(project.source / "page.txt", project.source / "page.md", START)
    project.build()
    project.delete("page.md")
    compiled = project.build(START + DAY)
    assert {c.state for c in compiled.sealed.changes} == {"unchanged"}


def test_two_drafts_that_replace_each_other_do_not_both_vanish(tmp_path: Path) -> None:
    project = Project(tmp_path)
    card = "---\nreplaces: {}.md\n---\n\nQ: Which coast is {}?\nA: The {} one.\n"
    project.write("a.md", card.format("b", "A", "a"))
    project.write("b.md", card.format("a", "B", "b"))
    assert len(project.build().sealed.changes) == 1


def test_several_pages_and_folders_make_one_draft(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("sea/one.txt", PAGE)
    project.write("sea/two.md", "# Rias\n\n## Spain\n\nQ: What is a ria?\nA: A *drowned* valley.\n")
    project.build()
    guids = set(by_guid(project))
    drafted = write_draft(project.source / "sea", project.source / "notes.md", START)
    assert drafted.diagnostics == ()
    text = project.read("notes.md")
    assert text.startswith("---\nreplaces: [sea/one.txt, sea/two.md]\ndeck: ")
    compiled = project.build(START + DAY)
    assert {c.state for c in compiled.sealed.changes} == {"unchanged"}
    assert not any(c.moved for c in compiled.sealed.changes)
    assert set(by_guid(project)) == guids


def test_notes_of_several_decks_are_told(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("sea/one.md", "Q: What is a ria?\nA: A drowned valley.\n")
    project.write("hill/two.md", "Q: What is a tor?\nA: A rock on a hill.\n")
    drafted = write_draft(project.source, None, START)
    assert [d.code for d in drafted.diagnostics] == ["draft-differs"]


def test_the_command_prints_or_writes_and_never_overwrites(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("page.txt", PAGE)
    printed = project.run("draft", "source/page.txt")
    assert printed.code == 0
    assert printed.stdout.startswith("---\nreplaces: page.txt\n---\n\n# Spring Tides")
    assert project.run("draft", "source/page.txt", "-o", "-").stdout == printed.stdout
    assert project.files() == {"source/page.txt"}
    written = project.run("draft", "source/page.txt", "-o", "source/page.md")
    assert (written.code, written.stderr) == (0, "")
    assert written.stdout.startswith("3 notes written into ")
    assert project.read("page.md") == printed.stdout
    refused = project.run("draft", "source/page.txt", "-o", "source/page.md")
    assert (refused.code, "--force" in refused.stderr) == (2, True)
    assert project.run("draft", "source/page.txt", "-o", "source/page.md", "--force").code == 0
    for target in ("source/page.txt", "source/page.docx"):
        assert project.run("draft", "source/page.txt", "-o", target, "--force").code == 2
    assert project.run("draft", "source/page.md", "-o", "source/page.md", "--force").code == 2
    assert project.read("page.txt") == PAGE


def test_what_a_person_writes_into_a_draft_is_read(tmp_path: Path) -> None:
    text = """---
replaces: page.txt
---

# Coasts

<!-- from: page.txt, line 3 -->
Q: Which coasts are drowned? <!-- id: one -->
- [x] Rias
Why: valleys of rivers
- [ ] Spits
- [x] Fjords
Explanation: The sea rose.

  Twice.

Q: What is a tor?
A: A rock on a hill.

## Why do spits grow?

Spit :: a bank of sand

<!-- extracted from: page.txt, line 9: The sea \\*takes\\*. -->
The {{c1::sea}} takes. <!-- id: two -->

A card without its comment {{c1::is read}} as always.

<!-- from: page.txt, line 20 -->
Q: Which coast has no answer?
- [ ] this
- [ ] that
"""
    rendered, problems = compile_source(Source("page.md", text, "markdown"), "Deck")
    assert [(n.kind, n.front, n.id) for n in rendered] == [
        ("question", "Which coasts are drowned?", "one"),
        ("question", "What is a tor?", ""),
        ("concept", "Spit", ""),
        ("cloze", "The sea takes.", "two"),
        ("cloze", "A card without its comment is read as always.", ""),
    ]
    assert rendered[0].back == "Rias | Fjords | Spits"
    assert [n.tags for n in rendered] == [(), (), (), ("deckgen::extracted",), ()]
    assert [(d.code, d.line) for d in problems] == [("options-without-key", 30)]


# A law: whatever a note says comes back ----------------------------------------------------------

WORDS = st.sampled_from(
    "ria A) b. - # Q: A: Why: :: ::: ? ``` | > * _x_ **b** $x^2$ \\(a_b\\) <b> &amp; 1. [x] "
    "{{ }} == %% ^top <!-- --> Answer: #tag --- + ~~ \\ http://a.example [a](b) é 水".split(" ")
)
LINES = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: " ".join([*words, "end"]))
TEXTS = st.one_of(LINES, st.lists(LINES, min_size=1, max_size=3).map("\n".join))


def origin(markup: Markup) -> Origin:
    return Origin("page.txt", 7, ("Tides",), markup, extracted=True)


def questions(texts: st.SearchStrategy[str], markup: Markup) -> st.SearchStrategy[Note]:
    choices = st.lists(st.builds(Choice, texts, st.just(False), texts), max_size=3)
    right = st.builds(Choice, texts, st.just(True), st.just(""))
    explanation = st.lists(texts, max_size=2).map(tuple)
    return st.one_of(
        st.builds(
            lambda stem, wrong, one, why: QuestionNote(
                stem, (*wrong, one), one.text, why, origin(markup)
            ),
            texts,
            choices,
            right,
            explanation,
        ),
        st.builds(
            lambda stem, answer, why: QuestionNote(stem, (), answer, why, origin(markup)),
            texts,
            texts,
            explanation,
        ),
    )


def others(texts: st.SearchStrategy[str], markup: Markup) -> st.SearchStrategy[Note]:
    maybe = st.one_of(st.just(""), texts)
    concept = st.builds(
        lambda front, back, evidence, other, extra: ConceptNote(
            front, back, origin(markup), evidence, other and back, other, extra
        ),
        texts,
        texts,
        maybe,
        maybe,
        maybe,
    )
    cloze = st.builds(
        lambda text, evidence: ClozeNote(f"The {{{{c1::ebb}}}} {text}", origin(markup), evidence),
        texts,
        maybe,
    )
    return st.one_of(concept, cloze)


@given(st.lists(questions(TEXTS, "plain") | others(TEXTS, "plain"), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_notes_of_any_plain_text_come_back(notes: list[Note]) -> None:
    text = draft(Head(("page.txt",)), [(n, f"id-{i}") for i, n in enumerate(notes)], ())
    document, _ = parse(Source("page.md", text, "markdown"))
    rendered, _ = compile_source(Source("page.md", text, "markdown"), "Deck")
    assert document.replaces == ("page.txt",)
    expected = [(f"id-{i}", render(n, "Deck")) for i, n in enumerate(notes)]
    found = {note.id: note for note in rendered}
    for name, note in expected:
        if note.front and name in found:
            assert (found[name].kind, found[name].front, found[name].back, found[name].tags) == (
                note.kind,
                note.front,
                note.back,
                note.tags,
            )
        else:
            assert not note.front, text


def test_the_sources_of_the_project_are_drafted_in_order() -> None:
    path = Path(__file__).parent.parent / "source"
    drafted = write_draft(path, None, START)
    lines = [int(n) for n in _lines_cited(drafted.text, files.find(path)[0][0].name)]
    assert lines == sorted(lines)
    assert len(lines) > 5


def _lines_cited(text: str, name: str) -> list[str]:
    comments = (line for line in text.split("\n") if line.startswith("<!-- ") and name in line)
    return [comment.partition(", line ")[2].split()[0].rstrip(":") for comment in comments]


@pytest.mark.parametrize("name", SAMPLE)
def test_every_note_that_was_found_in_prose_has_its_evidence(name: str) -> None:
    for note in notes_of_case(read_case(inputs()[name])):
        if not note.origin.extracted:
            continue
        assert isinstance(note, ConceptNote | ClozeNote)
        row = dict(zip(_fields(note), render(note, "Deck").row, strict=True))
        assert row["Evidence"] or isinstance(note, ClozeNote)  # whose text is its sentence
        assert row["Source"].startswith(note.origin.path)


def _fields(note: Note) -> list[str]:
    kind = "cloze" if isinstance(note, ClozeNote) else "concept"
    return [field.name for field in note_types()[kind].fields]
