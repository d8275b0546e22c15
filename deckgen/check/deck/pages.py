"""Rules for one source as a whole: where its keys stand, and what it gave."""

from collections import Counter
from collections.abc import Iterator

from deckgen.check.deck.collection import Collection
from deckgen.check.rule import Fault, Placed
from deckgen.model.diagnostic import Severity
from deckgen.model.note import QuestionNote

_ITEMS = 20  # with as many options: fewer say nothing of the place of their keys
_SKEWED = 0.6  # of the keys in one place
_LOST = 5  # questions that became no card
_LOST_SHARE = 0.3
_WITHOUT_CARD = frozenset(
    """
    question-without-answer options-without-key key-not-an-option key-without-options empty-option
    empty-question matching-question ordering-question bank-syntax empty-side
    """.split()
)


def key_position(collection: Collection) -> Iterator[Placed]:
    """Right options that mostly stand in one place, where choices are not shuffled."""
    for page in collection.pages:
        by_size: dict[int, Counter[int]] = {}
        for note in page.notes:
            if isinstance(note, QuestionNote) and len(note.choices) > 2 and _stays(note):
                places = [i for i, choice in enumerate(note.choices) if choice.right]
                by_size.setdefault(len(note.choices), Counter()).update(places[:1])
        for counts in by_size.values():
            place, most = counts.most_common(1)[0]
            total = counts.total()
            if total >= _ITEMS and most > _SKEWED * total:
                message = f"{most} of {total} keys stand at {chr(ord('A') + place)}"
                hint = "move some of them; or name options in words, and they are shuffled"
                yield Placed(Fault(message, hint), page.path, 0)


def many_left_out(collection: Collection) -> Iterator[Placed]:
    """A file of whose questions many became no card."""
    for page in collection.pages:
        lost = [
            p for p in page.problems if p.severity is Severity.ERROR and p.code in _WITHOUT_CARD
        ]
        total = len(lost) + sum(not note.origin.extracted for note in page.notes)
        if len(lost) >= _LOST and len(lost) >= _LOST_SHARE * total:
            message = f"{len(lost)} of {total} cards were left out"
            hint = "deckgen check --explain shows what each line was taken for"
            yield Placed(Fault(message, hint), page.path, 0)


def _stays(note: QuestionNote) -> bool:
    return all(choice.fixed for choice in note.choices)
