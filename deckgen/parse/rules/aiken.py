"""Aiken: a question, options A. or A), and ``ANSWER: B`` in capitals, without a blank line."""

import re

from deckgen.model.document import Option, Question
from deckgen.parse import markers
from deckgen.parse.reading import Context, Reading

_OPTION = re.compile(r"(?P<label>[A-Z])[.)] (?P<text>.*\S)")
_ANSWER = re.compile(r"ANSWER: *(?P<key>[A-Z])")
_MOST_STEM = 12  # lines
_MOST_OPTIONS = 26


def read(context: Context, at: int) -> Reading | None:
    """One question, if all of it has exactly this shape."""
    page = context.page
    if not page.gap(at):
        return None
    here = at
    while here - at < _MOST_STEM and here < len(page.lines) and _is_stem(page.lines[here].text):
        here += 1
    first = here
    options: list[Option] = []
    while here < len(page.lines) and len(options) < _MOST_OPTIONS:
        found = _OPTION.fullmatch(page.lines[here].text)
        if not found or found["label"] in {o.label for o in options}:
            break
        options.append(Option(found["text"], found["label"]))
        here += 1
    answer = _ANSWER.fullmatch(page.lines[here].text) if here < len(page.lines) else None
    ends = here + 1 >= len(page.lines) or page.lines[here + 1].blank
    if first == at or len(options) < 2 or not answer or not ends:
        return None
    if any(line.verbatim for line in page.lines[at:here]):
        return None
    line = page.lines[at]
    number, inline = markers.numbered(line.text) or (None, line.text)
    stem = page.join([*page.lines[at:first]]).replace(line.text, inline, 1)
    question = Question(
        stem,
        tuple(options),
        answer["key"],
        (),
        line.number,
        number,
        column=line.indent + 1,
        key_place=(page.lines[here].number, page.lines[here].indent + answer.start("key") + 1),
    )
    roles = [(i, "stem") for i in range(at, first)] + [(i, "options") for i in range(first, here)]
    return Reading((question,), here + 1, (*roles, (here, "answer")))


def _is_stem(text: str) -> bool:
    return bool(text) and not _OPTION.fullmatch(text) and markers.answer(text) is None
