"""What only the whole page tells, once all its blocks are known. One pass after the other."""

import re
from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import zip_longest

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import (
    Aside,
    Block,
    Chrome,
    Heading,
    Listing,
    Paragraph,
    Question,
    SharedCase,
)
from deckgen.parse import chrome, markers
from deckgen.parse.page import Page
from deckgen.parse.questions import asked, parts, verdicts
from deckgen.parse.questions.keys import KeyEntry, KeySection

_NAMES = re.compile(r"(?<![\w])([A-Z][a-z'’-]+ [A-Z][\w'’-]+)(?![\w])")
_NAME = re.compile(r"\b(?:by|By) ([A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){1,2})")
_PAIRED = re.compile(r"\(?\w{1,2}\)?\s?(?:->|[-–—=→:])\s?\(?\w{1,2}\)?(?!\w)")
_SECOND_PART = re.compile(r"\s{0,8}[(\[]?(?<![^\s(\[])([b-h])[.)\]]\s{1,8}")
_CHOOSES = re.compile(r"\b(?:which|following|choose|select)\b", re.IGNORECASE)
_MOST_ITEMS = 500  # of a list
_ANY = parts.Part()
_MOST_RUNS = 50  # of questions above a key
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


def with_keys(blocks: list[Block], sections: tuple[KeySection, ...], page: Page) -> list[Block]:
    """Give the questions what the keys say of them.

    A key answers the questions above it. Where the numbering restarts, in chapters, each run of
    the key belongs to a run of the questions, and to the part that it names.
    """
    sheet = parts.find(page.lines) if sections else parts.Parts((), ())
    pair = verdicts.words(page.lines) if sections else ("", "")
    answered: set[int] = set()  # indices of the questions that a key has answered
    asking = deque(
        (i, b.number, b.line)
        for i, b in enumerate(blocks)
        if isinstance(b, Question) and b.number is not None
    )
    above: list[tuple[int, int]] = []
    for section, following in zip_longest(sections, sections[1:]):
        while asking and asking[0][2] <= section.start:
            above.append(asking.popleft()[:2])
        runs = _runs(above)[-_MOST_RUNS:]
        above = above[-sum(map(len, runs)) :] if runs else above
        entries = _runs([(i, e.number) for i, e in enumerate(section.entries)])
        for place, entry_run in enumerate(entries):
            answers = {section.entries[i].number: section.entries[i] for i in entry_run}
            told = {n: sheet.at(e.place[0], section.start + 1) for n, e in answers.items()}
            own = [
                [
                    i
                    for i in run
                    if told.get(_number(blocks[i]), _ANY).fits(sheet.at(blocks[i].line))
                ]
                for run in runs
            ]
            fitting = [found for run in own if (found := _fitting(blocks, run, answers, answered))]
            if not fitting:
                continue
            # Another key right below this one answers the next quiz.
            end = following is not None and (not asking or asking[0][2] > following.start)
            several = place + 1 < len(entries) or len(fitting) == 1 or end
            # The only key of several quizzes belongs to the one that it fits best, or the last.
            chosen = fitting[0] if several else max(reversed(fitting), key=len)
            answered.update(chosen)
            for i in chosen:
                blocks[i] = _spelt(_with_entry(blocks[i], answers), pair)
    return blocks


def _fitting(
    blocks: list[Block], run: list[int], answers: Mapping[int, KeyEntry], answered: set[int]
) -> list[int]:
    """The questions of a run that a key answers; none where another key has done so before."""
    found = [i for i in run if isinstance(q := blocks[i], Question) and (q.number or 0) in answers]
    if answered.intersection(found) or all(
        _with_entry(blocks[i], answers) is blocks[i] for i in found
    ):
        return []
    return found


def _with_entry(block: Block, answers: Mapping[int, KeyEntry]) -> Block:
    """A question with its answer from the key; as it is where it has one."""
    if not isinstance(block, Question) or block.key or any(o.marked for o in block.options):
        return block
    entry = answers[block.number or 0]
    more = (entry.explanation,) if entry.explanation else ()
    if _in_parts(block, entry):
        parts = "\n".join(f"{option.label.lower()}) {option.text}" for option in block.options)
        said = "a) " + _SECOND_PART.sub(r"\n\1) ", entry.explanation)
        stem = f"{block.stem}\n{parts}"
        return replace(block, stem=stem, options=(), key=said, key_place=entry.place)
    return replace(
        block, key=entry.value, explanation=block.explanation + more, key_place=entry.place
    )


def _number(block: Block) -> int:
    return (block.number or 0) if isinstance(block, Question) else 0


def _spelt(block: Block, pair: tuple[str, str]) -> Block:
    """A statement with the verdict of its key in words, and the reason that stands behind it."""
    if not isinstance(block, Question) or block.options or block.stem.rstrip().endswith("?"):
        return block
    if markers.BLANK.search(block.stem):
        return block
    verdict, reason = verdicts.apart(block.key)
    explanation = (reason, *block.explanation) if reason else block.explanation
    return replace(block, key=verdicts.spelt(verdict, pair), explanation=explanation)


def _in_parts(question: Question, entry: KeyEntry) -> bool:
    """Whether what looks like options are tasks: ``(a) Find … (b) Find …`` has two answers."""
    labels = [option.label.lower() for option in question.options[1:]]
    answered = _SECOND_PART.findall(entry.explanation)
    if not labels or entry.value.strip("()") != "a" or not answered:
        return False
    if all(asked.asks(option.text) for option in question.options):
        return True
    return answered == labels and not _CHOOSES.search(question.stem)


def without_answers(
    blocks: list[Block], open_: Collection[int]
) -> tuple[list[Block], list[Diagnostic]]:
    """The questions that no key answers in the end.

    Where a later section answers the others (``open_``), they are asides, and reported. Where the
    key has answered another question of that number, a line that asks nothing is text.
    """
    answered = {b.number for b in blocks if isinstance(b, Question) and b.key and b.key_place[0]}
    out: list[Block] = []
    rows: list[list[Question]] = []
    before = -2  # before the first block, and no neighbour of it
    for i, block in enumerate(blocks):
        if not isinstance(block, Question) or block.key or block.options or block.explanation:
            out.append(block)
        elif block.line - 1 in open_:
            if before != i - 1:
                rows.append([])
            rows[-1].append(block)
            before = i
            out.append(Aside(block.stem, "review question", block.line))
        elif block.number in answered and not asked.asks(block.stem):
            out.append(Paragraph(block.stem, block.line))
        else:
            out.append(block)
    return out, [asked.unanswered(row[0].line, row[0].column, len(row)) for row in rows]


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
