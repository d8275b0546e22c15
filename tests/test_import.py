"""What the real engine makes of our packages: every review survives, every edit arrives."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen import notetypes
from deckgen.identify import identify
from deckgen.model.lock import Lock
from deckgen.model.note import Choice, ClozeNote, ConceptNote, Note, Origin, QuestionNote
from deckgen.package import package
from deckgen.render import EXTRACTED_TAG, render
from deckgen.seal import Sealed, seal
from tests.anki_engine import EASY, Imported, Learner, Progress
from tests.project import DAY, START, Project, entry, guid, pairs

CAPITALS = (
    ("What is the capital of France?", "Paris"),
    ("What is the capital of Spain?", "Madrid"),
    ("What is the capital of Italy?", "Rome"),
)
BLOOD = "The {{c1::heart}} pumps {{c2::blood}} to the {{c3::lungs}} and to the body."
PAGE = pairs(*CAPITALS) + f"\n{BLOOD}\n"
NOTES = len(CAPITALS) + 1


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.write("page.md", PAGE)
    return made


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with Learner(tmp_path) as made:
        yield made


@pytest.fixture
def restyle(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], None]]:
    """Add a text to the end of an asset of the note types, as a later release may."""
    asset = notetypes._asset

    def add(name: str, text: str) -> None:
        before = notetypes._asset
        monkeypatch.setattr(
            notetypes, "_asset", lambda other: before(other) + (text if other == name else "")
        )
        notetypes.note_types.cache_clear()

    yield add
    monkeypatch.setattr(notetypes, "_asset", asset)
    notetypes.note_types.cache_clear()


def reviewed(project: Project, learner: Learner) -> tuple[str, list[Progress]]:
    """The GUID of a note that was imported and answered once, and what was achieved on it."""
    rome = guid(project.build(), "What is the capital of Italy?")
    learner.take(project.output)
    learner.answer(learner.cards(rome)[0])
    return rome, learner.progress(rome)


def sealed(*notes: Note, now: int = START) -> Sealed:
    """Notes as the extraction may make them, without the text that they come from."""
    rendered = [render(note, "Deck") for note in notes]
    return seal("Deck", rendered, identify(rendered, (), ()), Lock(), (), now)


def origin(line: int = 1, *, extracted: bool = False) -> Origin:
    return Origin("page.md", line, ("Biology", "Plants"), "markdown", extracted)


def everything(learner: Learner) -> list[list[object]]:
    """All rows of a collection that an import could touch."""
    database = learner.database
    return [
        [*database.all("SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id")],
        [*database.all("SELECT id, nid, did, ord, mod, due, ivl, reps FROM cards ORDER BY id")],
        [*database.all("SELECT * FROM revlog ORDER BY id")],
        [*database.all("SELECT id, name, mtime_secs FROM notetypes ORDER BY id")],
    ]


def test_the_first_import_adds_every_note(project: Project, learner: Learner) -> None:
    built = project.build()
    assert learner.take(project.output) == Imported(new=NOTES)
    assert learner.notes().keys() == {change.now.guid for change in built.sealed.changes}
    assert learner.empty_cards() == 0
    learner.check()


def test_the_same_package_again_changes_nothing(project: Project, learner: Learner) -> None:
    project.build()
    learner.take(project.output)
    before = everything(learner)
    assert learner.take(project.output) == Imported(duplicate=NOTES)
    assert everything(learner) == before


def test_a_later_build_of_the_same_text_changes_nothing(project: Project, learner: Learner) -> None:
    project.build()
    learner.take(project.output)
    before = everything(learner)
    project.build(START + 30 * DAY)
    assert learner.take(project.output) == Imported(duplicate=NOTES)
    assert everything(learner) == before


def test_one_edited_answer_updates_one_note_and_keeps_its_reviews(
    project: Project, learner: Learner
) -> None:
    first = project.build()
    learner.take(project.output)
    rome = guid(first, "What is the capital of Italy?")
    for _ in range(3):
        learner.answer(learner.cards(rome)[0])
    learner.answer(learner.cards(rome)[0], EASY)
    before = learner.progress(rome)
    assert before[0].reps == 4
    assert before[0].interval > 1

    project.replace("page.md", "A: Rome", "A: Rome, on the Tiber")
    project.build(START + DAY)

    assert learner.take(project.output) == Imported(updated=1, duplicate=NOTES - 1)
    assert learner.note(rome)["Answer"] == "Rome, on the Tiber"
    assert learner.progress(rome) == before
    learner.check()


def test_an_edited_question_keeps_its_reviews(project: Project, learner: Learner) -> None:
    first = project.build()
    learner.take(project.output)
    paris = guid(first, "What is the capital of France?")
    learner.answer(learner.cards(paris)[0], EASY)
    before = learner.progress(paris)

    project.replace("page.md", "the capital of France?", "the capital city of France?")
    project.build(START + DAY)

    assert learner.take(project.output) == Imported(updated=1, duplicate=NOTES - 1)
    assert learner.note(paris)["Stem"] == "What is the capital city of France?"
    assert learner.progress(paris) == before


def test_an_added_note_is_added_alone(project: Project, learner: Learner) -> None:
    project.build()
    learner.take(project.output)
    project.write("page.md", pairs(("What do bees make?", "Honey")) + PAGE)
    project.build(START + DAY)
    assert learner.take(project.output) == Imported(new=1, duplicate=NOTES)


def test_an_older_package_takes_nothing_back(
    project: Project, learner: Learner, tmp_path: Path
) -> None:
    first = project.build()
    old = tmp_path / "old.apkg"
    old.write_bytes(project.output.read_bytes())
    project.replace("page.md", "A: Rome", "A: Roma")
    project.build(START + DAY)
    learner.take(project.output)
    assert learner.take(old) == Imported(duplicate=NOTES)
    assert learner.note(guid(first, "What is the capital of Italy?"))["Answer"] == "Roma"


def test_a_clock_set_back_hides_no_edit(project: Project, learner: Learner) -> None:
    first = project.build(START)
    learner.take(project.output)
    project.replace("page.md", "A: Rome", "A: Roma")
    project.build(START - 365 * DAY)
    assert learner.take(project.output) == Imported(updated=1, duplicate=NOTES - 1)
    assert learner.note(guid(first, "What is the capital of Italy?"))["Answer"] == "Roma"


@pytest.mark.parametrize(
    ("asset", "text", "shown"),
    [
        ("style.css", "\n.released-later { color: teal; }", "css"),
        ("question/front.html", "\n<p>released later</p>", "qfmt"),
        ("question/back.html", "\n<p>released later</p>", "afmt"),
    ],
)
def test_a_change_of_templates_or_css_arrives_and_leaves_the_notes_alone(
    project: Project,
    learner: Learner,
    restyle: Callable[[str, str], None],
    asset: str,
    text: str,
    shown: str,
) -> None:
    first = project.build()
    learner.take(project.output)
    rome = guid(first, "What is the capital of Italy?")
    learner.answer(learner.cards(rome)[0])
    notes_and_reviews = everything(learner)[:3]

    restyle(asset, text)
    later = project.build(START + DAY)

    touched = {"question", "cloze"} if asset == "style.css" else {"question"}
    assert set(later.sealed.updated_types) == touched
    mods = {t.kind: t.mod for t in later.sealed.lock.types}
    assert mods == {k: START + DAY if k in touched else START for k in ("question", "cloze")}
    assert {change.state for change in later.sealed.changes} == {"unchanged"}
    assert learner.take(project.output) == Imported(duplicate=NOTES)
    assert everything(learner)[:3] == notes_and_reviews
    model = learner.collection.models.get(learner.note(rome).mid)
    assert model is not None
    assert text.strip() in (model["css"] if shown == "css" else model["tmpls"][0][shown])


def test_no_note_is_ever_conflicting(
    project: Project, learner: Learner, restyle: Callable[[str, str], None]
) -> None:
    project.build()
    learner.take(project.output)
    project.replace("page.md", "A: Rome", "A: Roma")
    project.build(START + DAY)
    assert learner.take(project.output) == Imported(updated=1, duplicate=NOTES - 1)
    restyle("style.css", "\n.a { color: red; }")
    restyle("cloze/back.html", "\n<p>released later</p>")
    project.replace("page.md", "A: Roma", "A: Rome, the Eternal City")
    project.replace("page.md", "{{c2::blood}}", "{{c2::fresh blood}}")
    project.build(START + 2 * DAY)
    assert learner.take(project.output) == Imported(updated=2, duplicate=NOTES - 2)
    project.lose_lock()
    project.build(START + 3 * DAY)
    assert learner.take(project.output).conflicting == 0
    assert len(learner.note_types()) == 2, "Anki made a second note type"
    assert all(not str(t["name"]).endswith("+") for t in learner.note_types().values())
    learner.check()


def test_fields_and_tags_arrive_as_they_were_written(tmp_path: Path, learner: Learner) -> None:
    choices = (Choice("*Paris*", True, "It is."), Choice("Lyon", False), Choice("A < B", False))
    place = replace(origin(3), tags=("unit::one", "exam"))
    question = QuestionNote("Which is the capital?", choices, "", ("One.", "Two."), place)
    concept = ConceptNote("What is chlorophyll?", "A green pigment", origin(7, extracted=True))
    tagged = [render(question, "Deck"), render(concept, "Deck")]
    made = seal("Deck", tagged, identify(tagged, (), ()), Lock(), (), START)
    path = tmp_path / "made.apkg"
    path.write_bytes(package(made.deck))

    assert learner.take(path) == Imported(new=2)
    asked, explained = (learner.note(note.guid) for note in made.deck.notes)
    assert asked.items() == [
        ("Stem", "Which is the capital?"),
        (
            "Choices",
            '<ol class="choices"><li><em>Paris</em></li><li>Lyon</li><li>A &lt; B</li></ol>',
        ),
        ("Key", "1"),
        ("Answer", "<em>Paris</em>"),
        ("Rationales", '<ol class="rationales"><li>It is.</li><li></li><li></li></ol>'),
        ("Explanation", "<p>One.</p><p>Two.</p>"),
        ("Hint", ""),
        ("Type Answer", ""),
        ("Flags", ""),
        ("Media", ""),
        ("Context", "Biology › Plants"),
        ("Source", "page.md, line 3"),
        ("ID", made.deck.notes[0].guid),
        *((f"Spare {n}", "") for n in range(1, 5)),
    ]
    assert asked.tags == ["exam", "unit::one"]
    assert (explained["Front"], explained["Back"]) == ("What is chlorophyll?", "A green pigment")
    assert explained.tags == [EXTRACTED_TAG]


def test_an_edit_in_anki_stays_until_the_source_changes(project: Project, learner: Learner) -> None:
    first = project.build()
    learner.take(project.output)
    rome = guid(first, "What is the capital of Italy?")
    note = learner.note(rome)
    note["Explanation"] = "I saw it in May."
    note.add_tag("leech")
    learner.collection.update_note(note)

    project.replace("page.md", "A: Paris", "A: Paris, on the Seine")
    soon = int(time.time()) + DAY  # the engine stamps its own edits with the real time
    project.build(soon)
    assert learner.take(project.output) == Imported(updated=1, duplicate=NOTES - 1)
    assert learner.note(rome)["Explanation"] == "I saw it in May."
    assert learner.note(rome).tags == ["leech"]

    project.replace("page.md", "A: Rome", "A: Roma")
    project.build(soon + DAY)
    assert learner.take(project.output) == Imported(updated=1, duplicate=NOTES - 1)
    assert learner.note(rome)["Answer"] == "Roma"


def test_a_note_that_left_the_source_stays_in_anki(project: Project, learner: Learner) -> None:
    rome, before = reviewed(project, learner)

    project.write("page.md", pairs(*CAPITALS[:2]) + f"\n{BLOOD}\n")
    second = project.build(START + DAY)

    assert [note.guid for note in second.sealed.retired] == [rome]
    assert learner.take(project.output) == Imported(duplicate=NOTES - 1)
    assert learner.progress(rome) == before


def test_a_note_that_comes_back_finds_its_reviews(project: Project, learner: Learner) -> None:
    rome, before = reviewed(project, learner)
    project.write("page.md", pairs(*CAPITALS[:2]) + f"\n{BLOOD}\n")
    project.build(START + DAY)
    learner.take(project.output)

    project.write("page.md", PAGE)
    assert guid(project.build(START + 30 * DAY), "What is the capital of Italy?") == rome
    took = learner.take(project.output)
    assert (took.new, took.conflicting) == (0, 0)
    assert learner.progress(rome) == before


def test_a_note_that_changes_its_deck_keeps_its_reviews_where_they_are(
    project: Project, learner: Learner
) -> None:
    rome, before = reviewed(project, learner)

    project.rename("page.md", "europe/page.md")
    second = project.build(START + DAY)

    assert all(change.moved for change in second.sealed.changes)
    assert entry(second, "What is the capital of Italy?").deck == "Deck::europe"
    assert learner.take(project.output) == Imported(duplicate=NOTES)
    assert learner.progress(rome) == before
    assert before[0].deck == "Deck"


def test_a_concept_with_a_reverse_gives_two_cards(tmp_path: Path, learner: Learner) -> None:
    both = ConceptNote(
        "What is osmosis?",
        "The passage of water through a membrane",
        origin(),
        reverse_front="What is the passage of water through a membrane called?",
        reverse_back="Osmosis",
    )
    one_way = ConceptNote("What is diffusion?", "The spreading of particles", origin(2))
    made = sealed(both, one_way)
    path = tmp_path / "made.apkg"
    path.write_bytes(package(made.deck))
    assert learner.take(path) == Imported(new=2)
    assert [card.ord for card in learner.cards(made.deck.notes[0].guid)] == [0, 1]
    assert [card.ord for card in learner.cards(made.deck.notes[1].guid)] == [0]
    assert learner.empty_cards() == 0


def test_a_cloze_gives_a_card_for_each_of_its_numbers(tmp_path: Path, learner: Learner) -> None:
    made = sealed(
        ClozeNote("{{c1::Mars}}, {{c2::Venus}} and {{c2::Earth}} are {{c4::planets}}.", origin()),
        ClozeNote("Only {{c1::one}} here.", origin(2)),
    )
    path = tmp_path / "made.apkg"
    path.write_bytes(package(made.deck))
    assert learner.take(path) == Imported(new=2)
    assert [card.ord for card in learner.cards(made.deck.notes[0].guid)] == [0, 1, 3]
    assert [card.ord for card in learner.cards(made.deck.notes[1].guid)] == [0]
    assert learner.empty_cards() == 0


def test_a_deletion_inside_another_one_gives_a_card_too(tmp_path: Path, learner: Learner) -> None:
    made = sealed(ClozeNote("The {{c1::heart of {{c2::a mammal}}}} has four chambers.", origin()))
    path = tmp_path / "made.apkg"
    path.write_bytes(package(made.deck))
    learner.take(path)
    assert [card.ord for card in learner.cards(made.deck.notes[0].guid)] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Q: ![a leaf](leaf.png)\nA: A leaf\n",
        "Q: <script>x</script>\nA: A leaf\n",
        "Q: <!-- later -->\nA: A leaf\n",
        "The {{c0::heart}} pumps blood through the body.\n",
        "The {{c1::}} pumps blood through the body.\n",
        "The {{c1::heart\n\npumps}} blood through the body.\n",
    ],
)
def test_what_gives_no_card_is_reported_and_not_packed(
    tmp_path: Path, learner: Learner, text: str
) -> None:
    project = Project(tmp_path)
    project.write("page.md", text + "\nQ: What do bees make?\nA: Honey\n")
    built = project.build()
    learner.take(project.output)
    assert all(note.cards() for note in learner.notes().values())
    assert len(built.sealed.changes) == 2 or built.diagnostics


@pytest.mark.parametrize(
    "sign", list("\x01\x08\x0b\x0c\x1b\x1c\x1d\x1e\x1f\x7f\x85\u200b\u2028\ufeff\ufffe😀")
)
def test_no_sign_in_a_text_breaks_the_import(tmp_path: Path, learner: Learner, sign: str) -> None:
    project = Project(tmp_path)
    project.write("page.md", f"Q: What{sign}do bees make?\nA: Hon{sign}ey\n")
    project.write("page.txt", f"Q: What{sign}do cows eat?\nA: Gra{sign}ss\n")
    project.build()
    assert learner.take(project.output) == Imported(new=2)
    assert learner.take(project.output) == Imported(duplicate=2)


def test_a_removed_deletion_moves_no_review_to_another_one(
    project: Project, learner: Learner
) -> None:
    first = project.build()
    learner.take(project.output)
    blood = next(c.now.guid for c in first.sealed.changes if c.now.kind == "cloze")
    heart, fluid, lungs = learner.cards(blood)
    learner.answer(fluid)
    learner.answer(lungs, EASY)
    before = learner.progress(blood)

    renumbered = "The heart pumps {{c1::blood}} to the {{c2::lungs}} and to the body."
    project.replace("page.md", BLOOD, renumbered)
    project.build(START + DAY)

    assert learner.take(project.output) == Imported(updated=1, duplicate=NOTES - 1)
    assert learner.progress(blood) == before
    assert "{{c2::blood}} to the {{c3::lungs}}" in learner.note(blood)["Text"]
    (empty,) = (note.card_ids for note in learner.collection.get_empty_cards().notes)
    assert list(empty) == [heart.id]


def test_new_cards_are_learned_in_document_order_across_subdecks(
    tmp_path: Path, learner: Learner
) -> None:
    project = Project(tmp_path)
    project.write("b/two.md", pairs(("Three?", "Third"), ("Four?", "Fourth")))
    project.write("a/one.md", pairs(("One?", "First"), ("Two?", "Second")))
    project.write("z.md", "A {{c1::fifth}} and a {{c2::sixth}} word.\n\n" + pairs(("Six?", "6th")))
    built = project.build()
    learner.take(project.output)
    dues = learner.database.all(
        "SELECT n.guid, min(c.due), max(c.due) FROM cards c JOIN notes n ON n.id = c.nid"
        " GROUP BY n.id ORDER BY min(c.due)"
    )
    assert [guid for guid, _, _ in dues] == [change.now.guid for change in built.sealed.changes]
    assert [change.now.path for change in built.sealed.changes] == [
        "a/one.md", "a/one.md", "b/two.md", "b/two.md", "z.md", "z.md",
    ]  # fmt: skip
    assert [lowest for _, lowest, _ in dues] == [1, 2, 3, 4, 5, 6]
    assert all(lowest == highest for _, lowest, highest in dues), "cards of a note stay together"


def test_folders_become_subdecks(tmp_path: Path, learner: Learner) -> None:
    project = Project(tmp_path)
    project.write("top.md", pairs(("One?", "First")))
    project.write("unit 1/page.md", pairs(("Two?", "Second")))
    project.write("unit 1/lesson b/page.md", pairs(("Three?", "Third")))
    built = project.build(deck="Course::Biology")
    learner.take(project.output)
    decks = {
        change.now.front: learner.progress(change.now.guid)[0].deck
        for change in built.sealed.changes
    }
    assert decks == {
        "One?": "Course::Biology",
        "Two?": "Course::Biology::unit 1",
        "Three?": "Course::Biology::unit 1::lesson b",
    }


@pytest.mark.parametrize(
    ("option", "config", "name"),
    [
        ("", "", "My course"),  # source/ is named after the folder around it
        ("", 'deck = "Anatomy::Bones"\n', "Anatomy::Bones"),
        ("Chosen", 'deck = "Anatomy::Bones"\n', "Chosen"),
    ],
)
def test_the_name_of_the_deck(
    tmp_path: Path, learner: Learner, option: str, config: str, name: str
) -> None:
    project = Project(tmp_path / "my-course")
    project.write("page.md", pairs(("One?", "First")))
    if config:
        project.write("deckgen.toml", config)
    built = project.build(deck=option)
    learner.take(project.output)
    assert learner.progress(built.sealed.deck.notes[0].guid)[0].deck == name


def test_two_decks_share_a_collection(tmp_path: Path, learner: Learner) -> None:
    one, two = Project(tmp_path / "one"), Project(tmp_path / "two")
    one.write("page.md", PAGE)
    two.write("page.md", pairs(("What do bees make?", "Honey"), ("What do cows eat?", "Grass")))
    one.build(deck="One")
    two.build(deck="Two")  # at the same second, so with the same ids in the packages
    assert learner.take(one.output) == Imported(new=NOTES)
    assert learner.take(two.output) == Imported(new=2)
    assert len(learner.collection.find_cards("deck:One")) == 6
    assert len(learner.collection.find_cards("deck:Two")) == 2
    assert learner.take(one.output) == Imported(duplicate=NOTES)
    learner.check()
