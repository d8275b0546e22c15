"""The pipeline on one page: read, parse, extract, render, identify, refuse, seal, pack, write."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from deckgen import refusals, repeated, replaced
from deckgen.edges import config, files, lockfile
from deckgen.edges.config import Config
from deckgen.edges.media import Library, Look, nowhere
from deckgen.edges.project import open_project, root_of
from deckgen.finishing import finished
from deckgen.gathering import ALONE, Means, Task, at_its_place, gathered
from deckgen.identify import identify
from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.explained import Tell
from deckgen.model.media import Media
from deckgen.model.source import Inputs, Source
from deckgen.package import write as write_package
from deckgen.seal import Sealed, seal

Track = Callable[[Iterable[Path]], Iterable[Path]]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compilation that has written nothing yet.

    ``passed_over`` counts files by ending; ``part`` names what was built, if that was not all.
    ``media`` are the pictures, sounds and videos of its notes.
    """

    sealed: Sealed
    diagnostics: tuple[Diagnostic, ...]
    root: Path
    passed_over: tuple[tuple[str, int], ...]
    part: str = ""
    media: tuple[Media, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether something in the text was lost."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)

    @property
    def doubtful(self) -> bool:
        """Whether something was lost, or built otherwise than may have been meant."""
        return any(d.severity is not Severity.NOTE for d in self.diagnostics)


def build(
    source: Path | Inputs,
    output: Path | None,
    now: int,
    *,
    deck: str = "",
    track: Track = iter,
    means: Means = ALONE,
) -> tuple[Compiled, Path]:
    """Compile and write; nothing is written where no note was found.

    Two builds of one folder take turns. Raises what ``compile_deck`` and ``write`` raise.
    """
    inputs = inputs_of(source)
    with files.alone(root_of(inputs)):
        compiled = compile_deck(inputs, now, deck=deck, track=track, means=means)
        target = output_path(output, compiled.sealed.deck.name, compiled.part)
        if compiled.sealed.changes:
            write(compiled, target)
    return compiled, target


def compile_deck(
    source: Path | Inputs,
    now: int,
    *,
    deck: str = "",
    track: Track = iter,
    drafting: bool = False,
    tell: Tell | None = None,
    means: Means = ALONE,
) -> Compiled:
    """What a build of ``source`` gives at the time ``now`` (Unix seconds).

    A page in whose place a draft stands is left out, unless ``drafting`` it once more. ``tell``
    hears of each source that can be read, one after the other. ``means`` are the processes and the
    cache that may be used; the result is the same for all of them. A bad file is reported and the
    others go on. Raises EnvironmentProblem where the world does not let us: no such path, no
    sources, a damaged lock.
    """
    project = open_project(inputs_of(source))
    name = deck or project.deck
    diagnostics: list[Diagnostic] = []
    notes: list[RenderedNote] = []
    tasks: dict[str, Task] = {}
    unread: set[str] = set()
    library = Library(project.root)
    drafts = replaced.known(project)
    with gathered(project, name, means, tell) as yield_of:
        for file in track(project.files):
            task, found = yield_of(file)
            rendered, problems = finished(found, library.beside(found.path))
            notes += rendered
            diagnostics += problems
            if found.read:
                tasks[found.path] = task
            elif any(p.severity is Severity.ERROR for p in problems):
                unread.add(found.path)
            if found.replaces is not None:
                drafts[found.path] = found.replaces
    pages = replaced.pages(drafts)
    if not drafting:
        notes, diagnostics = replaced.left_out(pages, notes, diagnostics, tasks)
    notes, twice = repeated.told(notes)
    diagnostics += [at_its_place(p, tasks[p.path]) for p in twice]
    known, scope = project.remembered(unread, replaced.family(pages, tasks, drafting=drafting))
    identities = identify(notes, known, (entry.guid for entry in project.lock.notes))
    lines, idle = refusals.refused(notes, identities, project.lock, project.refusals, scope)
    diagnostics += idle
    sealed = seal(name, notes, identities, project.lock, scope, now, lines, project.settings.looks)
    return Compiled(
        sealed,
        tuple(sorted(diagnostics, key=lambda d: (d.path, d.line, d.column))),
        project.root,
        project.passed_over,
        project.part,
        tuple(dict.fromkeys(file for note in notes for file in note.media)),
    )


def inputs_of(source: Path | Inputs) -> Inputs:
    """One path as the inputs of a command, which may be several."""
    return source if isinstance(source, Inputs) else Inputs((source,))


def compile_source(
    source: Source,
    deck: str,
    look: Look = nowhere,
    settings: Config = config.DEFAULT,
) -> tuple[list[RenderedNote], list[Diagnostic]]:
    """One source into rendered notes of the deck that its folder names, or it names itself.

    ``look`` finds its pictures and sounds; where nobody looks, their descriptions are shown.
    """
    from deckgen.yielding import yielded

    return finished(yielded(source, deck, settings), look)


def write(compiled: Compiled, output: Path) -> None:
    """The package first, the lock second: a crash between the two costs nothing.

    Raises EnvironmentProblem where they cannot be written; the old ones are untouched then.
    """
    lock = lockfile.dump(compiled.sealed.lock).encode()
    library = Library(compiled.root)
    by_name = {file.name: file for file in compiled.media}

    def write_media(file: BinaryIO) -> None:
        contents = [(name, library.chunks(by_name[name])) for name in sorted(by_name)]
        write_package(compiled.sealed.deck, contents, file)

    files.write_all({output: write_media, compiled.root / lockfile.NAME: lock})


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
