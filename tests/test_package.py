"""The package is a function of sources and lock: the same in, the same bytes out."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen import compiler
from deckgen.edges import lockfile
from deckgen.package import package
from tests.project import DAY, START, Package, Project, pairs

SOURCES = {
    "a/one.md": "# Plants\n\n" + pairs(("What is xylem?", "A tissue for water"), ("Root?", "Yes")),
    "a/two.txt": "Q: What is phloem?\nA: A tissue for sugar\n",
    "b.md": "The {{c1::stem}} carries {{c2::leaves}}.\n\nPollen is a powder of male cells.",
    "c/d/e.md": pairs(("What is xylem?", "Wood, in Greek"), ("Largest flower?", "Rafflesia")),
}
BUILD = """
import sys
from pathlib import Path
from deckgen import compiler
compiler.build(Path("source"), Path("deck.apkg"), int(sys.argv[1]), deck="Deck")
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return made(tmp_path / "project")


def made(root: Path, names: list[str] | None = None) -> Project:
    """The project, its files written in the order of ``names``."""
    project = Project(root)
    for name in names or list(SOURCES):
        project.write(name, SOURCES[name])
    return project


def written(project: Project) -> tuple[bytes, bytes]:
    return project.output.read_bytes(), project.lock_path.read_bytes()


def test_a_second_build_writes_the_same_bytes(project: Project) -> None:
    project.build()
    first = written(project)
    project.build()
    assert written(project) == first


def test_the_time_of_a_build_leaves_no_trace_where_nothing_changed(project: Project) -> None:
    project.build()
    first = written(project)
    project.build(START + 400 * DAY)
    assert written(project) == first
    project.build(START - 400 * DAY)
    assert written(project) == first


def test_a_package_without_a_lock_is_the_same_in_another_folder(
    project: Project, tmp_path: Path
) -> None:
    project.build()
    other = made(tmp_path / "elsewhere" / "and deeper")
    other.build()
    assert written(other) == written(project)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_a_process_with_another_hash_seed_writes_the_same_bytes(
    project: Project, tmp_path: Path, seed: str
) -> None:
    project.build()
    other = made(tmp_path / "other")
    subprocess.run(
        [sys.executable, "-W", "error", "-c", BUILD, str(START)],
        cwd=other.root,
        env=os.environ | {"PYTHONHASHSEED": seed},
        check=True,
        timeout=60,
    )
    assert written(other) == written(project)


def test_the_command_writes_the_same_bytes_again(project: Project) -> None:
    runs = []
    for seed in ("1", "2"):
        done = project.run("build", "--output", "deck.apkg", PYTHONHASHSEED=seed, TZ=f"UTC+{seed}")
        assert (done.code, done.stderr) == (0, "")
        runs.append(written(project))
    assert runs[0] == runs[1]


def test_the_order_in_which_the_disk_lists_the_files_is_irrelevant(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build()
    other = made(tmp_path / "other", list(reversed(SOURCES)))
    walk = os.walk

    def backwards(top: Path) -> Iterator[tuple[str, list[str], list[str]]]:
        for here, folders, names in walk(top):
            folders.sort(reverse=True)
            names.sort(reverse=True)
            yield here, folders, names

    monkeypatch.setattr(os, "walk", backwards)
    other.build()
    assert written(other) == written(project)


def test_nothing_but_package_and_lock_is_written(project: Project) -> None:
    before = project.files()
    project.build()
    project.build(START + DAY)
    assert project.files() - before == {"deck.apkg", f"source/{lockfile.NAME}"}


def test_no_file_is_left_in_the_folder_for_temporary_files(
    project: Project, tmp_path: Path
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    done = project.run("build", TMPDIR=str(scratch))
    assert done.code == 0
    assert list(scratch.iterdir()) == []


def test_the_archive_knows_no_time_and_no_machine(project: Project) -> None:
    project.build()
    members = project.package().members
    assert [m.filename for m in members] == ["collection.anki2", "media"]
    assert {m.date_time for m in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {m.compress_type for m in members} == {zipfile.ZIP_DEFLATED}
    assert {m.external_attr >> 16 for m in members} == {0o644}
    assert not any(m.extra or m.comment for m in members)


def test_ids_are_positive_and_different(project: Project) -> None:
    project.build()
    notes = project.package().notes
    ids = [note.id for note in notes] + [card for note in notes for card in note.card_ids]
    assert min(ids) > 0
    assert len(set(ids)) == len(ids)
    assert len({note.guid for note in notes}) == len(notes)


def test_every_note_carries_its_own_time_and_its_guid_as_id(project: Project) -> None:
    project.build()
    project.replace("a/one.md", "A: Yes", "A: It drinks")
    project.build(START + DAY)
    mods = {note.fields.get("Answer"): note.mod for note in project.package().notes}
    assert mods.pop("It drinks") == START + DAY
    assert set(mods.values()) == {START}
    assert all(note.fields["ID"] == note.guid for note in project.package().notes)
    assert {t["mod"] for t in project.package().types.values()} == {START}


@pytest.mark.parametrize("name", ["ü ß 日本", "a\nb", "a\u2028b", "a\x85b"])
def test_any_name_of_a_file_can_be_built_again(tmp_path: Path, name: str) -> None:
    project = Project(tmp_path)
    project.write(f"{name}/{name}.md", pairs(("One?", "First")))
    project.build()
    first = written(project)
    project.build(START + DAY)
    assert written(project) == first


def test_an_edit_that_is_taken_back_is_an_edit_too(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("page.md", pairs(("One?", "First")))
    project.build()
    first = project.output.read_bytes()
    project.replace("page.md", "First", "The first")
    project.build(START + DAY)
    assert project.output.read_bytes() != first
    project.replace("page.md", "The first", "First")
    project.build(START + 2 * DAY)
    assert project.output.read_bytes() != first


def test_a_deck_is_packed_without_touching_the_disk(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = project.plan().sealed.deck

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the disk is for the edges")

    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    content = package(deck)
    monkeypatch.undo()
    assert len(Package.read(content).notes) == len(deck.notes)


def test_packages_of_all_kinds_hold_only_the_note_types_they_use(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("page.md", pairs(("One?", "First")))
    project.build()
    assert [t["name"] for t in project.package().types.values()] == ["deckgen Question"]


def test_one_file_alone_is_built_with_a_lock_beside_it(tmp_path: Path) -> None:
    project = made(tmp_path)
    alone = project.source / "a" / "two.txt"
    compiler.build(alone, project.output, START)
    assert [note.fields["Stem"] for note in project.package().notes] == ["What is phloem?"]
    assert (alone.parent / lockfile.NAME).is_file()
