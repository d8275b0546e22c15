"""Source -> Document. Total: any text parses; what it is not taken for, it is prose.

What a text is taken for stands in ``recognition.py``.
"""

from collections.abc import Mapping
from dataclasses import replace

from deckgen.model.diagnostic import Diagnostic
from deckgen.model.document import Block, Chrome, Document, Heading, Paragraph, Part, Question
from deckgen.model.source import Source
from deckgen.parse import (
    linked,
    lookalikes,
    matter,
    menus,
    outliner,
    passes,
    pictures,
    printed,
    titles,
    unseen,
    wrapping,
)
from deckgen.parse.lines import LEFT_OUT, split
from deckgen.parse.page import Page
from deckgen.parse.questions import (
    attempts,
    callouts,
    crosswise,
    entitled,
    folds,
    numerals,
    openings,
    unsigned,
    vignettes,
)
from deckgen.parse.reading import Context, Reading, Rule
from deckgen.parse.recognition import RULES

_APART = frozenset({"front matter", "answer key"})  # rules whose lines are no text, and no site


def parse(source: Source) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read one source."""
    page, front, definitions = _page(source)
    context = Context.of(page, highlights=front.highlights, draft=front.replaces is not None)
    readings = _read(context)
    found = (problem for _, reading in readings for problem in reading.problems)
    problems = (*front.problems, *found)
    blocks = [block for _, reading in readings for block in reading.blocks]
    blocks = titles.named(blocks, front.title, front.title_line)
    problems += (*passes.unanswered(page, blocks), *passes.unasked(blocks, context.keys))
    blocks = passes.with_keys(passes.with_cases(blocks), context.keys, page)
    if page.saved:
        blocks = vignettes.without_copies(vignettes.with_stories(blocks))
    blocks, unanswered = passes.without_answers(blocks, context.page.asked)
    problems += (*unanswered,)
    blocks = passes.without_footer(blocks) if page.saved else blocks
    # A draft of several pages has the title of each: headings like the others.
    title = None if context.draft else titles.find(blocks, saved=page.saved, marked=page.markdown)
    if page.saved:
        blocks = passes.without_biography(titles.as_question(blocks, title))
    name = titles.name(title)
    blocks = [replace(b, text=name) if b is title and isinstance(b, Heading) else b for b in blocks]
    parts = _parts(page, readings, blocks)
    problems += lookalikes.find(page, parts, problems)
    document = Document(
        path=source.path,
        markup="markdown" if page.markdown else "plain",
        title=name,
        blocks=tuple(blocks),
        ids=_ids(page),
        saved=page.saved,
        parts=parts,
        deck=front.deck,
        tags=front.tags,
        definitions=definitions,
        density=front.density,
        replaces=front.replaces,
        ignore=front.ignore,
    )
    return document, tuple(replace(problem, path=source.path) for problem in problems)


def _page(source: Source) -> tuple[Page, matter.Matter, unseen.Definitions]:
    markdown = source.markup == "markdown"
    lines = pictures.without(split(source.text, markdown=markdown))
    lines = numerals.as_numbers(unsigned.signed(crosswise.in_order(lines)))
    words = wrapping.vocabulary(lines)
    if markdown:
        front = matter.read(lines)
        lines, definitions = unseen.hide(lines, front.stop)
        lines = callouts.opened(outliner.rewritten(lines, front.stop))
        lines = folds.all_opened(folds.unquoted(lines))
        lines = attempts.judged(lines) if source.saved else lines
        page = Page(lines, markdown, 0, words=words, saved=source.saved)
        return replace(page, answers_first=openings.answers_first(lines)), front, definitions
    lines = outliner.in_plain_text(lines)
    lines = entitled.without_titles(attempts.judged(attempts.without_columns(lines)))
    width = wrapping.wrap_width(lines)
    first = openings.answers_first(lines)
    around = printed.furniture(lines) | menus.find(lines) | linked.find(lines)
    page = Page(lines, markdown, width, around, words, True, first)
    return page, matter.Matter(), ()


def _read(context: Context) -> list[tuple[Rule, Reading]]:
    """Every line by the first rule that takes it; blank lines part."""
    page = context.page
    readings: list[tuple[Rule, Reading]] = []
    at = page.next(0)
    while at < len(page.lines):
        rule, reading = _first(context, at)
        readings.append((rule, reading))
        at = page.next(reading.stop)
    return readings


def _first(context: Context, at: int) -> tuple[Rule, Reading]:
    for rule in RULES:
        reading = rule.read(context, at)
        if reading is not None:
            return rule, reading
    raise AssertionError("the last rule takes everything")


def _parts(
    page: Page, readings: list[tuple[Rule, Reading]], blocks: list[Block]
) -> tuple[Part, ...]:
    """What each line with text was taken for, by its rule or by a pass that knew better."""
    sites = {b.line: b.reason for b in blocks if isinstance(b, Chrome)}
    standing = {b.line: b for b in blocks if not isinstance(b, Chrome)}
    parts: list[Part] = []
    at = 0
    for rule, reading in readings:
        roles = dict(reading.roles)
        name, role = _afterwards(rule, reading, sites, standing)
        for i in range(at, reading.stop):
            line = page.lines[i]
            if line.text and line.number in sites and rule.name not in _APART:
                parts.append(Part(line.number, "site", sites[line.number]))
            elif left_out := LEFT_OUT.fullmatch(line.text):
                parts.append(Part(line.number, "site", left_out[1]))
            elif line.text:
                parts.append(Part(line.number, name, roles.get(i, role)))
        at = reading.stop
    parts += [Part(line.number, line.hidden, "") for line in page.lines if line.hidden]
    return tuple(sorted(parts, key=lambda part: part.line))


def _afterwards(
    rule: Rule, reading: Reading, sites: Mapping[int, str], standing: Mapping[int, Block]
) -> tuple[str, str]:
    """What became of a heading or a paragraph once the whole page was known."""
    read = next((b for b in reading.blocks if isinstance(b, Heading | Paragraph)), None)
    if read is None:
        return rule.name, ""
    if read.line in sites:
        return "site", sites[read.line]
    now = standing.get(read.line)
    if isinstance(now, Question):
        return "question", "stem"
    if now:
        return rule.name, ""
    told = any(isinstance(b, Question) and read.text in b.stem for b in standing.values())
    return "question", "stem" if told else "explanation"


def _ids(page: Page) -> tuple[tuple[int, str], ...]:
    """Note ids by the line of their note; an id alone on a line belongs to the next one."""
    found: list[tuple[int, str]] = []
    for i, line in enumerate(page.lines):
        if line.id:
            at = page.next(i)
            found.append((page.lines[at].number if at < len(page.lines) else line.number, line.id))
    return tuple(found)
