"""A file of a foreign format -> a source in Markdown that knows where its lines come from."""

from deckgen.convert import web
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.source import Foreign, Source

__all__ = ["convert"]


def convert(file: Foreign) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The source that a file becomes, or None, and what is wrong with it."""
    return _page(file)


def _page(file: Foreign) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    html = str(file.content)
    if html.count("<") > web.MOST_TAGS:
        message = f"this page has more than {web.MOST_TAGS:,} elements"
        return None, (_problem("page-too-large", message, file.path, "split it"),)
    writer = web.write(html)
    text = "\n".join(writer.lines)
    return Source(file.path, text, "markdown", saved=True, places=tuple(writer.places)), ()


def _problem(code: str, message: str, path: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, path, 0, 0, hint)
