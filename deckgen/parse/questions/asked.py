"""Numbered questions that nothing answers where they stand: reviews, problems, blanks to fill."""

import re
from dataclasses import dataclass

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.parse import markers, wording
from deckgen.parse.page import Page
from deckgen.parse.questions import options, parts

_HEADING = re.compile(
    rf"(?:(?:{wording.PART}) \w{{1,4}}\s?[:.–—-]\s)?"
    r"(?:(?:chapter|section|unit|end[- ]of[- ]chapter) )?"
    r"(?:(?:review|study|discussion|comprehension|essay|short[- ]answer|self[- ]test|practice"
    r"|homework|quiz|open|open-ended) )?"
    r"(?:questions?|exercises?|problems?)(?: (?:for|to) .{3,40})?(?: \d{1,3}(?:\.\d{1,3})?)?"
    r"|(?:chapter|section|unit) review|check your (?:understanding|knowledge|learning|progress)"
    r"|self[- ](?:check|test|assessment)|concept check|quick check|critical thinking(?: .{3,20})?"
    rf"|(?:{wording.PART}) \w{{1,4}}\s?[:.–—-] .{{1,40}}|true (?:or|/) false\??"
    r"|richtig oder falsch\??|vrai ou faux ?\??|verdadero o falso\??"
    r"|think about it|test yourself|for (?:discussion|review)|short[- ]answers?"
    r"|(?:problem|exercise) sets?(?: \w{1,4})?|fill[- ]in[- ](?:the[- ])?blanks?|completion"
    r"|(?:wiederholungs|übungs|verständnis|kontroll)?fragen|(?:übungs)?aufgaben|übungen"
    r"|(?:questions|exercices)(?: de révision)?|(?:preguntas|ejercicios)(?: de repaso)?",
    re.IGNORECASE,
)
_FAR = 3  # lines with text from a question up to the heading that announces it
_TASK = re.compile(
    r"(?:briefly )?(?:define|explain|list|name|state|calculate|find|solve|describe|discuss|compare"
    r"|compute|determine|evaluate|simplify|prove|show|draw|sketch|write|give|identify|derive"
    r"|differentiate|distinguish|outline|translate|convert|complete|fill|estimate|factor|expand"
    r"|integrate|balance|summari[sz]e|suggest|nenne|erkläre|beschreibe|berechne|bestimme|definiere"
    r"|erläutere|begründe|übersetze|vergleiche|löse|ergänze|citez|définissez|expliquez|calculez"
    r"|décrivez|donnez|nommez|comparez|traduisez|complétez|résolvez|define|explica|explique"
    r"|calcula|calcule|nombra|describe|compara|traduce|completa|resuelve|enumera)n?\b",
    re.IGNORECASE,
)
_LEADING_BLANK = re.compile(r"_{2,}\s{0,8}")
_SHARE = 0.6  # of the questions in a row that ask, where no heading announces them


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: the lines ``at`` to ``stop`` (indices, stop excluded), and its number."""

    at: int
    stop: int
    number: int


def runs(page: Page) -> tuple[tuple[Asked, ...], ...]:
    """The questions in rows; a row ends where the numbers begin again. Tasks and lists are none."""
    rows: list[list[tuple[Asked, str]]] = [[]]
    last = 0
    at = 0
    while at < len(page.lines):
        found = _begins(page, at)
        if found is None:
            at += 1
            continue
        number, stem = found
        if number <= last:
            rows.append([])
        last = number
        stop = _stop(page, at, number)
        if _apart(page, stop):
            last = 10_000  # what comes next has a heading of its own
        if _open(page, at, stop):
            texts = [stem, *(line.text for line in page.lines[at + 1 : stop] if line.text)]
            rows[-1].append((Asked(at, stop, number), " ".join(texts)))
        at = stop
    return tuple(tuple(a for a, _ in row) for row in rows if row and _is_asking(page, row))


def headed(page: Page, at: int) -> bool:
    """Whether a heading just above announces questions."""
    seen = 0
    while at > 0 and seen < _FAR:
        at -= 1
        text = markers.bare(page.lines[at].text).rstrip(": ")
        if text and (_HEADING.fullmatch(text) or parts.kind(text) in parts.ASKING):
            return True
        seen += bool(text)
    return False


def _begins(page: Page, at: int) -> tuple[int, str] | None:
    """The number and the first words of what begins here."""
    line = page.lines[at]
    if line.verbatim or not line.text:
        return None
    text = _LEADING_BLANK.sub("", line.text, count=1)
    if found := markers.numbered(text):
        return found
    is_label, number = markers.label(text)
    return (number, "") if is_label and number is not None else None


def _apart(page: Page, at: int) -> bool:
    """Whether something else than a numbered line follows behind a blank one."""
    below = page.next(at)
    return below > at and below < len(page.lines) and _begins(page, below) is None


def _stop(page: Page, at: int, number: int) -> int:
    """The index behind the stem: its indented paragraphs, its code and its pictures belong to it.

    Below a heading with nothing but a label, the stem is the first paragraph.
    """
    first = page.lines[at]
    bare = not (_begins(page, at) or (0, ""))[1]
    here = at + 1
    while here < len(page.lines):
        line = page.lines[here]
        below = page.next(here)
        if below == len(page.lines):
            break
        other = page.lines[below]
        held = other.verbatim or other.text.startswith("![") or other.indent > first.indent + 1
        if (line.blank or (page.markdown and page.heading(at))) and not (held or bare):
            break
        if _ends(page, below, number):
            break
        bare = bare and not other.text
        here = below + 1
    return here


def _ends(page: Page, at: int, number: int) -> bool:
    other = _begins(page, at)
    if other and other[0] != number and page.lines[at].indent < 4:
        return True
    if page.markdown and page.heading(at):
        return True
    return page.key_heading(at) or bool(page.chrome(at))


def _open(page: Page, at: int, stop: int) -> bool:
    """Whether there are no options, no answer and no explanation in or right below a question."""
    below = page.next(stop)
    for here in (*range(at, stop), below):
        if here == len(page.lines) or page.lines[here].verbatim or not page.lines[here].text:
            continue
        text = page.lines[here].text
        if here == below and (_begins(page, here) or page.key_heading(here)):
            continue
        if options.lettered_run(page, here):
            return False
        if here == at:
            continue
        if markers.answer(text) is not None or markers.explanation(text) is not None:
            return False
        box = markers.bullet(text)
        if box and (box.style == "box" or box.marked or box.label):
            return False
    return not (page.markdown and page.heading(at) and _answered(page, below))


def _answered(page: Page, at: int) -> bool:
    """Whether text stands below a heading that asks."""
    ends = at == len(page.lines) or page.key_heading(at)
    return not (ends or page.heading(at) or _begins(page, at))


def _is_asking(page: Page, row: list[tuple[Asked, str]]) -> bool:
    asking = sum(asks(text) for _, text in row)
    return asking >= _SHARE * len(row) or headed(page, row[0][0].at)


def asks(text: str) -> bool:
    """Whether a text is a question, a task, or a sentence with a blank."""
    if text.rstrip("*_\"”’') ").endswith("?") or "? (" in text:
        return True
    return bool(markers.BLANK.search(text) or _TASK.match(text))


def unanswered(line: int, column: int, count: int) -> Diagnostic:
    """Questions in a row that have no answer."""
    questions = "a review question" if count == 1 else f"{count} review questions"
    return Diagnostic(
        "review-questions",
        Severity.WARNING,
        f"{questions} without an answer",
        "",
        line,
        column,
        "add a line “Answer: …” below each of them to make cards of them",
    )
