"""One question, read line by line: stem, options, answer, explanation, in whatever order."""

import re
from dataclasses import replace

from deckgen.model.document import Chrome, Question
from deckgen.parse import chrome, markers, metadata, tags
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.questions import choices, drafts, interludes, options, shown, statements
from deckgen.parse.questions.drafts import Draft
from deckgen.parse.questions.openings import (
    Opening,
    asks,
    asks_anew,
    asks_for_truth,
    stands_on_boxes,
    starts_another,
)

_WRONG_OPTIONS = re.compile(
    r"\b(?:other|wrong|incorrect|remaining|these)\b.*\b(?:options?|answers?|choices?|ones?)\b"
    r"|\b(?:why|how|what)\b.{0,40}\b(?:others|rest)\b"
    r"|\bwhy not\b|\bdistractors?\b|\b(?:in)?correct\b",
    re.IGNORECASE,
)
# What stands over the parts of one explanation.
_PART = re.compile(
    r"(?:key|important|additional|more|quick|bonus|learning|teaching|educational|exam|hinglish)? ?"
    r"(?:points?|information|facts?|notes?|tips?|takeaways?|objectives?|pearls?|bottom line"
    r"|calculations?|concepts?(?: used)?|given|analysis|steps?|working|formula(?: used)?)\s?:?"
    r"|(?:step|method|approach) \d{1,2}\s?:?|mistake points?",
    re.IGNORECASE,
)
_PAIR = re.compile(r"[^\W\d_][^:.?!]{2,40}:\s\S.{2,200}")  # "Diagnosis: ultrasound"
_RULE = re.compile(r"-{3,}|\*{3,}|_{3,}|(?:[-*_] ){2,8}[-*_]")
_LETTER = re.compile(r"\(?[A-Za-z]\)?\.?")
_CORRECT = re.compile(r"correct(?: answer)?[!:]?", re.IGNORECASE)
_LONGEST_CONTROL = 15  # words
_LONGEST_OPTION = 25  # words
_FEWEST_LINES = 3  # two sentences above an answer may be a paragraph
_TOO_LONG = 1200  # characters: an unlabelled paragraph after the answer is an article by then


def read(
    page: Page, start: Opening, keyed: frozenset[int], stop: int
) -> tuple[Question, list[Chrome], int, tuple[tuple[int, str], ...]]:
    """The question that opens at ``start``, the chrome within, the index behind it, and its roles.

    Roles are pairs of the index of a line and the part that it plays.
    """
    draft = Draft(start)
    roles = dict.fromkeys(range(start.line, start.rest), "stem")
    if start.above:
        roles[start.line - 1] = "answer"
    if start.key:
        draft.key, draft.key_line = start.key, page.lines[start.line - start.above]
        draft.part = "stem" if start.above else "answer"
    if start.inline:
        line = page.lines[start.line]
        stem, several = options.run(start.inline)
        draft.stem.append(Line(line.number, stem, stem))
        if several:
            choices.run(page, draft, several, start.line)
            draft.begin_options(line)
    at = start.rest
    while at < stop and not page.lines[at].drafted:
        if draft.answered and (names := tags.of_line(page.lines[at])):
            draft.tags += names
            roles[at] = "tags"
        elif page.lines[at].text:
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
    if choices.inside(page, draft, at):
        choices.extend(page, draft, at)
        return True
    if line.verbatim:
        return _plain(page, draft, at)
    if draft.part == "stem" and draft.stem and asks_for_truth(text):
        draft.chrome.append(Chrome(text, "instructions", line.number))
        return True
    if _is_listed(page, draft, at):
        draft.stem.append(line)
        return True
    inside = at > draft.opening.rest or bool(draft.opening.inline)
    another = inside and starts_another(page, at, draft.opening.number, keyed)
    another = another or (draft.part == "explanation" and asks_anew(page, at))
    if (inside and _copied(draft, text)) or (another and _surely(draft, text)):
        return False
    if draft.answered and draft.part != "answer" and stands_on_boxes(page, at):
        return False
    if _shows_right(page, draft, at) or choices.take(page, draft, at):
        return True
    if another or (draft.complete and page.gap(at) and _RULE.fullmatch(text)):
        return False
    if _marks_next(page, draft, at):
        draft.tick_next = True
        return True
    taken = _labelled(page, draft, at)
    if taken is not None:
        return taken
    about = metadata.about(text) if draft.part != "stem" else ""
    why = page.chrome(at) or about
    if why and not (draft.part == "stem" and not draft.stem):
        draft.chrome.append(Chrome(text, why, line.number))
        return not (chrome.opens_footer(why) and draft.part != "stem")
    return _plain(page, draft, at)


