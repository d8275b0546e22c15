"""Notes -> HTML fields, in the order of their note type. The only home of ``markdown``."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial

from deckgen.model.deck import RenderedNote
from deckgen.model.note import EXTRACTED_TAG, ClozeNote, ConceptNote, Note, Origin, QuestionNote
from deckgen.model.source import Markup
from deckgen.notetypes import note_types
from deckgen.render import clozes
from deckgen.render.html import block, disarmed, escape, listing, text_html, words
from deckgen.render.media import described

TYPED_TAG = "type-in"  # the author wants the answer of this card to be typed
_LONGEST_TYPED = 80  # characters: nobody types more without a slip
_ITEM = re.compile(r"(?:(?P<number>\d+)\.|-) (?P<text>.+)")
_HEADINGS_SHOWN = 3
_NONE: Mapping[str, str] = {}

Html = Callable[[str], str]  # the text of a note -> its HTML


def render(note: Note, deck: str, definitions: Mapping[str, str] = _NONE) -> RenderedNote:
    """One note of a deck, its pictures and sounds still to be placed.

    ``definitions`` are the links and footnotes that its document defines, by label.
    """
    html = partial(text_html, markup=note.origin.markup, definitions=definitions)
    if isinstance(note, QuestionNote):
        return _question(note, deck, html)
    if isinstance(note, ConceptNote):
        return _concept(note, deck, html)
    return _cloze(note, deck, html)


def _question(note: QuestionNote, deck: str, html: Html) -> RenderedNote:
    stem = html(note.stem)
    choices = [html(c.text) for c in note.choices]
    rationales = [html(c.rationale) for c in note.choices]
    right = [i for i, c in enumerate(note.choices) if c.right]
    answer = _answer([choices[i] for i in right]) if choices else html(note.answer)
    values = {
        "Stem": stem,
        "Choices": listing("choices", choices),
        "Key": " ".join(str(i + 1) for i in right),
        "Answer": answer,
        "Rationales": listing("rationales", rationales) if any(rationales) else "",
        "Explanation": "".join(block(html(p)) for p in note.explanation),
        "Flags": " ".join(_flags(note)),
    }
    hidden = [words(choices[i]) for i in right] or [words(answer)]
    if not choices:
        values["Type Answer"] = _typed(note.origin, hidden[0])
    # The order of the choices says nothing about which question it is.
    wrong = sorted(words(c) for i, c in enumerate(choices) if i not in right)
    back = " | ".join([*hidden, *wrong])
    return _rendered("question", values, note.origin, deck, (words(stem), back), hidden)


def _flags(note: QuestionNote) -> list[str]:
    """What the script of the card has to know of the choices; ``keep-3`` is that of one of them."""
    flags = ["multi"] if note.several or sum(c.right for c in note.choices) > 1 else []
    flags += ["says-so"] if note.several else []
    flags += ["numbered"] if note.numbered else []
    if note.choices and all(c.fixed for c in note.choices):
        return [*flags, "in-order"]
    return flags + [f"keep-{n}" for n, c in enumerate(note.choices, 1) if c.fixed]


def _concept(note: ConceptNote, deck: str, html: Html) -> RenderedNote:
    front, back = html(note.front), answer_html(note.back, note.origin.markup, html)
    values = {
        "Front": front,
        "Back": back,
        "Reverse Front": html(note.reverse_front),
        "Reverse Back": html(note.reverse_back),
        "Evidence": html(note.evidence),
        "Extra": html(note.extra),
    }
    texts = (words(front), words(back))
    values["Type Answer"] = _typed(note.origin, texts[1])
    asked_back = [words(values["Reverse Back"])] if note.reverse_front else []
    return _rendered("concept", values, note.origin, deck, texts, [texts[1]], asked_back)


def _cloze(note: ClozeNote, deck: str, html: Html) -> RenderedNote:
    text = html(note.text)
    whole = words(clozes.uncovered(text))
    evidence = html(note.evidence)
    values = {"Text": text, "Evidence": "" if words(evidence) == whole else evidence}
    values["Extra"] = html(note.extra)
    hidden = [words(shown) for _, shown in clozes.deletions(text)]
    values["Type Answer"] = _typed(note.origin, max(hidden, key=len, default=""))
    texts = (whole, " | ".join(hidden))
    return _rendered("cloze", values, note.origin, deck, texts, hidden)


def _rendered(
    kind: str,
    values: dict[str, str],
    origin: Origin,
    deck: str,
    texts: tuple[str, str],
    hidden: list[str],
    asked_back: Sequence[str] = (),
) -> RenderedNote:
    """``hidden`` are the answers, ``asked_back`` those of the other direction."""
    context = _context(origin.headings[-_HEADINGS_SHOWN:], origin.markup)
    above = f"{deck} {context}"  # Anki itself says the deck
    flags = [values.get("Flags", "")]
    if any(_tells(above, answer) for answer in hidden):
        flags.append("context-tells")
    if any(_tells(above, answer) for answer in asked_back):
        flags.append("context-tells-reverse")
    values["Flags"] = " ".join(filter(None, flags))
    values["Context"] = escape(context)
    values["Source"] = escape(_place(origin))
    marks = {*origin.tags, EXTRACTED_TAG} if origin.extracted else set(origin.tags)
    return RenderedNote(
        kind=kind,
        row=note_types()[kind].row({name: disarmed(v) for name, v in values.items()}),
        tags=tuple(sorted(marks)),
        deck=deck,
        path=origin.path,
        line=origin.line,
        heading=origin.headings[-1] if origin.headings else "",
        front=texts[0],
        back=texts[1],
        id=origin.id,
        unit=origin.unit,
    )


@lru_cache(maxsize=1_000)
def _context(headings: tuple[str, ...], markup: Markup) -> str:
    """The headings above a note in words; the notes below one heading share them."""
    return " › ".join(words(described(text_html(heading, markup))) for heading in headings)


def _place(origin: Origin) -> str:
    """Where a note stands, and where it was drafted from."""
    drafted = f", from {origin.cited}" if origin.cited else ""
    return f"{origin.path}, {origin.unit} {origin.line}{drafted}"


def _typed(origin: Origin, answer: str) -> str:
    """What is to be typed, where the author asks for that and it is short enough."""
    asked = any(tag.casefold() == TYPED_TAG for tag in origin.tags)
    return escape(answer) if asked and len(answer) <= _LONGEST_TYPED else ""


def _tells(context: str, answer: str) -> bool:
    """Whether the context line gives the answer away; the templates hide it until the flip."""
    said = answer.strip(" .").lower()
    return len(said) > 2 and said in context.lower()


def _answer(right: list[str]) -> str:
    if len(right) == 1:
        return right[0]
    return "<ul>" + "".join(f"<li>{r}</li>" for r in right) + "</ul>"


def answer_html(text: str, markup: Markup, html: Html | None = None) -> str:
    """An answer; in plain text, lines that are all marked as items become a list."""
    html = html or partial(text_html, markup=markup)
    items = [_ITEM.fullmatch(line) for line in text.split("\n")]
    if markup == "markdown" or len(items) < 2 or not all(items):
        return html(text)
    tag = "ol" if items[0] and items[0]["number"] else "ul"
    inside = "".join(f"<li>{html(item['text'])}</li>" for item in items if item)
    return f"<{tag}>{inside}</{tag}>"
