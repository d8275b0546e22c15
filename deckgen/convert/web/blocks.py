"""What becomes of the elements of a page: headings, links, code, pictures, tables, details."""

from deckgen.convert.web import labels, options, pairs, tables, verbatim
from deckgen.convert.web.dom import Element, Text, is_choice
from deckgen.convert.web.links import image, target
from deckgen.convert.web.walk import Styles, Walk

_LONGEST_HEADING = 300  # characters


def heading(walk: Walk, element: Element, styles: Styles) -> None:
    """A heading on one line; what is too long for one is a paragraph."""
    opener = _opener(element)
    text = walk.inline(opener or element)
    if walk.out.marker and labels.reveals(text):
        walk.out.leave_out("label", text, element.place)  # the block around it is labelled
        return
    if walk.out.marker and text:
        walk.out.block([("", element.place)])
    if len(text) > _LONGEST_HEADING or walk.option:
        walk.block(element, styles)
    elif text:
        walk.begin()
        walk.titled = walk.titled or element is walk.title
        level = 1 if element is walk.title else int(element.name[1:])
        level = level if walk.titled else max(level, 2)  # above the title stands the site
        place = _place(element)
        walk.out.block([(f"{'#' * level} {text}", place)])


def _opener(heading: Element) -> Element | None:
    """The button that a heading is, if it opens what stands below it."""
    shown = [c for c in heading.children if isinstance(c, Element) and c.size]
    button = len(shown) == 1 and shown[0].size == heading.size and shown[0]
    return button if button and button.name == "button" else None


def line_break(walk: Walk, _: Element, __: Styles) -> None:
    """A break inside a block."""
    walk.out.newline()


def rule(walk: Walk, element: Element, _: Styles) -> None:
    """A line across the page."""
    walk.begin()
    walk.out.block([("---", element.place)])


def link(walk: Walk, element: Element, styles: Styles) -> None:
    """A link out into the web."""
    url = target(element)
    # A line that is nothing but a link leads through the site, or is a heading.
    if not url or any(style.startswith("[") for style in styles) or _is_alone(walk, element):
        walk.children(element, styles)
    else:
        walk.children(element, (*styles, f"[{url}"))


def _is_alone(walk: Walk, element: Element) -> bool:
    parent = walk.path[-1] if walk.path else element
    return parent.size == element.size and parent.name not in ("td", "th", "p")


def picture(walk: Walk, element: Element, styles: Styles) -> None:
    """A picture, or the sign that it stands for."""
    if text := image(element):
        walk.out.markup(text, element.place, styles)


def code(walk: Walk, element: Element, styles: Styles) -> None:
    """Code inside a line."""
    if text := verbatim.inline(element):
        walk.out.markup(text, element.place, styles)


def pre(walk: Walk, element: Element, styles: Styles) -> None:
    """Preformatted text: code, or a text that somebody typed."""
    walk.begin()
    if verbatim.is_prose(element):
        for text, place in verbatim.lines(element):
            walk.out.text(text, place, styles)
            walk.out.newline()
        walk.begin()
    elif lines := verbatim.fenced(element):
        walk.out.block(lines)


def field(walk: Walk, element: Element, styles: Styles) -> None:
    """A box or button of an option, or a gap in a sentence."""
    if is_choice(element):
        if walk.option or _is_told(walk):
            return
        holder = _option_around(walk, element)
        parent = walk.path[-1] if walk.path else element
        if not (walk.out.begun and parent.choices == 1 and _is_behind(parent, element)):
            walk.out.end()
        walk.out.group = walk.choices
        right = options.verdict(holder) or options.keyed(element, walk.path)
        walk.out.marker = f"- [{'x' if right else ' '}] "
    elif element.get("type").lower() in ("", "text", "number"):
        parent = walk.path[-1] if walk.path else element
        if parent.size:  # a gap in a sentence
            walk.out.markup("____", element.place, styles)


def _is_told(walk: Walk) -> bool:
    """Whether a box stands alone in a group: a page shows the right option once more."""
    groups = (e for e in reversed(walk.path) if e.get("role").lower() in ("radiogroup", "group"))
    return any(group.choices == 1 for group in groups)


