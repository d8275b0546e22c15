"""What identity looks at: kind, place, and the words of front and back."""

import re
import unicodedata
from dataclasses import dataclass

from deckgen.model.deck import RenderedNote
from deckgen.model.lock import LockedNote, cut, without_digest

_FRONT_KEPT = 300  # characters in the lock; a digest stands for the rest
_BACK_KEPT = 200
_WORDS = re.compile(r"[^\W_]+|[^\w\s]", re.UNICODE)
_LETTERS = re.compile(r"[^\W_]+")
# Scripts written without spaces: each character is compared by itself, in pairs.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


@dataclass(frozen=True, slots=True)
class Face:
    """A note as identity sees it.

    ``front`` and ``back`` are exact texts (a long one cut, with a digest); ``asked`` and ``said``
    are their words in lower case without punctuation, which survive a change of markup.
    """

    kind: str
    path: str
    heading: str
    front: str
    back: str
    asked: str
    said: str


def of_note(note: RenderedNote) -> Face:
    """The face of a note of this build."""
    front, back = cut(note.front, _FRONT_KEPT), cut(note.back, _BACK_KEPT)
    return Face(note.kind, note.path, note.heading, front, back, words(front), words(back))


def of_locked(note: LockedNote) -> Face:
    """The face of a note of the build before."""
    return Face(
        note.kind,
        note.path,
        note.heading,
        note.front,
        note.back,
        words(note.front),
        words(note.back),
    )


def words(text: str) -> str:
    """The words of a text in lower case, or its signs where it has no words ("+", "∈")."""
    text = unicodedata.normalize("NFKC", without_digest(text)).casefold()
    found = _LETTERS.findall(text) or _WORDS.findall(text)
    return " ".join(found)


def tokens(text: str) -> list[str]:
    """The words of a normalised text; where a script has no spaces, pairs of characters."""
    found: list[str] = []
    for word in text.split():
        if _UNSPACED.search(word) and len(word) > 2:
            found.extend(word[i : i + 2] for i in range(len(word) - 1))
        else:
            found.append(word)
    return found
