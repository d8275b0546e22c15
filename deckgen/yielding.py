"""One source -> what it yields: parsed, extracted, rendered. Nothing of the disk is looked at."""

from dataclasses import replace
from pathlib import PurePosixPath

from deckgen.convert.places import placed, shown
from deckgen.edges.config import Config
from deckgen.extract import extract
from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.explained import Explained, Tell
from deckgen.model.note import Origin
from deckgen.model.source import Source
from deckgen.model.yielded import Reference, Yielded
from deckgen.parse import parse, tags
from deckgen.parse.lines import physical
from deckgen.parse.places import pointed
from deckgen.render import clozes, media, render


def yielded(source: Source, deck: str, settings: Config, tell: Tell | None = None) -> Yielded:
    """What one source gives to the deck that its folder names, or it names itself."""
    found = understood(source, settings)
    if tell:
        tell(found)
    rendered = rendered_as(found, deck)
    origins = [note.origin for note in found.notes]
    lines = physical(source.text)
    lost = [_invisible(*made) for made in zip(rendered, origins, strict=True)]
    # A statement of prose whose deletion fell into a formula was never meant as a card.
    told = [
        problem
        for problem, origin in zip(lost, origins, strict=True)
        if problem and (origin.cited or not origin.extracted)
    ]
    diagnostics = [shown(pointed(p, lines), source) for p in found.diagnostics]
    if not found.notes and all(d.severity is Severity.NOTE for d in diagnostics):
        diagnostics.append(_no_notes(source))
    return Yielded(
        source.path,
        tuple(note for note, problem in zip(rendered, lost, strict=True) if problem is None),
        tuple(diagnostics),
        _references(rendered, origins, lines, source),
        tuple(shown(pointed(p, lines), source) for p in told),
    )


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


def _references(
    notes: list[RenderedNote], origins: list[Origin], lines: list[str], source: Source
) -> tuple[Reference, ...]:
    found: dict[tuple[str, int, int], Reference] = {}
    for note, origin in zip(notes, origins, strict=True):
        for target in media.targets(note):
            line, column = media.place(target, lines, origin.line)
            problem = Diagnostic("media-missing", Severity.WARNING, "", source.path, line, column)
            at = Reference(target, shown(pointed(problem, lines), source))
            found[target, line, column] = at
    return tuple(found.values())


def _no_notes(source: Source) -> Diagnostic:
    return Diagnostic(
        "no-notes",
        Severity.WARNING,
        "nothing in this file became a note",
        source.path,
        0,
        0,
        "deckgen check --explain shows what each line was taken for",
    )


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
