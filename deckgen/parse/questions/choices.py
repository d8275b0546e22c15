"""The options of the question that is being read: which line begins one, and what belongs to it."""

import re
from dataclasses import replace

from deckgen.model.document import Chrome
from deckgen.parse import markers, wording, wrapping
from deckgen.parse.markers import Marked
from deckgen.parse.page import Page
from deckgen.parse.questions import options
from deckgen.parse.questions.drafts import Draft
from deckgen.parse.questions.openings import starts_another

_VERDICT = re.compile(
    r"^(?:is\s+)?(?P<no>(?:in|not\s+)?correct|wrong|false|right|true)\b[\s.:,;–—-]*", re.IGNORECASE
)
# The answer behind options that stand on one line: "(a) A (b) C  Answer: b".
_ANSWER_BEHIND = re.compile(
    r"[\s.;(\[](?=(?:ans|answer|key|correct answer)\s{0,2}[.:=]?\s{0,2}[:.=-])", re.IGNORECASE
)
_ANNOUNCED = re.compile(
    r"(?:options|choices|answers|optionen|opciones|opções|opzioni)\s?:?", re.IGNORECASE
)
_CODE = re.compile(
    r"\(?[A-Ea-e]\)?\s?[-–—→:]\s?\(?(?:[ivxIVX]{1,4}|\d)\)?\s?[,;]?\s?\(?[A-Ea-e]\)?\s?[-–—→:]"
)
_CALLED = re.compile(rf"(?:{wording.QUESTION}|q\.?|item)\s?#?\d", re.IGNORECASE)
_MOST_BULLETS = 8
_SOON = 10  # lines with text between the options and the answer, on pages full of controls
_LONGEST_CONTROL = 15  # words
_FAR = 14  # lines between a statement with a Roman numeral and the options below


def take(page: Page, draft: Draft, at: int) -> bool:
    """Whether a line is an option of this question, or is said of one; then the draft has it."""
    line = page.lines[at]
    last = draft.options[-1] if draft.options else None
    expected = options.following(last.label, last.style) if last and last.label else ()
    prefix, several = options.run(line.text, expected[0] if expected else "")
    announced = bool(_ANNOUNCED.fullmatch(prefix))
    if several and (not prefix or not draft.options):
        if prefix and not announced:
            draft.stem.append(replace(line, text=prefix, raw=prefix))
        run(page, draft, several, at)
        draft.begin_options(line)
        return True
    for found in _readings(line.text):
        if _fits(page, draft, at, found, expected):
            draft.options.append(found)
            draft.begin_options(line)
            return True
        if found.label and _is_note(draft, found):
            note(draft, found.label, found.text)
            return True
    return False


def run(page: Page, draft: Draft, several: tuple[Marked, ...], at: int) -> None:
    """Options that stand on one line, with the answer that may stand behind the last of them."""
    *others, last = several
    behind = _ANSWER_BEHIND.search(last.text)
    value = markers.answer(last.text[behind.end() :].rstrip(")]")) if behind else None
    if behind and value:
        text = last.text[: behind.start()].rstrip()
        if not any(option.text.endswith(".") for option in others):
            text = text.removesuffix(".")  # it ends the sentence of all of them
        last = replace(last, text=text)
        draft.key = draft.key or value
        draft.key_line = draft.key_line or page.lines[at]
    draft.options.extend([*others, last])


