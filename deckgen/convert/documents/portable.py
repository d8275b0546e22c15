"""A PDF: the lines of its pages as plain text, with running heads known from the page breaks."""

import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from deckgen.convert.documents import Converted, Unreadable, damaged, too_large
from deckgen.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    import pypdf

    from deckgen.model.source import Place

_MOST_PAGES = 3000
_MOST_CHARACTERS = 20_000_000
_EDGE = 2  # lines at the top and at the bottom of a page that may be running heads
_CONTENT = re.compile(r"\W{0,2}(?:[A-Za-z\d]{1,3}[.)]\s|Q:|A:)|.*[:?.]\s*$|.*:\s")
_NUMBER = re.compile(r"^\W{0,3}\d{1,4}\W{0,3}(?:\s|$)|(?:^|\s)\W{0,3}\d{1,4}\W{0,3}$")
_REPEATED = 3  # pages on which a running head stands at least


def read(content: bytes) -> Converted:
    """The text of a .pdf file; raises Unreadable."""
    pages = [page.split("\n") for page in _pages(content)]
    heads = _running_heads(pages)
    lines: list[str] = []
    places: list[Place] = []
    for number, page in enumerate(pages, 1):
        edges = _edges(page, heads)
        for i, line in enumerate(page):
            text = line.rstrip()
            if i in edges:
                # With its number it is known as a line of the printed page.
                text = f"{text.strip()[:90]}   Page {number}"
            lines.append(text)
            places.append((number, 0))
    if not any(line.strip() for line in lines):
        message = "this PDF has no text, only pictures of it"
        hint = "run it through a program that recognises text (OCR)"
        raise Unreadable(
            Diagnostic("document-without-text", Severity.ERROR, message, "", hint=hint)
        )
    return Converted(tuple(lines), tuple(places), "page", markup="plain")


def _pages(content: bytes) -> list[str]:
    try:
        import pypdf
    except ImportError:
        message = "reading PDF needs a package that is not installed"
        hint = "run: pip install 'deckgen[documents]'"
        raise Unreadable(
            Diagnostic("documents-not-installed", Severity.ERROR, message, "", hint=hint)
        ) from None
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it repairs is no news for us
    try:
        return _texts(pypdf.PdfReader(io.BytesIO(content)))
    except Unreadable:
        raise
    except (Exception, RecursionError) as error:  # a parser of a thousand structures may raise any
        raise damaged("pdf") from error


def _texts(reader: "pypdf.PdfReader") -> list[str]:
    """The text of each page, as long as it is the text of a book."""
    if reader.is_encrypted and not reader.decrypt(""):
        message, hint = "this PDF wants a password", "save a copy without a password"
        raise Unreadable(Diagnostic("unreadable-document", Severity.ERROR, message, "", hint=hint))
    texts: list[str] = []
    characters = 0
    for number, page in enumerate(reader.pages, 1):
        texts.append(page.extract_text())
        characters += len(texts[-1])
        if number > _MOST_PAGES or characters > _MOST_CHARACTERS:
            raise too_large(f"more than {_MOST_PAGES:,} pages, or text for so many")
    return texts


def _running_heads(pages: list[list[str]]) -> frozenset[str]:
    """Lines at the edges of the pages that come again, their numbers aside."""
    counted: Counter[str] = Counter()
    for page in pages:
        shown = [line for line in page if line.strip()]
        counted.update({_head(line) for line in (*shown[:_EDGE], *shown[-_EDGE:])})
    return frozenset(h for h, times in counted.items() if times >= _REPEATED and len(h) < 100)


def _edges(page: list[str], heads: frozenset[str]) -> set[int]:
    """The lines of a page that are running heads: from the top down and from the bottom up."""
    shown = [i for i, line in enumerate(page) if line.strip()]
    found: set[int] = set()
    for side in (shown[:_EDGE], shown[: -_EDGE - 1 : -1]):
        for i in side:
            if _CONTENT.match(page[i]) or _head(page[i]) not in heads:
                break
            found.add(i)
    return found


def _head(line: str) -> str:
    """A running head without the number of its page."""
    return " ".join(_NUMBER.sub(" 0 ", line).lower().split())
