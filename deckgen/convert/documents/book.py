"""An EPUB: a book of pages, chapter by chapter, in the order in which it is read."""

import posixpath
import re
from html import escape

from deckgen.convert import web
from deckgen.convert.documents import Converted, Unreadable, damaged, too_large
from deckgen.convert.documents.archive import Archive
from deckgen.convert.writer import Writer
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.source import Place

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MOST_CHAPTERS = 3000
_PAGES = ("application/xhtml+xml", "text/html")


def read(content: bytes) -> Converted:
    """The text of an .epub file; raises Unreadable."""
    archive = Archive(content, "epub")
    root = next(archive.xml("META-INF/container.xml").iter(_CONTAINER), None)
    package = root.get("full-path", "") if root is not None else ""
    if "META-INF/encryption.xml" in archive.names() and _is_locked(archive):
        message, hint = "this book is encrypted", "deckgen cannot open it"
        raise Unreadable(Diagnostic("unreadable-document", Severity.ERROR, message, "", hint=hint))
    tree = archive.xml(package)
    lines: list[str] = []
    places: list[Place] = []
    title = next((t.text or "" for t in tree.iter(f"{_DC}title")), "").strip()
    if title:
        _add(web.write(f"<h1>{escape(title)}</h1>", saved=False), 1, lines, places)
    items = {i.get("id", ""): i for i in tree.iter(f"{_OPF}item")}
    refs = list(tree.iter(f"{_OPF}itemref"))[:_MOST_CHAPTERS]
    if not refs:
        raise damaged("epub")
    for number, ref in enumerate(refs, 1):
        item = items.get(ref.get("idref", ""))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        path = posixpath.join(posixpath.dirname(package), _unquoted(item.get("href", "")))
        page = archive.bytes(posixpath.normpath(path)).decode("utf-8", "replace")
        if page.count("<") > web.MOST_TAGS:
            raise too_large(f"a chapter of more than {web.MOST_TAGS:,} elements")
        contents = "nav" in item.get("properties", "").split()
        writer = web.write(page, saved=False, contents=contents)
        _add(writer, number, lines, places)
    return Converted(tuple(lines), tuple(places), "chapter")


def _add(writer: Writer, number: int, lines: list[str], places: list[Place]) -> None:
    if writer.lines:
        lines += [*writer.lines, ""]
        places += [(number, 0)] * (len(writer.lines) + 1)


def _unquoted(href: str) -> str:
    """The name of a file in the archive: ``my%20chapter.xhtml#top`` -> ``my chapter.xhtml``."""
    name = href.partition("#")[0].encode("utf-8", "replace")
    plain = re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), name)
    return plain.decode("utf-8", "replace")


def _is_locked(archive: Archive) -> bool:
    """Whether more than the fonts of a book are encrypted."""
    encrypted = archive.bytes("META-INF/encryption.xml")
    return b".xhtml" in encrypted or b".html" in encrypted