def _readings(text: str) -> list[Marked]:
    """A line as an option, in each way in which it may be one."""
    ways = (markers.roman, markers.letter, markers.ordinal, markers.bullet, markers.bare_letter)
    return [found for way in ways if (found := way(text)) is not None]


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
    if found.style == "bare letter":
        return options.lettered_run(page, at)
    if found.style != "ordinal" and _codes_below(page, at):
        return False
    if found.style in ("letter", "small", "ring"):
        return options.lettered_run(page, at) or (draft.opening.labelled and found.label in "ABCDE")
    below = page.next(at + 1)
    follower = page.lines[below].text if below < len(page.lines) else ""
    if found.style.lower() == "roman":
        second = markers.roman(follower)
        follows = second is not None and (second.label, second.style) == ("II", found.style)
        return found.label == "I" and follows and not _letters_below(page, at)
    complete = markers.finished(_last_words(draft)) or draft.opening.labelled
    complete = complete or (_judged(page.lines[at].text) and _judged(follower))
    if found.style == "ordinal":
        second = markers.ordinal(follower)
        return found.label == "1" and (complete or (second is not None and second.label == "2"))
    if page.lines[at].text[0] in markers.CHECKS and not markers.bullet(follower):
        return False  # a tick before one of several lines without markers
    inner = markers.bullet(follower) if found.label == "A" else None
    lettered = inner is not None and inner.label == "B"
    sure = complete or lettered or found.style == "box" or _one_is_marked(page, draft, at)
    return draft.part == "stem" and sure


def _one_is_marked(page: Page, draft: Draft, at: int) -> bool:
    """Bullets of which some are marked complete a question that is called one (``Q2.``).

    Below a numbered line of notes, what is bold in a list is only important.
    """
    if not _CALLED.match(markers.bare(page.lines[draft.opening.line].text)):
        return False
    marks: list[bool] = []
    while at < len(page.lines) and (found := markers.bullet(page.lines[at].text)):
        marks.append(found.marked)
        at = page.next(at + 1)
    return 1 < len(marks) <= _MOST_BULLETS and any(marks) and not all(marks)


def _judged(text: str) -> bool:
    """``✗ text``: an option with its verdict."""
    return text[:1] in markers.CHECKS + markers.CROSSES and markers.bullet(text) is not None


def _last_words(draft: Draft) -> str:
    """The last line of the stem that is no code, table or picture."""
    said = [ln.text for ln in draft.stem if not ln.verbatim and not ln.text.startswith("![")]
    return said[-1] if said else ""


def _letters_below(page: Page, at: int) -> bool:
    """Options with letters stand below statements with Roman numerals: "A. I only"."""
    for here in range(at + 1, min(at + _FAR, len(page.lines))):
        text = page.lines[here].text
        if markers.numbered(text) or markers.answer(text) is not None:
            return False
        if not markers.roman(text) and options.lettered_run(page, here):
            return True
    return False


def stand_below(page: Page, at: int) -> bool:
    """Whether options with letters stand in a block of text, or right below it."""
    end = at
    while end < len(page.lines) and page.lines[end].text:
        end += 1
    return any(
        options.lettered_run(page, i)
        for i in (*range(at, end), page.next(end))
        if i < len(page.lines)
    )


def _codes_below(page: Page, at: int) -> bool:
    """Options with numbers that pair a list with letters stand below it: "1. A-ii, B-i"."""
    for line in page.lines[at + 1 : at + _FAR]:
        code = markers.ordinal(line.text)
        if code and _CODE.match(code.text):
            return True
        if markers.answer(line.text) is not None:
            return False
    return False


def _is_note(draft: Draft, found: Marked) -> bool:
    """``B. Correct. The ...`` after the options: what is said of an option, not the option."""
    if draft.part == "answer" and not draft.answered:
        return False  # the answer, below its label
    return (
        draft.part != "stem"
        and found.style in ("letter", "small", "bullet")
        and found.label in {o.label for o in draft.options}
        and (draft.part not in ("options", "stem") or bool(_VERDICT.match(found.text)))
    )


def note(draft: Draft, label: str, text: str) -> None:
    """What is said of one option alone; it may say that this one is right."""
    verdict = _VERDICT.match(text)
    if verdict and verdict["no"].lower() in ("correct", "right", "true") and not draft.key:
        draft.key = label
    if verdict and text.startswith("is "):  # without its subject, which the letter was
        text = text[3:4].upper() + text[4:]
    known = draft.notes.get(label)
    draft.notes[label] = f"{known} {text}" if known else text
    draft.part = f"note {label}"


