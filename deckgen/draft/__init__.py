"""Notes with their GUIDs -> a draft: a text in deckgen's own syntax that gives the same notes."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deckgen.draft.markdown import one_line
from deckgen.draft.syntax import written
from deckgen.model.note import Note

_DEEPEST = 6  # levels of headings in Markdown
_SIMPLE = re.compile(r"[A-Za-z][\w./ -]{0,200}")
_LABEL = re.compile(r"\[([^\[\]\n]{1,200})\]")

Named = tuple[Note, str]  # a note, and what it is called: its author's id, or its GUID


@dataclass(frozen=True, slots=True)
class Head:
    """What the front matter of a draft says: the pages that it replaces, deck and common tags."""

    replaces: tuple[str, ...]
    deck: str = ""
    tags: tuple[str, ...] = ()


def draft(head: Head, notes: Sequence[Named], definitions: Iterable[tuple[str, str]]) -> str:
    """The text of a draft: notes in their order, under their headings.

    ``definitions`` are the links and footnotes of the pages, by label: those that are used stand
    at the end.
    """
    parts = [_front_matter(head)]
    trail: tuple[str, ...] = ()
    for note, name in notes:
        headings = _headings(note)
        parts += _opened(trail, headings)
        trail = headings
        own = tuple(tag for tag in note.origin.tags if tag not in head.tags)
        parts.append(written(note, name, own))
    body = "\n\n".join(parts)
    used = {label.lower() for label in _LABEL.findall(body)}
    kept = [text for label, text in dict(definitions).items() if label in used]
    return "\n\n".join([body, *kept]) + "\n"


def _front_matter(head: Head) -> str:
    lines = [f"replaces: {_listed(head.replaces)}"]
    lines += [f"deck: {_quoted(head.deck)}"] if head.deck else []
    lines += [f"tags: {_listed(head.tags)}"] if head.tags else []
    return "\n".join(["---", *lines, "---"])


def _listed(values: Sequence[str]) -> str:
    if len(values) == 1 and _SIMPLE.fullmatch(values[0]):
        return values[0]
    return f"[{', '.join(map(_quoted, values))}]"


def _quoted(value: str) -> str:
    return value if _SIMPLE.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _headings(note: Note) -> tuple[str, ...]:
    return tuple(one_line(text, note.origin.markup) for text in note.origin.headings)


def _opened(trail: tuple[str, ...], headings: tuple[str, ...]) -> list[str]:
    """The headings that lead from one place to the next."""
    same = 0
    while same < min(len(trail), len(headings)) and trail[same] == headings[same]:
        same += 1
    if same == len(headings) < len(trail):  # back up: its own heading once more
        same -= 1
    new = list(enumerate(headings, 1))[max(same, 0) :]
    return [f"{'#' * min(level, _DEEPEST)} {text}" for level, text in new]
