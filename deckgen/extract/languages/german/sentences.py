"""German running text -> sentences."""

import re

from deckgen.extract.language.sentences import cut
from deckgen.extract.languages.german.words import ABBREVIATIONS, STARTERS

_LOOK_BACK = 40  # characters in front of a full stop that tell what it ends
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"”“’‘»«)\]*_]*(?:\[\d{1,3}\]){0,9}(?=\s+|$)")
_OPENS = re.compile(r"[\"„“‚‘»«'(\[*_]*[^\W_a-zäöüß]")
_WORD = re.compile(r"[\"„“‚‘»«'(\[*_]*(?P<word>\w+)")
_LETTERED = re.compile(
    r"\w*(?:[Kk]lasse|[Gg]ruppe|[Tt]yp|[Vv]itamine?|[Hh]epatitis|[Pp]unkt|[Zz]one|[Ss]tufe|[Ee]bene"
    r"|[Tt]eil|[Bb]ild|[Ff]all|[Pp]lan)|\d[\d.,]*"
)
_ENDS_NOTHING = re.compile(r"\d{1,2}|[A-Za-zÄÖÜäöü]|[IVXLC]{1,6}")


def split(text: str) -> tuple[str, ...]:
    """The sentences of one paragraph, trimmed, in order; line breaks count as spaces."""
    return cut(text, _END, _is_end)


def _is_end(text: str, start: int, end: re.Match[str]) -> bool:
    """Nouns have capitals too: behind ``z. B.`` or ``am 3.`` only a small word made big opens."""
    if not _OPENS.match(text, end.end() + 1):
        return False
    if end.group()[0] != "." or end.group().startswith(".."):
        return True
    words = text[max(start, end.start() - _LOOK_BACK) : end.start()].split()
    word = words[-1].strip("\"„“‚‘»«'([*_") if words else ""
    if len(word) == 1 and word.isalpha() and len(words) > 1 and _LETTERED.fullmatch(words[-2]):
        return True  # "Vitamin C. Skorbut ...", "50 V. Strom ..."
    if word.lower() in ABBREVIATIONS or _ENDS_NOTHING.fullmatch(word):
        following = _WORD.match(text, end.end() + 1)
        return bool(following) and following["word"] in STARTERS if following else False
    return True
