"""Rules for cloze deletions: what they hide, and what they leave to see."""

import re
from collections import Counter

from deckgen.check.rule import Fault
from deckgen.check.views import Cloze
from deckgen.check.words import has_formula, plain, quoted, shows_more, words
from deckgen.model.deletions import Deletion, read

_WHOLE = 0.8  # of the words: so much hidden at once is the whole sentence
_MANY_WORDS = 10  # hidden at once
_CARDS = 7  # numbers of one note: more are a text learned by heart
_GAPS = 5  # deletions of one card
_STOP_WORDS = frozenset("the a an of is are was were and to in that it".split())


def cloze_without_context(cloze: Cloze) -> Fault | None:
    """A deletion with nothing around it."""
    deletions, _ = read(cloze.written)
    outside = words(plain(_outside(cloze.written, deletions)))
    if not deletions or outside or _shows(cloze) or any(_hint(cloze, d) for d in deletions):
        return None
    if len({d.number for d in deletions}) > 1:
        return None
    message = "nothing stands around the gap, so nothing asks for it"
    return Fault(message, "write the sentence around it", _hidden(cloze, deletions[0]))


def whole_sentence_hidden(cloze: Cloze) -> Fault | None:
    """A deletion that hides nearly all there is."""
    deletions, _ = read(cloze.written)
    hidden = {d: len(words(plain(_hidden(cloze, d)))) for d in deletions}
    total = sum(hidden.values()) + len(words(plain(_outside(cloze.written, deletions))))
    for deletion, count in hidden.items():
        if count >= _MANY_WORDS and _WHOLE * total <= count < total:
            message = f"the gap hides {count} of {total} words"
            hint = "hide the few words that matter; or ask a question"
            return Fault(message, hint, _hidden(cloze, deletion))
    return None


def many_deletions(cloze: Cloze) -> Fault | None:
    """More cards, or more gaps on one card, than a sentence bears."""
    deletions, _ = read(cloze.written)
    gaps = Counter(d.number for d in deletions)
    if len(gaps) > _CARDS:
        message = f"{len(gaps)} cards of one text"
        return Fault(message, "write several shorter texts", "{{c")
    number, most = max(gaps.items(), key=lambda pair: pair[1], default=(0, 0))
    if most <= _GAPS:
        return None
    message = f"{most} gaps on one card: one forgotten gap fails all of them"
    return Fault(message, "give each gap a number of its own", f"{{{{c{number}")


def stop_word_hidden(cloze: Cloze) -> Fault | None:
    """A deletion that hides only a word such as *the* or *of*."""
    for deletion in read(cloze.written)[0]:
        hidden = plain(_hidden(cloze, deletion))
        if hidden in _STOP_WORDS and not _hint(cloze, deletion):
            message = f"the gap hides only {quoted(hidden)}"
            return Fault(
                message,
                "hide a word that says something",
                cloze.written[deletion.start : deletion.end],
            )
    return None


def cloze_gives_itself_away(cloze: Cloze) -> Fault | None:
    """A hidden name that stands in the open elsewhere in the same text."""
    deletions, _ = read(cloze.written)
    for deletion in deletions:
        hidden = plain(_hidden(cloze, deletion))
        found = words(hidden)
        if len("".join(found)) < 5 or has_formula(cloze.written) or not hidden[:1].isalpha():
            continue
        others = [d for d in deletions if d.number == deletion.number]
        open_ = " ".join(words(plain(_outside(cloze.written, others))))
        if f" {' '.join(found)} " in f" {open_} ":
            message = f"{quoted(hidden)} stands in the open beside its gap"
            return Fault(
                message, "hide it there too, with the same number", _hidden(cloze, deletion)
            )
    return None


def _hidden(cloze: Cloze, deletion: Deletion) -> str:
    return cloze.written[deletion.inside : deletion.hint]


def _hint(cloze: Cloze, deletion: Deletion) -> bool:
    return deletion.end - deletion.hint > 2


def _shows(cloze: Cloze) -> bool:
    return shows_more(cloze.written) or has_formula(cloze.written)


def _outside(text: str, deletions: tuple[Deletion, ...] | list[Deletion]) -> str:
    """What is left to see where these deletions are hidden; the others as they read."""
    kept: list[str] = []
    at = 0
    for deletion in deletions:
        if deletion.start >= at:
            kept.append(text[at : deletion.start])
            at = deletion.end
    return re.sub(r"\{\{c\d{1,3}::|\}\}", " ", " ".join([*kept, text[at:]]))
