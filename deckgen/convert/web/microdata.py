"""Questions that a page marks as such for search engines: schema.org's Question and its answers."""

from collections.abc import Iterator

from deckgen.convert.web.dom import Element
from deckgen.convert.web.sides import Card

_ANSWERS = ("acceptedanswer", "suggestedanswer")


def questions(body: Element) -> Iterator[tuple[Element, Card]]:
    """The elements of questions that a page answers, each with its card.

    Of several answers the accepted one counts, or else the first.
    """
    for element in body.elements():
        kind = element.get("itemtype").lower().rstrip("/")
        if kind.endswith("/question") and not element.choices and (card := _card(element)):
            yield element, card


def _card(element: Element) -> Card | None:
    properties: dict[str, Element] = {}
    _collect(element, properties)
    name, text = properties.get("name"), properties.get("text")
    answer = next((properties[n] for n in _ANSWERS if n in properties), None)
    asked = name or text
    if answer is None or asked is None:
        return None
    said: dict[str, Element] = {}
    _collect(answer, said)
    front = asked
    if name and text:
        front = Element("div", {}, name.place, [_paragraph(name), text], name.size + text.size)
    return Card(front, (said.get("text", answer),))


def _paragraph(name: Element) -> Element:
    """The title of a thread as the first paragraph of what is asked below it."""
    return Element("p", {}, name.place, name.children, name.size)


def _collect(element: Element, properties: dict[str, Element]) -> None:
    """The first element for each property, those of other things inside left out."""
    for child in element.children:
        if isinstance(child, Element) and child.size:
            called = child.get("itemprop").lower()
            if called:
                properties.setdefault(called, child)
            if "itemscope" not in child.attributes:
                _collect(child, properties)
