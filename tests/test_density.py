"""How many notes are made of prose: what the configuration and the front matter say."""

from pathlib import Path

import pytest

from deckgen.compiler import compile_source
from deckgen.edges import config
from deckgen.edges.config import Config
from deckgen.model.source import Source
from tests.project import Project

KINDS = "levee cirque drumlin esker moraine kettle arete tarn fjord delta oxbow mesa".split()
PAGE = "\n\n".join(
    f"A {kind} is landform number {n} of the long list that geologists drew up for maps of the "
    f"northern half of the country, where the rock is {n}0 metres thick at least. "
    f"The {kind} belongs to region {n} of the map because its rock was cut out of group {n}."
    for n, kind in enumerate(KINDS, 3)
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def count(text: str, settings: Config = config.DEFAULT) -> int:
    return len(compile_source(Source("a.md", text, "markdown"), "Deck", settings=settings)[0])


def test_denser_is_more() -> None:
    sparse, normal, dense = (count(PAGE, Config(density=d)) for d in ("sparse", "normal", "dense"))
    assert 5 < sparse < normal < dense
    assert normal == count(PAGE)


def test_the_front_matter_of_a_file_comes_first() -> None:
    sparse = count(f"---\ndensity: sparse\n---\n\n{PAGE}", Config(density="dense"))
    assert sparse == count(PAGE, Config(density="sparse"))


def test_sparse_notes_are_among_the_dense_ones(project: Project) -> None:
    project.write("a.md", PAGE)
    fronts = {}
    for density in ("sparse", "dense"):
        project.write("deckgen.toml", f'density = "{density}"')
        fronts[density] = {note.front for note in project.plan().sealed.lock.notes}
    assert fronts["sparse"] < fronts["dense"]


def test_an_unknown_density_of_the_front_matter_is_reported(project: Project) -> None:
    project.write("a.md", f"---\ndensity: thick\n---\n\n{PAGE}")
    ran = project.run("check", "source/a.md")
    assert "a.md:2:1: warning: “density” in the front matter is none of sparse" in ran.stderr


def test_an_unknown_density_of_the_configuration_stops(project: Project) -> None:
    project.write("a.md", PAGE)
    project.write("deckgen.toml", 'density = "thick"')
    ran = project.run("check")
    assert ran.code == 2
    assert "“density” is none of sparse, normal, dense" in ran.stderr


@pytest.mark.parametrize("density", ["sparse", "dense"])
def test_density_leaves_the_cards_of_the_author_alone(density: str) -> None:
    cards = "".join(f"Q: What is a {kind}?\nA: A landform.\n\n" for kind in KINDS)
    assert count(f"---\ndensity: {density}\n---\n\n{cards}") == len(KINDS)
