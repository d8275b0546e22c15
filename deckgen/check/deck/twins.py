"""Questions that are nearly the same: two ways to ask one thing, or two things of nearly one name.

Each later question is held against all earlier ones, in a time that grows with their number and
not with its square: what makes two questions twins is written as keys that twins have in common.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.check.deck.collection import Collection, Page
from deckgen.check.rule import Fault, Placed
from deckgen.check.words import asked, plain, quoted, signs, telling
from deckgen.model.note import ClozeNote, Note, QuestionNote, front

_FEWEST = 3  # words of a question that may be asked in another way
_LETTERS = 6  # of a word that is confused with another
_MOST_WORDS = 20  # of a question: longer ones are not told apart by a letter

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    """A note that asks; ``text`` is its front in words, ``options`` what is to choose from."""

    text: str
    options: tuple[str, ...]
    page: Page
    note: Note


def asked_twice(collection: Collection) -> Iterator[Placed]:
    """Two questions that differ only in fillers, plurals and signs."""
    questions = [q for q in _questions(collection) if len(asked(q.text)) >= _FEWEST]
    for one, other in same([asked(q.text) for q in questions]):
        first, later = questions[one], questions[other]
        if first.text.casefold() == later.text.casefold() or not telling(later.text):
            continue  # the same words are told as a duplicate
        if signs(first.text) != signs(later.text):
            continue  # "kill 0" is not "kill -0"
        if (first.options or later.options) and not set(first.options) & set(later.options):
            continue  # "Which of these are rocks?" is another question with other options
        yield _told(
            later,
            f"asks the same as {quoted(first.text)} in {_place(first)}",
            "keep one of the two",
        )


def easily_confused(collection: Collection) -> Iterator[Placed]:
    """Two questions that differ in one letter of one word: *afferent*, *efferent*."""
    questions = [q for q in _questions(collection) if not q.options]
    for one, other in confused([asked(q.text) for q in questions]):
        first, later = questions[one], questions[other]
        message = f"differs in one letter from {quoted(first.text)} in {_place(first)}"
        yield _told(later, message, "say in both what sets them apart; or correct the misspelt one")


def same(questions: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Each question with the first one that has the same words."""
    first: dict[Words, int] = {}
    for i, question in enumerate(questions):
        before = first.setdefault(question, i)
        if before != i:
            yield before, i


def confused(questions: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Each question with the first one that differs from it by one letter of one long word."""
    rests = Counter(rest for question in questions for _, rest in _without_one(question))
    first: dict[tuple[Words, str], list[tuple[int, str]]] = {}  # of two different words each
    for i, question in enumerate(questions):
        shared = [(word, rest) for word, rest in _without_one(question) if rests[rest] > 1]
        found = [
            j
            for word, rest in shared
            for sought, _ in _keys(word)
            for j, other in first.get((rest, sought), ())
            if other != word
        ]
        if found:
            yield min(found), i
        for word, rest in shared:
            for _, laid in _keys(word):
                known = first.setdefault((rest, laid), [])
                if len(known) < 2 and all(other != word for _, other in known):
                    known.append((i, word))


def _without_one(question: Words) -> Iterator[tuple[str, Words]]:
    """Each long word, and the question with a gap in its place."""
    if len(question) > _MOST_WORDS:
        return
    for i, word in enumerate(question):
        if len(word) >= _LETTERS and word.isalpha():
            yield word, (*question[:i], "", *question[i + 1 :])


def _keys(word: str) -> Iterator[tuple[str, str]]:
    """Keys to seek, each with the key to lay down: words that a letter sets apart meet in one.

    ``.`` stands for a letter that was changed, ``-`` marks a word with a letter left out, ``=`` one
    with all its letters.
    """
    for i in range(len(word)):
        changed = f"{word[:i]}.{word[i + 1 :]}"
        yield changed, changed
        less = word[:i] + word[i + 1 :]
        yield f"={less}", f"-{less}"
    yield f"-{word}", f"={word}"


def _questions(collection: Collection) -> list[_Question]:
    return [
        _Question(
            plain(front(note)),
            tuple(c.text for c in note.choices) if isinstance(note, QuestionNote) else (),
            page,
            note,
        )
        for page in collection.pages
        for note in page.notes
        if not isinstance(note, ClozeNote)
    ]


def _told(question: _Question, message: str, hint: str) -> Placed:
    return Placed(Fault(message, hint), question.page.path, question.note.origin.line)


def _place(question: _Question) -> str:
    return question.page.place(question.note.origin.line)
