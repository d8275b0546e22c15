"""Pictures, sounds and videos: found, named, packed, shown by Anki, and never from elsewhere."""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.edges import media
from deckgen.edges.media import Library
from deckgen.model.diagnostic import Diagnostic, EnvironmentProblem
from deckgen.model.media import Media
from tests.anki_engine import Imported, Learner
from tests.project import DAY, START, Project, states

RED, GREEN = b"\x89PNG red", b"\x89PNG green"
CARD = "Q: Which coast is this? ![steep walls](fjord.png)\nA: A fjord.\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with Learner(tmp_path) as made:
        yield made


def put(project: Project, name: str, content: bytes = RED) -> str:
    """A file beside the sources; gives what Anki will call it."""
    path = project.source / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return called(name, content)


def called(name: str, content: bytes = RED) -> str:
    return f"deckgen-{hashlib.sha256(content).hexdigest()[:20]}{Path(name).suffix.lower()}"


def packed(project: Project) -> dict[str, bytes]:
    """The media of the package by the name that they get in Anki."""
    with zipfile.ZipFile(project.output) as archive:
        names = json.loads(archive.read("media"))
        assert {"collection.anki2", "media", *names} == set(archive.namelist())
        return {name: archive.read(member) for member, name in names.items()}


def told(project: Project) -> list[tuple[str, int, int]]:
    return [(d.code, d.line, d.column) for d in project.plan().diagnostics]


WRITTEN = {
    "![steep walls](img/my%20coast.png)": '<img src="{}" alt="steep walls">',
    '![](img/my%20coast.png "a title")': '<img src="{}" alt="">',
    "![x](<img/my coast.png>)": '<img src="{}" alt="x">',
    "![x](img/my coast.png)": '<img src="{}" alt="x">',
    "![x](img/my%20coast.png){width=300}": '<img src="{}" alt="x" width="300">',
    '![x](img/my%20coast.png){ width="50%" }': '<img src="{}" alt="x" width="50%">',
    "![x](img/my%20coast.png){.big #id}": '<img src="{}" alt="x">',
    "![x](img\\my%20coast.png)": '<img src="{}" alt="x">',
    "![x](./img/../img/my%20coast.png)": '<img src="{}" alt="x">',
    "![x](img/my%20coast.png?raw=true)": '<img src="{}" alt="x">',
    "![x][coast]\n\n[coast]: img/my%20coast.png": '<img src="{}" alt="x">',
    "![[my coast.png]]": '<img src="{}" alt="">',
    "![[img/my coast.png|300]]": '<img src="{}" alt="" width="300">',
    "![[my coast.png|steep walls|300x200]]": '<img src="{}" alt="steep walls" width="300">',
    "<img src='img/my%20coast.png' alt='x' width=200 onerror=alert(1)>": (
        '<img src="{}" alt="x" width="200">'
    ),
}


@pytest.mark.parametrize("written", WRITTEN)
def test_a_picture_as_people_write_it(project: Project, written: str) -> None:
    name = put(project, "img/my coast.png")
    project.write("a.md", f"Q: Which coast?\nA: {written}\n")
    built = project.build()
    assert not built.diagnostics
    (note,) = project.package().notes
    assert WRITTEN[written].format(name) in note.fields["Answer"]
    assert packed(project) == {name: RED}


