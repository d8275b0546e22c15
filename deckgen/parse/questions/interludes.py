"""What stands between the options, the answer and the explanation of one question."""

import re
from collections.abc import Collection

from deckgen.parse import markers
from deckgen.parse.page import Page
from deckgen.parse.questions import openings, options

# Headings over an explanation, as people talk: "Let's break it down", "Here's why".
_TALK = re.compile(
    r"(?:(?:so|ok|okay|now|and|but),? )?"
    r"(?:let(?:['’]s| us) (?:break (?:it|this|that|things) down|see why|unpack (?:it|this|that)"
    r"|(?:look|dig|dive) (?:at|into) (?:why|it|this|that)\b|(?:go|walk|talk) (?:it |this )?through)"
    r".{0,40}"
    r"|breaking (?:it|this|that) down|(?:a |the )?(?:quick )?break ?down"
    r"|here(?:['’]s| is) (?:why|the (?:reason(?:ing)?|logic|breakdown|explanation|thinking))\b"
    r".{0,40}"
    r"|why(?: (?:this|that|it) (?:works|holds|fits|matters))?"
    r"|(?:the )?(?:reason(?:ing)?|logic|thinking|science|idea)(?: behind (?:it|this|that|the \w+))"
    r"|what(?:['’]s| is) going on(?: here)?|how (?:it|this|that) works)\s?[?.!:…]{0,3}",
    re.IGNORECASE,
)
_FEW = 4  # lines of a site between the answer and its explanation
_SOON = 12  # lines with text from the options to the answer
_ASIDE_WORDS = 120  # of what stands there


def is_talk(text: str) -> bool:
    """Whether a heading announces the explanation in plain talk."""
    return bool(_TALK.fullmatch(markers.bare(text)))


def explained_soon(page: Page, at: int) -> bool:
    """Whether the label of the explanation stands below short lines of the site."""
    for _ in range(_FEW):
        text = page.lines[at].text
        if page.chrome(at) == "" and len(text.split()) > 4:
            return False
        if markers.numbered(text) or markers.label(text)[0] or markers.letter(text):
            return False
        at = page.next(at + 1)
        if at == len(page.lines):
            return False
        if markers.explanation(page.lines[at].text) == "":
            return True
    return False


def answered_soon(page: Page, at: int, labels: Collection[str]) -> bool:
    """Whether the answer to a question stands below an aside: a definition, say, and its heading.

    It names one of the ``labels``; nothing asks before it.
    """
    words = 0
    for _ in range(_SOON):
        if at == len(page.lines):
            return False
        text = page.lines[at].text
        value = markers.answer(text)
        if value:
            return value.strip("(). ").upper()[:1] in labels and len(value) < _FEW
        words += len(text.split())
        asks = text.endswith("?") or markers.BLANK.search(text) or options.lettered_run(page, at)
        if words > _ASIDE_WORDS or asks or page.key_heading(at):
            return False
        if openings.starts_another(page, at, None, frozenset()):
            return False
        at = page.next(at + 1)
    return False
