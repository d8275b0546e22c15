"""The cards of the preview are those of Anki: its engine renders the same notes, sign for sign."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from deckgen import compiler
from deckgen.compiler import Compiled
from deckgen.notetypes import note_types
from deckgen.package import package as packed
from deckgen.preview import clozes, templates
from deckgen.preview.cards import Card, cards
from tests.anki_engine import Learner
from tests.project import Project
from tests.test_bad_input import PAYLOADS
from tests.test_looks_in_browser import SOURCES, SVG
from tests.test_payloads_in_browser import MORE

ROOT = Path(__file__).parent.parent
CASES = sorted((ROOT / "tests" / "cases").glob("*.md")) + sorted(
    (ROOT / "tests" / "cases").glob("*.txt")
)
MORE_CARDS = (
    "# More\n\nThe {{c1::first {{c2::inner::hint}} part}} and $x^{{{c3::2}}}$ are {{c1::deep}}.\n\n"
    "A {{c1::fjord}} is no {{c1::fjord}}. #type-in\n\n"
    "The tags {{c1::<b>bold</b> & “quoted” 'x'}} and {{c2::`code <i>`}} stay.\n\n"
    "Q: What does this sound like? [sound:sea.mp3]\nA: The sea. [sound:sea.mp3]\n\n"
    "Q: What is 2 < 3 & 4? #type-in\nA: true & “so”\n\n"
    "Ria ::: a river valley\n"
)


def ours(compiled: Compiled) -> Iterator[tuple[str, Card]]:
    """The cards of a deck with the ID of their note."""
    types = {t.note_type.kind: t.note_type for t in compiled.sealed.deck.types}
    for note in compiled.sealed.deck.notes:
        for card in cards(note, types[note.kind]):
            yield note.guid, card


def theirs(learner: Learner, package: Path) -> list[tuple[str, Any]]:
    learner.take(package)
    found = learner.collection.find_cards("", order="c.due, c.ord")
    all_cards = [learner.collection.get_card(id_) for id_ in found]
    return [(card.note()["ID"], card) for card in all_cards]


def compare(compiled: Compiled, package: Path, folder: Path) -> int:
    with Learner(folder) as learner:
        engine = theirs(learner, package)
        made = list(ours(compiled))
        assert [guid for guid, _ in made] == [guid for guid, _ in engine]
        for (_, card), (_, anki) in zip(made, engine, strict=True):
            shown = anki.render_output()
            assert card.front == shown.question_text
            assert card.back == shown.answer_text
            assert list(card.sounds) == [tag.filename for tag in shown.question_av_tags]
            played = [*card.sounds, *card.back_sounds]
            assert played[-len(shown.answer_av_tags) :] == [
                tag.filename for tag in shown.answer_av_tags
            ] or not (card.back_sounds or shown.answer_av_tags)
            compared = learner.collection.compare_answer(_expected(anki), "")
            assert f"<code id=typeans>{html.escape(card.typed, quote=False)}</code>" == compared
        return len(made)


def _expected(card: Any) -> str:
    """What Anki's window would compare with what was typed; empty where nothing is."""
    found = re.search(r"\[\[type:(.+?)\]\]", card.render_output().question_text)
    if not found:
        return ""
    cloze, _, name = found[1].rpartition(":")
    text = card.note()[name]
    return card.col.extract_cloze_for_typing(text, card.ord + 1) if cloze else text


