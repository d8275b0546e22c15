"""In which language each block of a document stands, told by small words."""

from collections.abc import Iterable
from dataclasses import dataclass

from deckgen.extract.concepts.language import UNREAD, Language
from deckgen.extract.languages import LANGUAGES
from deckgen.extract.languages.english import ENGLISH
from deckgen.model.document import Block, Document, Heading, Listing, Pair, Paragraph, Question

_ENOUGH = 12  # words that can tell a language
_MOST = 200  # words of a section that are looked at
_SPEAKS = 0.12  # of the words are signs of their language; in prose a third is usual
_FOREIGN = 0.06  # of the words at most are signs, by chance, where the language is none of ours
_LONG_FOREIGN = 25  # words of a page without a sign: no list of names
_LONG_SECTION = 60  # words of a section: less may be names and code in a page that is read


@dataclass(frozen=True, slots=True)
class Signs:
    """How many words a text has, and how many of them are signs of each of the languages."""

    words: int
    found: tuple[int, ...]


def of_blocks(document: Document) -> tuple[Language, ...]:
    """The language of each block: of its section if that says enough, else of the page."""
    sections: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, Heading):
            sections.append([])
        sections[-1].append(block)
    signs = [counted(" ".join(_texts(section))) for section in sections]
    page = told(_sum(signs), _LONG_FOREIGN) or ENGLISH
    return tuple(
        language
        for section, found in zip(sections, signs, strict=True)
        for language in [told(found, _LONG_SECTION) or page] * len(section)
    )


def counted(text: str) -> Signs:
    """The signs of a text, or of its first words."""
    words = text.lower().split(maxsplit=_MOST)[:_MOST]
    return Signs(
        len(words), tuple(sum(map(known.signs.__contains__, words)) for known in LANGUAGES)
    )


def told(signs: Signs, foreign: int) -> Language | None:
    """The language of a text; None where it is too short to tell.

    With ``foreign`` words or more and hardly a sign, it is one that we have no rules for.
    """
    if signs.words < _ENOUGH:
        return None
    most = max(signs.found)
    if most >= _SPEAKS * signs.words:
        return LANGUAGES[signs.found.index(most)]
    return UNREAD if most < _FOREIGN * signs.words and signs.words >= foreign else None


def _sum(signs: list[Signs]) -> Signs:
    found = zip(*(s.found for s in signs), strict=True)
    return Signs(sum(s.words for s in signs), tuple(map(sum, found)))


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    """The running text of blocks."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Listing):
            yield from block.items
        elif isinstance(block, Pair):
            yield block.back
        elif isinstance(block, Question):
            yield block.stem
            yield from block.explanation
