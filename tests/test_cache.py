"""A cache and workers make a build quicker, and change nothing else: not a byte, not a message."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from deckgen import compiler, gathering
from deckgen.compiler import Compiled
from deckgen.edges import cache, yieldfile
from deckgen.edges.cache import Cache
from deckgen.gathering import Means
from tests.project import DAY, START, Project

CASES = sorted((Path(__file__).parent / "cases").iterdir())


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Notes with pictures, bad text, a draft, duplicates, a file that is empty, one of bytes."""
    made = Project(tmp_path / "project")
    for number, case in enumerate(c for c in CASES if c.suffix == ".md"):
        if number % 8 == 0:
            made.write(f"cases/{case.name}", case.read_text(encoding="utf-8"))
    made.write("a.md", "# Sea\n\nQ: What is a tide? ![](moon.png)\nA: A **rise** and fall.\n")
    made.write("b.md", "Q: What is a tide? ![](moon.png)\nA: Another answer\n\nQ: Why?\n")
    made.write("empty.md", "\n")
    made.write("page.md", "Q: What is an ebb?\nA: The fall.\n")
    made.write("draft.md", "---\nreplaces: page.md\n---\n\nQ: What is an ebb?\nA: It falls.\n")
    (made.source / "moon.png").write_bytes(b"a picture")
    (made.source / "broken.md").write_bytes(b"\xff\xfe\x00\x01\xff")
    return made


def built(project: Project, means: Means, now: int = START) -> tuple[bytes, Compiled]:
    """The package and what was said of it, as of a first build; its lock is gone again."""
    compiled, _ = compiler.build(project.source, project.output, now, deck="Deck", means=means)
    project.lose_lock()
    return project.output.read_bytes(), compiled


def with_cache(project: Project, folder: Path, now: int = START) -> tuple[bytes, Compiled, Cache]:
    kept = Cache(folder, now)
    content, compiled = built(project, Means(cache=kept))
    kept.close()
    return content, compiled, kept


def file_of(folder: Path) -> Path:
    return folder / cache.NAME


def entries(folder: Path) -> int:
    with closing(sqlite3.connect(file_of(folder))) as database:
        return int(database.execute("SELECT count(*) FROM entry").fetchone()[0])


def test_a_warm_cache_changes_no_byte_and_no_message(project: Project, tmp_path: Path) -> None:
    plain, said = built(project, gathering.ALONE)
    assert said.diagnostics
    for _ in range(2):
        content, compiled, kept = with_cache(project, tmp_path)
        assert content == plain
        assert compiled == said
        assert not kept.remarks
    assert entries(tmp_path) == sum(1 for f in project.source.rglob("*.md"))