def test_the_samples_are_shown_as_anki_shows_them(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    compiled = compiler.compile_deck(ROOT / "source", 1_700_000_000)
    package.write_bytes(packed(compiled.sealed.deck))
    assert compare(compiled, package, tmp_path) > 35


def test_every_kind_of_card_is_shown_as_anki_shows_it(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    for name, text in SOURCES.items():
        project.write(name, text)
    project.write("more.md", MORE_CARDS)
    (project.source / "fjord.svg").write_text(SVG, encoding="utf-8")
    (project.source / "sea.mp3").write_bytes(b"ID3")
    compiled = project.build(deck="Coasts::Tides")
    assert compare(compiled, project.output, tmp_path) >= 25


def test_payloads_are_shown_as_anki_shows_them(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    for n, payload in enumerate((*PAYLOADS, *MORE)):
        alone = " ".join(payload.split())
        project.write(
            f"{n}.md",
            f"# Sea {alone}\n\nQ: Is number {n} {alone} a sea?\nA: It is not {alone}\n\n\n"
            f"The {{{{c1::lake {n} {alone}::{alone}}}}} is wide {{{{c2::{alone}}}}}.\n\n"
            f"{n}. Which is it?\n\nA) A sea {alone}\nB) A lake\n\nAnswer: B\n",
        )
    compiled = project.build()
    assert compare(compiled, project.output, tmp_path) > 200


def test_the_cases_are_shown_as_anki_shows_them(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    for case in CASES[::3]:
        project.write(f"cases/{case.name}", case.read_text(encoding="utf-8"))
    compiled = project.build()
    assert compare(compiled, project.output, tmp_path) > 300


# Laws ----------------------------------------------------------------------------------------

PARTS = st.sampled_from(
    [
        "{{c1::", "{{c2::", "{{c1,2::", "{{c12::", "{{c,3::", "{{c::", "{{c0::", "}}", "}", "{",
        "::", ":", "word", " ", "é", "漢", "\u00a0", "&amp;", "&lt;b&gt;", "<b>", "</b>", "<br>",
        '"', "'", "\\(", "\\)", "\\[", "\\]", "x^2", "\n", "`", "=", "/", "ÿ", "Ā",
    ]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=24).map("".join)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    """A collection with our note types in it."""
    folder = tmp_path_factory.mktemp("engine")
    project = Project(folder / "project")
    project.write("a.md", MORE_CARDS)
    project.build()
    with Learner(folder) as learner:
        learner.take(project.output)
        yield learner


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS, number=st.integers(1, 3))
@example('{{c1::a {{c2::b::h}} c::d}} \\({{c1::x}}\\) {{c2::<b>"é"</b>}}', 1)
@example("{{c1::{{c1::{{c1::a}}}}}}", 1)
@example("{{c2::\n\t}}", 2)
@example("{{c1::" * 12 + "a" + "}}" * 12, 1)
def test_deletions_are_revealed_as_anki_reveals_them(
    engine: Learner, text: str, number: int
) -> None:
    kind = engine.collection.models.by_name("Cloze")
    assert kind
    note = engine.collection.new_note(kind)
    note.fields[:2] = [text, f"{{{{c{number}::so that there is a card}}}}"]
    template = dict(kind["tmpls"][0], qfmt="{{cloze:Text}}", afmt="{{cloze:Text}}")
    shown = note.ephemeral_card(number - 1, custom_template=template).render_output()
    assert clozes.revealed(text, number, asking=True) == shown.question_text
    assert clozes.revealed(text, number, asking=False) == shown.answer_text
    assert clozes.typed(text, number) == engine.collection.extract_cloze_for_typing(text, number)


VALUES = st.sampled_from(
    [
        "", " ", "\n\t", "<br>", "<div></div>", "<BR /> <br/>", "<br >x", "a", "<p>b</p>", "&nbsp;",
        "{{Hint}}", "{{#Stem}}", "<!-- {{Stem}} -->", "[[type:Stem]]", "\u00a0", "\u3000", "\x1f",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), kind=st.sampled_from(["question", "concept"]))
def test_templates_are_filled_as_anki_fills_them(
    engine: Learner, data: st.DataObject, kind: str
) -> None:
    ours = note_types()[kind]
    theirs = engine.collection.models.get(ours.id)  # type: ignore[arg-type]
    assert theirs
    row = [data.draw(VALUES) for _ in ours.fields]
    note = engine.collection.new_note(theirs)
    note.fields = list(row)
    fields = {f.name: value for f, value in zip(ours.fields, row, strict=True)}
    fields["Deck"] = "(Deck)"
    for at, template in enumerate(ours.templates):
        shown = note.ephemeral_card(at, custom_template=theirs["tmpls"][at]).render_output()
        front = templates.rendered(template.front, fields)
        if not templates.is_card(template.front, fields):
            assert "front of this card is blank" in shown.question_text.replace("\u2068", "")
            continue
        assert front == shown.question_text
        assert templates.rendered(template.back, fields, front=front) == shown.answer_text


def test_a_tag_inside_of_a_comment_is_no_field() -> None:
    assert templates.rendered("<!-- {{X}} -->{{Y}}", {"Y": "1"}) == "<!-- {{X}} -->1"


def test_long_texts_take_linear_time() -> None:
    for sign in ("{{c1::", "\\(", "<", "{{c1", "{{c" + "1" * 50_000, "::", "{{c1::\\("):
        clozes.revealed("{{c1::x}}" + sign * (200_000 // len(sign)), 1, asking=True)
