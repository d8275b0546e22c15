"""Notes as a rule looks at them: their sides without markup, told once for all rules."""

from dataclasses import dataclass

from deckgen.check.words import plain, shows_more
from deckgen.model.note import ClozeNote, ConceptNote, Note, QuestionNote, front

_VERDICTS = frozenset(
    """
    true false t f yes no right wrong correct incorrect richtig falsch wahr ja nein vrai faux oui
    non verdadero falso sí verdadeiro sim não vero waar onwaar
    """.split()
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a card asks: the ``text`` in words, and whether a picture or code ``shows`` more.

    ``codes`` says that there is code within its words; ``options`` are those to choose from.
    """

    text: str
    shows: bool
    codes: bool
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A question with options. ``right`` are the places of the right ones, from 0."""

    stem: str
    options: tuple[str, ...]
    right: tuple[int, ...]
    note: QuestionNote

    @property
    def key(self) -> str:
        """The one right option; empty where several are right."""
        return self.options[self.right[0]] if len(self.right) == 1 else ""

    @property
    def distractors(self) -> tuple[str, ...]:
        """The wrong options."""
        return tuple(o for i, o in enumerate(self.options) if i not in self.right)

    @property
    def verdict(self) -> bool:
        """Whether the options are only true and false, or yes and no."""
        return all(o.strip(" .!").casefold() in _VERDICTS for o in self.options)


@dataclass(frozen=True, slots=True)
class Card:
    """A question and its answer, without options; ``term`` says that the front only names."""

    front: str
    back: str
    written: str
    term: bool
    shows: bool


@dataclass(frozen=True, slots=True)
class Cloze:
    """A text with deletions, as it is written."""

    written: str


View = Asked | Item | Card | Cloze


def of_note(note: Note) -> tuple[View, ...]:
    """How the rules see a note: what it asks, and as what it is answered."""
    if isinstance(note, ClozeNote):
        return (_asked(note), Cloze(note.text))
    if isinstance(note, ConceptNote):
        return (_asked(note), _card(note.front, note.back))
    if len(note.choices) > 1:
        options = tuple(plain(choice.text) for choice in note.choices)
        right = tuple(i for i, choice in enumerate(note.choices) if choice.right)
        return (
            _asked(note, tuple(c.text for c in note.choices)),
            Item(plain(note.stem), options, right, note),
        )
    return (_asked(note), _card(note.stem, note.answer))


def _asked(note: Note, options: tuple[str, ...] = ()) -> Asked:
    written = front(note)
    shows = any(map(shows_more, (written, *options)))
    return Asked(plain(written), shows, "`" in written, options)


def _card(written: str, back: str) -> Card:
    text = plain(written)
    term = "?" not in text and len(text.split()) < 5
    return Card(text, plain(back), back, term, shows_more(written) or shows_more(back))