@pytest.mark.parametrize(
    "written",
    [
        "[sound:gull_cry_1.mp3]", "![gull](gull_cry_1.mp3)", "![[gull_cry_1.mp3]]",
        '<audio controls src="gull_cry_1.mp3">Your browser is old.</audio>',
        "<audio><source src='gull_cry_1.mp3'><source src='gull.ogg'>Your browser is old.</audio>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["md"])
def test_a_sound_as_people_write_it(project: Project, written: str, ending: str) -> None:
    name = put(project, "gull_cry_1.mp3")
    project.write(f"a.{ending}", f"Q: Which bird is this?\nA: A gull: {written}\n")
    assert not project.build().diagnostics
    (note,) = project.package().notes
    assert note.fields["Answer"] == f"A gull: [sound:{name}]"


def test_a_video_is_a_sound_to_anki(project: Project) -> None:
    name = put(project, "tide.MP4")
    project.write("a.md", "Q: What happens? <video src='tide.MP4' autoplay></video>\nA: Ebb.\n")
    assert not project.build().diagnostics
    assert project.package().notes[0].fields["Stem"] == f"What happens? [sound:{name}]"


def test_plain_texts_have_pictures_and_sounds_too(project: Project) -> None:
    picture, sound = put(project, "a b.png"), put(project, "c.mp3")
    project.write("a.txt", "Q: Which bird? ![a gull](a b.png)\nA: A gull [sound:c.mp3]\n")
    assert not project.build().diagnostics
    (note,) = project.package().notes
    assert note.fields["Stem"] == f'Which bird? <img src="{picture}" alt="a gull">'
    assert note.fields["Answer"] == f"A gull [sound:{sound}]"


def test_a_name_alone_is_looked_up_near_then_anywhere(project: Project) -> None:
    near = put(project, "one/pic.png", RED)
    put(project, "a/pic.png", GREEN)
    far = put(project, "deep/er/only.png", GREEN)
    project.write("one/a.md", "Q: One?\nA: ![[pic.png]] ![[only.png]]\n")
    assert not project.build().diagnostics
    assert packed(project) == {near: RED, far: GREEN}


def test_two_files_of_one_name_both_arrive_and_one_file_twice_is_stored_once(
    project: Project,
) -> None:
    put(project, "a/1.png", RED)
    put(project, "b/1.png", GREEN)
    put(project, "b/copy.png", RED)
    project.write("a/x.md", "Q: ![](1.png)\nA: A coast\n")
    project.write("b/x.md", "Q: ![](1.png)\nA: A coast\n\nQ: Again ![](copy.png)\nA: ![](1.png)\n")
    built = project.build()
    assert not built.diagnostics
    assert len(built.sealed.changes) == 3, "they differ only in their pictures"
    assert packed(project) == {called("1.png", RED): RED, called("1.png", GREEN): GREEN}


REFUSED = (
    "../secret.png", "../../secret.png", "img/../../secret.png", "%2e%2e/secret.png", "/etc/hosts",
    "file:///etc/hosts", "C:\\\\secret.png", "c:/secret.png", "\\\\\\\\host\\\\secret.png",
    "//host/secret.png", "~/secret.png", "data:image/png;base64,aGk=", "javascript:alert(1)",
    "link.png", "linked/secret.png", "ftp://host/a.png",
)  # fmt: skip


@pytest.mark.parametrize("path", REFUSED)
def test_nothing_outside_of_the_folder_is_ever_taken(project: Project, path: str) -> None:
    (project.root / "secret.png").write_bytes(b"secret")
    (project.source / "link.png").symlink_to("../secret.png")
    (project.source / "linked").symlink_to("..")
    project.write("a.md", f"Q: Which coast?\nA: This one: ![a fjord]({path})\n")
    built = project.build()
    assert [(d.code, d.line, d.column) for d in built.diagnostics] == [("media-refused", 2, 14)]
    assert project.package().notes[0].fields["Answer"] == "This one: <em>a fjord</em>"
    assert packed(project) == {}


def test_a_missing_file_is_reported_and_its_description_stays(project: Project) -> None:
    put(project, "img/Fjord.png")
    project.write(
        "a.md", "Q: Which?\nA: One.\n\nQ: Which coast?\nA: See\n![a ria](img/fjord.png)\n"
    )
    built = project.build()
    (problem,) = built.diagnostics
    assert (problem.code, problem.line, problem.column) == ("media-missing", 6, 1)
    assert problem.hint == "did you mean “img/Fjord.png”?"
    assert "<em>a ria</em>" in project.package().notes[1].fields["Answer"]


def test_a_picture_in_the_network_becomes_a_link(project: Project) -> None:
    project.write("a.md", "Q: Which coast?\nA: ![a ria](https://example.org/ria.png)\n")
    built = project.build()
    assert [(d.code, d.line, d.column) for d in built.diagnostics] == [("media-remote", 2, 4)]
    answer = project.package().notes[0].fields["Answer"]
    assert answer.startswith("<a href=")
    assert answer.endswith(">a ria</a>")
    assert "<img" not in answer


@pytest.mark.parametrize(("name", "size"), [("a.exe", 1), ("a.psd", 1), ("a.png", 0)])
def test_a_file_that_is_no_use(project: Project, name: str, size: int) -> None:
    put(project, name, b"x" * size)
    project.write("a.md", f"Q: Which coast?\nA: ![a ria]({name})\n")
    assert told(project) == [("media-unusable", 2, 4)]


def test_a_file_that_is_too_large(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "_LARGEST", 3)
    put(project, "a.png", b"long")
    project.write("a.md", "Q: Which coast?\nA: ![a ria](a.png)\n")
    assert told(project) == [("media-unusable", 2, 4)]


def test_letters_composed_in_another_way_are_the_same_name(project: Project) -> None:
    name = put(project, "ku\u0308ste.png")
    project.write("a.md", "Q: Which coast?\nA: ![](k\u00fcste.png)\n")
    assert not project.build().diagnostics
    assert packed(project) == {name: RED}


def test_code_refers_to_nothing(project: Project) -> None:
    project.write("a.md", "Q: How?\nA: Write `![x](a.png)` or `[sound:a.mp3]`.\n")
    assert not project.build().diagnostics
    assert "[sound:" not in project.package().notes[0].fields["Answer"]


def test_a_file_that_changes_under_our_hands_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(RED)
    library = Library(tmp_path)
    found = library.find("a.png", "a.md")
    assert isinstance(found, Media)
    assert b"".join(library.chunks(found)) == RED
    (tmp_path / "a.png").write_bytes(GREEN)
    with pytest.raises(EnvironmentProblem):
        list(library.chunks(found))


@pytest.mark.parametrize("target", ["", ".", "a\0b.png", "x" * 5000, "a/" * 3000, "%00", "?", "#"])
def test_any_target_is_looked_up(tmp_path: Path, target: str) -> None:
    assert isinstance(Library(tmp_path).find(target, "a.md"), Diagnostic)


def test_the_same_files_give_the_same_bytes(project: Project) -> None:
    put(project, "fjord.png")
    put(project, "gull.mp3", GREEN)
    project.write("a.md", CARD + "\nQ: Which bird?\nA: [sound:gull.mp3]\n")
    project.build()
    first = project.output.read_bytes()
    os.utime(project.source / "fjord.png", (1, 1))
    project.build(START + DAY)
    assert project.output.read_bytes() == first


# In Anki --------------------------------------------------------------------------------------


def stored(learner: Learner) -> dict[str, bytes]:
    folder = Path(learner.collection.media.dir())
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_pictures_and_sounds_arrive(project: Project, learner: Learner) -> None:
    names = [put(project, "fjord.png"), put(project, "gull.mp3", GREEN)]
    project.write("a.md", CARD + "\nThe {{c1::![gull](gull.mp3)}} cries.\n")
    project.build()
    assert learner.take(project.output) == Imported(new=2)
    assert stored(learner) == dict(zip(names, (RED, GREEN), strict=True))
    report = learner.collection.media.check()
    assert not list(report.missing)
    assert not list(report.unused)


def test_a_retouched_picture_updates_its_note_and_keeps_its_reviews(
    project: Project, learner: Learner
) -> None:
    put(project, "fjord.png")
    project.write("a.md", CARD)
    (first,) = project.build().sealed.changes
    learner.take(project.output)
    learner.answer(learner.cards(first.now.guid)[0])
    before = learner.progress(first.now.guid)

    name = put(project, "fjord.png", GREEN)
    (second,) = project.build(START + DAY).sealed.changes
    assert (second.state, second.now.guid) == ("edited", first.now.guid)
    assert second.now.mod == START + DAY
    assert (second.now.front, second.now.back) == (first.now.front, first.now.back)
    assert learner.take(project.output) == Imported(updated=1)
    assert name in learner.note(first.now.guid)["Stem"]
    assert stored(learner)[name] == GREEN
    assert learner.progress(first.now.guid) == before


def test_a_question_that_is_only_a_picture_is_one(project: Project, learner: Learner) -> None:
    put(project, "fjord.png")
    project.write("a.md", "Q: ![](fjord.png)\nA: A fjord\n")
    (change,) = project.build().sealed.changes
    assert change.now.front == "[fjord.png]"
    learner.take(project.output)
    assert len(learner.cards(change.now.guid)) == 1


def test_a_folder_that_moves_with_its_pictures_keeps_its_notes(project: Project) -> None:
    put(project, "one/fjord.png")
    put(project, "one/ria.png", GREEN)
    project.write("one/a.md", f"{CARD}\nQ: ![](ria.png)\nA: A ria\n")
    before = {c.now.guid for c in project.build().sealed.changes}
    project.rename("one", "two")
    after = {c.now.guid for c in project.build(START + DAY).sealed.changes}
    assert after == before


def test_a_deletion_that_is_a_picture_keeps_its_number(project: Project) -> None:
    put(project, "fjord.png")
    project.write("a.md", "A {{c2::![](fjord.png)}} and a {{c1::ria}}.\n")
    project.build()
    put(project, "fjord.png", GREEN)
    built = project.build(START + DAY)
    assert list(states(built).values()) == ["edited"]
    assert [n for n, _ in built.sealed.lock.notes[0].deletions] == [1, 2]
