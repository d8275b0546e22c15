"""Imports point one way: a line of code knows its room and the rooms below, nothing else."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import deckgen

PACKAGE = Path(deckgen.__file__).parent
# A room and the other rooms that it may import. A new room needs a line here, and a reason.
MAY_KNOW = {
    "model": set[str](),
    "parse": {"model"},
    "extract": {"model"},
    "identify": {"model"},
    "convert": {"model"},
    "edges": {"model", "deckgen"},
    "notetypes": {"model"},
    "package": {"model"},
    "render": {"model", "notetypes"},
    "seal": {"model", "notetypes", "render", "identify"},
    "draft": {"model", "convert", "render"},
    "yielding": {"model", "convert", "parse", "extract", "edges", "render"},
    "gathering": {"model", "convert", "parse", "edges", "replaced", "yielding"},
    "finishing": {"model", "edges", "render"},
    "check": {"model"},
    "refusals": {"model", "identify"},
    "refusing": {"model", "identify", "edges", "compiler"},
    "replaced": {"model", "parse", "edges"},
    "compiler": {
        "model", "identify", "edges", "package", "refusals", "repeated", "replaced", "seal",
        "yielding", "gathering", "finishing",
    },
    "traced": {"model", "identify", "compiler", "yielding"},
    "drafting": {
        "model", "edges", "notetypes", "parse", "draft", "compiler", "traced", "yielding",
        "identify", "convert", "extract",
    },
    "preview": {"model", "parse", "render", "compiler", "report", "traced"},
    "previewing": {"model", "edges", "compiler", "preview"},
    "checking": {"model", "convert", "parse", "edges", "check", "seal", "compiler"},
    "fixing": {"model", "edges", "check", "compiler", "checking", "yielding"},
    "repeated": {"model", "identify"},
    "source_ids": {"model", "parse", "edges", "compiler"},
    "report": {"model", "deckgen", "compiler", "checking", "fixing"},
    "cli": {
        "model", "edges", "compiler", "gathering", "report", "source_ids", "deckgen",
        "drafting", "refusing", "previewing", "checking", "fixing",
    },
    "__main__": {"cli"},
    "deckgen": set[str](),
}  # fmt: skip
# Libraries with one home each: what leans on them can be replaced in one place.
HOMES = {
    "charset_normalizer": {"edges"},
    "genanki": {"package"},
    "justhtml": {"convert"},
    "markdown": {"render"},
    "nh3": {"render"},
    "pypdf": {"convert"},
    "rapidfuzz": {"identify"},
    "typer": {"cli"},
    "watchfiles": {"edges"},
}
# The world belongs to the edges and to the command line; the core is values in, values out.
WORLDLY = {"time", "datetime", "random", "tempfile", "shutil", "subprocess", "socket", "urllib"}
ALLOWED_WORLD = {"cli": {"time", "shutil"}}  # the hour, and the width of the terminal
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def room(module: Path) -> str:
    """The room of a file: its folder below deckgen/, or its own name."""
    first = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "deckgen" if first == "__init__" else first


def imported(module: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(module)}: imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_known(module: Path) -> set[str]:
    """The rooms of deckgen that a file imports, its own left out."""
    own = [name.split(".") for name in imported(module) if name.split(".")[0] == "deckgen"]
    found = {parts[1] if len(parts) > 1 else "deckgen" for parts in own}
    return {name if name in MAY_KNOW else "deckgen" for name in found} - {room(module)}


def libraries(module: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(module)}


def test_every_room_is_known_to_this_test() -> None:
    assert {room(module) for module in MODULES} == MAY_KNOW.keys()


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_imports_point_one_way(module: Path) -> None:
    assert rooms_known(module) <= MAY_KNOW[room(module)]


def test_the_rooms_are_in_order() -> None:
    """No circle: each room can be built from the ones that are there already."""
    standing: set[str] = set()
    waiting = dict(MAY_KNOW)
    while waiting:
        ready = {name for name, known in waiting.items() if known <= standing}
        assert ready, f"a circle among {sorted(waiting)}"
        standing |= ready
        waiting = {name: known for name, known in waiting.items() if name not in ready}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_library_has_one_home(module: Path) -> None:
    strangers = {lib for lib in libraries(module) & HOMES.keys() if room(module) not in HOMES[lib]}
    assert not strangers


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_clock_and_chance_stay_outside(module: Path) -> None:
    where = room(module)
    if where != "edges":
        assert libraries(module) & WORLDLY <= ALLOWED_WORLD.get(where, set())


@pytest.mark.parametrize("module", [m for m in MODULES if room(m) == "model"], ids=name_of)
def test_the_model_needs_the_standard_library_only(module: Path) -> None:
    assert libraries(module) <= sys.stdlib_module_names | {"deckgen"}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_only_the_command_line_prints_and_exits(module: Path) -> None:
    called = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    doors = called & {"print", "sys.exit", "exit", "quit", "os._exit", "typer.echo"}
    assert room(module) == "cli" or not doors
