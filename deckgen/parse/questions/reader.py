"""One question, read line by line: stem, options, answer, explanation, in whatever order."""

import re
from dataclasses import replace

from deckgen.model.document import Chrome, Question
from deckgen.parse import chrome, markers
from deckgen.parse.lines import Line
from deckgen.parse.markers import Marked
from deckgen.parse.page import Page
from deckgen.parse.questions import drafts, options
from deckgen.parse.questions.drafts import Draft
from deckgen.parse.questions.openings import Opening, starts_another

_WRONG_OPTIONS = re.compile(
    r"\b(?:other|wrong|incorrect|remaining|these)\b.*\b(?:options?|answers?|choices?|ones?)\b"
    r"|\bwhy not\b|\bdistractors?\b|\b(?:in)?correct\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"^(?:is\s+)?(?P<no>(?:in|not\s+)?correct|wrong|false|right|true)\b[\s.:,;–—-]*", re.IGNORECASE
)
_CORRECT = re.compile(r"correct(?: answer)?[!:]?", re.IGNORECASE)
_SOON = 10  # lines with text between the options and the answer, on pages full of controls
_LONGEST_CONTROL = 15  # words
_TOO_LONG = 1200  # characters: an unlabelled paragraph after the answer is an article by then


def read(
    page: Page, start: Opening, keyed: frozenset[int], stop: int
) -> tuple[Question, list[Chrome], int, tuple[tuple[int, str], ...]]:
    """The question that opens at ``start``, the chrome within, the index behind it, and its roles.

    Roles are pairs of the index of a line and the part that it plays.
    """
    draft = Draft(start)
    roles = dict.fromkeys(range(start.line, start.rest), "stem")
    if start.inline:
        line = page.lines[start.line]
        stem, several = options.run(start.inline)
        draft.stem.append(Line(line.number, stem, stem))
        if several:
            draft.options.extend(several)
            draft.part, draft.option_line = "options", line
    at = start.rest
    while at < stop:
        if page.lines[at].text:
            sites = len(draft.chrome)
            taken = _take(page, draft, at, keyed)
            roles[at] = "site" if len(draft.chrome) > sites else draft.part.split()[0]
            if not taken:
                break
        at += 1
    at = drafts.without_headings(page, draft, at) if draft.part == "stem" else at
    late = drafts.late_options(page, draft, at, stop)
    roles |= dict.fromkeys(range(at, late), "options")
    question = drafts.finish(page, draft)
    roles |= dict.fromkeys((number - 1 for number in draft.found_late), "options")
    return question, draft.chrome, late, tuple(roles.items())


def _take(page: Page, draft: Draft, at: int, keyed: frozenset[int]) -> bool:
    """Give one line to the draft; False where the question ends before it."""
    line = page.lines[at]
    text = line.text
    if line.verbatim:
        return _plain(page, draft, at)
    inside = at > draft.opening.rest or bool(draft.opening.inline)
    another = inside and starts_another(page, at, draft.opening.number, keyed)
    if another and options.run(text)[0] and options.run(text)[1]:
        return False  # the next question with its options on the same line
    if another and not draft.options and draft.part in ("answer", "explanation"):
        return False  # its number is no first option: this question has been answered
    if _option(page, draft, at):
        return True
    if another:
        return False
    if _marks_next(page, draft, at):
        draft.tick_next = True
        return True
    value = markers.answer(text)
    if value is not None and not (draft.part == "explanation" and len(text.split()) > 25):
        _answer(draft, line, value)
        return True
    reason = markers.explanation(text)
    if reason is not None:
        draft.part, draft.labelled = "explanation", True
        if reason:
            draft.explanation.append(Line(line.number, reason, reason))
        return True
    note = markers.option_note(text)
    if note and note[0] in {o.label for o in draft.options}:
        _note(draft, note[0], note[1])
        return True
    why = page.chrome(at)
    if why and not (draft.part == "stem" and not draft.stem):
        draft.chrome.append(Chrome(text, why, line.number))
        return not (chrome.opens_footer(why) and draft.part != "stem")
    return _plain(page, draft, at)


