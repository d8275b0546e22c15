"""How the time of reading grows with the size of a text, for shapes that no person writes."""

import time
from collections.abc import Iterator
from itertools import product

from deckgen.compiler import compile_source
from deckgen.model.source import Markup, Source

# Each is repeated until it fills the place; the first part of a pair stands there once.
SHAPES = {
    "brackets": "[",
    "closing brackets": "]",
    "braces": "{",
    "deletions": "{{c1::",
    "deletions that close": "{{c1::a}}",
    "ends of deletions": "}}",
    "angles": "<",
    "tags": "<a ",
    "quotes": "> ",
    "bullets": "- ",
    "numbers": "1. ",
    "asterisks": "*",
    "underscores": "_",
    "backticks": "`",
    "tildes": "~",
    "dollars": "$",
    "backslashes": "\\",
    "formulas": "\\(",
    "spaces": " ",
    "spaced letters": "a ",
    "words": "tide ",
    "one word": "a",
    "sentences": "A tide is a wave of the sea. ",
    "stops": ".",
    "questions": "What? ",
    "question marks": "?",
    "check marks": "✓",
    "hyphens": "-",
    "commas": "a, ",
    "lists of words": "a, b and c, ",
    "reasons": "because ",
    "parentheses": "(",
    "options": "A) b ",
    "pipes": "|",
    "cells": "| a ",
    "links": "[a](",
    "images": "![a](b)",
    "footnotes": "[^1]",
    "entities": "&amp;",
    "figures": "1",
    "decimals": "3.5 ",
    "wide letters": "水",
    "combining marks": "e\u0301",
    "lines": "a line that goes on\n",
    "full lines": "The tide rises by the shore, and it falls again as the moon goes by it, and\n",
    "paragraphs": "It stands alone.\n\n",
    "blank lines": "\n",
    "numbered lines": "1. What is it?\n",
    "numbered lines that count": "\n7. A tide",
    "lettered lines": "A) a tide\n",
    "bulleted lines": "- a tide\n",
    "indented lines": "    - a tide\n",
    "quoted lines": "> a tide\n",
    "headings": "# Tide\n",
    "headings in plain text": "The Tide\n\n",
    "rules": "***\n\n",
    "fences": "```\n",
    "tables": "| a | b |\n",
    "pairs": "Q: What?\nA: That.\n",
    "questions alone": "Q: What?\n",
    "answers alone": "Answer: B\n",
    "explanations": "Explanation: it is\n",
    "labels": "Multiple Choice\n",
    "keys": "1. B 2. C 3. D\n",
    "key headings": "Answers\n\n",
    "cases": "Questions 1 to 3 refer to this.\n",
    "terms": "Term\ntide\nDefinition\nwave\n",
    "sources": "References\n\n",
    "captions": "Figure 3 A tide\n",
    "table captions": "Table 3 A tide\n",
    "page numbers": "and it goes on\n\n7\n\n",
    "running heads": "and so on it goes\n\nTides 7\n\n",
    "columns": "the tide rises now      the tide rises now\n",
    "broken words": "the tide and the wa-\nter\n",
    "objectives": "Objectives\n",
    "key terms": "Key Terms\n",
    "definitions": "**tide**: a wave\n",
    "double colons": "tide :: wave\n",
    "tags of notes": "#tide ",
}
PLACES = {
    "alone": "{}",
    "a paragraph": "Tides\n\nA tide is {} here.\n",
    "an answer": "Q: What?\nA: {}\n",
    "an explanation": "1. What?\n\nA) one\nB) two\n\nAnswer: A\nExplanation: The tide {}\n",
    "an option": "1. What?\n\nA) one {}\nB) two\n\nAnswer: A\n",
    "a cloze": "The {{c1::sea}} is {} here.\n",
}
SIZE = 5_000  # characters
GROWTH = 8  # times as long for four times the size: more is not linear
LEAST = 0.05  # seconds: less is lost in the noise
MARKUPS: tuple[Markup, ...] = ("markdown", "plain")


def texts(size: int) -> Iterator[tuple[str, Source]]:
    """Each shape in each place, about ``size`` characters long."""
    for (name, shape), (place, around), markup in product(SHAPES.items(), PLACES.items(), MARKUPS):
        text = around.replace("{}", shape * (size // len(shape)), 1)
        yield f"{name}, {place}, {markup}", Source("a.md", text, markup)


def seconds(source: Source) -> float:
    start = time.process_time()
    compile_source(source, "Deck")
    return time.process_time() - start


def main() -> None:
    found = 0
    for (name, small), (_, large) in zip(texts(SIZE), texts(4 * SIZE), strict=True):
        before = seconds(small)
        after = seconds(large) if before > LEAST else 0
        if after > GROWTH * before:
            found += 1
            print(f"{name}: {before:.2f} s, then {after:.2f} s")
    print(f"{found} shapes grow faster than their size")


if __name__ == "__main__":
    main()
