"""What the author does not want to hear: on a card, in a file, in the whole collection."""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from deckgen.check.table import GROUPS, SEVERITIES
from deckgen.model.note import Note

# <!-- deckgen: ignore negative-stem --> on a line of a card, or on a line of its own above it.
_COMMENT = re.compile(r"<!--\s{0,8}deckgen:\s{0,8}ignore\b(?P<codes>[\w\s,-]{0,400}?)-->")
ALL = frozenset(SEVERITIES)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules speak: the ``selected`` ones but for the ``ignored``.

    ``inside`` are patterns of paths, each with the codes that are silent in such files.
    """

    selected: frozenset[str] = ALL
    ignored: frozenset[str] = frozenset()
    inside: tuple[tuple[str, frozenset[str]], ...] = ()

    def silent(self, path: str) -> frozenset[str]:
        """The codes that are not told of a file."""
        here = [codes for pattern, codes in self.inside if fnmatchcase(path, pattern)]
        return (ALL - self.selected) | self.ignored.union(*here)


def codes(names: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The codes that some names stand for (a code, a group, ``all``), and the unknown names."""
    known: set[str] = set()
    unknown: list[str] = []
    for name in names:
        if name == "all":
            known |= ALL
        elif name in GROUPS:
            known |= set(GROUPS[name])
        elif name in ALL:
            known.add(name)
        else:
            unknown.append(name)
    return frozenset(known), tuple(unknown)


def meant(name: str) -> str:
    """A hint for a name that is none."""
    near = difflib.get_close_matches(name, [*ALL, *GROUPS], 1)
    known = "deckgen explain lists the rules of the editor"
    return f"did you mean “{near[0]}”?" if near else known


def comments(lines: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """What each line (from 1) silences by a comment; a comment without codes silences all."""
    found: dict[int, tuple[str, ...]] = {}
    for number, line in enumerate(lines, 1):
        if "deckgen:" in line and (comment := _COMMENT.search(line)):
            found[number] = tuple(comment["codes"].replace(",", " ").split()) or ("all",)
    return found


def by_note(
    notes: Sequence[Note], said: dict[int, tuple[str, ...]], lines: Sequence[str]
) -> dict[int, frozenset[str]]:
    """The codes that are silent on the notes of each line.

    A comment belongs to the note whose lines it stands in; alone on a line, to the one that begins
    on the next line with text, if one does.
    """
    starts = sorted({note.origin.line for note in notes})
    silent: dict[int, frozenset[str]] = {}
    for number, names in said.items():
        below = _next_text(number, lines) if not _COMMENT.sub("", lines[number - 1]).strip() else 0
        before = max((s for s in starts if s <= number), default=0)
        line = below if below in starts else before
        silent[line] = silent.get(line, frozenset()) | codes(names)[0]
    return silent


def _next_text(number: int, lines: Sequence[str]) -> int:
    for at in range(number, len(lines)):
        if _COMMENT.sub("", lines[at]).strip():
            return at + 1
    return 0
