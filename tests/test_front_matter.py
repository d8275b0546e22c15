"""Front matter: what is read of it, what is said of the rest, and what it can never do."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.parse import matter
from deckgen.parse.lines import split
from deckgen.parse.matter import Matter
from tests.project import DAY, START, Project, pairs


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def read(*inside: str, fence: str = "---") -> Matter:
    return matter.read(split("\n".join([fence, *inside, fence, "Text"]), markdown=True))


def told(found: Matter) -> list[tuple[str, int, int]]:
    return [(p.code, p.line, p.column) for p in found.problems]


@pytest.mark.parametrize(
    "tags",
    [
        "tags: [coast, tides]", "tags: coast, tides", "tags: coast tides", "tags: #coast #tides",
        "tags: [#coast, #tides]", "tags: ['#coast', tides]", "tags:\n- coast\n- tides",
        "tags:\n  - coast\n  - #tides", "tag: coast tides", "Tags: [coast, tides, coast]",
        "keywords: [coast, tides]", "tags: [coast, tides] # of the sea",
    ],
)  # fmt: skip
def test_tags_as_people_write_them(tags: str) -> None:
    found = read(*tags.split("\n"))
    assert (found.tags, told(found)) == (("coast", "tides"), [])


def test_spaces_in_a_tag_and_levels() -> None:
    assert read("tags: [rocky coast, coast/tides, '']").tags == ("rocky_coast", "coast::tides")


@pytest.mark.parametrize(
    ("line", "deck"),
    [
        ("deck: Geography::Coasts", "Geography::Coasts"),
        ("deck: '  Geography ::  Coasts '", "Geography::Coasts"),
        ("deck: 2024", "2024"),
        ("deck: yes", "yes"),
        ('deck: "::"', ""),
        ("deck:", ""),
    ],
)
def test_the_deck_is_a_text(line: str, deck: str) -> None:
    found = read(line)
    assert (found.deck, told(found)) == (deck, [])


@pytest.mark.parametrize(
    ("lines", "code", "line", "column"),
    [
        (["deck: [a, b]"], "front-matter-value", 2, 1),
        (["deck: {a: b}"], "front-matter-value", 2, 1),
        (["author: me", "tags: {a: b}"], "front-matter-value", 3, 1),
        (["tags: [[a]]"], "front-matter-value", 2, 1),
        (["title: x", "dekc: Coasts"], "unknown-front-matter-key", 3, 1),
        (["my-own-key: x"], "unknown-front-matter-key", 2, 1),
        (["tags: [coast"], "front-matter-unreadable", 2, 13),
        (["title: a: b"], "front-matter-unreadable", 2, 9),
        (["a: &a [x]", "b: *a"], "front-matter-unreadable", 3, 4),
        (["a: " + "[" * 5000], "front-matter-unreadable", 1, 1),
        (["a: " + "b" * 30_000], "front-matter-unreadable", 1, 1),
    ],
)
def test_what_is_wrong_has_a_place(lines: list[str], code: str, line: int, column: int) -> None:
    assert told(read(*lines)) == [(code, line, column)]


def test_a_near_key_is_named() -> None:
    assert read("dekc: Coasts").problems[0].hint == "did you mean “deck”?"


@pytest.mark.parametrize("key", ["aliases", "cssclasses", "date", "author", "layout", "permalink"])
def test_keys_of_other_programs_are_none_of_our_business(key: str) -> None:
    assert told(read(f"{key}: x")) == []


def test_toml() -> None:
    found = read('deck = "Coasts"', 'tags = ["sea", "rocky coast"]', "draft = true", fence="+++")
    assert (found.deck, found.tags, told(found)) == ("Coasts", ("sea", "rocky_coast"), [])
    assert told(read("deck = x", fence="+++")) == [("front-matter-unreadable", 2, 8)]
    assert told(read("title = 'x'", "dekc = 'y'", fence="+++")) == [
        ("unknown-front-matter-key", 3, 1)
    ]


def test_a_billion_laughs_end_at_once() -> None:
    lines = ["a0: &a0 [ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    begun = time.perf_counter()
    assert told(read(*lines)) == [("front-matter-unreadable", 3, 10)]
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system [ls]", "!x y", "!!binary aGk="])
def test_a_tag_of_yaml_makes_nothing(tag: str) -> None:
    assert read(f"title: {tag}").title in ("", "y", "aGk=")


@given(st.lists(st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"%@` ,?\\")), max_size=6))
def test_any_front_matter_is_read(lines: list[str]) -> None:
    for fence in ("---", "+++"):
        found = read(*lines, fence=fence)
        assert all(0 < p.line <= len(lines) + 2 and p.column > 0 for p in found.problems)


def test_the_deck_of_the_front_matter_goes_before_folder_and_configuration(
    project: Project,
) -> None:
    project.write("deckgen.toml", 'deck = "Geography"\n')
    card = pairs(("What is a ria?", "A valley."))
    project.write("coast/a.md", f"---\ndeck: Coasts::Shapes\n---\n{card}")
    project.write("coast/b.md", card.replace("ria", "fjord"))
    decks = {change.now.path: change.now.deck for change in project.build(deck="").sealed.changes}
    assert decks == {"coast/a.md": "Coasts::Shapes", "coast/b.md": "Geography::coast"}


def test_a_new_deck_in_the_front_matter_is_a_move_and_no_edit(project: Project) -> None:
    card = pairs(("What is a ria?", "A valley."))
    project.write("a.md", card)
    project.build()
    project.write("a.md", f"---\ndeck: Coasts\n---\n{card}")
    (change,) = project.build(START + DAY).sealed.changes
    assert (change.state, change.moved, change.now.deck) == ("unchanged", True, "Coasts")
