"""Which notes are refused: one step between knowing who the notes are and sealing them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from deckgen.identify import Identity, faces
from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.lock import Lock, LockedNote
from deckgen.model.refusal import Refusal

_PATH = "deckgen.refused"


def refused(
    notes: Sequence[RenderedNote],
    identities: Sequence[Identity],
    lock: Lock,
    refusals: Iterable[Refusal],
    scope: Sequence[LockedNote],
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The line that refuses each note, or an empty text; and the lines that refuse none.

    A line with a GUID refuses that note. A line with a front refuses the one note that asks so, and
    goes on refusing it when it is edited, for the lock keeps the line. ``scope`` are the locked
    notes of what was built: a line may be about others.
    """
    refusals = tuple(refusals)
    lines = [""] * len(notes)
    if not refusals:
        return tuple(lines), ()
    problems: list[Diagnostic] = []
    by_name: dict[str, int] = {}
    by_front: dict[str, list[int]] = defaultdict(list)
    by_line: dict[str, list[int]] = defaultdict(list)
    for i, (note, identity) in enumerate(zip(notes, identities, strict=True)):
        by_name |= {name: i for name in (note.id, identity.guid) if name}
        by_front[faces.words(note.front)].append(i)
        if identity.was and identity.was.refused:
            by_line[identity.was.refused].append(i)
    elsewhere = _known(lock, {entry.guid for entry in scope})
    for refusal in refusals:
        if refusal.word in by_name:
            lines[by_name[refusal.word]] = refusal.text
            continue
        found = by_line[refusal.text] or by_front[faces.words(refusal.text)]
        if len(found) == 1:
            lines[found[0]] = refusal.text
        elif found:
            problems.append(_ambiguous(refusal, len(found)))
        elif not {refusal.word, refusal.text, faces.words(refusal.text)} & elsewhere:
            problems.append(_idle(refusal))
    return tuple(lines), tuple(problems)


def _known(lock: Lock, scope: set[str]) -> set[str]:
    """By what a line may name a note that is not built this time."""
    others = (entry for entry in lock.notes if entry.guid not in scope)
    names = ((e.guid, e.id, e.refused, faces.words(e.front)) for e in others)
    return {name for found in names for name in found if name}


def _ambiguous(refusal: Refusal, times: int) -> Diagnostic:
    message = f"{times} notes ask this, so none of them is refused"
    hint = "write the GUID of the one in front: deckgen refuse lists them"
    return _problem("refusal-ambiguous", message, refusal, hint)


def _idle(refusal: Refusal) -> Diagnostic:
    message = "this line refuses nothing: no note has this GUID or asks this"
    hint = "take the line out; or write the front as deckgen plan shows it"
    return _problem("refuses-nothing", message, refusal, hint)


def _problem(code: str, message: str, refusal: Refusal, hint: str) -> Diagnostic:
    return Diagnostic(
        code, Severity.WARNING, message, _PATH, refusal.line, 1, hint, excerpt=refusal.text
    )
