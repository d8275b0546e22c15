"""What an author decides about the cards: their theme, CSS of their own, answers to be typed."""

from pathlib import Path

import pytest

from deckgen.model.notetype import THEMES
from deckgen.notetypes import note_types, restyled
from tests.anki_engine import Imported, Learner
from tests.project import DAY, START, Package, PackedNote, Project, pairs

COAST = pairs(("What is a fjord?", "A narrow inlet of the sea."))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path / "coast")
    made.write("notes.md", COAST)
    return made


def css(project: Project) -> str:
    (kind,) = project.package().types.values()
    return str(kind["css"])


def mods(project: Project) -> tuple[int, int]:
    """When the note type and the note changed last."""
    package: Package = project.package()
    ((kind,), (note,)) = (package.types.values(), package.notes)
    return kind["mod"], note.mod


# Theme and CSS -------------------------------------------------------------------------------


def test_a_theme_and_css_arrive_in_anki_and_leave_the_notes_alone(
    project: Project, tmp_path: Path
) -> None:
    project.build()
    plain = css(project)
    with Learner(tmp_path) as learner:
        assert learner.take(project.output) == Imported(new=1)
        project.write("deckgen.toml", 'theme = "plain"\ncss = "looks/cards.css"\n')
        project.write("looks/cards.css", ":root { --dg-accent: #5b2a86; }\n")
        compiled = project.build(START + DAY)
        assert compiled.sealed.updated_types == ("question",)
        assert learner.take(project.output) == Imported(duplicate=1)
        (kind,) = learner.note_types().values()
        assert kind["css"] == css(project)
    assert css(project).startswith(plain)
    assert css(project).endswith("\n:root { --dg-accent: #5b2a86; }\n")
    assert "/* plain:" in css(project)


def test_the_time_of_a_note_type_rises_when_its_looks_change_and_only_then(
    project: Project,
) -> None:
    project.write("cards.css", ".dg { letter-spacing: 0 }\n")
    settings = ("", 'theme = "paper"', 'theme = "plain"', 'css = "cards.css"', "", "")
    looks = (0, 0, 1, 2, 3, 3)  # the looks of each build, counted
    for day, (text, look) in enumerate(zip(settings, looks, strict=True)):
        project.write("deckgen.toml", text)
        project.build(START + day * DAY)
        changed = next(START + d * DAY for d, one in enumerate(looks) if one == look)
        assert mods(project) == (changed, START)
    project.write("notes.md", COAST.replace("narrow", "deep and narrow"))
    project.build(START + 9 * DAY)
    assert mods(project) == (START + 4 * DAY, START + 9 * DAY)


def test_it_rises_under_a_clock_that_was_set_back(project: Project) -> None:
    project.build()
    project.write("deckgen.toml", 'theme = "contrast"')
    project.build(START - DAY)
    assert mods(project) == (START + 1, START)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_sets_nothing_but_colours_and_fonts(theme: str) -> None:
    before = note_types()["question"]
    added = restyled(before, theme, "").css.removeprefix(before.css)
    lines = [line.strip() for line in added.splitlines()]
    assert all(
        not line or line.startswith(("--dg-", "/*", ":root", ".night", "}")) for line in lines
    )
    assert before.css in restyled(before, theme, "").css


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('theme = "plian"', "deckgen.toml: unknown theme “plian”\n  hint: did you mean “plain”?"),
        (
            'theme = "blue"',
            "deckgen.toml: unknown theme “blue”\n  hint: known themes: paper, plain, contrast",
        ),
        (
            "theme = 3",
            "deckgen.toml: unknown theme “3”\n  hint: known themes: paper, plain, contrast",
        ),
        ("css = 3", 'deckgen.toml: “css” is no file name\n  hint: write css = "cards.css"'),
        (
            'css = "cards.css"',
            (
                "cards.css: there is no such stylesheet\n"
                "  hint: the name in “css” is relative to the source folder"
            ),
        ),
        (
            'css = "../cards.css"',
            (
                "../cards.css: the stylesheet lies outside of the source folder\n"
                "  hint: copy it beside the texts"
            ),
        ),
    ],
)
def test_settings_that_make_no_sense(project: Project, text: str, message: str) -> None:
    project.write("deckgen.toml", text + "\n")
    ran = project.run("build")
    assert (ran.code, ran.stderr) == (2, f"deckgen: source/{message}\n")
    assert not project.lock_path.exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"@import 'more.css';", "“@import” would load something on every card"),
        (b".dg { background: url( 'https://example.org/a.png') }", "would load something"),
        (b"</style><script>alert(1)</script>", "“</style” is no CSS"),
        (b"<style>.dg {}", "“<style” is no CSS"),
        (b".dg { content: '\xff' }", "the stylesheet cannot be read"),
        (b"/**/" * 60_000, "the stylesheet is larger than 200 kB"),
    ],
)
def test_css_that_no_card_can_carry(project: Project, content: bytes, message: str) -> None:
    (project.source / "cards.css").write_bytes(content)
    project.write("deckgen.toml", 'css = "cards.css"\n')
    ran = project.run("build")
    assert ran.code == 2
    assert message in ran.stderr
    assert "hint: " in ran.stderr