def rationale(page: Page, draft: Draft, at: int, text: str) -> bool:
    """``Rationale: Incorrect. ...`` below each option is said of the option right above it."""
    last = draft.options[-1] if draft.options else None
    if draft.part != "options" or last is None or not last.label or page.gap(at):
        return False
    verdict = _VERDICT.match(text)
    parted = verdict is not None and verdict[0].rstrip()[-1] in ".:,;–—-"
    if not parted or last.label in draft.notes:
        return False
    if not (draft.notes or more_coming(page, draft, at)):
        return False
    note(draft, last.label, text)
    return True


def inside(page: Page, draft: Draft, at: int) -> bool:
    """Whether a line of Markdown belongs to the option above it, by its indentation."""
    line = page.lines[at]
    if not page.markdown or draft.part != "options" or draft.indent is None:
        return False
    if line.indent < draft.indent + 2 or (line.verbatim and not draft.options):
        return False
    last = draft.options[-1]
    expected = options.following(last.label, last.style) if last.label else ()
    named = any(found.label and found.label in expected for found in _readings(line.text))
    return line.verbatim or not named


def extend(page: Page, draft: Draft, at: int) -> None:
    """One more line for the last option, as its author wrote it."""
    line, last = page.lines[at], draft.options[-1]
    begins = line.verbatim and not page.lines[at - 1].verbatim
    if not line.verbatim or begins:
        draft.shift = line.indent if line.verbatim else (draft.indent or 0) + 2
    raw = line.raw[min(line.indent, draft.shift) :]
    if not (
        line.verbatim or page.gap(at) or markers.bullet(line.text) or markers.ordinal(line.text)
    ):
        raw = line.text  # the sentence goes on
    before = last.text.rpartition("\n")[2]
    parted = page.gap(at) or (markers.bullet(raw.strip()) and not markers.bullet(before.strip()))
    between = "\n\n" if parted or begins else "\n"
    draft.options[-1] = replace(last, text=f"{last.text}{between}{raw}" if last.text else raw)
    draft.option_line = line


def after(page: Page, draft: Draft, at: int) -> bool | None:
    """A line without a marker below an option: True where the draft has it, None where not yet."""
    line = page.lines[at]
    before = page.lines[at - 1]
    last = draft.options[-1]
    if not last.text and not line.verbatim:  # a letter alone, its text on the line below
        said = markers.unlettered(line.text)
        draft.options[-1] = replace(last, text=said.text, marked=last.marked or said.marked)
        draft.option_line = line
        return True
    # A short option is complete: a sentence below it is said of the question.
    hangs = line.text[:1].islower() or page.full(before) or line.indent > 3
    if not page.gap(at) and hangs and draft.option_line is before:
        joined = (
            f"{last.text}\n{line.raw}"
            if before.verbatim
            else wrapping.glued(last.text, before, line, page.words, " ") + line.text
        )
        draft.options[-1] = replace(last, text=joined)
        draft.option_line = line
        return True
    if line.verbatim:
        extend(page, draft, at)
        return True
    if _rest_follows(page, draft, at):
        draft.chrome.append(Chrome(line.text, "control", line.number))
        return True
    return None


def more_coming(page: Page, draft: Draft, at: int) -> bool:
    """Whether the next option stands a few lines further down."""
    last = draft.options[-1]
    coming = options.following(last.label, last.style) if last.label else ()
    return any(
        (found := markers.letter(other.text)) and found.label in coming
        for other in page.lines[at + 1 : at + 6]
        if other.text
    )


def _rest_follows(page: Page, draft: Draft, at: int) -> bool:
    """The answer, or the explanation, comes soon: what stands before it is a control."""
    labels = {o.label for o in draft.options}
    for _ in range(_SOON):
        text = page.lines[at].text
        again = markers.letter(text)
        if again and again.label == draft.options[0].label and options.lettered_run(page, at):
            return False  # the options of another question
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
