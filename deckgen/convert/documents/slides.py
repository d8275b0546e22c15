"""A PowerPoint presentation: titles, texts, tables and the notes of the speaker, slide by slide."""

import re
from xml.etree import ElementTree as ET

from deckgen.convert.documents import Converted
from deckgen.convert.documents.archive import Archive
from deckgen.convert.documents.html import Html, styled
from deckgen.convert.typed import is_labelled

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TITLES = ("title", "ctrTitle")
_FRAME = ("sldNum", "dt", "ftr", "hdr", "sldImg")
_LETTERS = {"alphaUc": "A", "alphaLc": "a"}
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>")
_MOST_SLIDES = 2000


def read(content: bytes) -> Converted:
    """The text of a .pptx file; raises Unreadable."""
    archive = Archive(content, "pptx")
    main = "ppt/presentation.xml"
    related = archive.related(main)
    ids = [s.get(f"{_R}id", "") for s in archive.xml(main).iter(f"{_P}sldId")]
    html = Html("slide")
    for number, id_ in enumerate(ids[:_MOST_SLIDES], 1):
        if slide := related.get(id_):
            _slide(archive, slide, number, html)
    for number in range(_MOST_SLIDES + 1, len(ids) + 1):
        html.leave_out("slide", number)
    return html.converted()


def _slide(archive: Archive, part: str, number: int, html: Html) -> None:
    tree = archive.xml(part)
    for shape in tree.iter():
        if shape.tag == f"{_P}sp":
            _shape(shape, number, html, spoken=False)
        elif shape.tag == f"{_A}tbl":
            _table(shape, number, html)
        elif shape.tag == f"{_P}pic":
            html.leave_out("picture", number)
    for target in archive.related(part).values():
        if re.search(r"notesSlides/[^/]+\.xml$", target):
            for shape in archive.xml(target).iter(f"{_P}sp"):
                _shape(shape, number, html, spoken=True)


def _shape(shape: ET.Element, number: int, html: Html, *, spoken: bool) -> None:
    """The text of one shape: a heading, a paragraph, or a list if it has several."""
    holder = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    kind = holder.get("type", "body") if holder is not None else ""
    body = shape.find(f"{_P}txBody")
    if body is None or kind in _FRAME:
        return
    paragraphs = [(p, _text(p)) for p in body.findall(f"{_A}p")]
    paragraphs = [(p, text) for p, text in paragraphs if text.strip()]
    if kind in _TITLES:
        level = 1 if kind == "ctrTitle" else 2
        text = " ".join(text for _, text in paragraphs).replace("<br>", " ")
        html.add(f"<h{level}>{text}</h{level}>" if text else "", number)
        return
    typed = any(is_labelled(_ANY_TAG.sub("", text)) for _, text in paragraphs)
    listed = kind == "body" and len(paragraphs) > 1 and not spoken and not typed
    counts: dict[int, int] = {}
    opened = False
    for paragraph, text in paragraphs:
        label = _label(paragraph, counts, bulleted=listed)
        together = label or (typed and not spoken)
        start = "<p>" if not opened else "<br>" if together else "</p><p>"
        html.add(f"{start}{label}{text}", number)
        opened = True
    html.add("</p>" if opened else "", number)


def _label(paragraph: ET.Element, counts: dict[int, int], *, bulleted: bool) -> str:
    """The bullet, the number or the letter in front of a paragraph."""
    properties = paragraph.find(f"{_A}pPr")
    if properties is None:
        return "- " if bulleted else ""
    if properties.find(f"{_A}buNone") is not None:
        return ""
    counted = properties.find(f"{_A}buAutoNum")
    if counted is None:
        return "- " if bulleted or properties.find(f"{_A}buChar") is not None else ""
    level = int(properties.get("lvl", "0") if properties.get("lvl", "0").isdigit() else 0)
    counts[level] = counts.get(level, 0) + 1
    for deeper in [other for other in counts if other > level]:
        del counts[deeper]
    kind = counted.get("type", "")
    first = next((sign for name, sign in _LETTERS.items() if kind.startswith(name)), "")
    if first and counts[level] <= 26:
        return f"{chr(ord(first) + counts[level] - 1)}. "
    return f"{counts[level]}. "


def _text(paragraph: ET.Element) -> str:
    parts: list[str] = []
    for run in paragraph:
        if run.tag in (f"{_A}r", f"{_A}fld"):
            properties = run.find(f"{_A}rPr")
            marks = [m for m in ("i", "b") if properties is not None and properties.get(m) == "1"]
            text = run.find(f"{_A}t")
            parts.append(styled(text.text or "" if text is not None else "", marks))
        elif run.tag == f"{_A}br":
            parts.append("<br>")
    return "".join(parts)


def _table(table: ET.Element, number: int, html: Html) -> None:
    html.add("<table>", number)
    headed = table.find(f"{_A}tblPr")
    first = headed is not None and headed.get("firstRow") == "1"
    for row in table.findall(f"{_A}tr"):
        tag = "th" if first else "td"
        first = False
        cells = ["<br>".join(_text(p) for p in cell.iter(f"{_A}p")) for cell in row]
        html.add("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>", number)
    html.add("</table>", number)
