"""Markdown -> HTML, not yet safe. The only home of ``markdown``."""

from functools import cache

import markdown
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import SimpleTagInlineProcessor

# CommonMark lets every sign be escaped; Python-Markdown knows fewer.
_ESCAPED = "$~=<|^:%&\"'/,;?@"
_MARK = r"(?<![\w=])(==)(?=[^\s=])([^\0]{1,1000}?)(?<=[^\s=])==(?![\w=])"
_DELETED = r"(?<![\w~])(~~)(?=[^\s~])([^\0]{1,1000}?)(?<=[^\s~])~~(?![\w~])"

# Processors that find nothing in a text without one of these signs. Names that a release of
# Python-Markdown does not have are passed over; what is not named is always on.
_NEEDS = {
    "<&": ("html_block", "autolink", "automail", "html", "entity"),
    "[": (
        "footnote reference link image_link image_reference short_reference short_image_ref"
    ).split(),
    "`": ("backtick",),
    "\\": ("escape",),
    "=~": ("mark", "deleted"),
    "|": ("table",),
}


class _Common(Extension):
    """What GitHub and Obsidian have and Python-Markdown has not: ``==mark==``, ``~~deleted~~``."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, *_ESCAPED]
        md.inlinePatterns.register(SimpleTagInlineProcessor(_MARK, "mark"), "mark", 57)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_DELETED, "del"), "deleted", 56)


def converted(text: str) -> str:
    """The HTML of a Markdown text."""
    absent = tuple(signs for signs in _NEEDS if not any(sign in text for sign in signs))
    return _converter(absent).reset().convert(text)


@cache
def _converter(absent: tuple[str, ...]) -> markdown.Markdown:
    """A converter for texts without some signs; there are 64 of them at most."""
    md = whole()
    for name in (name for signs in absent for name in _NEEDS[signs]):
        for registry in (md.preprocessors, md.parser.blockprocessors, md.inlinePatterns):
            if name in registry:
                registry.deregister(name)
    return md


def whole() -> markdown.Markdown:
    """A converter with everything on."""
    return markdown.Markdown(
        extensions=[
            TableExtension(),
            SaneListExtension(),
            DefListExtension(),
            FootnoteExtension(BACKLINK_TEXT=""),
            _Common(),
        ],
        output_format="html",
    )
