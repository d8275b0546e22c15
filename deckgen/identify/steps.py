"""The steps that tell a note again, each arguable on its own, thresholds first.

Losing a history costs one card's reviews; grafting one gives a learner wrong intervals on a card
never seen. So an edit must leave enough of the note standing, and a difference in a word of
meaning ("France" for "Spain") counts against it unless the other side of the card stands.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from deckgen.identify.candidates import candidates
from deckgen.identify.faces import Face, tokens

# A side that is this similar still says the same (typos, rewording); 1.0 is equal words.
_SIDE_STANDS = 0.80
# Both sides edited at once: each must keep this much.
_BOTH_KEEP = 0.55
_BOTH_KEEP_OTHER = 0.65  # of the answer, where a word of the question is another one
# An answer that was hardly touched carries its note whatever became of the question; one that was
# edited as well needs some of the question.
_UNTOUCHED = 0.95
_SOME_FRONT = 0.35
# A rewritten side is believed if the other one stands and is long enough to be nobody else's:
# families of cards share short answers ("Yes", "Europe", "1789").
_DISTINCTIVE = 5  # words
_NOBODY_ELSES = 12  # words: so long an answer is told again in any file
# Share of a front that may change when only a short answer stands.
_FRONT_WITH_SHORT_ANSWER = 0.80
# In another file, the same is asked of both sides together: chance hits grow with the files.
_ACROSS_FILES = 0.72
# Two answers to one question are related from here on.
_RELATED = 0.35
# Two candidates closer than this are equally good: nobody is guessed.
_MARGIN = 0.02
# Letters of a word in which one wrong letter is a typo; in a shorter one only a transposition.
_LEAST_TYPO = 6

_CHOICES = " | "  # stands between the choices of a back
_GROUP = 60  # equal faces compared one by one; a bigger family is told by its exact texts alone

How = Literal["same", "moved", "answer", "edited"]


class _Accept(Protocol):
    """Whether an equal key is enough; ``alone`` says that no other face shares it."""

    def __call__(self, new: Face, old: Face, /, *, alone: bool) -> bool: ...


@dataclass(frozen=True, slots=True)
class Pair:
    """Index of a new face, index of the old face that it is, and how that was told."""

    new: int
    old: int
    how: How


@dataclass
class Matching:
    """Pairs found so far. ``ambiguous`` maps a new face to the front of a rival candidate."""

    found: list[Pair] = field(default_factory=list)
    ambiguous: dict[int, str] = field(default_factory=dict)


def match(new: Sequence[Face], old: Sequence[Face]) -> Matching:
    """Pair new with old faces, one to one, by the steps in their order."""
    matching = Matching()
    open_new, open_old = list(range(len(new))), list(range(len(old)))

    def take(how: How, key: Callable[[Face], Hashable], accept: _Accept = _always) -> None:
        nonlocal open_new, open_old
        pairs = _equal(new, old, open_new, open_old, key, accept)
        matching.found += [Pair(n, o, how) for n, o in pairs]
        taken_new, taken_old = {n for n, _ in pairs}, {o for _, o in pairs}
        open_new = [n for n in open_new if n not in taken_new]
        open_old = [o for o in open_old if o not in taken_old]

    take("same", lambda f: (f.kind, f.path, f.heading, f.front, f.back))
    take("same", lambda f: (f.kind, f.path, f.front, f.back))
    take("moved", lambda f: (f.kind, f.front, f.back))
    take("edited", lambda f: (f.kind, f.path, f.asked, f.said))
    take("edited", lambda f: (f.kind, f.asked, f.said))
    take("answer", lambda f: (f.kind, f.path, f.heading, f.asked), _same_question)
    take("answer", lambda f: (f.kind, f.path, f.asked), _same_question)
    take("answer", lambda f: (f.kind, f.asked), _same_question_elsewhere)
    _similar(new, old, open_new, open_old, matching)
    return matching


def match_exactly(new: Sequence[Face], old: Sequence[Face]) -> list[tuple[int, int]]:
    """Pairs with equal words on both sides, or with the same question in the same file."""
    open_new, open_old = list(range(len(new))), list(range(len(old)))
    pairs = _equal(new, old, open_new, open_old, lambda f: (f.kind, f.asked, f.said), _always)
    taken_new, taken_old = {n for n, _ in pairs}, {o for _, o in pairs}
    open_new = [n for n in open_new if n not in taken_new]
    open_old = [o for o in open_old if o not in taken_old]
    return pairs + _equal(
        new, old, open_new, open_old, lambda f: (f.kind, f.path, f.asked), _same_question
    )


def _always(_new: Face, _old: Face, *, alone: bool) -> bool:
    return True


def _same_question(new: Face, old: Face, *, alone: bool) -> bool:
    """One question in one file may change its answer altogether, if nobody else asks the same.

    Where several do ("Which statement is true?"), and where all the choices are others, the
    answer side must be related.
    """
    related = _similarity(new.said, old.said)
    if not alone or (_CHOICES in new.back and _CHOICES in old.back):
        return related >= _RELATED
    return len(tokens(new.asked)) >= 3 or related >= _RELATED or new.heading == old.heading


def _same_question_elsewhere(new: Face, old: Face, *, alone: bool) -> bool:
    """In another file an equal question needs an answer that is at least related."""
    return len(tokens(new.asked)) >= 3 and _similarity(new.said, old.said) >= _RELATED


def _equal(
    new: Sequence[Face],
    old: Sequence[Face],
    open_new: list[int],
    open_old: list[int],
    key: Callable[[Face], Hashable],
    accept: _Accept,
) -> list[tuple[int, int]]:
    """Pairs with equal keys. Where several share a key, the best backs go together, then order."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for o in open_old:
        groups[key(old[o])].append(o)
    wanting: dict[Hashable, list[int]] = defaultdict(list)
    for n in open_new:
        if (k := key(new[n])) in groups:
            wanting[k].append(n)
    pairs: list[tuple[int, int]] = []
    for k, ns in wanting.items():
        os = groups[k]
        if len(ns) == len(os) == 1:
            pairs += [(ns[0], os[0])] if accept(new[ns[0]], old[os[0]], alone=True) else []
            continue
        scored = sorted(
            (-_similarity(new[n].said, old[o].said), new[n].path != old[o].path, i_n, i_o)
            for i_n, n in enumerate(ns[:_GROUP])
            for i_o, o in enumerate(os[:_GROUP])
            if accept(new[n], old[o], alone=False)
        )
        used_new: set[int] = set()
        used_old: set[int] = set()
        for _, _, i_n, i_o in scored:
            if i_n not in used_new and i_o not in used_old:
                used_new.add(i_n)
                used_old.add(i_o)
                pairs.append((ns[i_n], os[i_o]))
    return pairs


