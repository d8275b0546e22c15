"""The pipeline on one page: read, parse, extract, render, identify, refuse, seal, pack, write."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from deckgen import refusals, repeated, replaced
from deckgen.convert import convert
from deckgen.convert.places import placed, shown
from deckgen.edges import config, files, lockfile
from deckgen.edges.config import Config
from deckgen.edges.media import Library, Look, nowhere
from deckgen.edges.project import open_project, root_of
from deckgen.extract import extract
from deckgen.identify import identify
from deckgen.model.coverage import Told
from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Document
from deckgen.model.media import Media
from deckgen.model.note import Note, Origin
from deckgen.model.source import Foreign, Format, Inputs, Source
from deckgen.package import write as write_package
from deckgen.parse import parse, tags
from deckgen.parse.lines import physical
from deckgen.parse.places import pointed
from deckgen.render import clozes, media, render
from deckgen.seal import Sealed, seal

Track = Callable[[Iterable[Path]], Iterable[Path]]
Tell = Callable[["Explained"], None]


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


@dataclass(frozen=True, slots=True)
class Explained:
    """One source: what its lines were taken for, which notes they hold, what is wrong with them.

    ``told`` is its running text, sentence by sentence.
    """

    source: Source
    document: Document
    notes: tuple[Note, ...]
    diagnostics: tuple[Diagnostic, ...]
    told: tuple[Told, ...]


def build(
    source: Path | Inputs,
    output: Path | None,
    now: int,
    *,
    deck: str = "",
    track: Track = iter,
    tell: Tell | None = None,
) -> tuple[Compiled, Path]:
    """Compile and write; nothing is written where no note was found. ``tell`` hears of the sources.

    Two builds of one folder take turns. Raises what ``compile_deck`` and ``write`` raise.
    """
    inputs = inputs_of(source)
    with files.alone(root_of(inputs)):
        compiled = compile_deck(inputs, now, deck=deck, track=track, tell=tell)
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
) -> Compiled:
    """What a build of ``source`` gives at the time ``now`` (Unix seconds).

    A page in whose place a draft stands is left out, unless ``drafting`` it once more. ``tell``
    hears of each source that can be read, one after the other. A bad file is reported and the
    others go on. Raises EnvironmentProblem where the world does not let us: no such path, no
    sources, a damaged lock.
    """
    project = open_project(inputs_of(source))
    name = deck or project.deck
    diagnostics: list[Diagnostic] = []
    notes: list[RenderedNote] = []
    texts: dict[str, list[str]] = {}
    unread: set[str] = set()
    library = Library(project.root)
    drafts = replaced.known(project)
    for file in track(project.files):
        relative = project.relative(file)
        text, problems = _read(file, relative, project.format)
        diagnostics += problems
        if text is None:
            unread |= {relative} if any(p.severity is Severity.ERROR for p in problems) else set()
            continue
        look = library.beside(relative)
        rendered, found = compile_source(text, name, look, project.settings, tell)
        texts[text.path] = [] if text.places else physical(text.text)
        drafts |= replaced.by(text)
        notes += rendered
        diagnostics += found
    pages = replaced.pages(drafts)
    if not drafting:
        notes, diagnostics = replaced.left_out(pages, notes, diagnostics, texts)
    notes, twice = repeated.told(notes)
    diagnostics += [pointed(p, texts[p.path]) for p in twice]
    known, scope = project.remembered(unread, replaced.family(pages, texts, drafting=drafting))
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


def _read(
    file: Path, relative: str, piped: Format | None
) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """A source, converted if it has to be; None with an error, or with a warning if it is empty."""
    text, problems = files.read(file, relative, piped)
    if not isinstance(text, Foreign):
        return text, problems
    converted, more = convert(text)
    return converted, problems + more


def inputs_of(source: Path | Inputs) -> Inputs:
    """One path as the inputs of a command, which may be several."""
    return source if isinstance(source, Inputs) else Inputs((source,))


def compile_source(
    source: Source,
    deck: str,
    look: Look = nowhere,
    settings: Config = config.DEFAULT,
    tell: Tell | None = None,
) -> tuple[list[RenderedNote], list[Diagnostic]]:
    """One source into rendered notes of the deck that its folder names, or it names itself.

    ``look`` finds its pictures and sounds; where nobody looks, their descriptions are shown.
    """
    found = understood(source, settings)
    if tell:
        tell(found)
    notes, problems = found.notes, found.diagnostics
    rendered = rendered_as(found, deck)
    origins = [note.origin for note in notes]
    rendered, unplaced = _illustrated(rendered, origins, source, look)
    lost = [_invisible(*made) for made in zip(rendered, origins, strict=True)]
    # A statement of prose whose deletion fell into a formula was never meant as a card.
    problems += unplaced + tuple(
        problem
        for problem, origin in zip(lost, origins, strict=True)
        if problem and (origin.cited or not origin.extracted)
    )
    rendered = [note for note, problem in zip(rendered, lost, strict=True) if problem is None]
    lines = physical(source.text)
    diagnostics = [shown(pointed(p, lines), source) for p in problems]
    if not notes and all(d.severity is Severity.NOTE for d in diagnostics):
        diagnostics.append(
            Diagnostic(
                "no-notes",
                Severity.WARNING,
                "nothing in this file became a note",
                source.path,
                0,
                0,
                "deckgen check --explain shows what each line was taken for",
            )
        )
    return rendered, diagnostics


def understood(source: Source, settings: Config) -> Explained:
    """One source, parsed and extracted.

    The configuration speaks for all sources; the front matter of a source comes first.
    """
    document, problems = parse(source)
    document = tags.inherited(document, settings.tags_from)
    document = replace(document, density=document.density or settings.density)
    extracted = extract(document)
    problems += extracted.diagnostics
    return Explained(source, document, extracted.notes, problems, extracted.told)


def rendered_as(found: Explained, deck: str) -> list[RenderedNote]:
    """The notes of a source, for the deck that its folder names or it names itself."""
    home = found.document.deck or "::".join([deck, *PurePosixPath(found.source.path).parts[:-1]])
    home = home.replace("<", "‹")  # Anki puts the name of a deck into a card as HTML
    definitions = dict(found.document.definitions)
    return [render(placed(note, found.source), home, definitions) for note in found.notes]


def _illustrated(
    notes: list[RenderedNote], origins: list[Origin], source: Source, look: Look
) -> tuple[list[RenderedNote], tuple[Diagnostic, ...]]:
    """The notes of a source with their files in place, and what is wrong with these files."""
    lines = physical(source.text)
    found: dict[str, Media | Diagnostic | None] = {}
    problems: dict[Diagnostic, None] = {}
    for note, origin in zip(notes, origins, strict=True):
        for target in media.targets(note):
            found[target] = file = found[target] if target in found else look(target)
            if isinstance(file, Diagnostic):
                line, column = media.place(target, lines, origin.line)
                problems[replace(file, line=line, column=column)] = None
    files_by_target = {at: file for at, file in found.items() if isinstance(file, Media)}
    return [media.placed(note, files_by_target) for note in notes], tuple(problems)


def _invisible(note: RenderedNote, origin: Origin) -> Diagnostic | None:
    """What keeps Anki from making a card of a note once its markup is read."""
    if not note.front:
        message = "nothing of this question is left to see once its markup is read"
        hint = "write the question in words"
        return _lost("nothing-to-see", message, origin, hint)
    if note.kind == "cloze" and not clozes.deletions(note.row[0]):
        message = "this cloze hides nothing once its markup is read"
        hint = "write {{c1::what is hidden}} outside of comments and tags"
        return _lost("cloze-without-deletion", message, origin, hint)
    return None


def _lost(code: str, message: str, origin: Origin, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, origin.path, origin.line, 1, hint)


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
