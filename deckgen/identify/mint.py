"""New GUIDs: derived from what a note asks, so that a build without a lock mints them again."""

import hashlib
from itertools import chain, count

from deckgen.identify.faces import Face

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LENGTH = 12  # 62^12: a collision among 10^8 notes has a chance of one in 10^6


def guid(face: Face, taken: set[str]) -> str:
    """A GUID that nobody has: from front and back; then with the place, and a number.

    The back counts from the first: notes share fronts ("Which statement is true?"), and without a
    lock the first of them must not get what belongs to another.
    """
    meaningful = (face.back, f"{face.back}\0{face.path}")
    numbered = (f"{face.back}\0{face.path}\0{n}" for n in count(2))
    candidates = (
        _encoded(f"{face.kind}\0{face.front}\0{salt}") for salt in chain(meaningful, numbered)
    )
    return next(c for c in candidates if c not in taken)


def _encoded(text: str) -> str:
    number = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
    digits: list[str] = []
    for _ in range(_LENGTH):
        number, digit = divmod(number, len(_ALPHABET))
        digits.append(_ALPHABET[digit])
    return "".join(digits)