def _similar(
    new: Sequence[Face],
    old: Sequence[Face],
    open_new: list[int],
    open_old: list[int],
    matching: Matching,
) -> None:
    """Edited questions: all plausible pairs, best first, one to one, ties left alone."""
    shared = _shared(new) | _shared(old)
    scored: list[tuple[float, int, int]] = []
    for n, o in candidates(new, old, open_new, open_old):
        score = _plausible(new[n], old[o], shared)
        if score:
            scored.append((score, n, o))
    scored.sort(key=lambda s: (-s[0], s[1], s[2]))
    best_of_new: dict[int, list[tuple[float, int]]] = defaultdict(list)
    best_of_old: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for score, n, o in scored:
        best_of_new[n].append((score, o))
        best_of_old[o].append((score, n))
    used_new: set[int] = set()
    used_old: set[int] = set()
    for score, n, o in scored:
        if n in used_new or o in used_old:
            continue
        rivals_o = [
            r for s, r in best_of_new[n] if r != o and r not in used_old and score - s < _MARGIN
        ]
        rivals_n = [
            r for s, r in best_of_old[o] if r != n and r not in used_new and score - s < _MARGIN
        ]
        if rivals_o or rivals_n:
            in_place = new[n].path == old[o].path and new[n].heading == old[o].heading
            others = [
                old[r].path == new[n].path and old[r].heading == new[n].heading for r in rivals_o
            ]
            others += [
                new[r].path == old[o].path and new[r].heading == old[o].heading for r in rivals_n
            ]
            if not in_place or any(others):
                rival = old[rivals_o[0]].front if rivals_o else new[rivals_n[0]].front
                matching.ambiguous[n] = rival
                for r in rivals_n:
                    matching.ambiguous[r] = new[n].front
                used_new.update([n, *rivals_n])
                used_old.update([o, *rivals_o])
                continue
        used_new.add(n)
        used_old.add(o)
        matching.found.append(Pair(n, o, "edited"))


