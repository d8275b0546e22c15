"""What the whole page tells of a question without a number: the story above it, its second copy."""

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.model.document import Block, Chrome, Paragraph, Question

_MOST = 3  # paragraphs of a story
_INTRODUCED = re.compile(r"\ban? ((?:[\w'’-]+ ?){1,3})", re.IGNORECASE)
_KNOWN = re.compile(r"\bthe ([a-z]{4,30})\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their)\b", re.IGNORECASE)
_TALK = frozenset({"question", "quiz", "test", "exam", "answer", "option", "page", "article"})


def with_stories(blocks: Sequence[Block]) -> list[Block]:
    """Give a question the paragraphs right above it that bring in those of whom it asks.

    As in: A dealer wrote to … If the dealer sues, will he …?
    """
    out: list[Block] = []
    for block in blocks:
        story: list[str] = []
        if isinstance(block, Question) and block.number is None and block.options:
            asked = block.stem
            within: list[Block] = []  # of the site, and inside the question
            while out and isinstance(out[-1], Chrome) and out[-1].line > block.line:
                within.insert(0, out.pop())
            while len(story) < _MOST and out and isinstance(above := out[-1], Paragraph):
                if not _brings_in(above.text, asked):
                    break
                story.insert(0, above.text)
                asked = f"{above.text} {asked}"
                out.pop()
            block = replace(block, stem="\n".join((*story, block.stem))) if story else block
            out += within
        out.append(block)
    return out


def _brings_in(story: str, asked: str) -> bool:
    """Whether a text speaks of "the dealer" and of "he" who is "a dealer" in the one above it."""
    new = {word for found in _INTRODUCED.findall(story) for word in found.lower().split()}
    known = ({word.lower() for word in _KNOWN.findall(asked)} & new) - _TALK
    return len(known) > 1 or bool(known and _PERSON.search(asked))


def without_copies(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without questions that the page shows again with their answer."""
    answered = {words(b.stem) for b in blocks if isinstance(b, Question) and _answered(b)}
    return [
        Chrome(b.stem, "shown twice", b.line)
        if isinstance(b, Question) and not _answered(b) and words(b.stem) in answered
        else b
        for b in blocks
    ]


def _answered(question: Question) -> bool:
    return bool(question.key) or any(option.marked for option in question.options)


def words(text: str) -> str:
    """The words of a text, by which two wordings of it are one."""
    return " ".join(re.findall(r"\w+", text.casefold()))
