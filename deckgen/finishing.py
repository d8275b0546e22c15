"""What a file yielded -> its notes with their pictures and sounds in place."""

from dataclasses import replace

from deckgen.edges.media import Look
from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic
from deckgen.model.media import Media
from deckgen.model.yielded import Yielded


def finished(found: Yielded, look: Look) -> tuple[list[RenderedNote], list[Diagnostic]]:
    """The notes of a source with their files in place, and all that is wrong with it.

    ``look`` finds its pictures and sounds; where nobody looks, their descriptions are shown.
    """
    if not found.references:
        return list(found.notes), [*found.diagnostics, *found.lost]
    from deckgen.render import media

    files = {target: look(target) for target in dict.fromkeys(r.target for r in found.references)}
    unplaced = [
        replace(
            file,
            line=at.line,
            column=at.column,
            excerpt=at.excerpt,
            unit=at.unit,
            caret=at.caret,
        )
        for at, file in ((r.problem, files[r.target]) for r in found.references)
        if isinstance(file, Diagnostic)
    ]
    by_target = {at: file for at, file in files.items() if isinstance(file, Media)}
    notes = [media.placed(note, by_target) for note in found.notes]
    return notes, [*found.diagnostics, *unplaced, *found.lost]
