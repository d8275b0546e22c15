"""A question that is being read, and what becomes of it when its lines are at an end."""

import re
from dataclasses import dataclass, field, replace

from deckgen.model.document import Chrome, Option, Question
from deckgen.parse import markers, wording
from deckgen.parse.lines import Line
from deckgen.parse.markers import Marked
from deckgen.parse.page import Page
from deckgen.parse.questions import options, tables
from deckgen.parse.questions.openings import Opening

_POINTS = rf"[(\[]\s?\d+(?:[.,]\d+)?\s?{wording.POINTS}\s?[)\]]"
_WORTH_FIRST = re.compile(rf"{_POINTS}\s+", re.IGNORECASE)
_WORTH_LAST = re.compile(rf"\s?{_POINTS}\s?$", re.IGNORECASE)
_TRUTH = re.compile(
    rf"\s?[(\[]\s?(?P<words>{wording.OPTIONS_TRUE_FALSE})\s?[)\]]\s?$", re.IGNORECASE
)
_LETTER_AND_REASON = re.compile(
    r"\(?(?P<label>[A-Za-z])[).]{0,2}(?:\*\*|__)?\s{0,2}(?:[-–—:]|,?\s(?=because|since|as\b))\s{0,2}(?P<said>(?=[^\W\d_]{2})(?:\S+\s+){2}\S[^\0]*)"
)
_REASON = re.compile(r"[\s*_.,;:–—-]{1,8}(?P<said>(?:\S+\s+){2}\S[^\0]*)")
_MOST_ABOVE = 2  # options that a page prints above the explanation, if it prints some below


@dataclass
class Draft:
    """A question while it is being read. ``part`` is what the next plain line belongs to."""

    opening: Opening
    part: str = "stem"
    stem: list[Line] = field(default_factory=list)
    options: list[Marked] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    key: str = ""
    key_line: Line | None = None
    keys_shown: tuple[str, ...] = ()  # the labels of options that are shown again as right
    explanation: list[Line] = field(default_factory=list)
    chrome: list[Chrome] = field(default_factory=list)
    option_line: Line | None = None
    indent: int | None = None  # of the marker of the last option
    shift: int = 0  # how far the code in it is indented
    labelled: bool = False  # the explanation has a label of its own
    found_late: tuple[int, ...] = ()  # the lines of options that were read as a part of the stem
    tags: list[str] = field(default_factory=list)
    listed: int = 0  # the index behind statements that belong to the stem
    tick_next: bool = False  # the page said "Correct!" above the line that comes
    body: list[Line] = field(default_factory=list)  # of an answer in several lines of Markdown

    def begin_options(self, line: Line) -> None:
        """An option stands on this line; what follows may belong to it."""
        self.part, self.option_line, self.indent = "options", line, line.indent

    @property
    def complete(self) -> bool:
        """Whether the question has all that it needs."""
        return self.part != "stem" and (self.answered or bool(self.explanation))

    @property
    def answered(self) -> bool:
        """Whether the page has said what is right."""
        return bool(self.key) or any(o.marked for o in self.options)


def without_headings(page: Page, draft: Draft, at: int) -> int:
    """A heading that was read as the end of a stem belongs to the article below it."""
    if at >= len(page.lines) or markers.label(page.lines[at].text)[0] or not page.is_prose(at):
        return at
    while len(draft.stem) > 1 and at < len(page.lines) and page.next(draft.stem[-1].number) == at:
        if not page.heading(draft.stem[-1].number - 1):
            break
        at = draft.stem.pop().number - 1
    return at


def late_options(page: Page, draft: Draft, at: int, stop: int) -> int:
    """Options below the explanation, where the page printed only the right one above it."""
    if draft.options or not draft.explanation:
        return at
    stem, early = options.split_unlettered(page, draft.stem)
    if not early or len(early) > _MOST_ABOVE:
        return at
    end = draft.explanation[-1].number  # the index of the line below the last one
    late, behind = options.after_explanation(page, end, stop)
    tail, draft.explanation = _short_tail(page, draft.explanation)
    late = tail + late
    if late:
        draft.stem, draft.options = stem, early + late
        if len(early) == 1 and not draft.answered:
            draft.key = early[0].text
    return max(at, behind) if late else at


def _short_tail(page: Page, explanation: list[Line]) -> tuple[list[Marked], list[Line]]:
    """Short lines that were taken for the end of the explanation."""
    cut = len(explanation)
    while (
        cut > 1
        and len(explanation[cut - 1].text.split()) <= 12
        and explanation[cut - 1].text[-1] not in ".?!:;,"
    ):
        cut -= 1
    tail = explanation[cut:]
    if page.width or not tail:
        return [], explanation
    return [markers.unlettered(line.text) for line in tail], explanation[:cut]


