"""Flashcards of a page, told by structure: groups alike that show two parts each, front and back.

No site is known by name. What tells a set of cards from a list of posts or of products is what its
classes are called after ("term" and "definition"), or what the page says of itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.convert.typed import is_labelled
from deckgen.convert.web import microdata, options
from deckgen.convert.web.dom import WORDLESS, Element, Text
from deckgen.convert.web.sides import Card, Cards
from deckgen.convert.web.site import Site

_FRONT = frozenset(
    "term terms front question word prompt vocab vocabulary concept phrase expression lemma recto "
    "q headword".split()
)
_BACK = frozenset(
    "definition definitions def back answer meaning translation description gloss verso response "
    "solution a".split()
)
_MORE = frozenset("example examples sentence hint note image picture media figure".split())
_SET = frozenset(
    "flashcard flashcards flipcard flipcards flip vocab vocabulary glossary deck terms studyset "
    "cardset wordlist".split()
)
_CALLED = re.compile(
    r"\b(?:flash ?cards?|study set|(?:terms|cards|words) in this (?:set|deck|stack))\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"^(?:flash)?card(?=[a-z])|^(?:set|vocab)(?=[a-z])|(?<=[a-z])(?:text|side|cell)$"
)
_LABELS = frozenset("term definition front back question answer word meaning q a".split())
_STATES = frozenset(
    "active current selected first last odd even starred open opened show shown collapsed flipped "
    "hidden visible new".split()
)
_STYLES = frozenset("a abbr b cite code em i img kbd small strong sub sup time u var mark".split())
_LETTERED = re.compile(r"(?:^|\s)\(?[A-Da-d][.)]\s")
_KEY = re.compile(r"\(?[A-Ja-j][.)]?")
_ENDED = re.compile(r"[.!?;:]\W*$")
_LARGEST = 6_000  # letters of a card
_LONGEST_FRONT = 60  # words, where the classes tell
_LONGEST_TERM = 15  # words, where they do not
_LEAST = 3  # cards of a set; two where the classes tell, or where each front asks
_UNNAMED = 4  # where only the page itself says that it is one
_MOST = 0.7  # of the fronts that ask, of the backs that are no prose
_ABOVE = 4  # elements around a card whose names tell as well


@dataclass(frozen=True, slots=True)
class _Found:
    """What may be a card. ``beside`` says that its back is a sibling of its ``host``."""

    host: Element
    card: Card
    around: tuple[Element, ...]
    beside: bool = False


def find(root: Element, site: Site) -> Cards:
    """All cards of a page, in the order in which the page has them."""
    families: dict[object, list[_Found]] = {}
    for found in _candidates(site):
        families.setdefault(_shape(found), []).append(found)
    called = _is_called_a_set(root)
    sets = [f for f in families.values() if _is_named(f) and _is_set(_plain_cards(f))]
    sets += [f for f in families.values() if not _is_named(f) and _reads_as_set(f, called=called)]
    told: dict[int, Card] = {}
    backs: set[int] = set()
    taken: set[int] = set()
    for element, card in microdata.questions(site.body):
        if id(element) not in taken:
            told[id(element)] = card
            taken |= {id(e) for e in (element, *element.elements())}
    known: set[tuple[str, str]] = set()
    for found in (found for family in sets for found in family):
        inside = {id(e) for part in _extent(found) for e in (part, *part.elements())}
        if not inside & taken and not taken & {id(e) for e in found.around}:
            taken |= inside
            if _texts(found) not in known:
                told[id(_key(found.host))] = found.card
                backs |= {id(b) for b in found.card.back} if found.beside else set()
                known.add(_texts(found))
    repeated = {
        id(_key(found.host))
        for family in families.values()
        for found in family
        if id(_key(found.host)) not in told and _texts(found) in known
    }
    return Cards(told, frozenset(repeated - backs), frozenset(backs))


def _candidates(site: Site) -> Iterator[_Found]:
    waiting: list[tuple[Element, tuple[Element, ...]]] = [(site.body, ())]
    seen: set[int] = set()
    while waiting:
        element, around = waiting.pop()
        if not element.size or element.name in WORDLESS or element.name == "dl":
            continue
        if site.reason(element, inside_main=True) not in ("", "control", "hidden"):
            continue
        if element.size <= _LARGEST and not element.choices:
            card = _sides(element)
            if card and id(card.front) not in seen:
                seen.add(id(card.front))
                yield _Found(element, card, around)
        for front, back in _in_turn(element):
            yield _Found(front, Card(_plain(front), (_plain(back),)), (*around, element), True)
        inside = (c for c in reversed(element.children) if isinstance(c, Element))
        waiting += [(c, (*around, element)) for c in inside]


def _sides(element: Element) -> Card | None:
    """The two parts that an element shows, whatever stands around them."""
    shown = _shown(element)
    while shown is not None and len(shown) == 1:
        shown = _shown(shown[0])
    if not shown or len(shown) < 2:
        return None
    front, back, *more = shown
    if any(not (m.words & _MORE or not m.size) for m in more):
        return None
    return Card(_plain(front), (_plain(back), *more)) if front.size else None


def _in_turn(element: Element) -> list[tuple[Element, Element]]:
    """Fronts and backs that stand in turn in one element, without a group around each."""
    shown = _shown(element) or []
    fronts, backs = shown[::2], shown[1::2]
    if len(fronts) != len(backs) or len(fronts) < 2:
        return []
    looks = {_look(e) for e in fronts}, {_look(e) for e in backs}
    if len(looks[0]) != 1 or len(looks[1]) != 1 or looks[0] == looks[1]:
        return []
    return list(zip(fronts, backs, strict=True))


def _shown(element: Element) -> list[Element] | None:
    """The elements in one that show something; None where words stand between them.

    A number in front of two others, their labels and buttons show nothing of a card.
    """
    found: list[Element] = []
    for child in element.children:
        if isinstance(child, Text):
            if any(c.isalnum() for c in child.data):
                return None
        elif child.name not in WORDLESS and not _is_control(child) and _shows(child):
            found.append(child)
    if len(found) > 2:
        found = [e for e in found if not _is_label(e)] or found
    if len(found) > 2 and not any(c.isalpha() for c in found[0].text()[:20]):
        found = found[1:]
    return found


def _is_control(element: Element) -> bool:
    controls = ("button", "select", "textarea", "input", "audio", "video", "hr", "br")
    return element.name in controls and not element.text().endswith("?")


def _is_label(element: Element) -> bool:
    return element.size <= 12 and element.text().lower().rstrip(":") in _LABELS


def _plain(side: Element) -> Element:
    """A side without the label that it carries: "Front", "Definition"."""
    shown = [c for c in side.children if isinstance(c, Element) and c.size]
    if len(shown) < 2 or not _is_label(shown[0]):
        return side
    kept = [c for c in side.children if c is not shown[0]]
    return Element(side.name, side.attributes, side.place, kept, side.size - shown[0].size)


def _extent(found: _Found) -> tuple[Element, ...]:
    return (found.host, *found.card.back) if found.beside else (found.host,)


def _key(host: Element) -> Element:
    """What stands for a card: of a row of a table its first cell."""
    cells = [c for c in host.children if isinstance(c, Element)]
    return cells[0] if host.name == "tr" and cells else host


def _texts(found: _Found) -> tuple[str, str]:
    return found.card.front.text(), " ".join(b.text() for b in found.card.back)


def _look(element: Element) -> tuple[str, frozenset[str]]:
    """What elements of one kind have in common: their name and classes, but for their state."""
    names = (re.sub(r"\d+", "", name) for name in element.get("class").lower().split()[:20])
    kept = frozenset(n for n in names if re.split(r"[-_]+", n)[-1] not in _STATES)
    return element.name, kept


def _shape(found: _Found) -> object:
    return found.beside, *(_look(e) for e in (found.host, found.card.front, found.card.back[0]))


def _called(side: Element) -> frozenset[str]:
    """The words that a side is called by, with those of what it is nothing but a frame of."""
    words: frozenset[str] = frozenset()
    inside: list[Element] | None = [side]
    while inside and len(inside) == 1:
        element = inside[0]
        more = Element(
            "", {"class": f"{element.get('data-testid')} {element.get('data-side')}"}, (1, 1)
        )
        called = element.words | more.words | frozenset(element.get("itemprop").lower().split())
        words |= called | {_KIND.sub("", word) for word in called}
        inside = _shown(element)
    return words


def _is_named(family: list[_Found]) -> bool:
    """Whether the classes of the two sides say what they are."""
    front, back = _called(family[0].card.front), _called(family[0].card.back[0])
    return bool(front & _FRONT and (back - front) & _BACK)


def _plain_cards(family: list[_Found]) -> list[_Found]:
    """A set without the few questions with options in it."""
    plain = [found for found in family if _is_side(found.card.front)]
    return plain if len(plain) >= _MOST * len(family) else family


def _is_set(family: list[_Found]) -> bool:
    """Whether two or more cards have sides that can be such; none is a question with options."""
    fronts, backs = zip(*map(_texts, family), strict=True)
    if len(set(fronts)) < 2 or not all(_shows(f.card.back[0]) for f in family):
        return False
    keys = sum(bool(_KEY.fullmatch(text)) or is_labelled(text) for text in backs)
    if 2 * keys > len(backs) or 2 * sum(map(is_labelled, fronts)) > len(fronts):
        return False
    return all(_is_side(f.card.front) for f in family) and not any(
        _has_options(b) for f in family for b in f.card.back
    )


def _shows(element: Element) -> bool:
    return element.size > 0 or element.name == "img" or element.find("img") is not None


def _is_side(front: Element) -> bool:
    text = front.text()
    listed = front.find("ul", "ol", "table", "form") is not None
    return not listed and len(text.split()) <= _LONGEST_FRONT and len(_LETTERED.findall(text)) < 2


def _has_options(back: Element) -> bool:
    several = back.words & {"options", "choices", "alternatives", "answers"}
    return bool(several) or any(
        options.is_option(e) or options.verdict(e) is not None for e in (back, *back.elements())
    )


def _reads_as_set(family: list[_Found], *, called: bool) -> bool:
    """Whether unnamed sides are those of cards: the page says so, or each front asks."""
    sides = [e for found in family for e in (found.card.front, *found.card.back)]
    if any(e.name in _STYLES or e.links for e in sides) or not _is_set(family):
        return False
    if any(e.name == "time" for found in family for e in found.host.elements()):
        return False
    fronts = [found.card.front.text() for found in family]
    if sum(text.endswith("?") for text in fronts) >= _MOST * len(fronts):
        headed = any(re.fullmatch("h[1-6]", e.name) for e in _within(family[0].card.front))
        return not headed and not _are_options(family)
    named = any(e.words & _SET for e in (family[0].host, *family[0].around[-_ABOVE:]))
    if len(family) < (_LEAST if named else _UNNAMED) or not (named or called):
        return False
    if any(e.name == "th" for e in sides):
        return False
    words = [len(text.split()) for text in fronts]
    behind = sum(len(_texts(found)[1].split()) for found in family)
    return max(words) <= _LONGEST_TERM and (sum(words) <= behind or sum(words) <= 4 * len(words))


def _within(element: Element) -> Iterator[Element]:
    yield element
    yield from element.elements()


def _are_options(family: list[_Found]) -> bool:
    """Whether most backs are several short lines, as the options of a question are."""
    several = 0
    for found in family:
        lines = _shown(found.card.back[0]) or []
        while len(lines) == 1:
            lines = _shown(lines[0]) or []
        short = all(len(e.text().split()) <= 12 and not _ENDED.search(e.text()) for e in lines)
        several += len(lines) > 1 and short
    return several > (1 - _MOST) * len(family)


def _is_called_a_set(root: Element) -> bool:
    """Whether the title or a heading says that the page is a set of cards."""
    heads = (e for e in root.elements() if re.fullmatch("title|h[1-4]", e.name))
    return any(_CALLED.search(e.text()[:300]) for e in heads)
