"""Running text -> sentences."""

import re
from collections.abc import Callable

IsEnd = Callable[[str, int, re.Match[str]], bool]

_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st jr sr v vs etc e.g i.e eg ie approx fig figs no nos vol al ca cf ed
    eds dept est inc ltd co corp u.s u.k u.n a.m p.m jan feb mar apr jun jul aug sep sept
    oct nov dec sec art ch pp max min avg resp incl excl viz gen col lt capt sgt rev hon gov
    sen rep pres
    """.split()
)
_BEFORE_FIGURE = frozenset(
    "no nos fig figs art sec vol ch pp p max min col sep gen sat sun".split()
)
_LOOK_BACK = 80  # characters in front of a full stop that tell what it ends
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"”’')\]*_]*(?=\s+|$)")
_OPENS = re.compile(r"[\"“‘'(\[*_]*[$€£]?[^\W_a-z]")


def split(text: str) -> tuple[str, ...]:
    """The sentences of one paragraph, trimmed, in order; line breaks count as spaces."""
    return cut(text, _END, _is_end)


def cut(text: str, ends: re.Pattern[str], is_end: IsEnd) -> tuple[str, ...]:
    """A paragraph, cut behind each of ``ends`` that is one.

    ``is_end`` is asked with the text, where the sentence starts, and what may end it.
    """
    text = " ".join(text.split())
    sentences: list[str] = []
    start = 0
    for end in ends.finditer(text):
        if end.end() < len(text) and not is_end(text, start, end):
            continue
        sentence = text[start : end.end()].strip()
        if sentence:
            sentences.append(sentence)
        start = end.end()
    rest = text[start:].strip()
    return (*sentences, rest) if rest else tuple(sentences)


def _is_end(text: str, start: int, end: re.Match[str]) -> bool:
    if not _OPENS.match(text, end.end() + 1):
        return False
    if end.group()[0] != "." or end.group().startswith(".."):
        # "..." inside a sentence goes on with a small letter, which was checked above.
        return True
    words = text[max(start, end.start() - _LOOK_BACK) : end.start()].split()
    word = words[-1].strip("\"“‘'([*_").lower() if words else ""
    if word in _BEFORE_FIGURE and not text[end.end() + 1 : end.end() + 2].isdigit():
        return len(word) < 3 or words[-1][:1].islower()  # "Surely no. The pump ..."
    if word in _ABBREVIATIONS:
        # At the end of a sentence too: "at 5 p.m. The shop ..." reads as one sentence otherwise.
        return word in ("etc", "a.m", "p.m", "inc", "ltd", "co")
    initial = len(word) == 1 and word.isalpha() and word != "i" and words[-1][-1:].isupper()
    before = words[-2] if len(words) > 1 else ""
    return not (initial and before[:1].isupper() and not before.endswith(","))