def test_css_may_speak_of_what_it_does_not_do(project: Project) -> None:
    project.write("cards.css", "/* no @import, see https://example.org */ .dg { color: inherit }")
    project.write("deckgen.toml", 'css = "cards.css"\n')
    project.build()
    assert "no @import" in css(project)


# Typing --------------------------------------------------------------------------------------


def note(project: Project, words: str) -> PackedNote:
    (found,) = (n for n in project.package().notes if words in " ".join(n.fields.values()))
    return found


def test_a_tag_asks_for_a_typed_answer(project: Project, tmp_path: Path) -> None:
    project.write(
        "typed.md",
        "Q: What is the capital of Iceland? #type-in\nA: **Reykjavík**\n\n"
        "## Straits #Type-In\n\nThe strait in the east is called {{c1::Kattegat}}.\n\n"
        "Skerry :: a rock\n\n"
        "Q: How does a ria come about?\nA: "
        + "A river carves a valley, and the sea fills it. "
        * 3,
    )
    project.build()
    typed = {n.fields["Type Answer"] for n in project.package().notes}
    assert typed == {"", "Reykjavík", "Kattegat", "a rock"}
    assert note(project, "come about").fields["Type Answer"] == "", "too long to type"
    with Learner(tmp_path) as learner:
        learner.take(project.output)
        for words, reference in (
            ("Iceland", "[[type:Type Answer]]"),
            ("Kattegat", "[[type:cloze:Text]]"),
        ):
            (card,) = learner.cards(note(project, words).guid)
            assert reference in card.render_output().question_text
            assert reference in card.render_output().answer_text
            assert words != "Iceland" or "Reykjavík" not in card.question()


def test_choices_are_chosen_and_not_typed(project: Project) -> None:
    project.write(
        "bank.md", "# Lakes #type-in\n\n1. Which is a lake?\nA) Ria\nB) Haff\nAnswer: B\n"
    )
    project.build()
    assert note(project, "Haff").fields["Type Answer"] == ""


# Context -------------------------------------------------------------------------------------


def test_the_name_of_a_deck_is_no_html(project: Project, tmp_path: Path) -> None:
    project.write("<b>/a.md", "Q: What is a bar?\nA: A bank of sand.\n")
    project.build(deck="<img src=x onerror=alert(1)>")
    with Learner(tmp_path) as learner:
        learner.take(project.output)
        (card,) = learner.cards(note(project, "a bar").guid)
        assert "‹img src=x onerror=alert(1)>::‹b>" in card.question()
        assert "<img" not in card.question()


def test_a_deck_that_gives_the_answer_away_is_hidden_until_the_flip(project: Project) -> None:
    project.write(
        "Fjords/a.md", "Q: What did ice carve here?\nA: Fjords\n\nRia ::: a drowned valley\n"
    )
    project.write("Ria/b.md", "Ria ::: a valley below the sea\n")
    project.build()
    assert note(project, "carve").fields["Flags"] == "context-tells"
    assert note(project, "drowned").fields["Flags"] == ""
    assert note(project, "below").fields["Flags"] == "context-tells-reverse"