def _is_listed(page: Page, draft: Draft, at: int) -> bool:
    """Whether a line of the stem belongs to what the options below it name: ``1 only``."""
    if draft.part == "stem" and draft.stem and at >= draft.listed:
        draft.listed = statements.options_below(page, at)
    return at < draft.listed


def _shows_right(page: Page, draft: Draft, at: int) -> bool:
    """Take the key where the right option stands a second time, below "Correct answer" or not."""
    if draft.part == "answer" and (not draft.key or draft.keys_shown):
        found = shown.below_label(page, at, draft.options)
    elif draft.part == "options" and not draft.answered:
        found = shown.again(page, at, draft.options)
    else:
        found = None
    if found is None:
        return False
    if draft.keys_shown and not page.gap(at):
        draft.keys_shown += (found.label,)
        draft.key = ", ".join(draft.keys_shown)
    elif draft.keys_shown:
        return False
    else:
        draft.keys_shown = (found.label,) if found.label else ()
        plain = page.lines[at].text
        if found.marked:
            plain = f"{found.label}. {found.text}" if found.label else found.text
        _answer(draft, page.lines[at], plain)
    return True


def _surely(draft: Draft, text: str) -> bool:
    """Whether what may be the next question is no option of this one."""
    if options.run(text)[0] and options.run(text)[1]:
        return True  # it has its options on the same line
    # Its number is no first option where this question has been answered.
    return not draft.options and draft.part in ("answer", "explanation")


def _copied(draft: Draft, text: str) -> bool:
    """Whether the page shows this question a second time, now with its answer perhaps."""
    found = markers.numbered(text)
    return bool(found and draft.stem and found[1] == draft.stem[0].text)


def _labelled(page: Page, draft: Draft, at: int) -> bool | None:
    """``Answer: ...``, ``Explanation: ...``, ``Option B: ...``; None for a line without a label."""
    line = page.lines[at]
    text = line.text
    value = markers.answer(text)
    if value is not None and not (draft.part == "explanation" and len(text.split()) > 25):
        if value and draft.key and page.gap(at) and not draft.options and value != draft.key:
            return False  # the answer to another question
        _answer(draft, line, value)
        return True
    reason = markers.explanation(text)
    if reason and _LETTER.fullmatch(reason) and draft.options and not draft.answered:
        _answer(draft, line, reason)  # "Solution: C"
        return True
    if reason and choices.rationale(page, draft, at, reason):
        return True
    if reason is not None:
        draft.part, draft.labelled = "explanation", True
        if reason:
            draft.explanation.append(Line(line.number, reason, reason))
        return True
    note = markers.option_note(text)
    if note and note[0] in {o.label for o in draft.options}:
        choices.note(draft, note[0], note[1])
        return True
    return None


def _answer(draft: Draft, line: Line, value: str) -> None:
    if draft.key and value and value.lower() not in draft.key.lower():
        draft.explanation.append(line)  # a second answer explains the first, or contradicts it
    elif not draft.key or not value:
        draft.key = draft.key or value
        draft.key_line = line if draft.key else None
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
    if draft.part == "answer" and page.saved and interludes.explained_soon(page, at):
        draft.chrome.append(Chrome(page.lines[at].text, "count", page.lines[at].number))
        return True
    draft.part = "explanation"
    return _more_explanation(page, draft, at)


def _goes_on(page: Page, at: int) -> bool:
    """Whether a line continues the sentence of the line above it."""
    return not page.gap(at) and page.continues(page.lines[at - 1], page.lines[at])


