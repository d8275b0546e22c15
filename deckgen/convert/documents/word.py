"""A Word document, with the numbers and letters that Word counts itself.

Converters for Word documents (mammoth, markitdown) turn every counted list into ``1.``; then the
key ``Answer: B`` has nothing to refer to. So the counting is done here.
"""

import re
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree as ET

from deckgen.convert.documents import Converted
from deckgen.convert.documents.archive import Archive
from deckgen.convert.documents.html import Html, formula, styled
from deckgen.convert.typed import is_labelled

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OFF = ("0", "false", "none", "off")
_HEADING = re.compile(r"heading (\d)")
_PICTURES = (f"{_W}drawing", f"{_W}pict", f"{_W}object")


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list counts: "upperLetter", "%1)", from 1."""

    format: str
    text: str
    start: int


class _Word:
    """The parts of a document that its paragraphs refer to."""

    def __init__(self, archive: Archive, main: str) -> None:
        related = archive.related(main)
        folder = main.rpartition("/")[0]
        self.links = {k: v for k, v in related.items() if v.startswith(("http:", "https:"))}
        self.styles, self.style_lists = _styles(archive.xml_or_none(f"{folder}/styles.xml"))
        self.lists = _lists(archive.xml_or_none(f"{folder}/numbering.xml"))
        self.counts: dict[str, dict[int, int]] = {}
        self.html = Html("paragraph")
        self.number = 0
        self.listed = False

    def body(self, parent: ET.Element) -> None:
        """Paragraphs and tables in order, also those inside of controls."""
        for element in parent:
            if element.tag == f"{_W}p":
                self.paragraph(element)
            elif element.tag == f"{_W}tbl":
                self.table(element)
            elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
                self.body(element)

    def table(self, table: ET.Element) -> None:
        self._end_of_list()
        self.html.add("<table>", self.number + 1)
        for row in table.iter(f"{_W}tr"):
            self.html.add("<tr>", self.number + 1)
            for cell in row.findall(f"{_W}tc"):
                span = cell.find(f"{_W}tcPr/{_W}gridSpan")
                width = _value(span) or "1"
                self.html.add(f'<td colspan="{escape(width)}">', self.number + 1)
                self.body(cell)
                self._end_of_list()
                self.html.add("</td>", self.number)
            self.html.add("</tr>", self.number)
        self.html.add("</table>", self.number)

    def paragraph(self, paragraph: ET.Element) -> None:
        self.number += 1
        parts: list[str] = []
        self._inline(paragraph, parts)
        inside = "".join(parts).strip()
        style = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        name = self.styles.get(style, "").lower()
        label = self._label(paragraph, style)
        if is_labelled("".join(t.text or "" for t in paragraph.iter(f"{_W}t"))[:40]):
            label = "" if label == "- " else label
        heading = _HEADING.fullmatch(name)
        level = "1" if name == "title" else heading[1] if heading else ""
        if level and inside:
            self._end_of_list()
            level = str(min(int(level), 6))
            self.html.add(f"<h{level}>{inside}</h{level}>", self.number)
        elif inside and label:
            self.html.add(f"{'<br>' if self.listed else '<p>'}{label}{inside}", self.number)
            self.listed = True
        elif inside:
            self._end_of_list()
            self.html.add(f"<p>{inside}</p>", self.number)
        for box in paragraph.iter(f"{_W}txbxContent"):
            self.body(box)

    def _end_of_list(self) -> None:
        if self.listed:
            self.html.add("</p>", self.number)
        self.listed = False

    def _label(self, paragraph: ET.Element, style: str) -> str:
        """What Word shows in front of a paragraph of a list."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        number, level = self.style_lists.get(style, ("", 0))
        if properties is not None:
            number = _value(properties.find(f"{_W}numId")) or number
            level = _integer(_value(properties.find(f"{_W}ilvl")), level)
        found = self.lists.get(number, {}).get(level)
        if found is None or number == "0":
            return ""
        if found.format == "bullet":
            return "- "
        if found.format == "none":
            return ""
        counts = self.counts.setdefault(number, {})
        counts[level] = counts.get(level, found.start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        sign = _counted(counts[level], found.format)
        opening = "(" if found.text.startswith("(") else ""
        closing = ")" if found.text.endswith(")") else "."
        return f"{opening}{sign}{closing} "

    def _inline(self, parent: ET.Element, parts: list[str]) -> None:
        for element in parent:
            tag = element.tag
            if tag == f"{_W}r":
                self._run(element, parts)
            elif tag == f"{_W}hyperlink":
                self._link(element, parts)
            elif tag in (f"{_M}oMath", f"{_M}oMathPara"):
                parts.append(formula(_tex(element)))
            elif tag not in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr"):
                self._inline(element, parts)

    def _link(self, element: ET.Element, parts: list[str]) -> None:
        inside: list[str] = []
        self._inline(element, inside)
        url = self.links.get(element.get(f"{_R}id", ""), "")
        text = "".join(inside)
        parts.append(f'<a href="{escape(url)}">{text}</a>' if url else text)

    def _run(self, run: ET.Element, parts: list[str]) -> None:
        styles = _marks(run.find(f"{_W}rPr"))
        for element in run.iter():
            if element.tag == f"{_W}t" and not _is_boxed(run, element):
                parts.append(styled(element.text or "", styles))
            elif element.tag == f"{_W}tab":
                parts.append(" ")
            elif element.tag in (f"{_W}br", f"{_W}cr"):
                parts.append("<br>")
            elif element.tag == f"{_W}noBreakHyphen":
                parts.append("-")
            elif element.tag in _PICTURES and element.find(f".//{_W}txbxContent") is None:
                self.html.leave_out("picture", self.number)
            elif element.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
                self.html.leave_out("footnote", self.number)


def read(content: bytes) -> Converted:
    """The text of a .docx file; raises Unreadable."""
    archive = Archive(content, "docx")
    main = next((n for n in archive.names() if re.fullmatch(r"word/document\d*\.xml", n)), "")
    tree = archive.xml(main or "word/document.xml")
    for parent in list(tree.iter()):
        for fallback in parent.findall(f"{_MC}Fallback"):
            parent.remove(fallback)
    word = _Word(archive, main)
    for body in tree.findall(f"{_W}body"):
        word.body(body)
    word._end_of_list()
    return word.html.converted()


def _styles(tree: ET.Element | None) -> tuple[dict[str, str], dict[str, tuple[str, int]]]:
    """The names of the styles by their ids, and the lists that some of them stand for."""
    names: dict[str, str] = {}
    lists: dict[str, tuple[str, int]] = {}
    for style in tree.iter(f"{_W}style") if tree is not None else ():
        id_ = style.get(f"{_W}styleId", "")
        names[id_] = _value(style.find(f"{_W}name"))
        listed = style.find(f"{_W}pPr/{_W}numPr")
        if listed is not None:
            level = _integer(_value(listed.find(f"{_W}ilvl")), 0)
            lists[id_] = (_value(listed.find(f"{_W}numId")), level)
    return names, lists


def _lists(tree: ET.Element | None) -> dict[str, dict[int, _Level]]:
    """The levels of each list by its number."""
    if tree is None:
        return {}
    kinds: dict[str, dict[int, _Level]] = {}
    for kind in tree.findall(f"{_W}abstractNum"):
        levels = {}
        for level in kind.findall(f"{_W}lvl"):
            depth = _integer(level.get(f"{_W}ilvl", ""), 0)
            levels[depth] = _Level(
                _value(level.find(f"{_W}numFmt")) or "decimal",
                _value(level.find(f"{_W}lvlText")).strip(),
                _integer(_value(level.find(f"{_W}start")), 1),
            )
        kinds[kind.get(f"{_W}abstractNumId", "")] = levels
    found: dict[str, dict[int, _Level]] = {}
    for entry in tree.findall(f"{_W}num"):
        kind_id = _value(entry.find(f"{_W}abstractNumId"))
        found[entry.get(f"{_W}numId", "")] = kinds.get(kind_id, {})
    return found


def _counted(number: int, kind: str) -> str:
    if kind in ("upperLetter", "lowerLetter") and 1 <= number <= 26:
        first = "A" if kind == "upperLetter" else "a"
        return chr(ord(first) + number - 1)
    return str(max(number, 0))


def _marks(properties: ET.Element | None) -> list[str]:
    """Bold, italics, raised and lowered. A highlighted text counts as bold: both mark answers."""
    if properties is None:
        return []
    marks = []
    for tag, mark in (("i", "i"), ("b", "b"), ("highlight", "b")):
        element = properties.find(f"{_W}{tag}")
        if element is not None and _value(element) not in _OFF and mark not in marks:
            marks.append(mark)
    raised = _value(properties.find(f"{_W}vertAlign"))
    return marks + {"superscript": ["sup"], "subscript": ["sub"]}.get(raised, [])


def _is_boxed(run: ET.Element, text: ET.Element) -> bool:
    """Whether a text stands in a box that hangs on the run; it is read by itself."""
    return any(t is text for box in run.iter(f"{_W}txbxContent") for t in box.iter(text.tag))


def _tex(element: ET.Element) -> str:
    """A formula of Word as TeX."""
    tag = element.tag.removeprefix(_M)
    if tag == "t":
        return element.text or ""
    if tag.endswith("Pr"):
        return ""
    parts = [_tex(child) for child in element]
    kept = [p for p in parts if p]
    if tag == "f" and len(kept) == 2:
        return rf"\frac{{{kept[0]}}}{{{kept[1]}}}"
    if tag in ("sSup", "sSub") and len(kept) == 2:
        return f"{{{kept[0]}}}{'^' if tag == 'sSup' else '_'}{{{kept[1]}}}"
    if tag == "sSubSup" and len(kept) == 3:
        return f"{{{kept[0]}}}_{{{kept[1]}}}^{{{kept[2]}}}"
    if tag == "rad" and kept:
        return rf"\sqrt{{{kept[-1]}}}" if len(kept) == 1 else rf"\sqrt[{kept[0]}]{{{kept[-1]}}}"
    if tag == "d":
        return f"({', '.join(kept)})"
    return "".join(parts)


def _value(element: ET.Element | None) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""


def _integer(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"\d{1,6}", text) else otherwise
