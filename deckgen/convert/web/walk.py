"""The elements of a page, one after the other, into a writer of Markdown."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from deckgen.convert.web import formulas, labels, options
from deckgen.convert.web.dom import INLINE, WORDLESS, Element, Text, is_choice
from deckgen.convert.web.sides import Card, Cards
from deckgen.convert.web.site import Site
from deckgen.convert.writer import Writer

Styles = tuple[str, ...]

_STYLES = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "dfn": "em"}
_STYLES |= {tag: tag for tag in "mark sub sup u s del ins kbd samp var ruby rt".split()}
_STYLES |= {"strike": "s", "rb": ""}
_MOST_NEAR = 20  # elements that are looked at beside a verdict
_FEW = 30  # letters around a card
_FAR = 20  # lines in which the options of a question stand above its answer
_OPTION = re.compile(r"- \[[ x]\] |\s*\(?[A-Ja-j][.)] |- ")
_PAIR = re.compile(r"\s*(?:Q|Question|Front)\s?:", re.IGNORECASE)
_ANSWERED = re.compile(r"\s(?:A|Answer|Back)\s?:", re.IGNORECASE)
_SIGN = re.compile(r"[A-Ja-j]|\d")
_REQUIRED = re.compile("required", re.IGNORECASE)
_INLINE_PARTS = frozenset(("span", "a", "time", "label"))
_HOLDERS = frozenset(("div", "section", "article"))
_SECTIONS = frozenset(("main", "article", "section", "form", "fieldset", "li", "td"))


@dataclass(slots=True)
class Walk:
    """Where the walk is, and who takes which element.

    ``group`` and ``indent`` are those of the list around, ``option`` says that an option is being
    read, ``reveal`` what the button before uncovers; ``path`` are the elements around.
    """

    site: Site
    handlers: "Mapping[str, Handler]"
    write_card: "Callable[[Walk, Card, Styles], None]"
    cards: Cards = field(default_factory=Cards)
    out: Writer = field(default_factory=Writer)
    title: Element | None = None
    titled: bool = False  # the title was met, or there is none to be met
    group: object = None
    option: bool = False
    reveal: str = ""
    inside: int = 0  # sections around: a header in one of them is no header of the page
    path: list[Element] = field(default_factory=list)
    choices: object = field(default_factory=object)

    def children(self, element: Element, styles: Styles = ()) -> None:
        """All that stands in an element."""
        self.path.append(element)
        section = element.name in _SECTIONS
        self.inside += section
        around = self.site.is_around(element)
        drawn = formulas.drawn(element)
        for before, child in zip((None, *element.children), element.children, strict=False):
            if isinstance(child, Element) and isinstance(before, Element) and _apart(before, child):
                self.out.text(" ", child.place)
            if id(child) in drawn:
                continue
            if isinstance(child, Text):
                self.out.text(child.data, child.place, styles)
            elif around and self._is_outside(child):
                why = self.site.reason(child, inside_main=False) or "around the text"
                self.out.leave_out(why, child.text(), child.place)
            else:
                self.element(child, styles)
        self.inside -= section
        self.path.pop()

    def element(self, element: Element, styles: Styles) -> None:
        """One element with all that stands in it."""
        name = element.name
        if self._is_card(element, styles):
            return
        if element is self.title and name not in self.handlers:
            self.handlers["h1"](self, element, styles)
            return
        if formula := formulas.formula(element):
            self._formula(element, formula, styles)
            return
        if is_choice(element):
            self.handlers["input"](self, element, styles)
            return
        if name in WORDLESS or formulas.is_drawn(element):
            return
        if self._leaves_out(element) or self._is_verdict(element):
            return
        if name in _STYLES:
            style = _STYLES[name]
            inner = (*styles, style) if style and style not in styles else styles
            self.children(element, inner)
        elif handler := self.handlers.get(name):
            handler(self, element, styles)
        elif name in INLINE and not options.is_option(element):
            self.children(element, styles)
        else:
            self.block(element, styles)

    def _is_card(self, element: Element, styles: Styles) -> bool:
        """Whether an element was written as a card, or is a part of one that was."""
        if card := self.cards.told.get(id(element)):
            self.write_card(self, card, styles)
            told = card.front.size + sum(back.size for back in card.back)
            if element.size > told + _FEW:  # votes, names, other answers
                self.out.leave_out("around a card", element.text(), element.place)
        elif id(element) in self.cards.repeated:
            self.out.leave_out("repeated", element.text(), element.place)
        else:
            return id(element) in self.cards.backs
        return True

    def block(self, element: Element, styles: Styles = ()) -> None:
        """An element that stands on lines of its own."""
        kind, self.reveal = self.reveal or labels.named(element), ""
        if options.is_option(element) and not self.option:
            self.an_option(element, styles)
            return
        self.begin()
        if kind and element.size:
            self.out.marker = self.out.marker or labels.label(
                element, kind, chosen=self._has_options()
            )
        marker = self.out.marker
        self.children(element, styles)
        self.begin()
        if self.out.marker != marker:
            self.out.marker = ""  # of a box without any words
        if element.name in _HOLDERS and _is_pair(element):
            self.out.part()

    def begin(self) -> None:
        """End what was begun; the next block stands in the list around, if there is one."""
        self.out.end()
        self.out.group = self.group

    def inline(self, element: Element, between: str = " ") -> str:
        """An element on one line of Markdown, for a heading or a cell."""
        with self.aside() as writer:
            self.children(element)
            left = writer.take_left_out()
            writer.end()
        self.out.keep_left_out(left)
        lines = [line.strip() for line in writer.lines if line]
        if between != " ":
            lines = [re.sub(r"^- ", "• ", line) for line in lines]
        return between.join(lines)

    def cell(self, element: Element) -> str:
        """A cell of a table on one line; paragraphs and the items of a list in it are parted."""
        parts = [e for e in element.elements() if e.name in ("li", "p") and e.size]
        between = "<br>" if len(parts) > 1 else " "
        return self.inline(element, between)

    @contextmanager
    def aside(self) -> Iterator[Writer]:
        """Write elsewhere for a while."""
        kept = self.out, self.group, self.option
        self.out, self.group, self.option = Writer(), None, False
        try:
            yield self.out
        finally:
            self.out, self.group, self.option = kept

    def an_option(
        self, element: Element, styles: Styles = (), number: str = "", *, ticked: bool = False
    ) -> None:
        """One option of a question, on a line with a box; ``ticked`` by the author of the page."""
        self.out.end()
        self.out.group = self.choices
        right = ticked or options.verdict(element)
        sign = _sign(element)
        lead = f"{sign.text().upper()}. " if sign else number
        self.out.marker = f"- [{'x' if right else ' '}] {lead}"
        self.option = True
        with self._without(sign):
            self.children(element, styles)
        self.option = False
        self.out.end()
        self.out.marker = ""
        self.out.group = self.group

    def _has_options(self) -> bool:
        """Whether the question above has options."""
        for line in reversed(self.out.lines[-_FAR:]):
            if _OPTION.match(line):
                return True
            if line.endswith("?"):
                break
        return False

    @contextmanager
    def _without(self, element: Element | None) -> Iterator[None]:
        """Pass over what an element says."""
        kept = element.children if element else []
        if element:
            element.children = []
        yield
        if element:
            element.children = kept

    def _is_outside(self, child: Element) -> bool:
        if child is self.site.main or self.site.is_around(child) or child.name in WORDLESS:
            return False
        return bool(child.size) and self.title is not child and self.site.outside(child)

    def _is_verdict(self, element: Element) -> bool:
        """Whether an element only says that something was right or wrong, or is to be filled in."""
        if not self.path or not 0 < element.size <= options.LONGEST_VERDICT:
            return False
        text = element.text()
        inside = self.option or any(e.choices == 1 for e in self.path[-3:])
        beside = self.path[-1].size > element.size and (inside or not any(map(str.isalnum, text)))
        required = text == "*" and _REQUIRED.search(str(element.attributes)[:500])
        if not required and not (beside and options.spoken(element) is not None):
            return False
        near = zip(range(_MOST_NEAR), self.path[-1].elements(), strict=False)
        if any(e.get("role") == "radiogroup" for _, e in near):
            return False  # the label of an answer that is shown like an option
        self.out.leave_out("verdict", text, element.place)
        return True

    def _leaves_out(self, element: Element) -> bool:
        revealed = bool(self.reveal)
        why = self.site.reason(element, inside_main=self.inside > 0, revealed=revealed)
        if not (why or _is_button(element, why)):
            return False
        text = element.get("value") if element.name == "input" else element.text()
        if _is_button(element, why) and (kind := labels.reveals(text[:80])):
            self.reveal = kind
            why = "control"
        if why:
            self.out.leave_out(why, text, element.place)
        return bool(why)

    def _formula(self, element: Element, formula: formulas.Formula, styles: Styles) -> None:
        if formula.display:
            self.begin()
            self.out.block([(f"$${formula.tex}$$", element.place)])
        else:
            plain = "$" in formula.tex or len(formula.tex) > 300
            text = f"\\({formula.tex}\\)" if plain else f"${formula.tex}$"
            self.out.markup(text, element.place, styles)


def _apart(before: Element, behind: Element) -> bool:
    """Whether two elements that touch are not one word: "Kilns" and "12 terms"."""
    if not {before.name, behind.name} <= _INLINE_PARTS or before.size < 3 or not behind.size:
        return False
    first = behind.text()[:1]
    return before.text()[-1:].isalnum() and (first.isupper() or first.isdigit())


def _is_button(element: Element, why: str) -> bool:
    """Whether an element is there to be clicked, and leads nowhere else."""
    if element.name == "a":
        return element.get("href")[:1] in ("", "#") or element.get("href").startswith("javascript:")
    return why == "control" or (element.name == "input" and not is_choice(element))


def _is_pair(element: Element) -> bool:
    """Whether an element holds a question and its answer, and so ends with the answer."""
    asked = _PAIR.match(element.beginning())
    return asked is not None and bool(_ANSWERED.search(element.text()))


def _sign(option: Element) -> Element | None:
    """The element that holds nothing but the letter of an option, in front of its text."""
    element: Element = option
    while True:
        shown = [c for c in element.children if isinstance(c, Text) or c.size]
        shown = [c for c in shown if not isinstance(c, Text) or c.data.strip()]
        if not shown or isinstance(shown[0], Text):
            return None
        element = shown[0]
        if _SIGN.fullmatch(element.text()):
            return element if element.size < option.size else None


Handler = Callable[[Walk, Element, Styles], None]
