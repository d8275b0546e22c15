"""A page as saved from a browser -> Markdown, without the site around it.

``dom`` reads it, ``site`` tells the site from the text, ``walk`` goes through what is left.
"""

from deckgen.convert.web import blocks, cards, dom, lists, pairs, titles
from deckgen.convert.web.sides import Cards
from deckgen.convert.web.site import Site
from deckgen.convert.web.walk import Handler, Walk
from deckgen.convert.writer import Writer

MOST_TAGS = dom.MOST_TAGS
# What becomes of which element; all others are blocks or, if they stand in a line, styles.
_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys("h1 h2 h3 h4 h5 h6".split(), blocks.heading),
    **dict.fromkeys("ul ol dir".split(), lists.listing),
    "dl": lists.definitions,
    "a": blocks.link,
    "br": blocks.line_break,
    "hr": blocks.rule,
    "img": blocks.picture,
    "code": blocks.code,
    "tt": blocks.code,
    "pre": blocks.pre,
    "input": blocks.field,
    "q": blocks.quote,
    "details": blocks.details,
    "table": blocks.table,
    "td": blocks.cell,
    "th": blocks.cell,
}


def write(html: str, *, saved: bool = True, contents: bool = False) -> Writer:
    """All lines of a page with their places; ``saved`` says that a site may stand around it.

    ``contents`` says that the page is nothing but a table of contents.
    """
    root = dom.parse(html)
    site = Site.of(root) if saved else Site.alone(root)
    walk = Walk(site, _HANDLERS, pairs.card, cards.find(root, site) if saved else Cards())
    title = titles.find(root, walk.site)
    walk.title, walk.titled = title.heading, title.heading is None
    if saved and title.text and title.heading is None:
        walk.out.block([(f"# {title.text}", title.place)])
    if contents:
        walk.out.leave_out("table of contents", walk.site.body.text(), walk.site.body.place)
    else:
        walk.children(walk.site.body)
    walk.begin()
    return walk.out
