"""What only the whole page tells, once all its blocks are known. One pass after the other."""

import re
from collections.abc import Iterable
from dataclasses import replace

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Block, Chrome, Heading, Listing, Paragraph, Question, SharedCase
from deckgen.parse import chrome, markers
from deckgen.parse.page import Page
from deckgen.parse.questions.keys import KeySection

_NAMES = re.compile(r"(?<![\w])([A-Z][a-z'’-]+ [A-Z][\w'’-]+)(?![\w])")
_NAME = re.compile(r"\b(?:by|By) ([A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){1,2})")
_PAIRED = re.compile(r"\(?\w{1,2}\)?\s?(?:->|[-–—=→:])\s?\(?\w{1,2}\)?(?!\w)")
_MOST_ITEMS = 500  # of a list
_NAMED = 5  # numbers in a message
_PROSE_WORDS = 12  # a line of this length that ends like a sentence is no link in a footer


def with_cases(blocks: list[Block]) -> list[Block]:
    """Give each question the case that it shares with others; a case of none is prose."""
    asked = {b.number: i for i, b in enumerate(blocks) if isinstance(b, Question)}
    texts: dict[int, str] = {}
    out: list[Block] = []
    for i, block in enumerate(blocks):
        if isinstance(block, SharedCase):
            numbers = range(block.first, block.last + 1)
            texts |= dict.fromkeys(numbers, block.text)
            if not any(asked.get(number, -1) > i for number in numbers):
                out.append(Paragraph(block.text, block.line))
            continue
        if isinstance(block, Question) and block.number in texts:
            block = replace(block, stem=f"{texts[block.number]}\n{block.stem}")
        out.append(block)
    return out


def with_keys(blocks: list[Block], sections: tuple[KeySection, ...]) -> list[Block]:
    """Give the questions what the keys say of them.

    A key answers the questions above it. Where the numbering restarts, in chapters, the first run
    of the key belongs to the first run of the questions.
    """
    for section in sections:
        first_line = section.start + 1
        runs = _runs(
            [
                (i, b.number)
                for i, b in enumerate(blocks)
                if isinstance(b, Question)
                and b.number is not None
                and not b.key
                and b.line < first_line
                and not any(o.marked for o in b.options)
            ]
        )
        entries = _runs([(i, e.number) for i, e in enumerate(section.entries)])
        for questions_run, entry_run in zip(runs, entries, strict=False):
            answers = {section.entries[i].number: section.entries[i] for i in entry_run}
            for i in questions_run:
                block = blocks[i]
                if isinstance(block, Question) and block.number in answers:
                    entry = answers[block.number]
                    more = (entry.explanation,) if entry.explanation else ()
                    blocks[i] = replace(
                        block,
                        key=entry.value,
                        explanation=block.explanation + more,
                        key_place=entry.place,
                    )
    return blocks


def unasked(blocks: list[Block], sections: tuple[KeySection, ...]) -> list[Diagnostic]:
    """Keys to questions that are not on the page; the pairs of a matching question are none."""
    asked = {b.number for b in blocks if isinstance(b, Question)}
    paired = {b.line for b in blocks if isinstance(b, Chrome) and b.reason == "matching question"}
    problems: list[Diagnostic] = []
    for section in sections:
        if section.start + 1 in paired:
            continue
        open_ = [e for e in section.entries if e.number not in asked and not _PAIRED.match(e.value)]
        if not open_:
            continue
        numbers = ", ".join(str(e.number) for e in open_[:_NAMED]) + (
            ", …" if len(open_) > _NAMED else ""
        )
        line, column = open_[0].place
        message = f"the key answers what is not asked: {numbers}"
        hint = "number the questions as the key does"
        problems.append(
            Diagnostic("answer-without-question", Severity.WARNING, message, "", line, column, hint)
        )
    return problems


def unanswered(page: Page, blocks: list[Block]) -> list[Diagnostic]:
    """Questions that go on with the numbers of a bank, and that nothing answers."""
    problems: list[Diagnostic] = []
    last: int | None = None
    for block in blocks:
        if isinstance(block, Question):
            last = block.number
        if last is None or not isinstance(block, Listing | Paragraph):
            continue
        for at in range(block.line - 1, min(block.line - 1 + _MOST_ITEMS, len(page.lines))):
            found = markers.numbered(page.lines[at].text)
            if not found or found[0] != last + 1 or not found[1].endswith("?"):
                break
            last = found[0]
            message = f"no answer to “{found[1][:60]}”"
            hint = "add a line “Answer: …” below it"
            problems.append(
                Diagnostic(
                    "question-without-answer",
                    Severity.ERROR,
                    message,
                    "",
                    at + 1,
                    page.lines[at].indent + 1,
                    hint,
                )
            )
    return problems


def _runs(numbered: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Indices in runs; a run ends where a number comes again."""
    runs: list[list[int]] = []
    seen: set[int] = set()
    for index, number in numbered:
        if number in seen or not runs:
            runs.append([])
            seen = set()
        seen.add(number)
        runs[-1].append(index)
    return runs


def without_footer(blocks: list[Block]) -> list[Block]:
    """Lines without prose after the last prose, from a footer line on: the rest of the footer."""
    last = max((i for i, b in enumerate(blocks) if _is_content(b)), default=-1)
    opened = False
    out = blocks[: last + 1]
    for block in blocks[last + 1 :]:
        opened = opened or (isinstance(block, Chrome) and chrome.opens_footer(block.reason))
        if opened and isinstance(block, Heading | Paragraph):
            block = Chrome(block.text, "footer", block.line)
        out.append(block)
    return out


def _is_content(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return len(block.text.split()) >= _PROSE_WORDS and block.text[-1] in '.!?”"’)'
    return not isinstance(block, Chrome | Heading)


def without_biography(blocks: list[Block]) -> list[Block]:
    """Paragraphs about the author, who is known from a byline, belong to the site."""
    names = {
        name
        for b in blocks
        if isinstance(b, Chrome) and b.reason in ("byline", "reading time")
        for name in (
            _NAME.findall(b.text) if b.reason == "reading time" else _NAMES.findall(b.text)
        )
    }
    out: list[Block] = []
    for i, block in enumerate(blocks):
        before = blocks[i - 1] if i else None
        about = isinstance(before, Chrome) and before.text.lower().startswith("about the author")
        if isinstance(block, Paragraph) and (about or any(block.text.startswith(n) for n in names)):
            block = Chrome(block.text, "biography", block.line)
        out.append(block)
    return out
