"""Bad input: one clear message each, the others still build, nothing old is harmed, no traceback.

The text of an error is designed, so the whole of stderr is compared. The first part runs the real
command; the laws below it hold for any text and run in this process.
"""

import html
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen.compiler import compile_source
from deckgen.edges import lockfile
from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic, EnvironmentProblem
from deckgen.model.source import Markup, Source, endings
from deckgen.render.html import text_html
from tests.project import Project, Ran, guid, pairs

FJORD = ("What is a fjord?", "A narrow inlet of the sea between cliffs.")
RIA = ("What is a ria?", "A river valley that the sea has drowned.")
TOMBOLO = ("What is a tombolo?", "A bar of sand that ties an island to the shore.")
READS = endings()
UTF_8_HINT = "  hint: save the file as UTF-8 (in most editors: “Save with encoding”)\n"
RESTORE_HINT = (
    "  hint: restore it from version control, or delete it: "
    "unchanged notes get the same GUIDs again\n"
)
PATIENCE = 60  # seconds for one run: generous, since only a hang is to be caught
MEMORY = 1 << 30  # bytes of address space for a file of 50 MB


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose deck is called Coast, after its folder, with one good source."""
    made = Project(tmp_path / "coast")
    made.write("good.md", pairs(FJORD))
    return made


def put(project: Project, name: str, content: bytes) -> None:
    """A source that is not simply UTF-8 text."""
    (project.source / name).write_bytes(content)


def expect(ran: Ran, code: int, stdout: str = "", stderr: str = "") -> None:
    """The whole outcome of a run at once, so that a failure shows all of it."""
    assert ran == Ran(code, stdout, stderr)


def limited(project: Project, limit: str, most: int, *arguments: str) -> Ran:
    """The real command under a limit of the system, as a full disk or a small machine sets one."""
    pytest.importorskip("resource")
    bootstrap = (
        "import resource, runpy, sys; "
        f"resource.setrlimit(resource.{limit}, ({most}, {most})); "
        "sys.argv[0] = 'deckgen'; runpy.run_module('deckgen', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", bootstrap, *arguments],
        cwd=project.root,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


# Nothing to read -----------------------------------------------------------------------------


def test_a_path_that_does_not_exist(project: Project) -> None:
    expect(
        project.run("build", "nowhere"),
        2,
        stderr="deckgen: nowhere: no such file or folder\n"
        f"  hint: give the path of a file or of a folder; deckgen reads {READS}\n",
    )


def test_no_source_folder_where_none_is_named(project: Project) -> None:
    project.source.rename(project.root / "texts")
    expect(
        project.run("build"),
        2,
        stderr="deckgen: source: no such file or folder\n"
        f"  hint: give the path of a file or of a folder; deckgen reads {READS}\n",
    )


def test_a_folder_without_sources(project: Project) -> None:
    project.delete("good.md")
    put(project, "table.csv", b"a,b")
    expect(
        project.run("build"),
        2,
        stderr=f"deckgen: source: no sources in this folder\n  hint: deckgen reads {READS}\n",
    )


@pytest.mark.parametrize(
    ("name", "what"), [("table.csv", ".csv"), ("README", "files without an ending")]
)
def test_a_file_of_another_kind(project: Project, name: str, what: str) -> None:
    put(project, name, b"text")
    expect(
        project.run("build", f"source/{name}"),
        2,
        stderr=f"deckgen: source/{name}: deckgen does not read {what}\n"
        f"  hint: it reads {READS}; save the text as one of these\n",
    )


def test_files_of_other_kinds_in_a_folder_are_counted(project: Project) -> None:
    put(project, "table.csv", b"a,b")
    put(project, "letter.doc", b"\xd0\xcf")
    put(project, "photo.jpg", b"\xff\xd8")
    expect(
        project.run("build"),
        0,
        f"not read: 1 .csv, 1 .doc (deckgen reads {READS})\n"
        "Coast: 1 note (1 new) in build/Coast.apkg\n",
    )


def test_nothing_is_written_where_there_is_no_note(project: Project) -> None:
    project.write("good.md", "")
    expect(
        project.run("build"),
        1,
        stderr="source/good.md: warning: this file is empty [empty-file]\n"
        "  hint: write something, or delete it\n"
        "deckgen: no notes, so nothing was written\n",
    )
    assert project.files() == {"source/good.md"}


def test_a_text_in_which_there_is_no_note(project: Project) -> None:
    project.write("chat.md", "Hello there!\n")
    expect(
        project.run("build"),
        0,
        "Coast: 1 note (1 new) in build/Coast.apkg\n",
        "source/chat.md: warning: nothing in this file became a note [no-notes]\n"
        "  hint: deckgen check --explain shows what each line was taken for\n",
    )


# Files that are not what they should be ------------------------------------------------------

LINE_TOO_LONG = (
    "error: this line is longer than 1,000,000 characters [line-too-long]\n"
    "  hint: break it into paragraphs\n"
)
BINARY = (
    "error: this is no text but binary data [binary-file]\n"
    "  hint: save the text as UTF-8, or move the file out of the folder\n"
)
UNREADABLE = {
    "a picture": ("x.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", f": {BINARY}"),
    "UTF-16 without a mark": ("x.md", "Q: a\nA: b\n".encode("utf-16-le"), f": {BINARY}"),
    "Latin-1": (
        "x.md",
        "Q: Où?\nA: Au café noir\n".encode("latin-1"),
        f":1:5: error: the byte 0xF9 is no UTF-8 [not-utf-8]\n{UTF_8_HINT}",
    ),
    "one bad byte behind wide letters": (
        "x.md",
        "Q: où\nA: 水と".encode() + b"\xff!\n",
        f":2:6: error: the byte 0xFF is no UTF-8 [not-utf-8]\n{UTF_8_HINT}",
    ),
    "a letter that was cut off": (
        "x.txt",
        "Q: où\nA: caf".encode() + "é".encode()[:1],
        f":2:7: error: the byte 0xC3 is no UTF-8 [not-utf-8]\n{UTF_8_HINT}",
    ),
    "a long line": ("x.txt", b"one\n" + b"x" * 1_000_001, f":2:1: {LINE_TOO_LONG}"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_file_that_cannot_be_read_as_text(project: Project, case: str) -> None:
    name, content, problem = UNREADABLE[case]
    put(project, name, content)
    expect(
        project.run("build"),
        1,
        "Coast: 1 note (1 new, 1 problem) in build/Coast.apkg\n",
        f"source/{name}{problem}",
    )


def test_an_empty_file_is_only_a_warning(project: Project) -> None:
    put(project, "empty.txt", b"")
    put(project, "blank.md", b" \n\t\n")
    warning = "warning: this file is empty [empty-file]\n  hint: write something, or delete it\n"
    expect(
        project.run("build"),
        0,
        "Coast: 1 note (1 new) in build/Coast.apkg\n",
        f"source/blank.md: {warning}source/empty.txt: {warning}",
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-be"])
def test_a_text_with_a_byte_order_mark_is_read(project: Project, encoding: str) -> None:
    text = "\ufeff" * encoding.endswith("-be") + pairs(("Was ist eine Förde?", "Ein Meeresarm.水"))
    put(project, "good.md", text.encode(encoding))
    expect(project.run("build"), 0, "Coast: 1 note (1 new) in build/Coast.apkg\n")
    (note,) = project.lock().notes
    assert (note.front, note.back) == ("Was ist eine Förde?", "Ein Meeresarm.水")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the address space")
def test_a_line_of_50_megabytes(project: Project) -> None:
    put(project, "x.txt", b"Which?\n" + b"word " * 10_000_000)
    expect(
        limited(project, "RLIMIT_AS", MEMORY, "build"),
        1,
        "Coast: 1 note (1 new, 1 problem) in build/Coast.apkg\n",
        f"source/x.txt:2:1: {LINE_TOO_LONG}",
    )


def test_a_file_that_is_too_large(project: Project) -> None:
    with (project.source / "x.txt").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    expect(
        project.run("build"),
        1,
        "Coast: 1 note (1 new, 1 problem) in build/Coast.apkg\n",
        "source/x.txt: error: this file is larger than 64 MB [file-too-large]\n"
        "  hint: split it, or leave out what is no text\n",
    )


@pytest.mark.parametrize("ending", ["md", "txt"])
def test_a_very_long_line_that_is_allowed(project: Project, ending: str) -> None:
    project.write(f"long.{ending}", pairs(("What is repeated?", "tide " * 199_990)))
    ran = project.run("build", timeout=PATIENCE)
    expect(ran, 0, "Coast: 2 notes (2 new) in build/Coast.apkg\n")


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="the file system wants Unicode")
def test_a_file_name_that_is_no_unicode(project: Project) -> None:
    Path(str(project.source / "caf\udce9.md")).write_text(pairs(RIA), encoding="utf-8")
    ran = project.run("build")
    assert ran.code in (0, 1)
    assert "Traceback" not in ran.stderr
    assert "Coast.apkg" in ran.stdout


# Markdown that no person wrote: each of these made a parser hang or fall over its own stack.
HOSTILE = {
    "brackets": "[" * 100_000,
    "angles": "<" * 100_000,
    "quotes": "> " * 10_000 + "deep",
    "list on one line": "- " * 10_000 + "deep",
    "numbers on one line": "1. " * 10_000 + "deep",
    "list by indentation": "\n" + "\n".join("    " * n + "- deep" for n in range(250)),
    "asterisks": "*" * 100_000,
    "underscores": "_" * 100_000,
    "backticks": "`" * 100_000,
    "deletions": "{{c1::" * 5_000,
    "links": "[a](" * 25_000,
    "tags": "<a " * 33_000,
    "abbreviations": "Dr. " * 25_000,
    "short lines": "a line that goes on\n" * 5_000,
    "short paragraphs": "It stands alone.\n\n" * 3_000,
    "many deletions": "{{c1::" * 100_000,
    "numbered lines": "1. What is it?\n" * 10_000,
    "headings of keys": "Answers\n\n" * 4_000,
    "labels": "Multiple Choice\n" * 4_000,
    "questions alone": "Q: What?\n" * 4_000,
    "breadcrumbs": ("a › b " * 60 + "\n") * 200,
    "wide gaps": ("a" + " " * 50_000 + "b\n") * 3,
    "blanks to fill": "_" * 100_000,
    "stops": "." * 100_000,
    "letters on a line": "A) b " * 20_000,
    "nested quotes": "".join("> " * n + "deep\n" for n in range(300)),
    "broken words": "the tide and the wa-\n" * 5_000,
    "running heads": "and so on it goes\n\nTides 7\n\n" * 1_500,
    "columns": "the tide rises now      the tide rises now\n" * 5_000,
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_hostile_markdown_finishes(project: Project, shape: str) -> None:
    text = HOSTILE[shape]
    for name in ("x.md", "x.txt"):
        project.write(
            name, f"Q: {name}?\nA: {text}\n\n\n# Sea\n\n{text}\n\nThe {{{{c1::sea}}}} {text}\n"
        )
    ran = project.run("build", timeout=PATIENCE)
    assert "Traceback" not in ran.stderr
    assert ran.stdout.endswith(" in build/Coast.apkg\n")


# What is written is whole, or nothing is written ---------------------------------------------


def kept(project: Project) -> Callable[[], None]:
    """A check for later: no file came, none went, and none of their bytes changed."""

    def content() -> dict[str, bytes]:
        return {name: (project.root / name).read_bytes() for name in project.files()}

    before = content()

    def check() -> None:
        assert content() == before

    return check


def edited_after_a_build(project: Project) -> Project:
    """A project with a package and a lock, whose next build has something to write."""
    expect(project.run("build"), 0, "Coast: 1 note (1 new) in build/Coast.apkg\n")
    project.write("more.md", pairs(RIA))
    return project


def test_a_folder_where_the_package_should_go(project: Project) -> None:
    edited_after_a_build(project)
    (project.root / "other" / "Coast.apkg").mkdir(parents=True)
    unchanged = kept(project)
    expect(
        project.run("build", "--output", "other"),
        2,
        stderr="deckgen: other/Coast.apkg is a folder\n  hint: name a file\n",
    )
    unchanged()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows words it in another way")
def test_a_file_where_the_folder_should_be(project: Project) -> None:
    edited_after_a_build(project)
    unchanged = kept(project)
    expect(
        project.run("build", "--output", "build/Coast.apkg/deck.apkg"),
        2,
        stderr="deckgen: build/Coast.apkg/deck.apkg: cannot be written: File exists\n"
        "  hint: check the permissions and the free space; the files from before are untouched\n",
    )
    unchanged()


def test_a_disk_that_is_full_before_the_package_is_written(project: Project) -> None:
    edited_after_a_build(project)
    unchanged = kept(project)
    expect(
        limited(project, "RLIMIT_FSIZE", 1000, "build"),
        2,
        stderr="deckgen: build/Coast.apkg: cannot be written: File too large\n"
        "  hint: check the permissions and the free space; the files from before are untouched\n",
    )
    unchanged()


def test_a_disk_that_is_full_before_the_lock_is_written(project: Project) -> None:
    bay = "x" * 60
    project.write("bays.md", pairs(*((f"{bay} {n}?", f"{bay} {n}.") for n in range(300))))
    assert project.run("build", "--quiet") == Ran(0, "", "")
    package = (project.root / "build" / "Coast.apkg").stat().st_size
    lock = project.lock_path.stat().st_size
    assert package < lock, "this test needs a lock that is larger than the package"
    project.write("more.md", pairs(RIA))
    unchanged = kept(project)
    expect(
        limited(project, "RLIMIT_FSIZE", (package + lock) // 2, "build"),
        2,
        stderr="deckgen: source/deckgen.lock: cannot be written: File too large\n"
        "  hint: check the permissions and the free space; the files from before are untouched\n",
    )
    unchanged()


def test_a_first_build_that_fails_leaves_nothing(project: Project) -> None:
    assert limited(project, "RLIMIT_FSIZE", 10, "build").code == 2
    assert project.files() == {"source/good.md"}


def test_notes_of_an_unreadable_file_do_not_retire(project: Project) -> None:
    project.write("more.md", pairs(RIA, TOMBOLO))
    first = project.build()
    put(project, "more.md", b"Q: caf\xe9?\nA: yes\n")
    broken = project.build(first.sealed.deck.time + 60)
    assert [c.state for c in broken.sealed.changes] == ["unchanged"]
    assert broken.sealed.retired == ()
    assert broken.sealed.lock == first.sealed.lock
    project.write("more.md", pairs(RIA, TOMBOLO))
    mended = project.build(first.sealed.deck.time + 120)
    assert [c.state for c in mended.sealed.changes] == ["unchanged"] * 3
    assert guid(mended, RIA[0]) == guid(first, RIA[0])


# The lock ------------------------------------------------------------------------------------


def test_a_lock_of_a_newer_version(project: Project) -> None:
    edited_after_a_build(project)
    text = project.lock_path.read_text(encoding="utf-8")
    project.lock_path.write_text(text.replace('{"lock": 1}', '{"lock": 2}'), encoding="utf-8")
    unchanged = kept(project)
    expect(
        project.run("build"),
        2,
        stderr="deckgen: source/deckgen.lock: this lock was written by a newer deckgen "
        "(lock version 2)\n"
        "  hint: update deckgen: pip install --upgrade deckgen\n",
    )
    unchanged()


def test_a_damaged_lock(project: Project) -> None:
    edited_after_a_build(project)
    with project.lock_path.open("a", encoding="utf-8") as file:
        file.write('{"guid": "C011kCm')
    unchanged = kept(project)
    expect(
        project.run("build"),
        2,
        stderr="deckgen: source/deckgen.lock:5: this line of the lock is damaged\n" + RESTORE_HINT,
    )
    unchanged()


def test_a_lock_that_lost_its_head(project: Project) -> None:
    edited_after_a_build(project)
    lines = project.lock_path.read_text(encoding="utf-8").splitlines(keepends=True)
    project.lock_path.write_text("".join(lines[2:]), encoding="utf-8")
    expect(
        project.run("build"),
        2,
        stderr="deckgen: source/deckgen.lock:1: this lock has lost its first lines\n"
        + RESTORE_HINT,
    )


def test_a_lock_that_git_left_in_conflict_is_the_union(project: Project) -> None:
    def lock_with(card: tuple[str, str]) -> list[str]:
        project.write("more.md", pairs(card))
        project.lock_path.write_text(base, encoding="utf-8")
        assert project.run("build", "--quiet").code == 0
        lines = project.lock_path.read_text(encoding="utf-8").splitlines(keepends=True)
        return [line for line in lines if line not in base.splitlines(keepends=True)]

    project.run("build", "--quiet")
    base = project.lock_path.read_text(encoding="utf-8")
    ours, theirs = lock_with(RIA), lock_with(TOMBOLO)
    conflict = ["<<<<<<< HEAD\n", *ours, "||||||| base\n", "=======\n", *theirs, ">>>>>>> other\n"]
    project.lock_path.write_text(base + "".join(conflict), encoding="utf-8")
    project.write("more.md", pairs(RIA, TOMBOLO))
    expect(project.run("build"), 0, "Coast: 3 notes (3 unchanged) in build/Coast.apkg\n")
    assert "<<<<<<<" not in project.lock_path.read_text(encoding="utf-8")


HEAD = '# head\n{"lock": 1}\n'
NOTE = (
    '{"guid": "abc", "kind": "question", "path": "a.md", "deck": "D", "front": "Q", "back": "A", '
    '"fingerprint": "f", "mod": 1700000000'
)


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        "17",
        "null",
        '"lock"',
        '["type"]',
        '{"guid": "abc"}',
        '{"type": "question", "fingerprint": "f"}',
        '{"type": "question", "fingerprint": "f", "mod": "soon"}',
        '{"type": "question", "fingerprint": "f", "mod": 1e999}',
        '{"type": "question", "fingerprint": "f", "mod": NaN}',
        f'{NOTE}, "deletions": [[1]]}}',
        f'{NOTE}, "deletions": 3}}',
        f'{NOTE}, "retired": 1e999}}',
        f"{NOTE.replace('1700000000', '1' + '0' * 30)}}}",
        "[" * 100_000,
    ],
    ids=lambda line: line[:60],
)
def test_any_damaged_line_of_a_lock_is_named(line: str) -> None:
    with pytest.raises(EnvironmentProblem) as raised:
        lockfile.parse(HEAD + NOTE + "}\n" + line + "\n", "deckgen.lock")
    assert raised.value.message == "deckgen.lock:4: this line of the lock is damaged"


@settings(deadline=None, derandomize=True)
@given(st.text() | st.lists(st.sampled_from([*'{}[]":,#<=>0e9\n', HEAD, NOTE])).map("".join))
def test_any_text_is_a_lock_or_a_clear_message(text: str) -> None:
    try:
        lock = lockfile.parse(text, "deckgen.lock")
    except EnvironmentProblem as problem:
        said = problem
    else:
        assert lockfile.parse(lockfile.dump(lock), "deckgen.lock") == lock
        return
    assert said.message.startswith("deckgen.lock")
    assert said.hint


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x1c", "\x0b", "\u200c"])
def test_a_sign_that_ends_a_line_elsewhere_does_not_damage_the_lock(
    tmp_path: Path, sign: str
) -> None:
    project = Project(tmp_path / "coast")
    project.write("a.md", f"# می\u200cخواهم {sign} sea\n\n{pairs(FJORD)}")
    first = project.build(deck=f"Sea {sign} side")
    assert project.lock() == first.sealed.lock


# Configuration -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('dekc = "Sea"', "unknown key “dekc”\n  hint: did you mean “deck”?"),
        (
            'colour = "blue"',
            "unknown key “colour”\n"  # noqa: ISC004
            "  hint: known keys: deck, tags-from, density, theme, css, select, ignore, ignore-in",
        ),
        ("deck = 3", '“deck” is no text\n  hint: write deck = "Biology"'),
        (
            'deck = "Sea',
            (
                "Illegal character '\\n' (at line 1, column 12)\n"
                '  hint: it is written like this: deck = "Biology"'
            ),
        ),
    ],
)
def test_a_configuration_that_makes_no_sense(project: Project, text: str, message: str) -> None:
    project.write("deckgen.toml", text + "\n")
    expect(project.run("build"), 2, stderr=f"deckgen: source/deckgen.toml: {message}\n")
    assert project.files() == {"source/good.md", "source/deckgen.toml"}


# The command line ----------------------------------------------------------------------------


def test_an_unknown_command_and_an_unknown_option(project: Project) -> None:
    command, option = project.run("bild"), project.run("build", "--quite")
    assert (command.code, option.code) == (2, 2)
    assert "Did you mean 'build'?" in command.stderr
    assert "No such option: --quite" in option.stderr
    assert "Traceback" not in command.stderr + option.stderr
    assert project.files() == {"source/good.md"}


def test_quiet_prints_problems_only(project: Project) -> None:
    put(project, "x.txt", b"\0")
    expect(project.run("build", "--quiet"), 1, stderr=f"source/x.txt: {BINARY}")
    project.delete("x.txt")
    expect(project.run("build", "-q"), 0)


@pytest.mark.parametrize(
    ("output", "written"),
    [
        ("decks/sea.apkg", "decks/sea.apkg"),
        ("decks", "decks/Coast.apkg"),
        ("decks/", "decks/Coast.apkg"),
        ("old.apkg", "old.apkg/Coast.apkg"),  # a folder, whatever it is called
    ],
)
def test_output_names_a_file_or_a_folder(project: Project, output: str, written: str) -> None:
    (project.root / "old.apkg").mkdir()
    expect(project.run("build", "--output", output), 0, f"Coast: 1 note (1 new) in {written}\n")
    assert project.files() == {"source/good.md", "source/deckgen.lock", written}


def test_the_option_for_the_deck_goes_before_the_configuration(project: Project) -> None:
    project.write("deckgen.toml", 'deck = "Sea::Shore"\n')
    expect(project.run("build"), 0, "Sea::Shore: 1 note (1 new) in build/Sea - Shore.apkg\n")
    ran = project.run("build", "--deck", "A/B")
    assert ran.code == 0
    assert ran.stdout.endswith("\nA/B: 1 note (1 unchanged) in build/A-B.apkg\n")
    (note,) = project.lock().notes
    assert note.deck == "A/B"


def test_one_file_alone(project: Project) -> None:
    project.write("two.md", pairs(RIA))
    expect(project.run("build"), 0, "Coast: 2 notes (2 new) in build/Coast.apkg\n")
    project.replace("two.md", "drowned", "flooded")
    ran = project.run("build", "source/two.md", "--output", "two.apkg")
    assert ran.code == 0
    assert ran.stdout == "Coast: 1 note (1 edited) in two.apkg\n", "it stays in its deck"
    assert len([n for n in project.lock().notes if not n.retired]) == 2


def test_a_part_leaves_the_package_of_the_whole_alone(project: Project) -> None:
    project.write("sub/two.md", pairs(RIA))
    expect(project.run("build"), 0, "Coast: 2 notes (2 new) in build/Coast.apkg\n")
    whole = (project.root / "build" / "Coast.apkg").read_bytes()
    expected = "Coast: 1 note (1 unchanged) in build/Coast - sub.apkg\n"
    expect(project.run("build", "source/sub"), 0, expected)
    assert (project.root / "build" / "Coast.apkg").read_bytes() == whole


def test_the_summary_says_what_became_of_the_notes(project: Project) -> None:
    project.write("more.md", pairs(RIA, TOMBOLO))
    expect(project.run("build"), 0, "Coast: 3 notes (3 new) in build/Coast.apkg\n")
    project.replace("more.md", "drowned", "flooded")
    expect(project.run("build"), 0, "Coast: 3 notes (1 edited, 2 unchanged) in build/Coast.apkg\n")
    text = project.read("more.md")
    project.delete("more.md")
    ran = project.run("build")
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Retired (2): ")
    assert ran.stdout.endswith("\nCoast: 1 note (1 unchanged, 2 retired) in build/Coast.apkg\n")
    expect(project.run("build"), 0, "Coast: 1 note (1 unchanged) in build/Coast.apkg\n")
    project.write("more.md", text + "\n" + pairs(("What is a fjard?", "A low and broad inlet.")))
    expect(
        project.run("build"),
        0,
        "Coast: 4 notes (1 new, 2 revived, 1 unchanged) in build/Coast.apkg\n",
    )


# Problems in the text ------------------------------------------------------------------------


def test_a_problem_in_the_text_is_shown_with_its_line(project: Project) -> None:
    project.write("quiz.txt", "Tides\n\n1. What pulls at the sea?\n\nA. The moon\nB. The wind\n")
    project.write("open.md", "# Tides\n\nQ: What is a neap tide?\nA:\n")
    expect(
        project.run("build"),
        1,
        "Coast: 1 note (1 new, 2 problems) in build/Coast.apkg\n",
        "source/open.md:3:1: error: this question has an empty answer [question-without-answer]\n"
        "  3 | Q: What is a neap tide?\n"
        "    | ^\n"
        "  hint: write the answer after “A:”\n"
        "source/quiz.txt:3:1: error: no option of “What pulls at the sea?” is given as right "
        "[options-without-key]\n"
        "  3 | 1. What pulls at the sea?\n"
        "    | ^\n"
        "  hint: add a line “Answer: B” below the options, or mark the right one with ✓\n",
    )


@pytest.mark.parametrize("sign", ["\x0c", "\x0b", "\x85", "\u2028", "\x1c"])
def test_the_line_that_is_shown_is_the_line_that_is_meant(sign: str) -> None:
    text = f"Tides\n\nOne {sign} two {sign} three.\n\nQ: What is a neap tide?\nA:\n"
    (problem,) = problems(Source("a.md", text, "markdown"))
    assert (problem.line, problem.excerpt) == (5, "Q: What is a neap tide?")


def problems(source: Source) -> list[Diagnostic]:
    return compile_source(source, "Deck")[1]


# Laws for any text ---------------------------------------------------------------------------

MARKUPS: tuple[Markup, ...] = ("markdown", "plain")
# What pages are made of, and what Markdown, HTML, Anki and MathJax give a meaning to.
PIECES = """
Q: | A: | Q: What? | A: That. | A. | B. | C) | (a) | 1. | 2) | - | * | - [x] | ✓ | Answer: |
Answer: B | The correct answer is C. | Explanation: | Explanation: because | Multiple Choice |
Question 3 of 10 | # | ## Sea | === | --- | *** | > | ``` | ~~~ | {{c1:: | {{c2::x::y}} | }} |
{{c0::x}} | $ | $$ | \\( | \\) | \\[ | <b> | </b> | <!-- | --> | <!-- id: x1 --> | ? | ! | . | ... |
Which of the following is true? | What is a tide? | … | : | ; | , | “ | ” | " | ' | ( | ) | _ | __ |
** | True | True or false: | Answer Key | 1. A 2. B 3. C | Term | Definition | All of the above |
Questions 1-3 refer to the case | NOT | is the | A tide is a wave. | However, | In contrast, |
Subscribe | © 2020 | Home » About | By Jane Doe | ![a](b.png) | [a](b) | [a]: b | [^1] | [^1]: x |
&amp; | Dr. X | 10% | $5 | the other options | Option B is wrong | B is incorrect because | é | 😀 |
neither a nor b | 日本語。 | Correct answer | Correct! | Answer | Your answer | A is correct | T/F |
2. | {{c1::sea}} | Front | Back | Read more | <p title="
""".strip().split("|")
GAPS = [
    "",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\x0c",
    "\x1f",
    "\0",
    "\u2028",
    "\u200c",
]


def texts() -> st.SearchStrategy[str]:
    """Any text, and small and large heaps of the pieces above."""
    pieces = [*(piece.strip() for piece in PIECES), "|"]

    def heap(chance: random.Random) -> str:
        size = chance.randint(20, 60)
        return "".join(chance.choice(pieces) + chance.choice(GAPS) for _ in range(size))

    piece = st.sampled_from(pieces) | st.text(max_size=8)
    small = st.lists(st.tuples(piece, st.sampled_from(GAPS)), max_size=20)
    return small.map(lambda parts: "".join(a + b for a, b in parts)) | st.integers().map(
        lambda seed: heap(random.Random(seed))
    )


def number_of_lines(text: str) -> int:
    """Lines as an editor counts them."""
    return len(re.split(r"\r\n|\r|\n", text))


@settings(deadline=None, derandomize=True, max_examples=1000)
@given(texts(), st.sampled_from(MARKUPS))
@example("?\nExplanation\n?", "plain")
@example("What is a tide?\nCorrect answer", "plain")
@example("Q: <!-- nothing to see -->\nA: b\n", "markdown")
@example("Q: What?\nA: one \x1f two\n", "plain")
@example("The {{c1::sea\n", "markdown")
@example("The {{c1::}} sea is wide\n", "plain")
@example("Q: \ud800?\nA: \udfff\n", "markdown")
@example("\0\n\0Q: a\0?\nA: \0b\n", "plain")
@example("The sea\n<!--  {{c1::sea}}\n-->\nis wide\n", "markdown")
def test_any_text_is_read(text: str, markup: Markup) -> None:
    notes, found = compile_source(Source("sea/a.md", text, markup), "Deck")
    lines = number_of_lines(text)
    for problem in found:
        assert 0 <= problem.line <= lines, problem
        assert problem.line or not problem.column, problem
        assert problem.hint, problem
    for note in notes:
        assert 1 <= note.line <= lines, note
        assert_anki_takes(note)


def assert_anki_takes(note: RenderedNote) -> None:
    """Anki makes no card of an empty first field, and parts fields with a control character."""
    first = re.sub(r"<[^>]*>|&nbsp;", "", note.row[0]).strip()
    assert first, note
    assert not any("\x1f" in field for field in note.row), note
    if note.kind == "cloze":
        assert re.search(r"\{\{c0*[1-9]\d*::.+?\}\}", note.row[0], re.DOTALL), note


# Nothing that runs ---------------------------------------------------------------------------

PAYLOADS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)//",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<p onclick=alert(1)>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='java&#x0A;script:alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "[x](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](java&#115;cript:alert(1))",
    '![x](x"onerror="alert(1))',
    "![x](javascript:alert(1))",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "[x](http://a.example 'y\" onmouseover=\"alert(1)')",
    "`<script>alert(1)</script>`",
    '```"onclick=alert(1)\n<script>alert(1)</script>\n```',
    "<style>*{background:url(javascript:alert(1))}</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<base href='javascript:/'>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>",
    "<link rel=stylesheet href='javascript:alert(1)'>",
    "<!--><script>alert(1)</script-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "{{c1::<script>alert(1)</script>}}",
    "{{c1::<img src=x onerror=alert(1)>::<svg/onload=alert(1)>}}",
    "[x]({{c1::javascript:alert(1)}})",
    "[x](java{{c1::}}script:alert(1))",
    "$<img src=x onerror=alert(1)>$",
    "\\(</script><script>alert(1)</script>\\)",
    "$$<svg/onload=alert(1)>$$",
    "$\\href{javascript:alert(1)}{x}$",
    "\\(\\href{javascript:alert(1)}{x}\\)",
    # A formula inside an attribute: what is put back there must stay inside.
    '<a href="$" onmouseover=alert(1) x="$">x</a>',
    '<a title="\\(" onmouseover=alert(1) x="\\)">x</a>',
    "<code class='$' onclick=alert(1) x='$'>x</code>",
    '<a href="\\[" onmouseover=alert(1) x="\\]">x</a>',
    '[x](http://a.example "$y" onmouseover=alert(1) z$")',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\ue0000\ue001<script>alert(1)</script>",
)
PLACES = {
    "front": "Q: Is {} a sea?\nA: no\n",
    "back": "Q: What is it?\nA: It is {} here\n",
    "cloze": "The {{c1::sea}} is {} wide\n",
    "heading": "# Sea {}\n\n## Shore {}\n\nQ: What is it?\nA: That\n\nThe {{c1::sea}} is wide\n",
    "question": (
        "Seas\n\n1. What is {} in the sea?\n\nA. Salt {}\nB. Sugar {}\n\nAnswer: A\n\n"
        "Explanation: Salt {} is in the sea.\n"
    ),
    "article": "The Sea {}\n\nA tide is a very long wave {} that the moon raises in the sea.\n",
}
DANGEROUS_TAGS = frozenset(
    """
    script iframe object embed applet svg math style link meta base form input button image
    video audio source frame frameset noscript template body html head title xmp
    """.split()
)
PICTURE = frozenset({"src", "at", "alt", "width"})
LINKING = frozenset({"href", "src", "action", "formaction", "data", "xlink:href", "background"})
RUNNING = re.compile(r"(?:java|vb)script:|data:", re.IGNORECASE)


class Danger(HTMLParser):
    """What in a field would run or load something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in DANGEROUS_TAGS:
            self.found.append(tag)
        if tag == "img" and not PICTURE.issuperset(name for name, _ in attributes):
            self.found.append(f"{tag} {attributes}")
        for name, value in attributes:
            if name == "src" and not re.fullmatch(r"deckgen-[0-9a-f]{20}\.\w+", value or ""):
                self.found.append(f"{name}={value}")
            if name.startswith("on") or name == "style":
                self.found.append(name)
            # A browser ignores these around and inside the scheme of a link.
            bare = re.sub(r"^[\0-\x20]+|[\t\r\n]", "", value or "")
            if name in LINKING and RUNNING.match(bare):
                self.found.append(f"{name}={value}")


def danger(field: str) -> list[str]:
    parser = Danger()
    parser.feed(field)
    parser.close()
    if "<script" in field.lower():
        parser.found.append("<script")
    # MathJax makes a link of \href in a formula.
    for formula in re.findall(r"\\\(.*?\\\)|\\\[.*?\\\]", html.unescape(field), re.DOTALL):
        parser.found += re.findall(
            r"\\href\s*\{?\s*(?:java|vb)script:[^}]*", formula, re.IGNORECASE
        )
    return parser.found


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_in_a_field_runs(place: str, markup: Markup) -> None:
    dangers = {}
    for payload in PAYLOADS:
        text = PLACES[place].replace("{}", payload)
        notes, _ = compile_source(Source("a.md", text, markup), "Deck")
        if found := [d for note in notes for field in note.row for d in danger(field)]:
            dangers[payload] = found
    assert not dangers


def test_the_places_above_do_become_notes() -> None:
    for place, text in PLACES.items():
        filled = text.replace("{}", "PAYLOAD")
        notes, _ = compile_source(Source("a.md", filled, "plain"), "Deck")
        assert any("PAYLOAD" in field for note in notes for field in note.row), place


@pytest.mark.parametrize("payload", [p for p in PAYLOADS if "\n" not in p])
def test_nothing_in_a_file_name_or_a_deck_name_runs(payload: str) -> None:
    path = f"{payload}/{payload}.md"
    notes, _ = compile_source(Source(path, pairs(FJORD), "markdown"), payload)
    assert not [d for note in notes for field in note.row for d in danger(field)]


# A place where text is expected, something that is put away before Markdown is read, what would
# leave the place, the end of what is put away, and the end of the place.
OPENINGS = (
    '<a href="',
    "<a title='",
    "<code class=",
    '<ol start="',
    '[x](http://a "',
    "[x](",
)
SHIELDS = ("", "$", "$$", "\\(", "\\)", "\\[", "\\]", "{{c1::", "}}", "`")
BREAKERS = (
    '" onclick=alert(1) x="',
    "' onclick=alert(1) x='",
    " onclick=alert(1) x=",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "<p onclick=alert(1)>",
)
CLOSINGS = ('">x</a>', "'>x</a>", ">x</ol>", '")', ")")


def test_nothing_runs_however_markup_formulas_and_deletions_are_mixed() -> None:
    dangers = {}
    for parts in product(OPENINGS, SHIELDS, BREAKERS, SHIELDS, CLOSINGS):
        field = text_html("".join(parts), "markdown")
        if found := danger(field):
            dangers[parts] = found
    assert not dangers
