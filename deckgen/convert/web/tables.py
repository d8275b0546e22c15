"""Tables: what holds data becomes a Markdown table; what only places things does not."""

import re
from collections.abc import Callable

from deckgen.convert.web.dom import Element, Text
from deckgen.model.source import Place

_BLOCKS = frozenset("p div ul ol dl pre table h1 h2 h3 h4 h5 h6 form blockquote input hr".split())
_LABEL = re.compile(r"\(?(?:[A-Za-z]|\d{1,3}|[A-Za-z]\d{0,2})[.):]?\)?|[•○◦●☐□*-]|")
_MOST_COLUMNS = 60

Cell = Callable[[Element], str]


def rows(table: Element) -> list[list[Element]]:
    """The cells of a table by rows, those of tables inside left out."""
    found: list[list[Element]] = []
    waiting: list[Element | Text] = list(reversed(table.children))
    while waiting:
        child = waiting.pop()
        if isinstance(child, Text) or child.name == "table":
            continue
        if child.name == "tr":
            cells = [c for c in child.children if isinstance(c, Element) and c.name in ("td", "th")]
            found += [cells] if cells else []
        else:
            waiting += reversed(child.children)
    return found


def is_data(table: Element, cells: list[list[Element]]) -> bool:
    """Whether a table holds data: several columns of short cells, no labels of options."""
    if table.get("role").lower() in ("presentation", "none") or table.choices:
        return False
    if len(cells) < 2 or max(map(len, cells)) < 2 or table.find("table"):
        return False
    inside = [cell for row in cells for cell in row]
    headed = any(cell.name == "th" for cell in inside)
    if any(is_block(cell) and not (headed and _is_simple(cell)) for cell in inside):
        return False
    firsts = [row[0].text() for row in cells]
    return headed or not all(_LABEL.fullmatch(text) for text in firsts)


def is_label(cell: Element) -> bool:
    """Whether a cell holds nothing but the letter or the number of what stands beside it."""
    return bool(_LABEL.fullmatch(cell.text())) and not cell.choices


def is_block(cell: Element) -> bool:
    """Whether a cell holds blocks that want lines of their own."""
    blocks = [e for e in cell.elements() if e.name in _BLOCKS]
    return len(blocks) > 1 or any(e.name not in ("p", "div") for e in blocks)


def _is_simple(cell: Element) -> bool:
    """Whether the blocks of a cell are paragraphs, and at most one plain list."""
    others = [e.name for e in cell.elements() if e.name in _BLOCKS and e.name not in ("p", "div")]
    return others in ([], ["ul"], ["ol"])


def markdown(cells: list[list[Element]], cell: Cell) -> list[tuple[str, Place]]:
    """The lines of a Markdown table; ``cell`` writes the text of one cell."""
    headed = all(c.name == "th" for c in cells[0])
    grid = _without_controls(_grid(cells, cell), cells)
    width = max(len(texts) for texts, _ in grid)
    lines = [(_row(texts, width), place) for texts, place in grid]
    rule = (_row(["---"] * width, width), grid[0][1])
    if headed:
        return [lines[0], rule, *lines[1:]]
    return [(_row([], width), grid[0][1]), rule, *lines]


def _without_controls(
    grid: list[tuple[list[str], Place]], cells: list[list[Element]]
) -> list[tuple[list[str], Place]]:
    """Texts without the columns that hold nothing but buttons, whatever their heads say."""
    if any(len(row) != len(cells[0]) for row in cells):
        return grid
    shown = [
        i
        for i in range(min(len(cells[0]), _MOST_COLUMNS))
        if any(i < len(texts) and texts[i] for texts, _ in grid[1:])
        or not all(row[i].find("button", "input", "svg", "a") for row in cells[1:])
    ]
    return [([texts[i] for i in shown if i < len(texts)], place) for texts, place in grid]


def _grid(cells: list[list[Element]], cell: Cell) -> list[tuple[list[str], Place]]:
    """Texts by row and column: a cell over several columns or rows leaves the others empty."""
    below: dict[int, int] = {}  # rows that a column is still taken for
    grid: list[tuple[list[str], Place]] = []
    for row in cells:
        texts: list[str] = []
        for element in row:
            while below.get(len(texts), 0) and len(texts) < _MOST_COLUMNS:
                below[len(texts)] -= 1
                texts.append("")
            span = _number(element, "colspan")
            high = _number(element, "rowspan")
            for i in range(span):
                if high > 1:
                    below[len(texts)] = high - 1
                texts.append(cell(element) if i == 0 else "")
        grid.append((texts[:_MOST_COLUMNS], row[0].place))
    return grid


def _number(element: Element, name: str) -> int:
    value = element.get(name).strip()
    return min(int(value), _MOST_COLUMNS) if re.fullmatch(r"[1-9]\d{0,2}", value) else 1


def _row(texts: list[str], width: int) -> str:
    filled = [*texts, *[""] * (width - len(texts))]
    return "| " + " | ".join(text.replace("|", "\\|") for text in filled) + " |"
