"""What the editor can mend by itself, in the files of the author."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckgen.check.fixes import FIXES, mended
from deckgen.checking import check
from deckgen.edges import config, files
from deckgen.model.diagnostic import Diagnostic
from deckgen.model.explained import Explained
from deckgen.model.note import ConceptNote, Note, QuestionNote
from deckgen.model.source import Inputs
from deckgen.yielding import understood

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mended:
    """In how many places how many files were mended; ``diff`` has its lines."""

    places: int
    files: int
    diff: tuple[str, ...]


def fix(inputs: Inputs, now: int, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Mended:
    """Mend the texts, and say what changed. Pages, documents and standard input stay as they are.

    A file is left alone if its notes would become others than the same ones, asked a little
    better. Raises what ``check`` and ``write_all`` raise.
    """
    checked, heard = check(inputs, now, select, ignore)
    root = checked.compiled.root
    texts: dict[Path, bytes] = {}
    places = 0
    diff: list[str] = []
    for one in heard:
        remarks = [r for r in checked.remarks if r.path == one.source.path and r.code in FIXES]
        path = root / one.source.path
        if not remarks or one.source.places or not path.is_file():
            continue
        old, encoding = files.decoded(path)
        new, count = mended(old, remarks, one.source.markup)
        if count and _same_notes(one, remarks):
            texts[path] = new.encode(encoding)
            places += count
            diff += _difference(old, new, path.as_posix())
    files.write_all(texts)
    return Mended(places, len(texts), tuple(diff))


def _same_notes(one: Explained, remarks: list[Diagnostic]) -> bool:
    """Whether mending a source leaves its notes where they are, with their answers."""
    text, _ = mended(one.source.text, remarks, one.source.markup)
    again = understood(replace(one.source, text=text), config.DEFAULT)
    before = understood(one.source, config.DEFAULT)
    return [_kept(n) for n in again.notes] == [_kept(n) for n in before.notes]


def _kept(note: Note) -> tuple[object, ...]:
    """What no fix may change of a note."""
    if isinstance(note, QuestionNote):
        return (note.origin.line, note.choices, note.answer, note.explanation)
    return (note.origin.line, note.back if isinstance(note, ConceptNote) else note.text)


def _difference(old: str, new: str, path: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), path, path, n=0, lineterm="")
    return list(lines)