def _option(page: Page, draft: Draft, at: int) -> bool:
    line = page.lines[at]
    expected = (
        options.following(draft.options[-1].label)
        if draft.options and draft.options[-1].label
        else ()
    )
    prefix, several = options.run(line.text, expected[0] if expected else "")
    if several and (not prefix or not draft.options):
        if prefix:
            draft.stem.append(Line(line.number, prefix, prefix))
        draft.options.extend(several)
        draft.part, draft.option_line = "options", line
        return True
    for found in (markers.letter(line.text), markers.ordinal(line.text), markers.bullet(line.text)):
        if found and _fits(page, draft, at, found, expected):
            draft.options.append(found)
            draft.part, draft.option_line = "options", line
            return True
        if found and found.label and _is_note(draft, found):
            _note(draft, found.label, found.text)
            return True
    return False


def _fits(page: Page, draft: Draft, at: int, found: Marked, expected: tuple[str, ...]) -> bool:
    """Whether a marked line is the next option of this question."""
    if not draft.options:
        return bool(draft.stem) and _is_first(page, draft, at, found)
    first = draft.options[0].style
    if found.style != first and {found.style, first} != {"bullet", "box"}:
        return False
    if not found.label:
        return draft.part == "options"
    used = {o.label for o in draft.options}
    if found.label in expected and (draft.part != "explanation" or found.style != "ordinal"):
        return True
    # The page may print the right option first, and the others below the explanation.
    return (
        draft.part in ("explanation", "options")
        and found.label not in used
        and found.label in "ABCDE"
        and draft.options[0].label != "A"
    )


def _is_first(page: Page, draft: Draft, at: int, found: Marked) -> bool:
    """Whether a marked line is the first option below the stem."""
    if found.style in ("letter", "small"):
        return options.lettered_run(page, at) or (draft.opening.labelled and found.label in "ABCDE")
    complete = markers.finished(draft.stem[-1].text) or draft.opening.labelled
    below = page.next(at + 1)
    follower = page.lines[below].text if below < len(page.lines) else ""
    if found.style == "ordinal":
        second = markers.ordinal(follower)
        return found.label == "1" and (complete or (second is not None and second.label == "2"))
    if page.lines[at].text[0] in markers.CHECKS and not markers.bullet(follower):
        return False  # a tick before one of several lines without markers
    return draft.part == "stem" and (complete or found.style == "box")


def _is_note(draft: Draft, found: Marked) -> bool:
    """``B. Correct. The ...`` after the options: what is said of an option, not the option."""
    return (
        draft.part != "stem"
        and found.style in ("letter", "small")
        and found.label in {o.label for o in draft.options}
        and (draft.part == "explanation" or bool(_VERDICT.match(found.text)))
    )


def _note(draft: Draft, label: str, text: str) -> None:
    verdict = _VERDICT.match(text)
    if verdict and verdict["no"].lower() in ("correct", "right", "true") and not draft.key:
        draft.key = label
    known = draft.notes.get(label)
    draft.notes[label] = f"{known} {text}" if known else text
    draft.part = f"note {label}"


def _answer(draft: Draft, line: Line, value: str) -> None:
    if draft.key and value and value.lower() not in draft.key.lower():
        draft.explanation.append(line)  # a second answer explains the first, or contradicts it
    elif not draft.key or not value:
        draft.key = draft.key or value
        draft.key_line = line
    draft.part = "answer"


def _plain(page: Page, draft: Draft, at: int) -> bool:
    """A line without a marker goes to the part that is being read."""
    if draft.part == "stem":
        return _more_stem(page, draft, at)
    if page.key_heading(at) and page.gap(at):
        return False
    if draft.part == "options":
        return _after_option(page, draft, at)
    if draft.part.startswith("note ") and _goes_on(page, at):
        draft.notes[draft.part.removeprefix("note ")] += " " + page.lines[at].text
        return True
    if draft.part == "answer" and _more_answer(page, draft, at):
        return True
    draft.part = "explanation"
    return _more_explanation(page, draft, at)


def _goes_on(page: Page, at: int) -> bool:
    """Whether a line continues the sentence of the line above it."""
    return not page.gap(at) and page.continues(page.lines[at - 1], page.lines[at])