def _shared(faces: Sequence[Face]) -> frozenset[str]:
    """The answers that more than one note gives."""
    counted = Counter(face.said for face in faces)
    return frozenset(said for said, times in counted.items() if times > 1)


def _plausible(new: Face, old: Face, shared: frozenset[str]) -> float:
    """How surely two faces are one note, 0 where they are not."""
    if new.kind != old.kind:
        return 0.0
    front, back = _similarity(new.asked, old.asked), _similarity(new.said, old.said)
    score = (front + back) / 2
    # An answer that several notes share ("Yes", "Europe", "to be written") tells nobody's own.
    common = new.said in shared or old.said in shared
    length = 0 if common else min(len(tokens(new.said)), len(tokens(old.said)))
    stands = _stands(front, back, length, common, new, old)
    if new.path == old.path:
        return score if stands else 0.0
    untouched = back >= _UNTOUCHED and length >= _NOBODY_ELSES
    both = min(front, back) >= _ACROSS_FILES and stands
    return score if both or untouched else 0.0


def _stands(front: float, back: float, length: int, common: bool, new: Face, old: Face) -> bool:
    """Whether enough of a note is left; ``length`` is that of an answer of its own, in words."""
    if back >= _SIDE_STANDS and length >= _DISTINCTIVE:
        # The answer stands: the question may have been rewritten.
        return back >= _UNTOUCHED or front >= _SOME_FRONT
    change = _change(new.asked, old.asked)
    if change == "little":
        # The question stands: its answer may be another one.
        return front >= _SIDE_STANDS or back >= _RELATED
    if back >= _SIDE_STANDS:
        near = change == "typo" and front >= _FRONT_WITH_SHORT_ANSWER
        return near or (not common and _shortened(new.asked, old.asked))
    if change == "typo":
        return front >= _SIDE_STANDS and back >= _RELATED
    return min(front, back) >= _BOTH_KEEP and length >= _DISTINCTIVE and back >= _BOTH_KEEP_OTHER


def _similarity(one: str, other: str) -> float:
    """0 to 1: the better of reading order and word sets, so that a moved phrase costs little."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)) / 100


def _change(one: str, other: str) -> Literal["little", "typo", "word"]:
    """What became of a question: little words only, a typo or an inflection, or another word."""
    a, b = tokens(one), tokens(other)
    only_a = [t for t in a if t not in b and t not in _LITTLE]
    only_b = [t for t in b if t not in a and t not in _LITTLE]
    if not only_a and not only_b:
        return "little"
    if not only_a or not only_b:
        return "typo"  # words were added, or taken away
    joined = "".join(only_b)
    for word in only_a:
        near = any(_is_typo(word, rival) for rival in only_b)
        split = word in joined or any(len(rival) > 2 and rival in word for rival in only_b)
        if not near and not split:
            return "word"
    return "typo"


def _is_typo(word: str, rival: str) -> bool:
    """One slip of the pen; figures and short words ("Iran", "Iraq") have none."""
    if word.isdigit() or rival.isdigit() or min(len(word), len(rival)) < _LEAST_TYPO:
        return sorted(word) == sorted(rival) and word.isalpha() and word != rival
    return OSA.distance(word, rival, score_cutoff=1) <= 1


_LITTLE = frozenset(
    """
    a an the of in on at to for from by with and or is are was were do does did be what
    which who whom how when where why this that these those it its as can could would should
    may might must shall will your you we our i der die das ein eine und ist sind was wie
    wer wo le la les un une des et est sont que qui el los las de del y es son
    """.split()
)


def _shortened(new: str, old: str) -> bool:
    """``What is HTTP?`` -> ``HTTP``: all words of the one stand in the other."""
    a, b = set(tokens(new)) - _LITTLE, set(tokens(old)) - _LITTLE
    return bool(a) and bool(b) and (a <= b or b <= a)
