"""Which old notes are worth comparing with a new one: those that share its rarer words.

Nearly linear: each new note meets at most ``_MOST`` old ones, found in an inverted index whose
long lists (words that everybody uses) are skipped.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from deckgen.identify.faces import Face, tokens

_MOST = 12  # comparisons of a note
_COMMON = 200  # notes that share a word: beyond, the word says nothing
_ALL_PAIRS = 400  # so few open notes are compared one by one


def candidates(
    new: Sequence[Face], old: Sequence[Face], open_new: Sequence[int], open_old: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs (new, old) that are worth a comparison."""
    if len(open_new) * len(open_old) <= _ALL_PAIRS:
        yield from ((n, o) for n in open_new for o in open_old)
        return
    index: dict[str, list[int]] = defaultdict(list)
    for o in open_old:
        for feature in _features(old[o]):
            index[feature].append(o)
    for n in open_new:
        shared: Counter[int] = Counter()
        for feature in _features(new[n]):
            found = index.get(feature, ())
            if 0 < len(found) <= _COMMON:
                weight = 1 + math.log(_COMMON / len(found))
                for o in found:
                    shared[o] += weight  # type: ignore[assignment]
        for o, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_MOST]:
            yield n, o


def _features(face: Face) -> set[str]:
    """Words of either side, and each side as a whole."""
    return {*tokens(face.asked), *tokens(face.said), f"={face.asked}", f"={face.said}"}
