"""Markdown -> HTML, not yet safe. The only home of ``markdown``."""

from functools import cache

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor

_EXTENSIONS = ("tables", "sane_lists", "def_list", "footnotes")
# CommonMark lets every sign be escaped; Python-Markdown knows fewer.
_ESCAPED = "$~=<|^:%&\"'/,;?@"
_MARK = r"(?<![\w=])(==)(?=[^\s=])([^\0]{1,1000}?)(?<=[^\s=])==(?![\w=])"
_DELETED = r"(?<![\w~])(~~)(?=[^\s~])([^\0]{1,1000}?)(?<=[^\s~])~~(?![\w~])"


class _Common(Extension):
    """What GitHub and Obsidian have and Python-Markdown has not: ``==mark==``, ``~~deleted~~``."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, *_ESCAPED]
        md.inlinePatterns.register(SimpleTagInlineProcessor(_MARK, "mark"), "mark", 57)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_DELETED, "del"), "deleted", 56)


def converted(text: str) -> str:
    """The HTML of a Markdown text."""
    return _converter().reset().convert(text)


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[*_EXTENSIONS, _Common()],
        extension_configs={"footnotes": {"BACKLINK_TEXT": ""}},
        output_format="html",
    )
