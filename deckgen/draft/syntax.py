"""One note in the syntax that deckgen/parse/rules/drafted.py reads: labels at the margin."""

import re

from deckgen.draft.markdown import as_markdown, same_list
from deckgen.model.note import ClozeNote, ConceptNote, Note, QuestionNote

_INDENT = "  "
# A first line on which the id of the note would be lost, or the label be mistaken.
_NO_FIRST_LINE = re.compile(r"```|~~~|[|<>#\s]|[-+*]\s|\d{1,9}[.)]\s|.*\s\s$|$")
_NOT_ALONE = re.compile(
    r"(?:Q|A|Text|Front|Back|Reverse front|Reverse back|Extra|Explanation|Why):|- \["
)


def written(note: Note, name: str, tags: tuple[str, ...]) -> str:
    """A note with its comment, its id, and its tags on a line below."""
    if isinstance(note, QuestionNote):
        lines = _question(note)
    elif isinstance(note, ConceptNote):
        lines = _concept(note)
    else:
        lines = _cloze(note)
    own = f"<!-- id: {name} -->"
    if _NO_FIRST_LINE.match(lines[0]):
        lines.insert(0, own)
    else:
        lines[0] += f" {own}"
    marks = [" ".join(f"#{tag.replace('::', '/')}" for tag in tags)] if tags else []
    return "\n".join([_comment(note), *lines, *marks])


def _comment(note: Note) -> str:
    origin = note.origin
    place = origin.cited or f"{origin.path}, {origin.unit} {origin.line}"
    evidence = "" if isinstance(note, QuestionNote) else _text(note, note.evidence)
    said = f"from: {place}" + (f": {evidence}" if evidence else "")
    said = said.replace("-->", "--&gt;").replace("\n", "&#10;")
    return f"<!-- {'extracted ' if origin.extracted else ''}{said} -->"


def _question(note: QuestionNote) -> list[str]:
    lines = _part("Q:", _text(note, note.stem))
    for choice in note.choices:
        lines += _part("- [x]" if choice.right else "- [ ]", _text(note, choice.text))
        lines += _part("Why:", _text(note, choice.rationale)) if choice.rationale else []
    if not note.choices:
        lines += _part("A:", _text(note, note.answer))
    if note.explanation:
        texts = (_text(note, paragraph) for paragraph in note.explanation)
        lines += _part("Explanation:", "\n\n".join(texts))
    return lines


def _concept(note: ConceptNote) -> list[str]:
    front, back = _text(note, note.front), same_list(note.back, note.origin.markup)
    reverse = _text(note, note.reverse_front), _text(note, note.reverse_back)
    both = reverse == (back, front)
    if "::" in front or "\n" in front + back or _is_taken(front) or not (front and back):
        lines = [*_part("Front:", front), *_part("Back:", back)]
        both = False
    else:
        lines = [f"{front} {':::' if both else '::'} {back}"]
    if any(reverse) and not both:
        lines += [*_part("Reverse front:", reverse[0]), *_part("Reverse back:", reverse[1])]
    return lines + (_part("Extra:", _text(note, note.extra)) if note.extra else [])


def _is_taken(front: str) -> bool:
    """Whether a front at the margin would be something else."""
    return bool(_NO_FIRST_LINE.match(front) or _NOT_ALONE.match(front) or "{{c" in front)


def _cloze(note: ClozeNote) -> list[str]:
    text = _text(note, note.text)
    labelled = "\n" in text or _NO_FIRST_LINE.match(text) or _NOT_ALONE.match(text)
    lines = _part("Text:", text) if labelled else [text]
    return lines + (_part("Extra:", _text(note, note.extra)) if note.extra else [])


def _part(label: str, text: str) -> list[str]:
    """A label with its text: behind it, and indented below it."""
    lines = text.split("\n")
    if _NO_FIRST_LINE.match(lines[0]):
        lines = ["", *lines]
    below = [f"{_INDENT}{line}" if line else "" for line in lines[1:]]
    return [f"{label} {lines[0]}".rstrip() if not lines[0] else f"{label} {lines[0]}", *below]


def _text(note: Note, text: str) -> str:
    return as_markdown(text, note.origin.markup)