def _is_behind(parent: Element, box: Element) -> bool:
    """Whether a box stands behind the words that belong to it."""
    after = parent.children[parent.children.index(box) + 1 :]
    return not any(c.data.strip() if isinstance(c, Text) else c.size for c in after)


def _option_around(walk: Walk, element: Element) -> Element:
    """The largest element around a box that holds no other one."""
    holder = element
    for above in reversed(walk.path):
        if above.choices > 1 or above.name in ("body", "form", "fieldset", "main", "article"):
            break
        holder = above
    return holder


def quote(walk: Walk, element: Element, styles: Styles) -> None:
    """Words in quotation marks."""
    walk.out.text("“", _place(element), styles)
    walk.children(element, styles)
    walk.out.text("”", _place(element), styles)


def details(walk: Walk, element: Element, styles: Styles) -> None:
    """What opens by a click: an answer, a question with its answer, or more text."""
    summary = _child(element, "summary")
    body = Element("div", {}, element.place, [c for c in element.children if c is not summary])
    body.size = element.size - (summary.size if summary else 0)
    body.choices = element.choices
    text = summary.text() if summary else ""
    walk.begin()
    if summary and (kind := labels.reveals(text)):
        walk.out.leave_out("control", text, summary.place)
        walk.reveal = kind
        walk.block(body, styles)
    elif summary and text.endswith("?") and not body.choices and body.size:
        pairs.ask(walk, summary, [body], styles)
    else:
        if summary:
            walk.block(summary, styles)
        walk.block(body, styles)


def table(walk: Walk, element: Element, styles: Styles) -> None:
    """A table of data, or one that only places things."""
    cells = tables.rows(element)
    walk.begin()
    caption = _child(element, "caption")
    if caption:
        walk.block(caption, styles)
    told = [walk.cards.told.get(id(row[0])) for row in cells]
    if cells and not any(told) and not walk.option and tables.is_data(element, cells):
        walk.out.block(tables.markdown(cells, walk.cell))
        return
    group = object()
    for row, sides in zip(cells, told, strict=True):
        if sides:
            pairs.card(walk, sides, styles)
        else:
            _row(walk, row, styles, group)
    walk.begin()


def _row(walk: Walk, row: list[Element], styles: Styles, group: object) -> None:
    """One row of a table that only places things: its cells on one line, or each by itself."""
    line = Element("tr", {}, row[0].place, list(row))
    line.size, line.choices = sum(c.size for c in row), sum(c.choices for c in row)
    walk.begin()
    if line.choices == 1 and not walk.option:
        walk.an_option(line, styles)
        return
    if tables.is_label(row[0]) and len(row) > 1:
        walk.out.group = group
        text = row[0].text()
        walk.out.marker = text + (". " if text[-1:].isalnum() else " ") if text else ""
        row = row[1:]
        for cell in row:
            walk.children(cell, styles)
            walk.out.text(" ", cell.place)
        walk.begin()
        walk.out.marker = ""
        return
    for cell in row:
        if len(row) == 1 or tables.is_block(cell):
            walk.block(cell, styles)
        else:
            walk.children(cell, styles)
            walk.out.text(" ", cell.place)
    walk.begin()


def cell(walk: Walk, element: Element, styles: Styles) -> None:
    """A cell that stands outside of a table."""
    walk.children(element, styles)
    walk.out.text(" ", element.place, styles)


def _child(element: Element, name: str) -> Element | None:
    inside = (c for c in element.children if isinstance(c, Element))
    return next((c for c in inside if c.name == name), None)


def _place(element: Element) -> tuple[int, int]:
    """Where the first words of an element stand."""
    for child in element.children:
        if isinstance(child, Text):
            if child.data.strip():
                lead = child.data[: len(child.data) - len(child.data.lstrip())]
                below = lead.count("\n")
                column = len(lead) - lead.rfind("\n") if below else child.place[1] + len(lead)
                return child.place[0] + below, column
        elif child.size:
            return _place(child)
    return element.place
