"""Source -> Document. Total: any text parses; what it is not taken for, it is prose.

The order of recognition, first match wins: answer key, explicit card, question, chrome, prose.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from deckgen.model.document import Block, Chrome, Document, Heading, Paragraph, Question
from deckgen.model.source import Source
from deckgen.parse import chrome, keys, openings, pairs, prose, questions, titles
from deckgen.parse.lines import split
from deckgen.parse.page import Page, running_heads, wrap_width

_BEGUN = re.compile(r"\d[^.:]{0,40}[.:]\s+(\S.*)$")
_NAMES = re.compile(r"(?<![\w])([A-Z][a-z'’-]+ [A-Z][\w'’-]+)(?![\w])")
_NAME = re.compile(r"\b(?:by|By) ([A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){1,2})")
_FRONT_MATTER = 200  # lines
_PROSE_WORDS = 12  # a line of this length that ends like a sentence is no link in a footer


def parse(source: Source) -> Document:
    """Read one source."""
    markdown = source.markup == "markdown"
    lines = split(source.text, markdown=markdown)
    width = 0 if markdown else wrap_width(lines)
    page = Page(lines, markdown, width, frozenset() if markdown else running_heads(lines))
    sections = keys.find(page)
    blocks = _blocks(page, sections)
    blocks = _footer(_keyed(blocks, sections), markdown=markdown)
    title = titles.find(blocks, markdown=markdown)
    if not markdown:
        blocks = _without_biography(titles.as_question(blocks, title))
    name = titles.name(title)
    blocks = [replace(b, text=name) if b is title and isinstance(b, Heading) else b for b in blocks]
    return Document(source.path, source.markup, name, tuple(blocks), _ids(page))


def _ids(page: Page) -> tuple[tuple[int, str], ...]:
    """Note ids by the line of their note; an id alone on a line belongs to the next one."""
    found: list[tuple[int, str]] = []
    for i, line in enumerate(page.lines):
        if line.id:
            at = page.next(i)
            found.append((page.lines[at].number if at < len(page.lines) else line.number, line.id))
    return tuple(found)


def _blocks(page: Page, sections: tuple[keys.KeySection, ...]) -> list[Block]:
    keyed = frozenset(entry.number for section in sections for entry in section.entries)
    starts = {section.start: section for section in sections}
    blocks: list[Block] = []
    scenario: dict[int, str] = {}
    at = _front_matter(page)
    blocks += [
        Chrome(line.text, "front matter", line.number) for line in page.lines[:at] if line.text
    ]
    at = page.next(at)
    while at < len(page.lines):
        if at in starts:
            section = starts[at]
            blocks += [
                Chrome(line.text, "answer key", line.number)
                for line in page.lines[at : section.stop]
                if line.text
            ]
            at = page.next(section.stop)
            continue
        stop = min((s for s in starts if s > at), default=len(page.lines))
        card = pairs.pair(page, at) or pairs.cloze(page, at)
        opens = None if card else openings.opening(page, at, keyed)
        if card:
            blocks.append(card[0])
            at = card[1]
        elif (shared := _scenario(page, at)) is not None:
            numbers, text, at = shared
            scenario |= dict.fromkeys(numbers, text)
        elif opens:
            question, inside, at = questions.read(page, opens, keyed, stop)
            if question.number in scenario:
                question = replace(question, stem=f"{scenario[question.number]}\n{question.stem}")
            blocks += [*inside, question]
        elif why := page.chrome(at):
            blocks.append(Chrome(page.lines[at].text, why, page.lines[at].number))
            at += 1
        else:
            block, at = prose.block(page, at)
            blocks.append(block)
        at = page.next(at)
    return blocks


def _front_matter(page: Page) -> int:
    """The index behind the YAML at the top of a Markdown file, 0 where there is none."""
    if not page.markdown or not page.lines or page.lines[0].text != "---":
        return 0
    for at, line in enumerate(page.lines[1:_FRONT_MATTER], 1):
        if line.text in ("---", "..."):
            return at + 1
    return 0


def _scenario(page: Page, at: int) -> tuple[range, str, int] | None:
    """A case that several questions share: their numbers, its text, the index behind it."""
    numbers = openings.scenario(page, at)
    if not numbers:
        return None
    first = page.lines[at]
    begun = _BEGUN.search(first.text)  # the case may begin on the line that announces it
    here = end = page.next(at + 1)
    while end < len(page.lines):
        if page.lines[end].blank:
            end = page.next(end)
            continue
        if openings.opening(page, end, frozenset(numbers)):
            break
        if end - here > 30:
            return None
        end += 1
    if end == len(page.lines):
        return None
    kept = [page.lines[i] for i in range(here, end) if page.lines[i].text and not page.chrome(i)]
    if begun:
        kept = [replace(first, text=begun[1]), *kept]
    return (numbers, "\n".join(page.paragraphs(kept)), end) if kept else None


def _keyed(blocks: list[Block], sections: tuple[keys.KeySection, ...]) -> list[Block]:
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
                        block, key=entry.value, explanation=block.explanation + more
                    )
    return blocks


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


def _footer(blocks: list[Block], *, markdown: bool) -> list[Block]:
    """Lines without prose after the last prose, from a footer line on: the rest of the footer."""
    if markdown:
        return blocks
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


def _without_biography(blocks: list[Block]) -> list[Block]:
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