def test_what_the_cache_knows_is_not_compiled(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, _, _ = with_cache(project, tmp_path)
    project.write("new.md", "Q: What is new?\nA: This.\n")
    seen: list[str] = []
    done = gathering._done

    def spy(task: gathering.Task, content: bytes | None) -> gathering.Yielded:
        seen.append(task.relative)
        return done(task, content)

    monkeypatch.setattr(gathering, "_done", spy)
    content, _, _ = with_cache(project, tmp_path)
    monkeypatch.undo()
    assert seen == ["new.md"]
    assert content != plain
    assert content == built(project, gathering.ALONE)[0]


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_number_of_workers_changes_nothing(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    plain, said = built(project, gathering.ALONE)
    monkeypatch.setattr(gathering, "_WORTH_WORKERS", 0)
    assert built(project, Means(jobs)) == (plain, said)
    kept = Cache(tmp_path, START)
    assert built(project, Means(jobs, kept)) == (plain, said)
    kept.close()
    assert with_cache(project, tmp_path)[:2] == (plain, said)


def test_little_work_is_not_shared_out(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", None)
    built(project, Means(8))


def test_pictures_are_looked_for_again(project: Project, tmp_path: Path) -> None:
    with_cache(project, tmp_path)
    (project.source / "moon.png").unlink()
    _, compiled, _ = with_cache(project, tmp_path)
    assert "media-missing" in {d.code for d in compiled.diagnostics}
    assert compiled == built(project, gathering.ALONE)[1]


def test_a_change_of_settings_is_seen(project: Project, tmp_path: Path) -> None:
    with_cache(project, tmp_path)
    project.write("deckgen.toml", 'tags-from = ["folders"]\ndensity = "dense"\n')
    assert with_cache(project, tmp_path)[0] == built(project, gathering.ALONE)[0]


def test_another_deckgen_is_another_cache(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_cache(project, tmp_path)
    before = entries(tmp_path)
    monkeypatch.setattr(cache, "_version", lambda: "another")
    with_cache(project, tmp_path)
    assert entries(tmp_path) == 2 * before


@pytest.mark.parametrize("at", range(0, 100, 20))
def test_a_damaged_cache_is_dropped_and_said_so(project: Project, tmp_path: Path, at: int) -> None:
    plain, said, _ = with_cache(project, tmp_path)
    content = bytearray(file_of(tmp_path).read_bytes())
    begin = len(content) * at // 100
    content[begin : begin + 400] = bytes(b ^ 0x55 for b in content[begin : begin + 400])
    file_of(tmp_path).write_bytes(content)
    again, compiled, kept = with_cache(project, tmp_path)
    assert (again, compiled) == (plain, said)
    if kept.remarks:
        assert "was damaged and has been deleted" in kept.remarks[0]
    assert with_cache(project, tmp_path)[:2] == (plain, said)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(80)])
def test_what_is_no_cache_is_replaced(project: Project, tmp_path: Path, content: bytes) -> None:
    file_of(tmp_path).write_bytes(content)
    plain = built(project, gathering.ALONE)
    assert with_cache(project, tmp_path)[:2] == plain
    assert with_cache(project, tmp_path)[:2] == plain
    assert entries(tmp_path)


def test_an_entry_that_was_changed_is_not_believed(project: Project, tmp_path: Path) -> None:
    plain, said, _ = with_cache(project, tmp_path)
    with closing(sqlite3.connect(file_of(tmp_path))) as database, database:
        database.execute("UPDATE entry SET value = CAST(replace(value, 'rise', 'fall') AS BLOB)")
    again, compiled, kept = with_cache(project, tmp_path)
    assert (again, compiled) == (plain, said)
    assert kept.remarks == [f"the cache {file_of(tmp_path)} was damaged and has been deleted"]


def test_entries_that_changed_places_are_not_believed(project: Project, tmp_path: Path) -> None:
    plain, said, _ = with_cache(project, tmp_path)
    with closing(sqlite3.connect(file_of(tmp_path))) as database, database:
        rows = database.execute("SELECT key, digest, value FROM entry ORDER BY key").fetchall()
        for (key, _, _), (_, digest, value) in zip(rows, rows[1:] + rows[:1], strict=True):
            database.execute("UPDATE entry SET digest=?, value=? WHERE key=?", (digest, value, key))
    assert with_cache(project, tmp_path)[:2] == (plain, said)


_FOREVER = """
import sys
from pathlib import Path
from deckgen import compiler
from deckgen.edges.cache import Cache
from deckgen.gathering import Means
while True:
    for now in range(int(sys.argv[3]), int(sys.argv[3]) + 100):
        kept = Cache(Path(sys.argv[2]), now * 86_400)
        compiler.compile_deck(Path(sys.argv[1]), now, deck=f"Deck {now}", means=Means(cache=kept))
        kept.close()
        print(now, flush=True)
"""


def test_builds_at_once_that_are_killed_leave_a_cache_that_tells_the_truth(
    project: Project, tmp_path: Path
) -> None:
    plain, said = built(project, gathering.ALONE)
    for attempt in range(3):
        running = [
            subprocess.Popen(
                [sys.executable, "-c", _FOREVER, project.source, tmp_path, str(n)],
                stdout=subprocess.PIPE,
            )
            for n in (1, 1, 50)
        ]
        for process in running:
            assert process.stdout
            process.stdout.readline()
        assert with_cache(project, tmp_path)[:2] == (plain, said)
        time.sleep(0.05 * attempt)
        for process in running:
            os.kill(process.pid, signal.SIGKILL)
            process.communicate()
        again, compiled, kept = with_cache(project, tmp_path)
        assert (again, compiled) == (plain, said)
        assert not kept.remarks


def test_the_cache_does_not_grow_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_LARGEST", 10_000)
    monkeypatch.setattr(cache, "_SHRUNK", 5_000)
    for day in range(40):
        kept = Cache(tmp_path, START + day * DAY)
        kept.get(kept.key("often"))
        kept.put(kept.key("often" if day == 0 else day), b"x" * 1_000)
        kept.close()
    kept = Cache(tmp_path, START + 41 * DAY)
    assert entries(tmp_path) <= 10
    assert kept.get(kept.key("often")) == b"x" * 1_000
    assert kept.get(kept.key(39)) == b"x" * 1_000
    assert kept.get(kept.key(1)) is None
    kept.close()
    late = Cache(tmp_path, START + 1_000 * DAY)
    late.put(late.key("late"), b"y")
    late.close()
    assert entries(tmp_path) == 1


def test_a_folder_that_cannot_be_written_is_no_cache(project: Project, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    content, compiled, kept = with_cache(project, tmp_path / "file" / "below")
    assert (content, compiled) == built(project, gathering.ALONE)
    assert not kept.remarks


def test_what_a_case_yields_comes_back_from_text_as_it_was() -> None:
    for case in CASES:
        if case.suffix in (".md", ".txt"):
            task = gathering.Task(case, case.name, None, "Deck", gathering.Config())
            found = gathering._done(task, None)
            assert yieldfile.parse(yieldfile.dump(found)) == found


def test_the_command_keeps_and_forgets(project: Project, tmp_path: Path) -> None:
    where = {"DECKGEN_CACHE": str(tmp_path / "kept")}
    cold = project.run("plan", "source", "--no-cache", **where)
    assert not (tmp_path / "kept").exists()
    for jobs in ("1", "2"):
        assert project.run("plan", "source", "--jobs", jobs, **where) == cold
    assert file_of(tmp_path / "kept").exists()
    file_of(tmp_path / "kept").write_bytes(b"no database")
    told = project.run("plan", "source", **where)
    assert told.stdout == cold.stdout
    assert "was damaged and has been deleted" in told.stderr
