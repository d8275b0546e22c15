"""Tags: what is one, what only looks like one, and which text they are taken off."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.diagnostic import EnvironmentProblem
from deckgen.parse import tags
from deckgen.parse.lines import split
from tests.project import DAY, START, Project


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("#coast", ("coast",)),
        ("#coast #tides", ("coast", "tides")),
        ("#coast, #tides; #moon", ("coast", "tides", "moon")),
        ("#coast/tides/spring", ("coast::tides::spring",)),
        ("#küste #海岸 #2024-spring", ("küste", "海岸", "2024-spring")),
        ("[#coast]() [#tides]()", ("coast", "tides")),
        ("Tags: #coast #tides", ("coast", "tides")),
        ("#coast #coast", ("coast",)),
    ],
)
def test_a_line_of_tags(text: str, names: tuple[str, ...]) -> None:
    assert tags.of_line(split(text, markdown=True)[0]) == names


@pytest.mark.parametrize(
    "text",
    [
        "# Coast", "#12", "#fff", "#C0FFEE", "C#", "#", "##coast", "#!/bin/sh", "#include <map>",
        "#coast is a word", "see #coast", "`#coast`", "    #coast", "#a.b", "[#coast](tides.md)",
        "#coast#tides", "Tags: coast",
    ],
)  # fmt: skip
def test_no_line_of_tags(text: str) -> None:
    assert tags.of_line(split(text, markdown=True)[0]) == ()


def test_code_has_no_tags() -> None:
    lines = split("```css\n#coast\n```", markdown=True)
    assert tags.without_tags(lines) == (lines, ())


@pytest.mark.parametrize(
    ("text", "left", "names"),
    [
        ("A valley.\n#coast #ria", "A valley.", ("coast", "ria")),
        ("A valley.\n\n#coast\n#ria\n", "A valley.", ("coast", "ria")),
        (
            "#coast\n\nA valley.\nFull of water.\n#ria",
            "A valley.\nFull of water.",
            ("coast", "ria"),
        ),
        ("#coast", "#coast", ()),
        ("", "", ()),
        ("A valley.\n#coast\nFull of water.", "A valley.\n#coast\nFull of water.", ()),
    ],
)
def test_a_body_without_its_tags(text: str, left: str, names: tuple[str, ...]) -> None:
    lines, found = tags.without_tags(split(text, markdown=True))
    assert ("\n".join(line.raw for line in lines), found) == (left, names)


@pytest.mark.parametrize(
    ("text", "left", "names"),
    [
        ("The moon pulls. #coast #tides", "The moon pulls.", ("coast", "tides")),
        ("What pulls? #coast", "What pulls?", ("coast",)),
        ("Use #main", "Use #main", ()),
        ("Bug number #12", "Bug number #12", ()),
        ("White is #fff", "White is #fff", ()),
        ("#coast", "#coast", ()),
    ],
)
def test_tags_behind_a_sentence(text: str, left: str, names: tuple[str, ...]) -> None:
    assert tags.apart(text) == (left, names)


@pytest.mark.parametrize(
    ("text", "left", "names"),
    [
        ("Tides #coast", "Tides", ("coast",)),
        ("Tides #coast/spring [#moon]()", "Tides", ("coast::spring", "moon")),
        ("Learning C#", "Learning C#", ()),
        ("Issue #12", "Issue #12", ()),
        ("Number 12 of #coast fame", "Number 12 of #coast fame", ()),
    ],
)
def test_tags_behind_a_heading(text: str, left: str, names: tuple[str, ...]) -> None:
    assert tags.apart(text, anywhere=True) == (left, names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("#coast", "coast"),
        ("Rocky Coast", "Rocky_Coast"),
        ("coast / rocky coast", "coast::rocky_coast"),
        ("coast::tides", "coast::tides"),
        ('a"b', "a_b"),
        ("//", ""),
        ("  ", ""),
    ],
)
def test_a_name_that_anki_takes(text: str, name: str) -> None:
    assert tags.name(text) == name


@given(st.text(alphabet=st.sampled_from('#a1/[]() \n,:C\u3000"`é')))
def test_any_text_has_tags_that_anki_takes(text: str) -> None:
    lines = split(text, markdown=True)
    kept, names = tags.without_tags(lines)
    assert set(kept) <= set(lines)
    assert all(name and not set(name) & set(' "\u3000\n') for name in names)


@pytest.mark.parametrize(
    "text", ["#" * 100_000, "[#a" * 50_000, "#a " * 50_000 + ".", " #" * 50_000]
)
def test_a_long_line_is_read_in_no_time(text: str) -> None:
    line = split(text, markdown=True)[0]
    tags.of_line(line)
    tags.apart(text, anywhere=True)


def test_folders_and_headings_become_tags_where_the_author_wants_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    card = "Q: What pulls?\nA: The moon.\n"
    project.write("rocky coast/tides/a.md", f"# Tides\n\n## Spring / neap #own\n\n{card}")
    project.build()
    assert project.package().notes[0].tags == ("own",)
    project.write("deckgen.toml", 'tags-from = ["folders", "headings"]\n')
    project.build(START + DAY)
    assert set(project.package().notes[0].tags) == {
        "own", "rocky_coast::tides", "Tides", "Tides::Spring_neap",
    }  # fmt: skip


@pytest.mark.parametrize("value", ['"folders"', '["files"]', "[1]", "true"])
def test_a_source_of_tags_that_does_not_exist(tmp_path: Path, value: str) -> None:
    project = Project(tmp_path)
    project.write("a.md", "Q: What pulls?\nA: The moon.\n")
    project.write("deckgen.toml", f"tags-from = {value}\n")
    with pytest.raises(EnvironmentProblem):
        project.plan()
