"""A question that is being read, and what becomes of it when its lines are at an end."""

import re
from dataclasses import dataclass, field

from deckgen.model.document import Chrome, Question
from deckgen.parse import markers
from deckgen.parse.lines import Line
from deckgen.parse.markers import Marked
from deckgen.parse.page import Page
from deckgen.parse.questions import options
from deckgen.parse.questions.openings import Opening

_SUFFIX = re.compile(
    r"\s*[(\[]\s*(?:\d+(?:\.\d+)?\s*(?:points?|pts?\.?|marks?)|(?:true|t)\s*(?:/|or)\s*(?:false|f))\s*[)\]]\s*$",
    re.IGNORECASE,
)
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
    explanation: list[Line] = field(default_factory=list)
    chrome: list[Chrome] = field(default_factory=list)
    option_line: Line | None = None
    labelled: bool = False  # the explanation has a label of its own
    found_late: tuple[int, ...] = ()  # the lines of options that were read as a part of the stem
    tick_next: bool = False  # the page said "Correct!" above the line that comes

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
    stem, found = draft.stem, draft.options
    first = markers.letter(stem[-1].text) if stem and found else None
    if first and found[0].label in options.following(first.label):
        stem, found = stem[:-1], [first, *found]  # options without a question above them
    key = draft.key
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
    if len(found) == 1 and (key or explanation):  # no choice: it is said of the answer
        explanation.insert(
            0, f"{found[0].label}. {found[0].text}" if found[0].label else found[0].text
        )
        found = []
    text = "\n\n".join(page.paragraphs(stem)) if page.markdown else "\n".join(page.paragraphs(stem))
    return Question(
        stem=_SUFFIX.sub("", text).strip(),
        options=options.as_options(found, draft.notes),
        key=key,
        explanation=tuple(explanation),
        line=page.lines[draft.opening.line].number,
        number=draft.opening.number,
    )


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
