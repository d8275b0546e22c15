"""Lists of a page: bullets, numbers, letters, options with boxes, terms with definitions."""

import re
from dataclasses import replace

from deckgen.convert.typed import is_labelled
from deckgen.convert.web import options, pairs
from deckgen.convert.web.dom import Element, Text
from deckgen.convert.web.walk import Styles, Walk

_INDENT = "    "
_LETTERED = re.compile(r"list-style(?:-type)?\s*:[^;]{0,40}?\b(upper|lower)-(alpha|latin|roman)")
_ASKS = re.compile(r"(?:[?:]|_{2,}[.?]?|…|\.{3})\s*$")
_ASKED = re.compile(r"(?:\?|_{2,}[.?]?)[\W_]{0,8}(?:[(\[][^()\[\]]{1,40}[)\]][\W_]{0,4})?$")
_FAR = 4  # lines above a list
_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 table pre dl details blockquote form fieldset".split())


def listing(walk: Walk, element: Element, styles: Styles) -> None:
    """A list. Its items follow each other without blank lines, unless they hold blocks."""
    items = [c for c in element.children if isinstance(c, Element) and c.name == "li"]
    walk.begin()
    boxed = _are_options(items)
    tasks = [options.ticked(item) for item in items] if boxed and _asks(walk) else []
    authored = None not in tasks
    outer = walk.group, walk.out.indent
    nested = walk.group is not None and not boxed
    group = walk.group if nested else object()
    walk.out.indent += _INDENT if nested else ""
    number = _start(element)
    walk.path.append(element)
    for child in element.children:
        if isinstance(child, Text):
            walk.out.text(child.data, child.place, styles)
        elif child.name != "li":
            walk.element(child, styles)
        else:
            value = child.get("value").strip()
            number = int(value) if re.fullmatch(r"\d{1,6}", value) else number
            label = _label(element, number)
            number += -1 if "reversed" in element.attributes else 1
            if walk.cards.told.get(id(child)) or walk.site.reason(child, inside_main=True):
                walk.element(child, styles)
            elif boxed and child.choices <= 1:
                lettered = label if label[:1].isalpha() else ""
                ticked = authored and bool(tasks) and bool(options.ticked(child))
                walk.an_option(child, styles, lettered, ticked=ticked)
            else:
                _item(walk, child, styles, label, None if _holds_blocks(child) else group)
    walk.path.pop()
    walk.out.end()
    walk.group, walk.out.indent = outer
    walk.out.group = walk.group


def _asks(walk: Walk) -> bool:
    """Whether the line above a list is a question, so that it is no list of things to do."""
    above = next((line for line in reversed(walk.out.lines[-_FAR:]) if line.strip()), "")
    return bool(_ASKED.search(above))


def _item(walk: Walk, item: Element, styles: Styles, label: str, group: object) -> None:
    kept = walk.group, walk.option
    walk.out.end()
    walk.group, walk.option = group, False
    walk.out.group = group
    bullet = "" if group is None else "- "
    walk.out.marker = "" if _is_labelled(item) else label or bullet
    walk.children(item, styles)
    walk.out.end()
    walk.out.marker = ""
    walk.group, walk.option = kept
    walk.out.group = walk.group


def _is_labelled(item: Element) -> bool:
    return is_labelled(item.beginning().strip()) or is_labelled(item.text()[:40])


def _are_options(items: list[Element]) -> bool:
    """Whether the items are options: they have boxes, or the page says which of them is right."""
    if any(item.choices > 1 for item in items) or len(items) < 2:
        return False
    if any(item.choices for item in items) or all(options.is_option(item) for item in items):
        return True
    return any(options.verdict(item) is not None for item in items)


def _holds_blocks(item: Element) -> bool:
    """Whether an item is more than a line and its sub-items: a question with its options."""
    inside = [c for c in item.children if isinstance(c, Element) and (c.size or c.choices)]
    lists = [c for c in inside if c.name in ("ul", "ol")]
    blocks = [c for c in inside if c.name in _BLOCKS]
    divisions = [c for c in inside if c.name in ("div", "section")]
    if item.choices > 1 or len(blocks) > 1 or len(divisions) > 1:
        return True
    if any(e.name in _BLOCKS and e.name != "p" for e in item.elements() if e.size):
        return True
    if not lists:
        return False
    return bool(blocks or divisions or _ASKS.search(_own_text(item))) or any(
        options.verdict(e) is not None for e in lists[0].children if isinstance(e, Element)
    )


def _own_text(item: Element) -> str:
    """What an item says before the lists inside of it."""
    parts: list[str] = []
    for child in item.children:
        if isinstance(child, Text):
            parts.append(child.data)
        elif child.name in ("ul", "ol"):
            break
        else:
            parts.append(child.text())
    return "".join(parts).strip()


def _start(element: Element) -> int:
    value = element.get("start").strip()
    return int(value) if re.fullmatch(r"\d{1,6}", value) else 1


def _label(element: Element, number: int) -> str:
    """What a browser shows in front of an item; empty for a bullet."""
    if element.name != "ol":
        return ""
    kind = element.get("type").strip()
    if not kind and (styled := _LETTERED.search(element.get("style").lower()[:500])):
        letter = "i" if styled[2] == "roman" else "a"
        kind = letter.upper() if styled[1] == "upper" else letter
    if kind in ("A", "a") and 1 <= number <= 26:
        return f"{chr(ord(kind) + number - 1)}. "
    if kind in ("I", "i") and 1 <= number <= 20:
        roman = _roman(number)
        return f"{roman if kind == 'I' else roman.lower()}. "
    return f"{max(number, 0)}. "


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]


def definitions(walk: Walk, element: Element, styles: Styles) -> None:
    """Terms and definitions as Markdown writes them; a term that asks is a question."""
    walk.begin()
    kept = walk.group
    for terms, texts in _entries(element):
        if len(terms) == 1 and texts and terms[0].text().endswith("?"):
            pairs.ask(walk, terms[0], texts, styles)
        else:
            pairs.define(walk, terms, texts, styles)
    walk.group = kept
    walk.begin()


def _terms_and_texts(element: Element) -> list[Element]:
    """The parts of a list in order; they may stand in divisions."""
    inside = [c for c in element.children if isinstance(c, Element) and c.size]
    found: list[Element] = []
    for child in inside:
        if child.name in ("dt", "dd"):
            found.append(child)
        elif child.name == "div":
            found += [c for c in child.children if isinstance(c, Element) and c.size]
    return [e if e.name in ("dt", "dd") else replace(e, name="dd") for e in found]


def _entries(element: Element) -> list[tuple[list[Element], list[Element]]]:
    """Terms with the definitions that follow them."""
    found: list[tuple[list[Element], list[Element]]] = []
    for part in _terms_and_texts(element):
        if part.name == "dt" and (not found or found[-1][1]):
            found.append(([part], []))
        elif part.name == "dt":
            found[-1][0].append(part)
        elif found:
            found[-1][1].append(part)
        else:
            found.append(([], [part]))
    return found
