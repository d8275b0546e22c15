"""Questions with their answers and terms with their definitions, as Markdown writes them."""

import re
from collections.abc import Sequence

from deckgen.convert.web.dom import Element
from deckgen.convert.web.sides import Card
from deckgen.convert.web.walk import Styles, Walk
from deckgen.model.source import Place

_BLOCK = re.compile(r"[-*+] |\d{1,9}[.)] |\||```|>|<!--")
_HEADING = re.compile(r"#{1,6} (?P<text>.*)")
_TERM = re.compile(r"[^\W\d_][^.!?;:。；：|<>{}=&@/\\\n]{0,78}")
_LETTERED = re.compile(r"(?:^|\s)\(?[A-Da-d][.)]\s")
_LONGEST_TERM = 8  # words

Lines = list[tuple[str, Place]]


def card(walk: Walk, card: Card, styles: Styles) -> None:
    """A flashcard: a term with its definition, or else a question with its answer."""
    front = card.front.text()
    if (
        _TERM.fullmatch(front)
        and len(front.split()) <= _LONGEST_TERM
        and not card.front.find("img")
    ):
        define(walk, [card.front], card.back, styles)
    else:
        ask(walk, card.front, card.back, styles)


def ask(walk: Walk, question: Element, answers: Sequence[Element], styles: Styles) -> None:
    """``Q:`` and ``A:``; headings and rules, which would end an answer, are bold or nothing."""
    walk.begin()
    walk.out.part()
    # Behind options, "A:" would be another one.
    answer = "Answer:" if len(_LETTERED.findall(question.text())) > 1 else "A:"
    for label, parts in (("Q:", [question]), (answer, answers)):
        lines = _lines(walk, parts, styles)
        if label == "Q:" and lines and (headed := _HEADING.fullmatch(lines[0][0])):
            lines[0] = (headed["text"], lines[0][1])
        walk.out.block(_labelled(label, _flat(lines)))
    walk.out.part()


def define(walk: Walk, terms: Sequence[Element], texts: Sequence[Element], styles: Styles) -> None:
    """Terms, each on a line, and ``: `` in front of each definition; what is below is indented."""
    walk.begin()
    out: Lines = []
    for term in terms:
        lines = [(text, place) for text, place in _lines(walk, [term], styles) if text]
        words = " ".join(_HEADING.sub(r"\g<text>", text) for text, _ in lines)
        out += [(words, lines[0][1])] if lines else []
    for text in texts:
        lines = _lines(walk, [text], styles)
        marks = [": ", *["  "] * len(lines)]
        out += [(m + t if t else "", p) for m, (t, p) in zip(marks, lines, strict=False)]
    walk.out.block(out)


def _lines(walk: Walk, parts: Sequence[Element], styles: Styles) -> Lines:
    """What elements become when they stand for themselves."""
    with walk.aside() as writer:
        for part in parts:
            if part.name in ("img", "ul", "ol", "table", "pre"):
                walk.element(part, styles)
            else:
                walk.children(part, styles)
            walk.begin()
    return list(zip(writer.lines, writer.places, strict=True))


def _labelled(label: str, lines: Lines) -> Lines:
    """Lines behind a label; a list, a table or code begins below it."""
    if not lines:
        return []
    text, place = lines[0]
    if _BLOCK.match(text):
        return [(label, place), ("", place), *lines]
    return [(f"{label} {text}", place), *lines[1:]]


def _flat(lines: Lines) -> Lines:
    out: Lines = []
    fence = ""
    for text, place in lines:
        ticks = re.match("`{3,}", text)
        if ticks and (not fence or text == fence):
            fence = "" if fence else ticks[0]
        elif not fence and (headed := _HEADING.fullmatch(text)):
            text = f"**{headed['text']}**"
        elif not fence and text == "---":
            continue
        if text or fence or (out and out[-1][0]):
            out.append((text, place))
    return out
