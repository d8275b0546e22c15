"""Matching questions: two columns have no card of their own, so they are reported as one piece."""

import re

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Chrome
from deckgen.parse import markers
from deckgen.parse.page import Page
from deckgen.parse.questions import statements, tables
from deckgen.parse.reading import Context, Reading

_ASKS = re.compile(
    r"(?:.{0,80}\b)?(?:match(?:es|ing)?\b|pair (?:each|the)\b|connect (?:each|the)\b"
    r"|draw (?:a )?lines?\b|zuordnung"
    r"|ordne[nt]?\b.{0,80}\bzu\b|verbinde[nt]?\b|associez|reliez|relacion[ae]|emparej[ae]|abbina"
    r"|collega"
    r"|associe\b|koppel\b|verbind\b)",
    re.IGNORECASE,
)
_PAIR = r"\(?[A-Za-z0-9]{1,2}\)?\s?(?:->|[-–—=→:])\s?\(?[A-Za-z0-9]{1,2}\)?"
PAIRS = re.compile(
    rf"(?:the\s)?{_PAIR}(?:(?:\s?[,;|]\s?|\s{{1,8}}){_PAIR}){{1,40}}\.?", re.IGNORECASE
)
_HEAD = re.compile(
    r"(?:column|list|set|spalte|colonne|columna|coluna|colonna|kolom)[ -]?(?:[ab]|[12]|i{1,2}"
    r"|one|two)\b.{0,80}",
    re.IGNORECASE,
)
_GAP = re.compile(r" {2,}|\s?\|\s?")
_FAR = 60  # lines
_LONGEST = 40  # words of a task
_BLANK = re.compile(r"_{2,20}\s{0,4}")  # for the letter, in front of a line


def read(context: Context, at: int) -> Reading | None:
    """The task with its columns and its key."""
    page = context.page
    line = page.lines[at]
    if line.verbatim or markers.answer(line.text) is not None:
        return None
    number, text = markers.numbered(line.text) or (None, markers.bare(line.text))
    asked = bool(_ASKS.match(text)) and len(text.split()) <= _LONGEST
    if not asked or not (page.gap(at) or number is not None):
        return None
    stop, columns = _columns(page, at + 1, number)
    if not columns or _has_options(page, at + 1, stop):
        return None
    lines = [ln for ln in page.lines[at:stop] if ln.text]
    problem = Diagnostic(
        "matching-question",
        Severity.ERROR,
        "a matching question has no card of its own",
        "",
        line.number,
        line.indent + 1,
        "ask for each pair in a question of its own",
    )
    blocks = tuple(Chrome(ln.text, "matching question", ln.number) for ln in lines)
    return Reading(blocks, stop, problems=(problem,))


def _has_options(page: Page, at: int, stop: int) -> bool:
    """Whether the pairs are options, of which one is right: ``(a) A-2, B-1  (b) A-1, B-2``."""
    return any(statements.options_below(page, here) for here in range(at, stop))


def _columns(page: Page, at: int, number: int | None) -> tuple[int, bool]:
    """The index behind the columns and the key below them, and whether there are columns."""
    styles: set[str] = set()
    sure = False
    answered = False
    last = 0
    here = stop = at
    while here < min(at + _FAR, len(page.lines)):
        line = page.lines[here]
        if line.blank:
            here += 1
            continue
        value = None if line.verbatim else markers.answer(line.text)
        found = None if line.verbatim else markers.numbered(line.text)
        pairs = bool(PAIRS.fullmatch(value or line.text))
        if not pairs and _next_question(page, here, number, found, last):
            break
        if answered and not pairs:
            break
        if found:
            last = found[0]
        if value is not None or pairs:
            answered, sure = True, sure or pairs
        elif (
            _two_columns(line.text)
            or len(tables.cells(line.text)) > 1
            or _HEAD.fullmatch(line.text)
        ):
            sure = True
        elif (
            option := markers.letter(line.text)
            or markers.ordinal(line.text)
            or markers.roman(line.text)
        ):
            styles.add("number" if option.label.isdigit() else "letter")
        elif not line.verbatim and (
            markers.bullet(line.text) is None and len(line.text.split()) > 12
        ):
            break
        here += 1
        stop = here
    return stop, sure or len(styles) > 1


def _next_question(
    page: Page, at: int, number: int | None, found: tuple[int, str] | None, last: int
) -> bool:
    """Whether a line leaves the columns: a heading, a label, the next number, a question."""
    line = page.lines[at]
    if line.verbatim:
        return False
    if (page.markdown and page.heading(at)) or page.key_heading(at) or markers.label(line.text)[0]:
        return True
    if page.gap(at) and _ASKS.match(line.text):
        return True
    if found and number is not None and found[0] == number + 1 != last + 1:
        return True
    return line.text.endswith("?") and not _two_columns(line.text)


def _two_columns(text: str) -> bool:
    """``A. Femur      1. Head``: a second marker of another kind behind a gap."""
    text = _BLANK.sub("", text, count=1)
    first = markers.letter(text) or markers.ordinal(text)
    cells = [cell for cell in _GAP.split(text) if cell]
    if len(cells) < 2 or not first:
        return len(cells) == 2 and bool(_HEAD.fullmatch(cells[0]))
    for cell in cells[1:]:
        other = markers.letter(cell) or markers.ordinal(cell)
        if other and other.label.isdigit() != first.label.isdigit():
            return True
    return False
