"""``## What is …?`` and the text below it, up to the next heading of the same or a higher level.

Deeper headings belong to the answer, as bold lines. Where most headings of a level ask, or where
the sections end in lines of tags, the other headings of that level are cards too. The answer ends
where other cards begin. A heading over a chapter, or directly over cards, is a heading.
"""

import re
from collections.abc import Iterator

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Block, Cloze, Definition, Heading, Pair, Question
from deckgen.parse import bodies, markers, outline, tags
from deckgen.parse.lines import Line
from deckgen.parse.outline import Section
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading, Recognise
from deckgen.parse.rules import (
    cloze,
    definition_list,
    double_colon,
    flashcard,
    pair,
    question,
    question_mark,
)

_ANSWER = 120  # words of a body that still is an answer
_LEAST = 4  # words of an answer above other cards
_CARD = 200  # where the author plainly makes cards of headings
_CARDS: tuple[Recognise, ...] = (
    pair.read,
    flashcard.read,
    question_mark.read,
    double_colon.read,
    definition_list.read,
    cloze.read,
    question.read,
)
_RULE = re.compile(r"-{3,}|\*{3,}|_{3,}")
_BOX = re.compile(r"[-*+]\s\[[ xX]\]")
_NO_CARD = re.compile(
    r"(?:\d[\d.]*\s+)?(?:(?:table of )?contents|introduction|intro|overview|summary|conclusions?"
    r"|references|sources|bibliography|literature|further reading|see also|links|notes|appendix"
    r"|exercises|review questions|questions|answers|todo|inhalt(?:sverzeichnis)?|einleitung"
    r"|überblick|zusammenfassung|fazit|literatur|quellen|übungen|sommaire|introduction|résumé"
    r"|bibliographie|sources|índice|introducción|resumen|referencias|bibliografía)\W*",
    re.IGNORECASE,
)


def read(context: Context, at: int) -> Reading | None:
    """A heading that is a question, with its answer; one without any answer is reported."""
    page = context.page
    section = context.outline.at(at) if page.markdown else None
    if section is None or at in page.asked:
        return None
    asks = outline.asks(section.text)
    by_custom = not asks and _by_custom(context, section)
    if not (asks or by_custom):
        return None
    stop = _extent(context, section)
    lines, names = tags.without_tags(page.lines[section.body : stop])
    if not any(line.text for line in lines):
        return _empty(page, section) if asks and stop == section.stop else None
    if (cut := _first_card(context, section, stop)) < stop:
        stop = cut
        lines, names = tags.without_tags(page.lines[section.body : stop])
        if not _answers(lines):
            return None
    text, more = _front(page, section)
    words = sum(len(line.text.split()) for line in lines if not line.verbatim)
    if words > (_CARD if by_custom or _by_custom(context, section) else _ANSWER):
        return _too_long(page, section, words) if asks else None
    body = page.written(bodies.parted(_flat(page, lines)))
    card = Pair(text, body, page.lines[at].number, tuple(dict.fromkeys((*more, *names))))
    heading = Heading(text, section.level, card.line, more)  # what stood above ends here
    roles = [(i, "question") for i in range(at, section.body)]
    roles += [(i, "answer") for i in range(section.body, stop)]
    return Reading((heading, card), stop, tuple(roles))


def _front(page: Page, section: Section) -> tuple[str, tuple[str, ...]]:
    found = page.heading(section.start)
    return tags.apart(found[1] if found else section.text, anywhere=True)


def _extent(context: Context, section: Section) -> int:
    """The index behind the answer: deeper headings belong to it unless they ask for themselves.

    The head of what a site shows below its articles ends the answer too.
    """
    ends = (
        inner.start
        for inner in _inside(context, section)
        if outline.asks(inner.text) or context.page.chrome(inner.start)
    )
    return next(ends, section.stop)


def _inside(context: Context, section: Section) -> Iterator[Section]:
    place = context.outline.place(section.start) + 1
    while place < len(context.outline.sections):
        inner = context.outline.sections[place]
        if inner.start >= section.stop:
            return
        yield inner
        place += 1


def _by_custom(context: Context, section: Section) -> bool:
    """Whether headings of this level, under this parent, are cards as a rule."""
    named = section.glossary or _NO_CARD.fullmatch(section.text)
    return not named and section.family in context.outline.customs


def _answers(lines: tuple[Line, ...]) -> bool:
    """Whether what stands above the first card of a section answers its heading."""
    said = [line.text for line in lines if line.text]
    return sum(len(text.split()) for text in said) >= _LEAST and not said[-1].endswith(":")


def _first_card(context: Context, section: Section, stop: int) -> int:
    """Where its author wrote a card of another kind below the heading; ``stop`` for nowhere.

    That is the heading itself, if it is the question of a bank.
    """
    page = context.page
    whole = question.read(context, section.start)
    body = page.lines[section.body : stop]
    keyed = any(markers.answer(line.text) is not None for line in body if not line.verbatim)
    for block in whole.blocks if whole else ():
        if isinstance(block, Question) and (block.options or (block.key and keyed)):
            return section.body
    here = page.next(section.body)
    while here < stop:
        if _BOX.match(page.lines[here].text) and not page.lines[here].verbatim:
            return here  # an option, or a task
        if page.heading(here) is None or "{{c" in page.lines[here].text:
            for rule in _CARDS:
                found = rule(context, here)
                if found and any(_is_card(block) for block in found.blocks):
                    return here
        here = page.next(here + 1)
    return stop


def _is_card(block: Block) -> bool:
    if isinstance(block, Question):
        return bool(block.options or block.key)
    return isinstance(block, Pair | Definition | Cloze)


def _flat(page: Page, lines: tuple[Line, ...]) -> list[Line]:
    """The lines of an answer, its deeper headings as bold lines."""
    out: list[Line] = []
    first = lines[0].number - 1
    skipped = -1
    for at, line in enumerate(lines, first):
        if at == skipped:
            continue
        found = None if line.verbatim else page.heading(at)
        if not found or markers.bullet(line.text):
            out.append(line)
            continue
        text = found[1] if found[1].startswith("**") else f"**{found[1]}**"
        blank = Line(line.number, "", "")
        out += [blank, Line(line.number, text, text), blank]
        skipped = at + 1 if not line.text.startswith(("#", "*")) else -1  # underlined
    while out and not out[-1].verbatim and (out[-1].blank or _RULE.fullmatch(out[-1].text)):
        out.pop()  # a line across the page below the last answer
    return [ln for i, ln in enumerate(out) if ln.text or (i and out[i - 1].text)]


def _empty(page: Page, section: Section) -> Reading:
    line = page.lines[section.start]
    column = line.raw.find(section.text) + 1
    problem = Diagnostic(
        "question-without-answer",
        Severity.ERROR,
        "this heading asks, and nothing stands below it",
        "",
        line.number,
        max(column, 1),
        "write the answer below the heading",
    )
    heading = Heading(section.text, section.level, line.number)
    return Reading((heading,), section.body, problems=(problem,))


def _too_long(page: Page, section: Section, words: int) -> Reading:
    line = page.lines[section.start]
    problem = Diagnostic(
        "long-answer",
        Severity.NOTE,
        f"this heading asks, but the {words} words below it are too many for one card",
        "",
        line.number,
        max(line.raw.find(section.text) + 1, 1),
        "ask several questions, each above its own answer",
    )
    heading = Heading(section.text, section.level, line.number)
    return Reading((heading,), section.body, problems=(problem,))