def _more_stem(page: Page, draft: Draft, at: int) -> bool:
    if page.markdown and page.heading(at) and draft.stem:
        return False
    ends = page.gap(at) and not page.lines[at].verbatim and page.is_prose(at)
    ends = ends and not choices.stand_below(page, at) and not _are_lines_above_answer(page, at)
    if ends and any(markers.finished(line.text) for line in draft.stem):
        return False  # an article: the page lost options, answer and explanation
    line = page.lines[at]
    if page.markdown and not draft.stem and (heading := page.heading(at)):
        line = replace(line, text=heading[1])
    if draft.tick_next:
        line = replace(line, text=f"✓ {line.text}")
        draft.tick_next = False
    draft.stem.append(line)
    return True


def _are_lines_above_answer(page: Page, at: int) -> bool:
    """Long options, one a line, with the answer or the explanation right below them."""
    end = at
    while end < len(page.lines) and page.lines[end].text:
        line = page.lines[end]
        if len(line.text.split()) > _LONGEST_OPTION:
            return False
        if end > at and page.continues(page.lines[end - 1], line):
            return False
        end += 1
    below = page.next(end)
    if end - at < _FEWEST_LINES or below == len(page.lines):
        return False
    text = page.lines[below].text
    return markers.answer(text) is not None or markers.explanation(text) is not None


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
    if page.markdown and not draft.options and (draft.body or not draft.key):
        if page.heading(at):
            return False
        draft.body.append(line)
        draft.key_line = draft.key_line or line
        return True
    if not draft.key:
        draft.key = line.text
    elif len(draft.key) > 2 and _goes_on(page, at) and page.lines[at - 1] is draft.key_line:
        draft.key += f" {line.text}"
    else:
        return False
    draft.key_line = line
    return True


def _more_explanation(page: Page, draft: Draft, at: int) -> bool:
    part = draft.labelled and _PART.fullmatch(markers.bare(page.lines[at].text))
    if part or interludes.is_talk(page.lines[at].text):
        draft.chrome.append(Chrome(page.lines[at].text, "label", page.lines[at].number))
        return True
    if draft.labelled and page.saved and not page.markdown and _in_block(page, draft, at):
        draft.explanation.append(page.lines[at])
        return True
    if heading := page.heading(at):
        # "Why the other options are wrong" goes on; any other heading opens the article.
        return bool(_WRONG_OPTIONS.search(heading[1]))
    if not draft.labelled and not (draft.answered and _explains(page, at)):
        return False
    draft.explanation.append(page.lines[at])
    return True


def _in_block(page: Page, draft: Draft, at: int) -> bool:
    """Whether a line opens the explanation, or is a part of its table of facts."""
    if not draft.explanation:
        above = at - 1
        while above > 0 and page.lines[above].blank:
            above -= 1
        label = markers.explanation(page.lines[above].text) == ""
        return label and bool(_PAIR.fullmatch(page.lines[page.next(at + 1) % len(page.lines)].text))
    return not page.gap(at) and bool(_PAIR.fullmatch(page.lines[at].text))


def _explains(page: Page, at: int) -> bool:
    """Whether a paragraph without a label can be the explanation: it is prose, and no article."""
    line = page.lines[at]
    if not page.gap(at) and page.continues(page.lines[at - 1], line):
        return True
    words = len(line.text.split())
    if line.text.startswith("(") and line.text.endswith(")"):
        return False  # a remark about the whole
    return (
        len(line.text) <= _TOO_LONG
        and words >= 5
        and not asks(page, at)
        and (bool(page.width) or line.text[-1] in '.!?”"’)')
    )


def _after_option(page: Page, draft: Draft, at: int) -> bool:
    taken = choices.after(page, draft, at)
    if taken is not None:
        return taken
    if not draft.answered and interludes.answered_soon(page, at, {o.label for o in draft.options}):
        draft.explanation.append(page.lines[at])
        return True
    unexplained = page.heading(at) or not draft.answered or not _explains(page, at)
    if unexplained and not choices.more_coming(page, draft, at):
        return False
    draft.part = "explanation"
    draft.explanation.append(page.lines[at])
    return True
