"""What identity looks at: kind, place, and the words of front and back."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from deckgen.model.deck import RenderedNote
from deckgen.model.lock import LockedNote, cut, without_digest

_FRONT_KEPT = 300  # characters in the lock; a digest stands for the rest
_BACK_KEPT = 200
_WORDS = re.compile(r"[^\W_]+|[^\w\s]", re.UNICODE)
_LETTERS = re.compile(
    r"[^\W_]+|[+=<>≤≥≠≈±×÷−%$€£¥#^~*\\∈∉⊂⊆∪∩∧∨¬→←↔∞√∑∫]|(?<!\S)-(?=[\d\s])", re.UNICODE
)
_ASCII_SIGNS = re.compile(r"[-+=<>$^#*~%\\]")
_PARTING = {c: " " for c in range(128) if not chr(c).isalnum()}
# Scripts written without spaces: each character is compared by itself, in pairs.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


@dataclass(frozen=True)
class Face:
    """A note as identity sees it.

    ``front`` and ``back`` are exact texts (a long one cut, with a digest). Most notes are told by
    them, so the words are found when they are asked for, and then kept.
    """

    kind: str
    path: str
    heading: str
    front: str
    back: str

    @cached_property
    def asked(self) -> str:
        """The words of the front: they survive a change of markup."""
        return words(self.front)

    @cached_property
    def said(self) -> str:
        """The words of the back; of a cloze, in whatever order the sentence has them."""
        return " ".join(sorted(self._hidden)) if self.kind == "cloze" else words(self.back)

    @cached_property
    def frame(self) -> str:
        """What stands around the deletions of a cloze."""
        return _around(self.asked, self._hidden) if self.kind == "cloze" else ""

    @property
    def _hidden(self) -> list[str]:
        return [words(text) for text in without_digest(self.back).split(" | ")]


def of_note(note: RenderedNote) -> Face:
    """The face of a note of this build."""
    front, back = cut(note.front, _FRONT_KEPT), cut(note.back, _BACK_KEPT)
    return Face(note.kind, note.path, note.heading, front, back)


def of_locked(note: LockedNote) -> Face:
    """The face of a note of the build before."""
    return Face(note.kind, note.path, note.heading, note.front, note.back)


def _around(asked: str, hidden: list[str]) -> str:
    for text in hidden:
        if text:
            asked = f" {asked} ".replace(f" {text} ", " … ", 1).strip()
    return asked


def words(text: str) -> str:
    """The words of a text in lower case, with the signs that mean something: "c + +", "3 < 2"."""
    text = without_digest(text)
    plain = text.isascii() and not _ASCII_SIGNS.search(text)
    if plain and (found := text.translate(_PARTING).lower().split()):
        return " ".join(found)
    text = unicodedata.normalize("NFKC", text).casefold()
    found = _LETTERS.findall(text) or _WORDS.findall(text)
    return " ".join(found)


def tokens(text: str) -> list[str]:
    """The words of a normalised text; where a script has no spaces, pairs of characters."""
    found: list[str] = []
    for word in text.split():
        if is_unspaced(word) and len(word) > 2:
            found.extend(word[i : i + 2] for i in range(len(word) - 1))
        else:
            found.append(word)
    return found


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script without spaces."""
    return bool(_UNSPACED.search(word))
