"""The steps that tell a note again, each arguable on its own, thresholds first.

Losing a history costs one card's reviews; grafting one gives a learner wrong intervals on a card
never seen. So an edit must leave enough of the note standing, and a difference in a word of
meaning ("France" for "Spain") counts against it unless the other side of the card stands.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from deckgen.identify.candidates import candidates
from deckgen.identify.faces import Face, tokens
from deckgen.identify.resemblance import change, kept, related, similarity

# A side that is this similar still says the same (typos, rewording); 1.0 is equal words.
_SIDE_STANDS = 0.80
# An answer that was hardly touched carries its note whatever became of the question; one that was
# edited as well needs some of the question.
_UNTOUCHED = 0.95
_SOME_FRONT = 0.35
# Where a word of the question is another one, so many words of the answer must be the same: "the
# frontal lobe plans" and "the occipital lobe sees" are two notes.
_KEPT = 0.80
_KEPT_OF_LONG = 0.60  # of an answer so long that it is nobody else's
_SOME_DELETIONS = 0.5  # of a cloze, where a word came into its sentence or left it
# A rewritten side is believed if the other one stands and is long enough to be nobody else's:
# families of cards share short answers ("Yes", "Europe", "1789").
_DISTINCTIVE = 5  # words
_NOBODY_ELSES = 12  # words: so long an answer is told again in any file
# Share of a front that may change when only a short answer stands.
_FRONT_WITH_SHORT_ANSWER = 0.80
# In another file, the same is asked of both sides together: chance hits grow with the files.
_ACROSS_FILES = 0.72
# Two answers to one question are related from here on: the share of words of meaning.
_RELATED = 0.34
# Two candidates closer than this are equally good: the one in place is taken, else nobody.
_MARGIN = 0.02

_CHOICES = " | "  # stands between the choices of a back
_LEAST_QUESTION = 3  # words: fewer are a label ("Definition"), which many notes share
_GROUP = 60  # equal faces compared one by one; a bigger family is told by its exact texts alone

How = Literal["same", "moved", "answer", "edited", "revived"]


class _Accept(Protocol):
    """Whether an equal key is enough; ``alone`` says that no other note has it."""

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


def match(new: Sequence[Face], living: Sequence[Face], retired: Sequence[Face]) -> Matching:
    """Pair new with old faces, one to one, by the steps in their order.

    Old faces are numbered through: the living ones first, then the retired ones. A note that comes
    back word for word is told before anything is guessed.
    """
    steps = _Steps(new, living, retired)
    steps.equal("same", lambda f: (f.kind, f.path, f.heading, f.front, f.back))
    steps.equal("same", lambda f: (f.kind, f.path, f.front, f.back))
    steps.equal("moved", lambda f: (f.kind, f.front, f.back))
    steps.equal("edited", lambda f: (f.kind, f.path, f.asked, f.said))
    steps.equal("edited", lambda f: (f.kind, f.asked, f.said))
    steps.equal("revived", lambda f: (f.kind, f.asked, f.said))
    steps.equal("answer", lambda f: (f.kind, f.path, f.heading, f.asked), _same_question)
    steps.equal("answer", lambda f: (f.kind, f.path, f.asked), _same_question)
    steps.equal("answer", lambda f: (f.kind, f.asked), _same_question_elsewhere)
    steps.equal("edited", lambda f: (f.kind, f.path, f.frame), _same_frame)
    steps.similar()
    steps.equal("revived", lambda f: (f.kind, f.path, f.asked), _same_question)
    return steps.matching


class _Steps:
    """What is paired already, and what is still open."""

    def __init__(
        self, new: Sequence[Face], living: Sequence[Face], retired: Sequence[Face]
    ) -> None:
        self.new, self.old = new, [*living, *retired]
        self.matching = Matching()
        # Dictionaries for their order and their quick removal.
        self._open_new = dict.fromkeys(range(len(new)))
        self._living = dict.fromkeys(range(len(living)))
        self._retired = dict.fromkeys(range(len(living), len(self.old)))

    def equal(
        self, how: How, key: Callable[[Face], Hashable], accept: "_Accept | None" = None
    ) -> None:
        """Pair faces with equal keys; ``revived`` looks among the retired ones."""
        pool = self._retired if how == "revived" else self._living
        if not self._open_new or not pool:
            return
        for n, o in self._with_equal_keys(pool, key, accept or _always):
            self._take(n, o, how)

    def similar(self) -> None:
        """Edited questions: all plausible pairs, best first, one to one, ties left alone."""
        if not self._open_new or not self._living:
            return
        answers = _shared(f.said for f in self.new) | _shared(f.said for f in self.old)
        questions = _shared(f.asked for f in self.new) | _shared(f.asked for f in self.old)
        scored: list[tuple[float, int, int]] = []
        for n, o in candidates(self.new, self.old, list(self._open_new), list(self._living)):
            score = _plausible(self.new[n], self.old[o], answers, questions)
            if score:
                # Between two good candidates the one in place is taken.
                near = _MARGIN if self._in_place(n, o) else 0.0
                scored.append((score + near, n, o))
        scored.sort(key=lambda s: (-s[0], s[1], s[2]))
        by_new: dict[int, list[tuple[float, int]]] = defaultdict(list)
        by_old: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for score, n, o in scored:
            by_new[n].append((score, o))
            by_old[o].append((score, n))
        for score, n, o in scored:
            if n not in self._open_new or o not in self._living:
                continue
            others_o = [r for s, r in by_new[n] if r != o and score - s < _MARGIN]
            others_n = [r for s, r in by_old[o] if r != n and score - s < _MARGIN]
            rivals_o = [r for r in others_o if r in self._living and self._rivals(n, o, n, r)]
            rivals_n = [r for r in others_n if r in self._open_new and self._rivals(n, o, r, o)]
            if rivals_n or rivals_o:
                self._leave(n, o, rivals_n, rivals_o)
            else:
                self._take(n, o, "edited")

    def _in_place(self, n: int, o: int) -> bool:
        new, old = self.new[n], self.old[o]
        return new.path == old.path and new.heading == old.heading

    def _rivals(self, n: int, o: int, other_n: int, other_o: int) -> bool:
        """Whether a second pair can stand against a first one: not from elsewhere."""
        return self._in_place(other_n, other_o) or not self._in_place(n, o)

    def _leave(self, n: int, o: int, rivals_n: list[int], rivals_o: list[int]) -> None:
        """Several are equally good: nobody is guessed, and they are all new, or gone."""
        rival = self.old[rivals_o[0]] if rivals_o else self.new[rivals_n[0]]
        self.matching.ambiguous[n] = rival.front
        for other in rivals_n:
            self.matching.ambiguous[other] = self.new[n].front
        for left in (n, *rivals_n):
            del self._open_new[left]
        for left in (o, *rivals_o):
            del self._living[left]

    def _take(self, n: int, o: int, how: How) -> None:
        self.matching.found.append(Pair(n, o, how))
        del self._open_new[n]
        del (self._living if o in self._living else self._retired)[o]

    def _with_equal_keys(
        self, pool: Iterable[int], key: Callable[[Face], Hashable], accept: _Accept
    ) -> list[tuple[int, int]]:
        """Pairs with equal keys. Where several share a key, the best backs go together."""
        groups: dict[Hashable, list[int]] = defaultdict(list)
        for o in pool:
            groups[key(self.old[o])].append(o)
        wanting: dict[Hashable, list[int]] = defaultdict(list)
        for n in self._open_new:
            if (k := key(self.new[n])) in groups:
                wanting[k].append(n)
        pairs: list[tuple[int, int]] = []
        # Who is alone matters to some steps only, and takes a look at every note.
        asks = bool(wanting) and accept is not _always
        counted = (
            Counter(key(f) for f in self.new if asks),
            Counter(key(f) for f in self.old if asks),
        )
        for k, ns in wanting.items():
            alone = counted[0][k] == counted[1][k] == 1
            pairs += self._best(ns, groups[k], accept, alone=alone)
        return pairs

    def _best(
        self, ns: list[int], os: list[int], accept: _Accept, *, alone: bool
    ) -> list[tuple[int, int]]:
        if len(ns) == len(os) == 1:
            fits = accept(self.new[ns[0]], self.old[os[0]], alone=alone)
            return [(ns[0], os[0])] if fits else []
        scored = sorted(
            (-similarity(a.said, b.said), a.path != b.path, i, j)
            for i, a in enumerate(self.new[n] for n in ns[:_GROUP])
            for j, b in enumerate(self.old[o] for o in os[:_GROUP])
            if accept(a, b, alone=alone)
        )
        used_new: set[int] = set()
        used_old: set[int] = set()
        pairs: list[tuple[int, int]] = []
        for _, _, i, j in scored:
            if i not in used_new and j not in used_old:
                used_new.add(i)
                used_old.add(j)
                pairs.append((ns[i], os[j]))
        return pairs


def _always(_new: Face, _old: Face, *, alone: bool) -> bool:
    return True


def _same_question(new: Face, old: Face, *, alone: bool) -> bool:
    """One question in one file may change its answer altogether, if nobody else asks the same.

    Where several do ("Which statement is true?"), and where all the choices are others, the
    answer side must be related.
    """
    near = related(new.said, old.said) >= _RELATED
    if _CHOICES in new.back and _CHOICES in old.back:
        return near and (alone or kept(new.said, old.said) >= _KEPT)
    if not alone:
        return _same_answer(new, old)
    return near or len(tokens(new.asked)) >= _LEAST_QUESTION or new.heading == old.heading


def _same_answer(new: Face, old: Face) -> bool:
    """An answer that was edited a little, or that one has whole and the other with more."""
    return similarity(new.said, old.said) >= _SIDE_STANDS or related(new.said, old.said) == 1.0


def _same_question_elsewhere(new: Face, old: Face, *, alone: bool) -> bool:
    """In another file an equal question needs an answer that is at least related."""
    long = len(tokens(new.asked)) >= _LEAST_QUESTION
    return long and alone and related(new.said, old.said) >= _RELATED


def _same_frame(new: Face, old: Face, *, alone: bool) -> bool:
    """A cloze whose hidden words were corrected: what stands around them is the question."""
    hidden, before = new.back.split(_CHOICES), old.back.split(_CHOICES)
    single = len(hidden) == len(before) == 1
    long = len(tokens(new.frame)) >= _LEAST_QUESTION
    return alone and long and (single or bool({*hidden} & {*before}))


def _shared(texts: Iterable[str]) -> frozenset[str]:
    """The texts that more than one note has."""
    return frozenset(text for text, times in Counter(texts).items() if times > 1)


def _plausible(new: Face, old: Face, answers: frozenset[str], questions: frozenset[str]) -> float:
    """How surely two faces are one note, 0 where they are not.

    ``answers`` and ``questions`` are those that several notes have.
    """
    if new.kind != old.kind:
        return 0.0
    front, back = similarity(new.asked, old.asked), similarity(new.said, old.said)
    score = (front + back) / 2
    # An answer that several notes share ("Yes", "Europe", "to be written") tells nobody's own.
    common = new.said in answers or old.said in answers
    if (new.asked in questions or old.asked in questions) and not _same_answer(new, old):
        return 0.0
    length = 0 if common else min(len(tokens(new.said)), len(tokens(old.said)))
    stands = _stands(front, back, length, common, new, old)
    if new.path == old.path:
        return score if stands else 0.0
    untouched = back >= _UNTOUCHED and length >= _NOBODY_ELSES
    both = min(front, back) >= _ACROSS_FILES and stands
    return score if both or untouched else 0.0


def _stands(front: float, back: float, length: int, common: bool, new: Face, old: Face) -> bool:
    """Whether enough of a note is left; ``length`` is that of an answer of its own, in words."""
    became = change(new.asked, old.asked)
    if back >= _SIDE_STANDS and length >= _DISTINCTIVE:
        # The answer stands: the question may have been rewritten.
        least = _KEPT_OF_LONG if length >= _NOBODY_ELSES else _KEPT
        same = became != "word" or kept(new.said, old.said) >= least
        return back >= _UNTOUCHED or (same and front >= _SOME_FRONT)
    if became == "little":
        # The question stands: its answer may be another one.
        return front >= _SIDE_STANDS or related(new.said, old.said) >= _RELATED
    if back >= _SIDE_STANDS:
        near = became == "typo" or (became == "more" and front >= _FRONT_WITH_SHORT_ANSWER)
        # "allowed" and "not allowed" are short; in a long question a word more is an edit.
        long = min(len(tokens(new.asked)), len(tokens(old.asked))) >= _NOBODY_ELSES
        return near or (became == "one" and (long or not common))
    if became == "one":
        # A cloze hides words of its own sentence: a word more may be a deletion more.
        sentence = new.kind == "cloze" and front >= _SIDE_STANDS
        return kept(new.said, old.said) >= (_SOME_DELETIONS if sentence else _KEPT)
    if became in ("typo", "more"):
        return front >= _SIDE_STANDS and related(new.said, old.said) >= _RELATED
    return False
