"""``<dl><dt>term</dt><dd>meaning</dd></dl>``: a definition list in the HTML of a Markdown file."""

import re

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Definition
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_OPENS = re.compile(r"<dl(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_CLOSES = "</dl>"
_PART = re.compile(
    r"<(?P<tag>dt|dd)(?:\s[^<>]{0,200})?>(?P<text>(?:[^<]|<(?!/?d[tdl]\b)){1,3000})", re.IGNORECASE
)
_MOST = 300  # lines


def read(context: Context, at: int) -> Reading | None:
    """The whole list; terms above one meaning share it, several meanings become one answer."""
    page = context.page
    if not page.markdown or page.lines[at].verbatim or not _OPENS.match(page.lines[at].text):
        return None
    stop = _stop(page, at)
    if stop is None:
        return None
    blocks: list[Definition] = []
    terms: list[tuple[str, int]] = []
    meanings: list[str] = []
    for tag, text, line in _parts(page, at, stop):
        if tag == "dt":
            blocks += _made(terms, meanings) if meanings else []
            terms = [(text, line)] if meanings else [*terms, (text, line)]
            meanings = []
        else:
            meanings.append(text)
    blocks += _made(terms, meanings) if meanings else []
    problems = () if meanings or not terms else (_empty(*terms[-1]),)
    return Reading(tuple(blocks), stop, problems=problems) if blocks or problems else None


def _stop(page: Page, at: int) -> int | None:
    """The index behind the line that closes the list."""
    ends = range(at, min(at + _MOST, len(page.lines)))
    return next((i + 1 for i in ends if _CLOSES in page.lines[i].text.lower()), None)


def _parts(page: Page, at: int, stop: int) -> list[tuple[str, str, int]]:
    """The terms and the meanings in order, each with its line."""
    lines = page.lines[at:stop]
    whole = "\n".join(line.text for line in lines)
    found: list[tuple[str, str, int]] = []
    for part in _PART.finditer(whole):
        number = lines[0].number + whole.count("\n", 0, part.start())
        if text := part["text"].strip():
            found.append((part["tag"].lower(), text, number))
    return found


def _made(terms: list[tuple[str, int]], meanings: list[str]) -> list[Definition]:
    text = meanings[0] if len(meanings) == 1 else "\n".join(f"- {m}" for m in meanings)
    return [Definition(term, text, line) for term, line in terms]


def _empty(term: str, line: int) -> Diagnostic:
    message = f"nothing says what “{term}” means"
    hint = "write it in <dd> below the term"
    return Diagnostic("empty-side", Severity.ERROR, message, "", line, 1, hint)