def _more_stem(page: Page, draft: Draft, at: int) -> bool:
    if page.markdown and page.heading(at) and draft.stem:
        return False
    ends = page.gap(at) and page.is_prose(at)
    if ends and any(markers.finished(line.text) for line in draft.stem):
        return False  # an article: the page lost options, answer and explanation
    line = page.lines[at]
    if draft.tick_next:
        line = replace(line, text=f"✓ {line.text}")
        draft.tick_next = False
    draft.stem.append(line)
    return True


def _marks_next(page: Page, draft: Draft, at: int) -> bool:
    """``Correct!`` above an option without a letter, as learning platforms show an attempt."""
    if draft.part != "stem" or not _CORRECT.fullmatch(page.lines[at].text):
        return False
    below = page.next(at + 1)
    if below != at + 1 or below == len(page.lines):
        return False
    asked = any(markers.finished(line.text) for line in draft.stem)
    return asked and len(page.lines[below].text.split()) <= _LONGEST_CONTROL


def _more_answer(page: Page, draft: Draft, at: int) -> bool:
    """The value below an empty answer line, or the rest of a wrapped one."""
    line = page.lines[at]
    if not draft.key:
        draft.key = line.text
    elif len(draft.key) > 2 and _goes_on(page, at) and page.lines[at - 1] is draft.key_line:
        draft.key += f" {line.text}"
    else:
        return False
    draft.key_line = line
    return True


def _more_explanation(page: Page, draft: Draft, at: int) -> bool:
    if heading := page.heading(at):
        # "Why the other options are wrong" goes on; any other heading opens the article.
        return bool(_WRONG_OPTIONS.search(heading[1]))
    if not draft.labelled and not (draft.answered and _explains(page, at)):
        return False
    draft.explanation.append(page.lines[at])
    return True


def _explains(page: Page, at: int) -> bool:
    """Whether a paragraph without a label can be the explanation: it is prose, and no article."""
    line = page.lines[at]
    if not page.gap(at) and page.continues(page.lines[at - 1], line):
        return True
    words = len(line.text.split())
    return (
        len(line.text) <= _TOO_LONG
        and words >= 5
        and (bool(page.width) or line.text[-1] in '.!?”"’)')
    )


def _after_option(page: Page, draft: Draft, at: int) -> bool:
    line = page.lines[at]
    before = page.lines[at - 1]
    if (
        not page.gap(at)
        and (page.continues(before, line) or line.indent > 3)
        and draft.option_line is before
    ):
        last = draft.options[-1]
        draft.options[-1] = Marked(last.style, last.label, f"{last.text} {line.text}", last.marked)
        draft.option_line = line
        return True
    if line.verbatim:
        last = draft.options[-1]
        draft.options[-1] = Marked(last.style, last.label, f"{last.text}\n{line.raw}", last.marked)
        return True
    coming = options.following(draft.options[-1].label) if draft.options[-1].label else ()
    more = any(
        (found := markers.letter(other.text)) and found.label in coming
        for other in page.lines[at + 1 : at + 6]
        if other.text
    )
    if _rest_follows(page, draft, at):
        draft.chrome.append(Chrome(line.text, "control", line.number))
        return True
    if not more and (page.heading(at) or not draft.answered or not _explains(page, at)):
        return False
    draft.part = "explanation"
    draft.explanation.append(line)
    return True


def _rest_follows(page: Page, draft: Draft, at: int) -> bool:
    """The answer, or the explanation, comes soon: what stands before it is a control."""
    labels = {o.label for o in draft.options}
    for _ in range(_SOON):
        text = page.lines[at].text
        if len(text.split()) > _LONGEST_CONTROL or starts_another(page, at, None, frozenset()):
            return False
        at = page.next(at + 1)
        if at == len(page.lines):
            return False
        if draft.answered:
            if markers.explanation(page.lines[at].text) is not None:
                return True
            continue
        value = markers.answer(page.lines[at].text)
        below = page.next(at + 1)
        if value == "" and below < len(page.lines):
            value = page.lines[below].text
        if value and (
            value.strip("(). ").upper()[:1] in labels or any(o.text in value for o in draft.options)
        ):
            return True
    return False
