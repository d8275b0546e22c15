"""In which language each block of a document stands, told by small words."""

import re
from collections.abc import Iterable

from deckgen.extract.concepts.language import UNREAD, Language
from deckgen.extract.languages import LANGUAGES
from deckgen.extract.languages.english import ENGLISH
from deckgen.model.document import Block, Document, Heading, Listing, Pair, Paragraph, Question

_ENOUGH = 12  # words that can tell a language
_SPEAKS = 0.12  # of the words are signs of their language; in prose a third is usual
_FOREIGN = 0.06  # of the words at most are signs, by chance, where the language is none of ours
_LONG_FOREIGN = 25  # words without a sign that are no list of names
_WORD = re.compile(r"[^\W\d_]+")


def of_blocks(document: Document) -> tuple[Language, ...]:
    """The language of each block: of its section if that says enough, else of the page."""
    sections: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, Heading):
            sections.append([])
        sections[-1].append(block)
    texts = [" ".join(_texts(section)) for section in sections]
    page = told(" ".join(texts)) or ENGLISH
    return tuple(
        language
        for section, text in zip(sections, texts, strict=True)
        for language in [told(text) or page] * len(section)
    )


def told(text: str) -> Language | None:
    """The language of a text; None where it is too short to tell."""
    words = _WORD.findall(text.lower())
    if len(words) < _ENOUGH:
        return None
    share, found = max(
        ((sum(w in known.signs for w in words) / len(words), known) for known in LANGUAGES),
        key=lambda told: told[0],
    )
    if share >= _SPEAKS:
        return found
    return UNREAD if share < _FOREIGN and len(words) >= _LONG_FOREIGN else None


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
