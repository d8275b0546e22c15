"""What leads away from a copied page: links below a line that announces them, and signatures."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from deckgen.parse import chrome, markers
from deckgen.parse.lines import Line

_ANNOUNCES = re.compile(
    r"(?:related|similar|recommended|more|other|further)(?: \w+){0,2}"
    r" (?:reading|to this (?:question|quiz|topic|lesson|article)|questions?|topics?|articles?"
    r"|posts?|quizzes|lessons?|resources)|(?:see also|also read|up next|keep reading"
    r"|you (?:may|might)"
    r"(?: also)? (?:like|enjoy|be interested in)|people also ask|learn more about(?: this)? topics?"
    r"|students also (?:studied|viewed|liked)|more (?:like this|from this \w+))",
    re.IGNORECASE,
)
_MOST_LINKS = 12  # lines of text below such a line
_LINK_WORDS = 16
_LONG = 20  # words of a paragraph: text, and no link
_RULE = re.compile(r"_{8,40}|-{2}")
_MOST_SIGNED = 4  # lines of a signature


def find(lines: Sequence[Line]) -> dict[int, str]:
    """Such lines, by number, each with what it is."""
    return _links(lines) | _signatures(lines)


def _links(lines: Sequence[Line]) -> dict[int, str]:
    found: dict[int, str] = {}
    texts = [line for line in lines if line.text]
    for at, line in enumerate(texts):
        if not _ANNOUNCES.fullmatch(line.text.rstrip(": ")) or line.verbatim:
            continue
        found[line.number] = "other pages"
        for i in range(at + 1, min(at + 1 + _MOST_LINKS, len(texts))):
            below = texts[i + 1] if i + 1 < len(texts) else None
            if not _is_link(texts[i]) or _heads(below):
                break
            found[texts[i].number] = "other pages"
    return found


def _is_link(line: Line) -> bool:
    """A title, or a question that another page answers."""
    text = line.text
    if line.verbatim or len(text.split()) > _LINK_WORDS or markers.label(text)[0]:
        return False
    asks = text.endswith("?") or markers.BLANK.search(text)
    return bool(asks) or (
        text[-1] not in ".!:;" and not (markers.letter(text) or chrome.reason(text))
    )


def _heads(below: Line | None) -> bool:
    """Whether what stands below a line makes a heading or a question of it."""
    if below is None:
        return False
    long = len(below.text.split()) > _LONG
    return long or markers.answer(below.text) is not None or markers.letter(below.text) is not None


def _signatures(lines: Sequence[Line]) -> dict[int, str]:
    """The same lines below a rule, twice on a page: what a member of a forum signs with."""
    blocks = list(_below_rules(lines))
    times = Counter(tuple(line.text for line in block[1:]) for block in blocks)
    return {
        line.number: "signature"
        for block in blocks
        if times[tuple(line.text for line in block[1:])] > 1
        for line in block
    }


def _below_rules(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Each rule with the lines of text right below it, where they are few."""
    for at, line in enumerate(lines):
        if line.verbatim or not _RULE.fullmatch(line.text):
            continue
        block = [line]
        for below in lines[at + 1 : at + 2 + _MOST_SIGNED]:
            if not below.text:
                break
            block.append(below)
        if 1 < len(block) <= 1 + _MOST_SIGNED:
            yield block
