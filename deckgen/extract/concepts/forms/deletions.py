"""Stretches of a statement that are hidden, and whether hiding them asks anything."""

from deckgen.extract.concepts.forms.wording import content, hide

Span = tuple[int, int]  # begin and end in the text, end excluded

_LEAST_VISIBLE = 3  # words


def hidden(text: str, spans: tuple[Span, ...], *, together: bool = False) -> str:
    """The text with its spans hidden, in reading order: each on its own card, or all on one."""
    parts: list[str] = []
    last = 0
    for number, (begin, end) in enumerate(sorted(spans), 1):
        parts += [text[last:begin], hide(text[begin:end], 1 if together else number)]
        last = end
    return "".join([*parts, text[last:]])


def informative(text: str, span: Span) -> bool:
    """A deletion has two words at least, leaves enough to go by, and is not said beside it."""
    inside = text[span[0] : span[1]]
    outside = text[: span[0]] + " " + text[span[1] :]
    said = content(inside)
    return (
        len(inside.split()) >= 2
        and len(outside.split()) >= _LEAST_VISIBLE
        and bool(said)
        and len(said & content(outside)) <= len(said) / 2
    )
