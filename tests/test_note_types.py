"""The note types are a contract for ever: whatever fails here would break every collection.

Templates and CSS may change. Ids, fields and templates may not: Anki would call every note of every
learner "conflicting" and never update it again. A spare field may be renamed, never moved.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.model.deck import Deck, SealedNote, SealedType
from deckgen.model.notetype import NoteType
from deckgen.notetypes import note_types
from deckgen.package import package
from tests.anki_engine import Imported, Learner
from tests.project import START, Package

CONTRACT = {
    "question": {
        "id": 1762300800101,
        "name": "deckgen Question",
        "cloze": False,
        "fields": [
            ("Stem", 1762300800101001),
            ("Choices", 1762300800101002),
            ("Key", 1762300800101003),
            ("Answer", 1762300800101004),
            ("Rationales", 1762300800101005),
            ("Explanation", 1762300800101006),
            ("Hint", 1762300800101007),
            ("Type Answer", 1762300800101008),
            ("Flags", 1762300800101009),
            ("Media", 1762300800101010),
            ("Context", 1762300800101011),
            ("Source", 1762300800101012),
            ("ID", 1762300800101013),
            ("Spare 1", 1762300800101014),
            ("Spare 2", 1762300800101015),
            ("Spare 3", 1762300800101016),
            ("Spare 4", 1762300800101017),
        ],
        "templates": [("Question", 1762300800101501)],
    },
    "concept": {
        "id": 1762300800102,
        "name": "deckgen Concept",
        "cloze": False,
        "fields": [
            ("Front", 1762300800102001),
            ("Back", 1762300800102002),
            ("Reverse Front", 1762300800102003),
            ("Reverse Back", 1762300800102004),
            ("Extra", 1762300800102005),
            ("Evidence", 1762300800102006),
            ("Hint", 1762300800102007),
            ("Type Answer", 1762300800102008),
            ("Flags", 1762300800102009),
            ("Media", 1762300800102010),
            ("Context", 1762300800102011),
            ("Source", 1762300800102012),
            ("ID", 1762300800102013),
            ("Spare 1", 1762300800102014),
            ("Spare 2", 1762300800102015),
            ("Spare 3", 1762300800102016),
            ("Spare 4", 1762300800102017),
        ],
        "templates": [("Forward", 1762300800102501), ("Reverse", 1762300800102502)],
    },
    "cloze": {
        "id": 1762300800103,
        "name": "deckgen Cloze",
        "cloze": True,
        "fields": [
            ("Text", 1762300800103001),
            ("Extra", 1762300800103002),
            ("Evidence", 1762300800103003),
            ("Hint", 1762300800103004),
            ("Type Answer", 1762300800103005),
            ("Flags", 1762300800103006),
            ("Media", 1762300800103007),
            ("Context", 1762300800103008),
            ("Source", 1762300800103009),
            ("ID", 1762300800103010),
            ("Spare 1", 1762300800103011),
            ("Spare 2", 1762300800103012),
            ("Spare 3", 1762300800103013),
            ("Spare 4", 1762300800103014),
        ],
        "templates": [("Cloze", 1762300800103501)],
    },
}
KINDS = sorted(CONTRACT)
# What a question side may show. All the rest gives the answer away, or may one day.
ASKED = {
    "question": {"Stem", "Choices", "Hint", "Type Answer", "Flags", "Media", "Context", "ID"},
    "concept": {"Front", "Reverse Front", "Hint", "Type Answer", "Flags", "Media", "Context", "ID"},
    "cloze": {"Text", "Hint", "Type Answer", "Flags", "Media", "Context", "ID"},
}
OTHER_DIRECTION = {"Forward": {"Reverse Front"}, "Reverse": {"Front"}}
OF_ANKI = {"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"}
REFERENCE = re.compile(r"\{\{(?P<sign>[#^/]?)(?P<filters>(?:[^{}:]+:)*)(?P<field>[^{}:]+)\}\}")
SIDES = [
    pytest.param(kind, at, side, id=f"{kind}-{at}-{side}")
    for kind in KINDS
    for at in range(len(note_types()[kind].templates))
    for side in ("front", "back")
]


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with Learner(tmp_path) as made:
        yield made


def references(template: str) -> list[tuple[str, str, str]]:
    """Sign, filters and field of every reference in a template."""
    found = [(m["sign"], m["filters"], m["field"]) for m in REFERENCE.finditer(template)]
    assert len(found) == template.count("{{"), "a reference that cannot be read"
    return found


def note_of(kind: NoteType, values: dict[str, str], tmp_path: Path) -> Path:
    """A package with one note whose GUID is "it"."""
    numbers = (1,) if "{{c1::" in values.get("Text", "") else ()
    note = SealedNote(
        "it", kind.kind, kind.row({"ID": "it", **values}), (), "Deck", START, numbers=numbers
    )
    path = tmp_path / "one.apkg"
    path.write_bytes(package(Deck("Deck", (note,), (SealedType(kind, START),))))
    return path


def marked(kind: NoteType) -> dict[str, str]:
    """A text of its own in every field, which tells on a card where it came from."""
    values = {f.name: f"[[{f.name}]]" for f in kind.fields if f.name != "ID"}
    return values | ({"Text": "[[Text]] {{c1::[[hidden]]}}"} if kind.cloze else {})


def test_the_contract() -> None:
    actual = {
        kind: {
            "id": note_type.id,
            "name": note_type.name,
            "cloze": note_type.cloze,
            "fields": [(field.name, field.id) for field in note_type.fields],
            "templates": [(template.name, template.id) for template in note_type.templates],
        }
        for kind, note_type in note_types().items()
    }
    assert actual == CONTRACT


def test_all_ids_are_different_and_fit_where_anki_keeps_them() -> None:
    ids = [
        id_
        for t in note_types().values()
        for id_ in (t.id, *(f.id for f in t.fields), *(c.id for c in t.templates))
    ]
    assert len(set(ids)) == len(ids)
    assert 0 < min(ids) < max(ids) < 2**53, "beyond, JavaScript and JSON round them"


@pytest.mark.parametrize("kind", KINDS)
def test_the_package_says_the_same(kind: str, tmp_path: Path) -> None:
    path = note_of(note_types()[kind], marked(note_types()[kind]), tmp_path)
    (packed,) = Package.read(path.read_bytes()).types.values()
    contract = CONTRACT[kind]
    assert packed["id"] in (contract["id"], str(contract["id"]))
    assert packed["name"] == contract["name"]
    assert packed["type"] == int(kind == "cloze")
    for key, contracted in (("flds", contract["fields"]), ("tmpls", contract["templates"])):
        parts = packed[key]
        assert [(part["name"], part["id"]) for part in parts] == contracted
        assert [part["ord"] for part in parts] == list(range(len(parts)))


@pytest.mark.parametrize("kind", KINDS)
def test_anki_keeps_the_ids(kind: str, tmp_path: Path, learner: Learner) -> None:
    learner.take(note_of(note_types()[kind], marked(note_types()[kind]), tmp_path))
    model = learner.collection.models.get(learner.note("it").mid)
    assert model is not None
    contract = CONTRACT[kind]
    assert model["id"] == contract["id"]
    assert [(f["name"], f["id"]) for f in model["flds"]] == contract["fields"]
    assert [(t["name"], t["id"]) for t in model["tmpls"]] == contract["templates"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_spare_field_may_be_renamed(kind: str, tmp_path: Path, learner: Learner) -> None:
    before = note_types()[kind]
    learner.take(note_of(before, marked(before), tmp_path))
    spare = before.fields[-1]
    assert spare.name.startswith("Spare")
    renamed = NoteType(
        kind, before.name, before.id, before.cloze,
        (*before.fields[:-1], type(spare)("Picture", spare.id)), before.templates, before.css,
    )  # fmt: skip
    note = SealedNote("it", kind, renamed.row(marked(renamed)), (), "Deck", START + 1)
    later = tmp_path / "later.apkg"
    later.write_bytes(package(Deck("Deck", (note,), (SealedType(renamed, START + 1),))))
    assert learner.take(later) == Imported(updated=1)


@pytest.mark.parametrize(("kind", "at", "side"), SIDES)
def test_every_reference_is_to_a_field_and_every_section_closes(
    kind: str, at: int, side: str
) -> None:
    note_type = note_types()[kind]
    fields = {field.name for field in note_type.fields}
    template = note_type.templates[at]
    found = references(template.front if side == "front" else template.back)
    assert {field for _, _, field in found} <= fields | OF_ANKI
    assert side == "back" or "FrontSide" not in {field for _, _, field in found}
    filters = {f for _, f, _ in found if f}
    assert filters <= ({"cloze:", "type:cloze:"} if note_type.cloze else {"type:"})
    open_sections: list[str] = []
    for sign, _, field in found:
        if sign in ("#", "^"):
            open_sections.append(field)
        elif sign == "/":
            assert open_sections.pop() == field
    assert not open_sections


def test_scripts_ask_for_nothing_that_a_web_view_lacks() -> None:
    """AnkiDroid and AnkiMobile give no storage and no network, old ones no new syntax either."""
    sides = (s for t in note_types().values() for c in t.templates for s in (c.front, c.back))
    scripts = set(re.findall(r"(?s)<script>(.*?)</script>", "".join(sides)))
    assert len(scripts) == 3
    asks = r"Storage|indexedDB|cookie|fetch|XMLHttp|WebSocket|import|export|eval|https?:"
    news = r"=>|`|\b(?:let|const|class|async|await)\b(?!\w)|\?\.|\?\?|\.\.\."
    for script in scripts:
        code = re.sub(r"//[^\n]*", "", script)
        assert not re.search(asks, code)
        assert not re.search(news, code)


@pytest.mark.parametrize(("kind", "at", "side"), [s for s in SIDES if s.values[2] == "front"])
def test_a_question_side_refers_to_nothing_that_gives_the_answer_away(
    kind: str, at: int, side: str
) -> None:
    template = note_types()[kind].templates[at]
    shown = {field for _, _, field in references(template.front)} - {"Deck"}  # hidden if it tells
    assert shown <= ASKED[kind] - OTHER_DIRECTION.get(template.name, set())


@pytest.mark.parametrize("kind", KINDS)
def test_anki_shows_no_answer_on_a_question_side(
    kind: str, tmp_path: Path, learner: Learner
) -> None:
    note_type = note_types()[kind]
    learner.take(note_of(note_type, marked(note_type), tmp_path))
    cards = learner.cards("it")
    assert len(cards) == len(note_type.templates)
    for card, template in zip(cards, note_type.templates, strict=True):
        asked, answered = card.question(), card.answer()
        shown = ASKED[kind] - OTHER_DIRECTION.get(template.name, set())
        told = {f.name for f in note_type.fields if f"[[{f.name}]]" in asked}
        assert told <= shown
        assert "[[hidden]]" not in asked
        assert not (note_type.cloze and "[[hidden]]" not in answered)
        assert "{{" not in asked + answered


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_side_shows_every_field_that_holds_an_answer(
    kind: str, tmp_path: Path, learner: Learner
) -> None:
    note_type = note_types()[kind]
    learner.take(note_of(note_type, marked(note_type), tmp_path))
    answered = "".join(card.answer() for card in learner.cards("it"))
    for field in note_type.fields:
        if not field.name.startswith("Spare") and field.name not in ("Type Answer", "Key"):
            value = "data-id" if field.name == "ID" else f"[[{field.name}]]"
            assert value in answered, field.name


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_field_is_required(kind: str, tmp_path: Path, learner: Learner) -> None:
    note_type = note_types()[kind]
    first = note_type.fields[0].name
    values = marked(note_type) | {first: ""}
    values |= {"Reverse Front": ""} if kind == "concept" else {}
    learner.take(note_of(note_type, values, tmp_path))
    assert learner.collection.card_count() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_field_is_enough(kind: str, tmp_path: Path, learner: Learner) -> None:
    note_type = note_types()[kind]
    first = note_type.fields[0].name
    learner.take(note_of(note_type, {first: marked(note_type)[first]}, tmp_path))
    assert [card.ord for card in learner.cards("it")] == [0]
    assert learner.empty_cards() == 0
