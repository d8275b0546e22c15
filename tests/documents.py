"""Documents for the tests, written by hand: the least that Word, PowerPoint, EPUB and PDF need."""

import io
import re
import zipfile
from html import escape

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_SLIDES = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def archive(parts: dict[str, str]) -> bytes:
    """A zip archive of text files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in parts.items():
            zipped.writestr(name, text)
    return out.getvalue()


def docx(*body: str, **parts: str) -> bytes:
    """A Word document of paragraphs as ``word`` writes them; ``parts`` by their short names."""
    named = {
        "word/document.xml": f"<w:document {_WORD}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_WORD}>"
        + "".join(
            f'<w:style w:styleId="H{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2)
        )
        + "</w:styles>",
        "word/numbering.xml": f"<w:numbering {_WORD}>"
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/>'
        '<w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    }
    return archive(named | {f"word/{name}.xml": text for name, text in parts.items()})


def word(text: str, *, style: str = "", level: int | None = None, run: str = "") -> str:
    """A paragraph of a Word document, on a level of its list or in a style; ``run`` is more XML."""
    listed = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        if level is not None
        else ""
    )
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f"<w:p><w:pPr>{named}{listed}</w:pPr>"
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>{run}</w:p>'
    )


def pptx(*slides: tuple[str, tuple[str, ...]]) -> bytes:
    """A presentation of titles with the lines below them."""
    parts = {
        "ppt/presentation.xml": f'<p:presentation {_SLIDES} xmlns:r="{_OFFICE}"><p:sldIdLst>'
        + "".join(f'<p:sldId id="{n}" r:id="r{n}"/>' for n in range(len(slides)))
        + "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": f"<Relationships {_RELATIONSHIPS}>"
        + "".join(
            f'<Relationship Id="r{n}" Type="slide" Target="slides/slide{n}.xml"/>'
            for n in range(len(slides))
        )
        + "</Relationships>",
    }
    for n, (title, lines) in enumerate(slides):
        shapes = _shape("title", (title,)) + _shape("body", lines)
        parts[f"ppt/slides/slide{n}.xml"] = (
            f"<p:sld {_SLIDES} {_DRAWING}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"
        )
    return archive(parts)


def _shape(kind: str, lines: tuple[str, ...]) -> str:
    paragraphs = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
    return (
        f'<p:sp><p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>'
        f"<p:txBody>{paragraphs}</p:txBody></p:sp>"
    )


def epub(title: str, *chapters: str) -> bytes:
    """A book of chapters, each the inside of a body."""
    items = "".join(
        f'<item id="c{n}" href="c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": "<container "
        'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        f"</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
    }
    for n, body in enumerate(chapters):
        parts[f"OPS/c {n}.xhtml"] = (
            f"<?xml version='1.0'?>\n<!DOCTYPE html>\n<html><body>{body}</body></html>"
        )
    return archive(parts)


def pdf(*pages: tuple[str, ...]) -> bytes:
    """A PDF of pages of lines."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, lines in enumerate(pages):
        escaped = (re.sub(r"([()\\])", r"\\\1", line) for line in lines)
        shown = " T* ".join(f"({line}) Tj" for line in escaped)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources "
            f"<< /Font << /F1 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    trailer = len(out) - len(table) - len(f"xref\n0 {size}\n0000000000 65535 f \n")
    out += f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{trailer}\n%%EOF\n"
    return out.encode("latin-1")
