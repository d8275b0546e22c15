"""What the extraction asks of a language; ``deckgen/extract/languages/`` has one room for each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from deckgen.extract.concepts.choice import Topic
from deckgen.extract.concepts.forms.form import Form, Rule
from deckgen.extract.concepts.statements import Statement
from deckgen.extract.language import sentences
from deckgen.model.document import Listing
from deckgen.model.note import ConceptNote, Origin

Asked = Iterator[tuple[Form, float]]


def _nothing(statement: Statement, topic: Topic) -> Asked:
    return iter(())


def _left_alone(paragraph: str, heading: str) -> Iterator[Statement]:
    for sentence in sentences.split(paragraph):
        yield Statement(sentence, sentence)


@dataclass(frozen=True, slots=True)
class Language:
    """One language of prose; what it leaves out makes no cards.

    ``signs`` are small words by which a text in it is told: frequent, and rare in other languages.
    ``rules`` are all tables of forms, in order. ``statements`` reads a paragraph below its heading:
    what in it can be understood alone, and what is talk. ``forms`` are those in which a statement
    is asked, each with what is gained by it beside its own weight. ``listed`` makes the cards of a
    list out of it and the text above; ``of_sentences`` says whether its items are statements.
    ``capitals`` says that nouns have capital letters, so that a question keeps them. ``words`` is
    how many words say what a hundred of English say.
    """

    name: str
    signs: frozenset[str] = frozenset()
    rules: tuple[Rule, ...] = ()
    statements: Callable[[str, str], Iterator[Statement]] = _left_alone
    forms: Callable[[Statement, Topic], Asked] = _nothing
    listed: Callable[[Listing, str, Origin], tuple[ConceptNote, ...]] = lambda *_: ()
    of_sentences: Callable[[Listing], bool] = lambda _: False
    capitals: bool = False
    words: int = 100


UNREAD = Language("a language without rules")
