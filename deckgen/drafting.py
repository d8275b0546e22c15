"""``deckgen draft``: the notes of some pages as a text that stands in their place."""

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from deckgen.compiler import Compiled, compile_deck, inputs_of
from deckgen.convert.places import placed
from deckgen.draft import Head, draft
from deckgen.draft.markdown import same
from deckgen.edges import files
from deckgen.edges.project import Project, open_project
from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic, EnvironmentProblem, Severity
from deckgen.model.note import Note
from deckgen.model.source import ENDINGS, STDIN, Inputs, Source
from deckgen.notetypes import note_types
from deckgen.parse.places import pointed
from deckgen.traced import traced
from deckgen.yielding import rendered_as, understood

if TYPE_CHECKING:
    from deckgen.model.explained import Explained

_PLACES = ("ID", "Source")  # fields that say where and who: another file says them otherwise


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft that has not been written yet: its text, what was compiled, what differs in it."""

    text: str
    compiled: Compiled
    diagnostics: tuple[Diagnostic, ...]
    count: int


@dataclass(frozen=True, slots=True)
class _Made:
    """A note of a page, as it was read and as it was rendered, what it is called, and its deck."""

    note: Note
    rendered: RenderedNote
    name: str
    deck: str


def write_draft(
    source: Path | Inputs, output: Path | None, now: int, *, force: bool = False
) -> Drafted:
    """Draft some sources, into a file where one is given.

    Raises EnvironmentProblem like ``compile_deck`` and ``write``, and for a file that would be
    overwritten.
    """
    inputs = inputs_of(source)
    if output is not None:
        _refuse(inputs, output, force=force)
    drafted = _drafted(inputs, output, now)
    if output is not None and drafted.count:
        files.write_all({output: drafted.text.encode()})
    return drafted


def _refuse(inputs: Inputs, output: Path, *, force: bool) -> None:
    """Raise for a file that cannot be a draft, or that somebody would miss."""
    if ENDINGS.get(output.suffix.lower()) != "markdown":
        raise EnvironmentProblem(
            f"{output}: a draft is Markdown", "give it a name that ends in .md"
        )
    sources = [file for path in inputs.paths for file in files.find(path)[0] if file != STDIN]
    if any(file.resolve() == output.resolve() for file in sources):
        raise EnvironmentProblem(
            f"{output}: a draft cannot stand in the place of itself",
            "name the page only, and another file for the draft",
        )
    if output.exists() and not force:
        raise EnvironmentProblem(
            f"{output}: this file exists", "give another name, or --force to write over it"
        )


def _drafted(inputs: Inputs, output: Path | None, now: int) -> Drafted:
    project = open_project(inputs)
    if STDIN in project.files:
        raise EnvironmentProblem(
            "a draft stands in the place of a file", "save the text to a file, and draft that"
        )
    read: list[Explained] = []
    compiled = compile_deck(inputs, now, drafting=True, tell=read.append)
    sources = [found.source for found in read]
    made: list[_Made] = []
    path = _path(project, sources, output)
    away = False  # from the deck in which a file beside the draft would be
    definitions: dict[str, str] = {}
    for found, notes in traced(compiled, read):
        definitions |= dict(found.document.definitions)
        for one in notes:
            if one.at is not None:
                change = compiled.sealed.changes[one.at]
                name, deck = change.now.id or change.now.guid, (change.was or change.now).deck
                made.append(_Made(placed(one.note, found.source), one.rendered, name, deck))
        beside = PurePosixPath(found.source.path).parent == PurePosixPath(path).parent
        away = away or bool(found.document.deck) or not beside
    decks = Counter(one.deck for one in made)
    head = _head(sources, path, made, decks.most_common(1)[0][0] if away and decks else "")
    text = draft(head, [(one.note, one.name) for one in made], definitions.items())
    differing = _differing(text, path, made, project, compiled.sealed.deck.name)
    return Drafted(text, compiled, (*_decks(decks, path), *differing), len(made))


def _path(project: Project, sources: list[Source], output: Path | None) -> str:
    """Where the draft stands, as the lock would know it; unnamed, it stands beside its page."""
    if output is not None:
        return project.relative(output)
    folder = PurePosixPath(sources[0].path).parent if sources else PurePosixPath()
    return (folder / "draft.md").as_posix()


def _head(sources: list[Source], path: str, made: list[_Made], deck: str) -> Head:
    folder = PurePosixPath(path).parent
    common = set.intersection(*(set(m.note.origin.tags) for m in made)) if made else set()
    pages = (os.path.relpath(source.path, folder).replace(os.sep, "/") for source in sources)
    return Head(tuple(pages), deck, tuple(sorted(common)))


def _decks(decks: Counter[str], path: str) -> Iterable[Diagnostic]:
    if len(decks) > 1:
        message = f"these notes are in {len(decks)} decks; the draft gives them all one"
        hint = "draft the pages of each deck by themselves"
        yield Diagnostic("draft-differs", Severity.WARNING, message, path, hint=hint)


def _differing(
    text: str, path: str, made: list[_Made], project: Project, deck: str
) -> Iterable[Diagnostic]:
    """What a build of the draft gives otherwise than a build of the page: each note is compared."""
    again = rendered_as(understood(Source(path, text, "markdown"), project.settings), deck)
    by_id = {note.id: note for note in again}
    found = [(_difference(m.rendered, by_id.get(m.name)), m, by_id.get(m.name)) for m in made]
    named = {one.name for one in made}
    more = [("the draft has a note more", note, note) for note in again if note.id not in named]
    lines = text.split("\n")
    for what, page, note in [*((w, m.rendered, n) for w, m, n in found if w), *more]:
        message = f"{what}: “{_short(page.front)}”"
        at = note.line if note else 0
        hint = "look at this note in the draft, and correct it there"
        problem = Diagnostic("draft-differs", Severity.WARNING, message, path, at, 1, hint)
        yield pointed(problem, lines)


def _difference(page: RenderedNote, found: RenderedNote | None) -> str:
    """What of a note did not come back, or nothing."""
    if found is None or found.kind != page.kind:
        return "this note is lost in the draft"
    if page.tags != found.tags:
        return "this note has other tags in the draft"
    names = (field.name for field in note_types()[page.kind].fields)
    other = [
        name
        for name, one, two in zip(names, page.row, found.row, strict=True)
        if name not in _PLACES and not same(one, two)
    ]
    return f"this note has another field “{other[0]}” in the draft" if other else ""


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rstrip()}…"