def finish(page: Page, draft: Draft) -> Question:
    """The question that was read."""
    stem, found = _unindented(draft.stem), draft.options
    if not found:
        stem, found = tables.split_options(stem)
    first = markers.letter(stem[-1].text) if stem and found else None
    if first and found[0].label in options.following(first.label):
        stem, found = stem[:-1], [first, *found]  # options without a question above them
    key = draft.key or "\n\n".join(page.paragraphs(draft.body))
    if not found:
        whole = stem
        stem, found = options.split_unlettered(page, stem)
        if len(found) == 1:
            # One line below the stem is its answer; beside another answer it is more of the stem.
            stem = whole if key and key != found[0].text else stem
            key, found = key or found[0].text, []
        if len(found) > 2 and _is_sentence(found[-1].text) and not _is_sentence(found[0].text):
            found.pop()
            draft.explanation.insert(0, draft.stem[-1])
    stem_lines = {line.number for line in stem}
    draft.found_late = tuple(ln.number for ln in draft.stem if ln.number not in stem_lines)
    explanation = _without_repetition(page.paragraphs(draft.explanation))
    if len(found) == 1 and found[0].label and key.strip("(). ").upper() == found[0].label:
        key, found = found[0].text, []  # the only option that the page has left
    if len(found) == 1 and (key or explanation):  # no choice: it is said of the answer
        explanation.insert(
            0, f"{found[0].label}. {found[0].text}" if found[0].label else found[0].text
        )
        found = []
    text = "\n\n".join(page.paragraphs(stem)) if page.markdown else "\n".join(page.paragraphs(stem))
    text = _WORTH_LAST.sub("", _WORTH_FIRST.sub("", text, count=1)).strip()
    choices = options.as_options(found, draft.notes)
    text, choices = (text, choices) if choices else _true_or_false(text, key)
    key, reason = _key_and_reason(key, choices)
    line = page.lines[draft.opening.line]
    return Question(
        stem=text,
        options=choices,
        key=key,
        explanation=tuple([reason, *explanation] if reason else explanation),
        line=line.number,
        number=draft.opening.number,
        tags=tuple(dict.fromkeys(draft.tags)),
        column=line.indent + 1,
        key_place=_place(draft.key_line, draft.key),
    )


def _place(line: Line | None, key: str) -> tuple[int, int]:
    """The line and the column of a key."""
    if line is None:
        return 0, 0
    at = line.raw.rfind(key.split("\n")[0].split(" ")[0])
    return line.number, max(at, line.indent) + 1


def _unindented(lines: list[Line]) -> list[Line]:
    """Code in a numbered question is indented; Markdown knows a fence at the margin only."""
    out: list[Line] = []
    shift = 0
    for i, line in enumerate(lines):
        if line.verbatim and not (i and lines[i - 1].verbatim):
            shift = line.indent
        moved = line.verbatim and shift
        out.append(replace(line, raw=line.raw[min(line.indent, shift) :]) if moved else line)
    return out


def _true_or_false(text: str, key: str) -> tuple[str, tuple[Option, ...]]:
    """``Light needs a medium. (Richtig/Falsch)``: the two words are the options."""
    found = _TRUTH.search(text)
    if not found:
        return text, ()
    stem = text[: found.start()].strip()
    words = [w for w in re.split(r"\s?/\s?|\s+", found["words"]) if w]
    first, last = words[0], words[-1]
    english = first.lower() in ("true", "t")
    if english or not key:
        return stem, ()
    return stem, (Option(first, first[0].upper()), Option(last, last[0].upper()))


def _key_and_reason(key: str, choices: tuple[Option, ...]) -> tuple[str, str]:
    """``B. Fog: it lies on the ground`` -> the key, and what is said behind the option."""
    plain = key.lstrip("*_ ")
    alone = _LETTER_AND_REASON.fullmatch(plain)
    if alone and alone["label"].upper() in {choice.label for choice in choices}:
        said = alone["said"].strip()
        if not any(o.text.lower().startswith(said.lower().rstrip(".")) for o in choices):
            return alone["label"], said[:1].upper() + said[1:]
    for choice in choices:
        label = (
            f"{choice.label}." if plain[:2].upper() == f"{choice.label}." else f"{choice.label})"
        )
        begins = plain[: len(label)].upper() == label and len(label) > 1
        rest = plain[len(label) :].lstrip("*_ ") if begins else plain
        if not rest.lower().startswith(choice.text.lower()) or not choice.text:
            continue
        behind = _REASON.fullmatch(rest[len(choice.text) :])
        if behind and not any(o.text.lower().startswith(rest.lower()) for o in choices):
            said = behind["said"].strip()
            return (choice.label if begins else choice.text), said[:1].upper() + said[1:]
    return key, ""


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > 5


def _without_repetition(paragraphs: list[str]) -> list[str]:
    """Some pages print the explanation twice."""
    kept: list[str] = []
    seen: set[str] = set()
    for text in paragraphs:
        words = re.sub(r"\W+", " ", text).strip().lower()
        if words not in seen:
            seen.add(words)
            kept.append(text)
    return kept
