"""Whatever interrupts a build, the files from before are whole and the next build makes it good."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen import compiler
from deckgen.edges import lockfile
from deckgen.model.diagnostic import EnvironmentProblem
from tests.project import DAY, START, PackedNote, Project, pairs

KILLS = 15
BEFORE = [(f"What does enzyme number {n} do?", f"It splits bond number {n}") for n in range(40)]
AFTER = [
    ("Which organ stores bile?", "The gallbladder"),
    *((front, back.replace("splits", "cuts")) for front, back in BEFORE[:20]),
    *BEFORE[21:],
]
COMMAND = [sys.executable, "-m", "deckgen", "build", "--output", "deck.apkg", "--deck", "Deck"]
# A build with a given clock that kills itself just before its n-th operation on the files.
KILLED_AT = """
import os, signal, sys
from pathlib import Path
from deckgen import compiler
root, at, now = str(Path.cwd()), int(sys.argv[1]), int(sys.argv[2])
seen = 0
def watch(event, args):
    global seen
    if event in ("open", "os.rename", "os.remove", "os.mkdir") and isinstance(args[0], (str, Path)):
        if str(Path.cwd() / args[0]).startswith(root):
            seen += 1
            if seen == at:
                os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
compiler.build(Path("source"), Path("deck.apkg"), now, deck="Deck")
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that was built, and then edited."""
    return edited(tmp_path / "project")


def edited(root: Path) -> Project:
    made = Project(root)
    made.write("unit/page.md", pairs(*BEFORE))
    made.build(START)
    made.write("unit/page.md", pairs(*AFTER))
    return made


def written(project: Project) -> tuple[bytes, bytes]:
    return project.output.read_bytes(), project.lock_path.read_bytes()


def undisturbed(folder: Path, now: int) -> Project:
    made = edited(folder / "undisturbed")
    made.build(now)
    return made


def content(note: PackedNote) -> tuple[object, ...]:
    return note.guid, note.fields, note.tags, note.deck, note.dues


def assert_whole(project: Project) -> None:
    """Package and lock can be read, and each is of one build."""
    fronts = [note.fields["Stem"] for note in project.package().notes]
    assert fronts in ([front for front, _ in BEFORE], [front for front, _ in AFTER])
    living = {note.front for note in project.lock().notes if not note.retired}
    assert living in ({front for front, _ in BEFORE}, {front for front, _ in AFTER})


def assert_made_good(project: Project, whole: Project) -> None:
    """The next build gives what an undisturbed one gave, but for the time of the edits."""
    project.build(START + 2 * DAY)
    assert [content(n) for n in project.package().notes] == [
        content(n) for n in whole.package().notes
    ]
    mods = {n.guid: n.mod for n in project.package().notes}
    for note in whole.package().notes:
        assert (mods[note.guid] == START) == (note.mod == START), "only edited notes get a new time"
    ours, theirs = project.lock().notes, whole.lock().notes
    assert [(n.guid, n.path, n.front, n.fingerprint, n.retired > 0) for n in ours] == [
        (n.guid, n.path, n.front, n.fingerprint, n.retired > 0) for n in theirs
    ]


def test_a_build_that_is_killed_at_any_moment_costs_nothing(
    project: Project, tmp_path: Path
) -> None:
    whole = undisturbed(tmp_path, START + DAY)
    started = time.perf_counter()
    subprocess.run(COMMAND, cwd=edited(tmp_path / "timed").root, check=True, capture_output=True)
    lasting = time.perf_counter() - started
    chance = random.Random(9)
    package, lock = written(project)
    for _ in range(KILLS):
        project.output.write_bytes(package)
        project.lock_path.write_bytes(lock)
        running = subprocess.Popen(
            COMMAND, cwd=project.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(lasting * chance.uniform(0.3, 1.1))
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert_whole(project)
        assert_made_good(project, whole)


def test_a_build_that_is_killed_before_any_of_its_steps_gives_the_same_bytes(
    tmp_path: Path,
) -> None:
    whole = undisturbed(tmp_path, START + DAY)
    for at in range(1, 30):
        project = edited(tmp_path / f"killed-{at}")
        ran = subprocess.run(
            [sys.executable, "-c", KILLED_AT, str(at), str(START + DAY)],
            cwd=project.root,
            capture_output=True,
            check=False,
        )
        assert_whole(project)
        project.build(START + DAY)
        assert written(project) == written(whole)
        if ran.returncode == 0:
            break
        assert ran.returncode == -signal.SIGKILL, ran.stderr.decode()
    else:
        pytest.fail("the build never came to its end")
    assert at > 8, "nothing was killed: the watch does not see the files any more"


def test_a_first_build_that_is_killed_between_package_and_lock_is_made_again(
    tmp_path: Path,
) -> None:
    whole = Project(tmp_path / "whole")
    killed = Project(tmp_path / "killed")
    for project in (whole, killed):
        project.write("page.md", pairs(*BEFORE))
        project.build(START)
    killed.lose_lock()
    killed.build(START)
    assert written(killed) == written(whole)


def failing(
    name: str, at: int, error: int, monkeypatch: pytest.MonkeyPatch, owner: object = os
) -> Callable[[], int]:
    """Let the ``at``-th call of a function of ``os`` fail; gives how often it was called."""
    real = getattr(owner, name)
    calls = 0

    def call(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if calls == at:
            raise OSError(error, os.strerror(error))
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, name, call)
    return lambda: calls


@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("fsync", errno.ENOSPC),
        ("fsync", errno.EIO),
        ("replace", errno.EROFS),
        ("replace", errno.EACCES),
    ],
)
def test_a_disk_that_fails_leaves_whole_files_and_no_litter(
    project: Project,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    error: int,
    at: int,
) -> None:
    whole = undisturbed(tmp_path, START + DAY)
    before, files = written(project), project.files()
    called = failing(name, at, error, monkeypatch)
    with pytest.raises(EnvironmentProblem, match=os.strerror(error)):
        project.build(START + DAY)
    assert called() >= at
    monkeypatch.undo()
    assert project.files() == files, "a temporary file was left"
    assert_whole(project)
    if name == "fsync":
        assert written(project) == before, "nothing is touched before all is on the disk"
    assert project.lock_path.read_bytes() == before[1], "the lock comes last"
    project.build(START + DAY)
    assert written(project) == written(whole)


@pytest.mark.parametrize("at", [1, 2])
def test_a_folder_that_cannot_be_written_leaves_the_old_files(
    project: Project, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    before, files = written(project), project.files()
    opened, real = [0], Path.open

    def refuse(self: Path, mode: str = "r", *args: object, **kwargs: object) -> object:
        opened[0] += "w" in mode
        if "w" in mode and opened[0] == at:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return real(self, mode, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(EnvironmentProblem, match=os.strerror(errno.EACCES)):
        project.build(START + DAY)
    monkeypatch.undo()
    assert opened[0] == at
    assert (written(project), project.files()) == (before, files)


def test_a_build_that_is_interrupted_by_its_user_leaves_no_litter(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, files = written(project), project.files()

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        project.build(START + DAY)
    assert (written(project), project.files()) == (before, files)


def test_two_builds_at_once_do_not_corrupt_each_other(project: Project, tmp_path: Path) -> None:
    whole = undisturbed(tmp_path, START + DAY)
    for _ in range(3):
        running = [
            subprocess.Popen(
                COMMAND, cwd=project.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            )
            for _ in range(2)
        ]
        said = [process.communicate()[0].decode() for process in running]
        assert [process.returncode for process in running] == [0, 0], said
        assert_whole(project)
    expected = {"deck.apkg", f"source/{lockfile.NAME}", "source/unit/page.md"}
    assert project.files() == expected
    assert_made_good(project, whole)


def test_two_builds_of_two_files_in_any_order_of_their_writes_lose_no_identity(
    tmp_path: Path,
) -> None:
    project = Project(tmp_path)
    project.write("a.md", pairs(*BEFORE[:3]))
    project.write("b.md", pairs(*BEFORE[3:6]))
    first = project.build(START)
    known = {change.now.guid for change in first.sealed.changes}
    project.write("a.md", pairs(*AFTER[1:4]))
    project.replace("b.md", "It splits bond number 4", "It makes bond number 4")
    one = compiler.compile_deck(project.source / "a.md", START + DAY, deck="Deck")
    other = compiler.compile_deck(project.source / "b.md", START + DAY, deck="Deck")
    compiler.write(one, project.root / "a.apkg")
    compiler.write(other, project.root / "b.apkg")  # it has not seen what the first one wrote
    later = project.build(START + 2 * DAY)
    assert {change.now.guid for change in later.sealed.changes} == known
    assert not later.sealed.retired


def test_what_a_killed_build_left_behind_is_swept_by_the_next(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("a.md", "Q: What is a delta?\nA: Land that a river built\n")
    dead = subprocess.Popen(["true"])
    dead.wait()
    ours, theirs = (tmp_path / f".deck.apkg.{pid}.tmp" for pid in (dead.pid, 1))
    ours.write_bytes(b"half")
    theirs.write_bytes(b"half, by a process that still runs")
    project.build()
    assert not ours.exists()
    assert theirs.exists()
