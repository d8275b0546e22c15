"""The pipeline on one page: read, parse, extract, render, identify, seal, package, write."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from deckgen.edges import files, lockfile
from deckgen.edges.project import home, open_project
from deckgen.extract import extract
from deckgen.identify import duplicates, identify
from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.source import Source
from deckgen.package import package
from deckgen.parse import ids, parse
from deckgen.parse.lines import physical
from deckgen.render import render
from deckgen.seal import Sealed, seal

Track = Callable[[Iterable[Path]], Iterable[Path]]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compilation that has written nothing yet.

    ``passed_over`` counts files by ending; ``part`` names what was built, if that was not all.
    """

    sealed: Sealed
    diagnostics: tuple[Diagnostic, ...]
    root: Path
    passed_over: tuple[tuple[str, int], ...]
    part: str = ""

    @property
    def broken(self) -> bool:
        """Whether something in the text was lost."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)


def build(
    source: Path, output: Path | None, now: int, *, deck: str = "", track: Track = iter
) -> tuple[Compiled, Path]:
    """Compile and write; nothing is written where no note was found.

    Two builds of one folder take turns. Raises what ``compile_deck`` and ``write`` raise.
    """
    with files.alone(home(source if source.is_dir() else source.parent)):
        compiled = compile_deck(source, now, deck=deck, track=track)
        target = output_path(output, compiled.sealed.deck.name, compiled.part)
        if compiled.sealed.changes:
            write(compiled, target)
    return compiled, target


def compile_deck(source: Path, now: int, *, deck: str = "", track: Track = iter) -> Compiled:
    """What a build of ``source`` gives at the time ``now`` (Unix seconds).

    A bad file is reported and the others go on. Raises EnvironmentProblem where the world does
    not let us: no such path, no sources, a damaged lock.
    """
    project = open_project(source)
    name = deck or project.deck
    diagnostics: list[Diagnostic] = []
    notes: list[RenderedNote] = []
    unread: set[str] = set()
    for file in track(project.files):
        relative = project.relative(file)
        text = files.read(file, relative)
        if isinstance(text, Diagnostic):
            diagnostics.append(text)
            unread |= {relative} if text.severity is Severity.ERROR else set()
            continue
        rendered, problems = compile_source(text, name)
        notes += rendered
        diagnostics += problems
    notes, repeated = _without_duplicates(notes)
    notes, misnamed = _named_once(notes)
    known, scope = project.remembered(unread)
    identities = identify(notes, known, (entry.guid for entry in project.lock.notes))
    sealed = seal(name, notes, identities, project.lock, scope, now)
    return Compiled(
        sealed,
        (*diagnostics, *repeated, *misnamed),
        project.root,
        project.passed_over,
        project.part,
    )


def compile_source(source: Source, deck: str) -> tuple[list[RenderedNote], list[Diagnostic]]:
    """One source into rendered notes of the deck that its folder names."""
    document, problems = parse(source)
    notes, left_out = extract(document)
    problems += left_out
    home = document.deck or "::".join([deck, *PurePosixPath(source.path).parts[:-1]])
    rendered = [render(note, home) for note in notes]
    problems += tuple(_nothing_to_see(note) for note in rendered if not _asks(note))
    rendered = [note for note in rendered if _asks(note)]
    lines = physical(source.text)
    diagnostics = [
        replace(p, excerpt=lines[p.line - 1].strip()) if 0 < p.line <= len(lines) else p
        for p in problems
    ]
    if not notes and not diagnostics:
        diagnostics.append(
            Diagnostic(
                "no-notes",
                Severity.WARNING,
                "nothing in this file became a note",
                source.path,
                0,
                0,
                "see the README for what deckgen reads",
            )
        )
    return rendered, diagnostics


def _asks(note: RenderedNote) -> bool:
    """Whether Anki makes a card of it: there is a front, and in a cloze something is hidden."""
    return bool(note.front and (note.back or note.kind != "cloze"))


def _nothing_to_see(note: RenderedNote) -> Diagnostic:
    message = "nothing of this question is left to see once its markup is read"
    return Diagnostic(
        "nothing-to-see",
        Severity.ERROR,
        message,
        note.path,
        note.line,
        1,
        "write the question in words",
    )


def write(compiled: Compiled, output: Path) -> None:
    """The package first, the lock second: a crash between the two costs nothing.

    Raises EnvironmentProblem where they cannot be written; the old ones are untouched then.
    """
    lock = lockfile.dump(compiled.sealed.lock).encode()
    files.write_all({output: package(compiled.sealed.deck), compiled.root / lockfile.NAME: lock})


def write_ids(source: Path, now: int) -> tuple[dict[str, int], Compiled]:
    """Write the GUID of each card into its source; how many, by path, and what was compiled.

    Raises EnvironmentProblem like ``compile_deck`` and ``write``.
    """
    compiled = compile_deck(source, now)
    wanted: dict[str, dict[int, str]] = {}
    for change in compiled.sealed.changes:
        if change.writable:
            wanted.setdefault(change.now.path, {})[change.line] = change.now.guid
    texts = {}
    for path, names in wanted.items():
        text, encoding = files.decoded(compiled.root / path)
        texts[compiled.root / path] = ids.insert(text, names).encode(encoding)
    files.write_all(texts)
    return {path: len(names) for path, names in wanted.items()}, compiled


def remove_ids(source: Path) -> dict[str, int]:
    """Take all ids out of the sources again; how many, by path."""
    project = open_project(source)
    texts: dict[Path, bytes] = {}
    counts: dict[str, int] = {}
    for file in project.files:
        if isinstance(files.read(file, project.relative(file)), Diagnostic):
            continue
        text, encoding = files.decoded(file)
        without = ids.remove(text)
        if without != text:
            texts[file] = without.encode(encoding)
            counts[project.relative(file)] = text.count("<!--") - without.count("<!--")
    files.write_all(texts)
    return counts


def output_path(output: Path | None, deck: str, part: str = "") -> Path:
    """Where the package goes: a file that is named so, else a file in a folder.

    A part of a deck goes into a file of its own and leaves the package of the whole alone.
    """
    if output is not None and output.suffix.lower() == ".apkg" and not output.is_dir():
        return output
    name = f"{deck} - {part}" if part else deck
    safe = "".join(
        "-" if c in '\\/:*?"<>|' or ord(c) < 32 else c for c in name.replace("::", " - ")
    )
    return (output or Path("build")) / f"{safe.strip(' .') or 'deck'}.apkg"


def _without_duplicates(notes: list[RenderedNote]) -> tuple[list[RenderedNote], list[Diagnostic]]:
    repeated = duplicates(notes)
    later = {i for i, _ in repeated}
    problems = [
        Diagnostic(
            "duplicate-note",
            Severity.WARNING,
            f"left out: the same note stands in {notes[first].path}, line {notes[first].line}",
            notes[i].path,
            notes[i].line,
            1,
            "delete one of the two",
        )
        for i, first in repeated
    ]
    return [note for i, note in enumerate(notes) if i not in later], problems


def _named_once(notes: list[RenderedNote]) -> tuple[list[RenderedNote], list[Diagnostic]]:
    """An id names one note: a second one goes on without it."""
    first: dict[str, RenderedNote] = {}
    problems: list[Diagnostic] = []
    kept: list[RenderedNote] = []
    for note in notes:
        owner = first.setdefault(note.id, note) if note.id else note
        if owner is not note:
            place = f"{owner.path}, line {owner.line}"
            problems.append(
                Diagnostic(
                    "duplicate-id",
                    Severity.ERROR,
                    f"the id “{note.id}” belongs to the note in {place}",
                    note.path,
                    note.line,
                    1,
                    "delete this one, and run deckgen ids to get another",
                )
            )
            note = replace(note, id="")
        kept.append(note)
    return kept, problems
