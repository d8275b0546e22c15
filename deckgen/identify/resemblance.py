"""How alike two texts are: by letters, by words of meaning, and by what became of the words."""

from collections import Counter
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from deckgen.identify.faces import is_unspaced, tokens

# Letters of a word in which one wrong letter is a typo; in a shorter one only a transposition.
_LEAST_TYPO = 6
_STEM = 4  # letters that two inflections of a word share at least
_INFLECTIONS = frozenset(["", "s", "es", "d", "ed", "ing", "ly", "n"])
# Words that may come and go without changing what is asked.
_LITTLE = frozenset(
    """
    a an the of in on at to for from by with and or is are was were do does did be what which
    who whom how when where why this that these those it its as can could would should may
    might must shall will your you we our der die das ein eine und ist sind was wie wer wo le
    la les un une des et est sont que qui el los las de del y es son
    s t d ll re ve m 的 了 吗 呢 は が を の か
    """.split()
)

Change = Literal["little", "typo", "one", "more", "word"]


def similarity(one: str, other: str) -> float:
    """0 to 1: the better of reading order and word sets, so that a moved phrase costs little."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)) / 100


def related(one: str, other: str) -> float:
    """The share of the shorter text's words of meaning that stand in the other too; 0 to 1."""
    a, b = _meaning(one), _meaning(other)
    least = min(a.total(), b.total())
    return (a & b).total() / least if least else float(one == other)


def kept(one: str, other: str) -> float:
    """The share of the longer text's words of meaning that both have; 0 to 1."""
    a, b = _meaning(one), _meaning(other)
    most = max(a.total(), b.total())
    return (a & b).total() / most if most else float(one == other)


def change(one: str, other: str) -> Change:
    """What became of a question.

    ``little``: only words without a meaning of their own; ``typo``: a slip of the pen or an
    inflection, word for word; ``one``: one word was added, or taken away ("South Sudan" is another
    country than "Sudan"); ``more``: several were; ``word``: a word was replaced by another.
    """
    a, b = Counter(tokens(one)), Counter(tokens(other))
    only_a, only_b = _weighty(a - b), _weighty(b - a)
    if not only_a and not only_b:
        return "little"
    if any(is_unspaced(word) for word in only_a + only_b):
        return "more" if _inside(one, other) or _inside(other, one) else "word"
    if not only_a or not only_b:
        return "one" if len(only_a + only_b) == 1 else "more"
    joined = "".join(only_b)
    for word in only_a:
        near = any(_is_typo(word, rival) for rival in only_b)
        if not near and not (word.isalpha() and len(word) > 2 and word in joined):
            return "word"
    return "typo" if len(only_a) == len(only_b) else "more"


def _is_typo(word: str, rival: str) -> bool:
    """One slip of the pen, or an inflection; figures have neither."""
    if word.isdigit() or rival.isdigit() or word[0] != rival[0]:
        return False  # nobody mistypes a first letter: "Zambia", "Gambia"
    stem = next((i for i, (x, y) in enumerate(zip(word, rival, strict=False)) if x != y), None)
    stem = min(len(word), len(rival)) if stem is None else stem
    if stem >= _STEM and {word[stem:], rival[stem:]} <= _INFLECTIONS:
        return True
    if min(len(word), len(rival)) < _LEAST_TYPO:
        return word.isalpha() and sorted(word) == sorted(rival)
    return OSA.distance(word, rival, score_cutoff=1) <= 1


def _inside(short: str, long: str) -> bool:
    """Whether all signs of one text stand in the other, in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _weighty(words: Counter[str]) -> list[str]:
    return [word for word in words.elements() if word not in _LITTLE]


def _meaning(text: str) -> Counter[str]:
    return Counter(word for word in tokens(text) if word not in _LITTLE)
