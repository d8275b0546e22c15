"""A text with deletions as one of its cards shows it: Anki's filter ``cloze:``, sign for sign."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_DEEPEST = 10  # deletions inside each other that Anki follows
_TOKEN = re.compile(r"\{\{c(?P<numbers>,*[0-9][0-9,]*)::|\}\}")
_OPENS = re.compile(r"\\[(\[]")
_CLOSES = re.compile(r"\\[)\]]")
_TAG = re.compile(r"<[^>]*>")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}
_SIGN = re.compile(r"[^0-9A-Za-z\u0100-\U0010ffff]")


@dataclass(slots=True)
class _Deletion:
    """A deletion that is being read, or has been: its numbers, what it hides, its hint."""

    numbers: tuple[int, ...]
    nodes: list["str | _Deletion"] = field(default_factory=list)
    hint: str = "..."

    @property
    def ordinal(self) -> str:
        return ",".join(map(str, self.numbers))


def revealed(text: str, number: int, *, asking: bool) -> str:
    """The text of the card ``number``; ``asking``, its deletions are hidden.

    Empty where the text has no such deletion, as in Anki.
    """
    nodes = _read(text)
    if not _holds(nodes, number):
        return ""
    return _with_bare_formulas("".join(_shown(node, number, asking=asking) for node in nodes))


def typed(text: str, number: int) -> str:
    """What a learner has to type for the card ``number``."""
    found = list(_hidden(_read(text), number))
    return found[0] if len(set(found)) == 1 else ", ".join(found)


def _with_bare_formulas(text: str) -> str:
    """The text, its formulas without the tags of deletions: MathJax would not understand them."""
    parts: list[str] = []
    last = 0
    while opening := _OPENS.search(text, last):
        closing = _CLOSES.search(text, opening.end())
        if not closing:
            break
        parts.append(text[last : opening.end()])
        parts.append(_without_tags(text[opening.end() : closing.start()]) + closing[0])
        last = closing.end()
    return "".join([*parts, text[last:]])


def _without_tags(text: str) -> str:
    end = text.rfind(">") + 1  # behind it no tag is closed, and looking for one takes long
    return _TAG.sub("", text[:end]) + text[end:]


def _shown(node: "str | _Deletion", number: int, *, asking: bool) -> str:
    if isinstance(node, str):
        return node
    inside = "".join(_shown(each, number, asking=asking) for each in node.nodes)
    if number not in node.numbers:
        return f'<span class="cloze-inactive" data-ordinal="{node.ordinal}">{inside}</span>'
    if not asking:
        return f'<span class="cloze" data-ordinal="{node.ordinal}">{inside}</span>'
    return (
        f'<span class="cloze" data-cloze="{_attribute(inside)}" data-ordinal="{node.ordinal}">'
        f"[{node.hint}]</span>"
    )


def _attribute(text: str) -> str:
    """A value as Anki writes it: every sign below U+0100 by its number."""
    return _SIGN.sub(lambda m: _NAMED.get(m[0], f"&#x{ord(m[0]):02X};"), text)


def _read(text: str) -> list[str | _Deletion]:
    output: list[str | _Deletion] = []
    opened: list[_Deletion] = []
    last = 0
    for token in _TOKEN.finditer(text):
        _add(text[last : token.start()], opened, output)
        last = token.end()
        if token["numbers"]:
            if len(opened) < _DEEPEST:
                numbers = {int(n) for n in token["numbers"].split(",") if n}
                opened.append(_Deletion(tuple(sorted(n for n in numbers if n < 65536))))
        elif opened:
            closed = opened.pop()
            (opened[-1].nodes if opened else output).append(closed)
        else:
            output.append("}}")
    _add(text[last:], opened, output)
    return output


def _add(text: str, opened: list[_Deletion], output: list[str | _Deletion]) -> None:
    if not text:
        return
    if not opened:
        output.append(text)
        return
    said, colons, hint = text.partition("::")
    opened[-1].hint = hint if colons else opened[-1].hint
    opened[-1].nodes.append(said)


def _holds(nodes: Sequence[str | _Deletion], number: int) -> bool:
    return any(
        number in node.numbers or _holds(node.nodes, number)
        for node in nodes
        if isinstance(node, _Deletion)
    )


def _hidden(nodes: Sequence[str | _Deletion], number: int) -> list[str]:
    found: list[str] = []
    for node in nodes:
        if isinstance(node, _Deletion):
            found += [_whole(node)] if number in node.numbers else []
            found += _hidden(node.nodes, number)
    return found


def _whole(node: "str | _Deletion") -> str:
    return node if isinstance(node, str) else "".join(_whole(each) for each in node.nodes)
