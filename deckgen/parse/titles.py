"""The title of a page, told from the names of site and section that stand above it."""

import re
from collections import Counter

from deckgen.model.document import Block, Chrome, Heading, Pair, Paragraph, Question
from deckgen.parse import chrome, page

_LEADING = 100  # headings above the first content that are looked at
_LONGEST_QUESTION = 40  # words of a title that asks
_SHARED = 0.25  # of the words that a title asks with: its answer must speak of them
_SUFFIX = re.compile(
    r"\s+(?:\|\s.{2,60}|[–—-]\s(?:[A-Z][a-z]+[A-Z]\w*|\w+\.\w{2,4}))$"
)  # "Title | Site", "Title - SiteName"
_COMMON = frozenset(
    "what which does this that with from when where have they their your about".split()
)


def find(blocks: list[Block], *, saved: bool, marked: bool) -> Heading | None:
    """The heading that is the title.

    In Markdown it is the first one, unless that is the front of a card; on a page whose headings
    are marked the first of the highest level. On another saved page it is the last one before the
    first content, but neither the name of the site, which its notices repeat, nor a line of a table
    of contents, which comes again below, nor the name of a chapter.
    """
    if not saved:
        first = next((b for b in blocks if isinstance(b, Heading | Question)), None)
        if not isinstance(first, Heading):
            return None  # a heading below questions stands over what follows it
        asked = any(isinstance(b, Pair) and b.front == first.text for b in blocks)
        return None if asked else first
    if marked:
        headings = [b for b in blocks if isinstance(b, Heading)]
        return min(headings, key=lambda h: h.level, default=None)
    leading: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading):
            leading.append(block)
        elif not isinstance(block, Chrome):
            break
    notices = " ".join(b.text.lower() for b in blocks if isinstance(b, Chrome))
    times = Counter(b.text for b in blocks if isinstance(b, Heading))
    fit = [
        h
        for h in leading[-_LEADING:]
        if h.text.lower() not in notices and times[h.text] == 1 and not page.is_section(h.text)
    ]
    titled = [h for h in fit if len(h.text.split()) >= 3]
    best = titled or fit
    return best[-1] if best else None


def named(blocks: list[Block], title: str, line: int) -> list[Block]:
    """The blocks under the title that the front matter gives, where the text itself has none."""
    titled = any(isinstance(b, Heading) and b.level == 1 for b in blocks)
    return [Heading(title, 1, line), *blocks] if title and not titled else blocks


def name(title: Heading | Paragraph | None) -> str:
    """The text of a title without the name of the site behind it."""
    return _SUFFIX.sub("", title.text) if title else ""


def as_question(blocks: list[Block], title: Heading | None) -> list[Block]:
    """A page whose title asks and whose first paragraphs answer, with nothing labelled."""
    if any(isinstance(b, Question | Pair) for b in blocks):
        return blocks
    asks: list[Heading | Paragraph] = [title] if title else []
    asks += [b for b in blocks if isinstance(b, Paragraph)][:1]
    asked = next((b for b in asks if _asks(b.text)), None)
    if asked is None:
        return blocks
    answer: list[Paragraph] = []
    for block in blocks[blocks.index(asked) + 1 :]:
        if isinstance(block, Paragraph):
            answer.append(block)
        elif not isinstance(block, Chrome) or (answer and chrome.opens_footer(block.reason)):
            break
    if not answer or not _speaks_of(answer[0].text, asked.text):
        return blocks
    question = Question(asked.text, (), "", tuple(p.text for p in answer), asked.line)
    return [question if b is asked else b for b in blocks if b not in answer]


def _asks(text: str) -> bool:
    return text.endswith("?") and len(text.split()) <= _LONGEST_QUESTION


def _speaks_of(answer: str, question: str) -> bool:
    asked, said = _words(question), _words(answer)
    return bool(asked) and len(asked & said) >= _SHARED * len(asked)


def _words(text: str) -> set[str]:
    return {w[:6] for w in re.findall(r"[^\W\d_]{4,}", text.lower()) if w not in _COMMON}
