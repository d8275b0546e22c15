"""The editor: notes -> what somebody who edits cards for others would change.

Every rule stands in ``table.py``; each is one small function. What the parser reports already is
not said twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.check import places, silence, table
from deckgen.check.deck.collection import Collection, Page
from deckgen.check.rule import Fault
from deckgen.check.silence import Choice
from deckgen.check.views import Asked, Card, Cloze, Item, View, of_note
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.note import Note

__all__ = ["Choice", "Collection", "Page", "Remark", "of_collection", "of_page"]
Found = Iterator[tuple[str, Fault | None]]


@dataclass(frozen=True, slots=True)
class Remark:
    """What the editor says, and the note that it is about; None for a file or a deck."""

    diagnostic: Diagnostic
    note: Note | None = None


def of_page(page: Page, lines: Sequence[str], choice: Choice) -> tuple[Remark, ...]:
    """What the editor says of the notes of a source; ``lines`` are those of its text."""
    said = silence.comments(lines)
    silent = _silent(page, lines, choice)
    whole = silent.get(0, frozenset())
    remarks: list[Remark] = []
    for note in page.notes:
        here = whole | silent.get(note.origin.line, frozenset())
        for code, fault in _of_note(note):
            if code not in here:
                place = places.found(note, fault.near, lines)
                remarks.append(Remark(_diagnostic(code, fault, page.path, place, lines), note))
    names = [(name, line) for line, found in said.items() for name in found]
    names += [(name, 1) for name in page.document.ignore]
    remarks += [_unknown(name, page.path, line, lines) for name, line in names if _strange(name)]
    return tuple(remarks)


def of_collection(
    collection: Collection, lines: Sequence[Sequence[str]], choice: Choice
) -> tuple[Remark, ...]:
    """What the editor says of files and decks; ``lines`` are those of each page's text."""
    pages = {page.path: (page, text) for page, text in zip(collection.pages, lines, strict=True)}
    silent = {path: _silent(page, text, choice) for path, (page, text) in pages.items()}
    notes = {(page.path, n.origin.line): n for page in collection.pages for n in page.notes[::-1]}
    remarks: list[Remark] = []
    for rule in table.DECK:
        for told in rule.find(collection):
            here = silent[told.path]
            if rule.code in here[0] | here.get(told.line, frozenset()):
                continue
            _, text = pages[told.path]
            note = notes.get((told.path, told.line))
            place = places.found(note, told.fault.near, text) if note else (told.line, 1)
            found = _diagnostic(rule.code, told.fault, told.path, place, text)
            remarks.append(Remark(found, note))
    return tuple(remarks)


def _of_note(note: Note) -> Iterator[tuple[str, Fault]]:
    """The faults of a note with their codes, in the order of the table."""
    for view in of_note(note):
        for code, fault in _of_view(view):
            if fault:
                yield code, fault


def _of_view(view: View) -> Found:
    match view:
        case Item():
            return ((rule.code, rule.find(view)) for rule in table.ITEMS)
        case Asked():
            return ((rule.code, rule.find(view)) for rule in table.ASKED)
        case Card():
            return ((rule.code, rule.find(view)) for rule in table.CARDS)
        case Cloze():
            return ((rule.code, rule.find(view)) for rule in table.CLOZES)


def _silent(page: Page, lines: Sequence[str], choice: Choice) -> dict[int, frozenset[str]]:
    """The rules that are silent on the notes of each line; at 0 those of the whole page."""
    said = silence.comments(lines)
    by_line = silence.by_note(page.notes, said, lines) if said else {}
    return by_line | {0: choice.silent(page.path) | silence.codes(page.document.ignore)[0]}


def _diagnostic(
    code: str, fault: Fault, path: str, place: tuple[int, int], lines: Sequence[str]
) -> Diagnostic:
    line, column = place
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    severity = table.SEVERITIES[code]
    return Diagnostic(code, severity, fault.message, path, line, column, fault.hint, excerpt)


def _strange(name: str) -> bool:
    return bool(silence.codes([name])[1])


def _unknown(name: str, path: str, line: int, lines: Sequence[str]) -> Remark:
    message = f"the editor has no rule “{name[:60]}”, so nothing is ignored"
    found = Diagnostic(
        "unknown-rule", Severity.WARNING, message, path, line, 1, silence.meant(name)
    )
    column = max(lines[line - 1].find(name), 0) + 1 if 0 < line <= len(lines) else 1
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    return Remark(replace(found, column=column, excerpt=excerpt))
