"""Anki's card templates -> HTML, sign for sign as Anki's own engine renders them.

Only what our templates use: fields, sections, the front side on the back, ``cloze:``, ``type:`` and
``type:cloze:``; hints are folds of HTML. tests/test_preview_engine.py compares.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from deckgen.preview import clozes

FRONT_SIDE = "FrontSide"
_TOKEN = re.compile(r"\{\{(?P<tag>.*?)\}\}|<!--.*?-->", re.DOTALL)
# Of a field that holds no more than this, Anki says that it is empty.
_EMPTY = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class _Place:
    """``{{cloze:Text}}``: a field, and what is done to it, from the inside out."""

    field: str
    filters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    """``{{#Hint}}…{{/Hint}}``, or ``{{^Hint}}`` for an empty field."""

    field: str
    negated: bool
    inside: tuple["_Node", ...]


_Node = str | _Place | _Section


def rendered(
    template: str, fields: Mapping[str, str], number: int = 1, front: str | None = None
) -> str:
    """A side of a card.

    ``number`` is that of its deletion, if its note is a cloze; ``front`` is the rendered front, on
    a back. Raises KeyError for a field that the note type does not have.
    """
    return "".join(_filled(_parsed(template), fields, number, front))


def is_card(template: str, fields: Mapping[str, str]) -> bool:
    """Whether Anki makes a card of a front: some field is shown that is not empty."""
    return _shows(_parsed(template), fields)


def _shows(nodes: tuple[_Node, ...], fields: Mapping[str, str]) -> bool:
    for node in nodes:
        if isinstance(node, _Place) and not _is_empty(fields.get(node.field, "")):
            return True
        if isinstance(node, _Section) and _holds(node, fields) and _shows(node.inside, fields):
            return True
    return False


def _filled(
    nodes: tuple[_Node, ...], fields: Mapping[str, str], number: int, front: str | None
) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, _Section):
            if _holds(node, fields):
                yield from _filled(node.inside, fields, number, front)
        elif node.field == FRONT_SIDE:
            yield front or ""
        else:
            yield _filtered(node, fields[node.field], number, asking=front is None)


def _filtered(place: _Place, text: str, number: int, *, asking: bool) -> str:
    if "type" in place.filters[-1:]:
        # Anki's window puts an input in its place, or a comparison.
        kind = "cloze:" if place.filters == ("cloze", "type") else ""
        return f"[[type:{kind}{place.field}]]"
    if place.filters == ("cloze",):
        return clozes.revealed(text, number, asking=asking)
    return text


def _holds(section: _Section, fields: Mapping[str, str]) -> bool:
    return _is_empty(fields[section.field]) is section.negated


def _is_empty(text: str) -> bool:
    return _EMPTY.fullmatch(text) is not None


@cache
def _parsed(template: str) -> tuple[_Node, ...]:
    """The nodes of a template of ours, which closes all that it opens."""
    levels: list[list[_Node]] = [[]]
    last = 0
    for token in _TOKEN.finditer(template):
        if token["tag"] is None:
            continue  # a comment stays as it stands, with all that looks like a field in it
        levels[-1].append(template[last : token.start()])
        last = token.end()
        tag = token["tag"].lstrip("{").strip()
        if tag.startswith("/"):
            inside = tuple(levels.pop())
            opened = levels[-1].pop()
            assert isinstance(opened, _Section)
            levels[-1].append(_Section(opened.field, opened.negated, inside))
        elif tag.startswith(("#", "^")):
            levels[-1].append(_Section(tag[1:].lstrip(), tag.startswith("^"), ()))
            levels.append([])
        else:
            *filters, field = tag.split(":")
            levels[-1].append(_Place(field, tuple(reversed(filters))))
    levels[-1].append(template[last:])
    return tuple(levels[0])
