"""Front matter: what the lines at the top of a Markdown file say of all its notes.

YAML between two ``---``, or TOML between two ``+++``. YAML is read as nodes with their places and
never made into objects: no tag of it constructs anything, and an alias is refused, because a few
of them can stand for more text than there is memory.
"""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Density
from deckgen.parse import tags
from deckgen.parse.lines import Line, split

OURS = ("deck", "tags", "title", "highlights", "density", "replaces", "ignore")
_LISTS = ("tags", "replaces", "ignore")
_OFF = frozenset(["off", "false", "no"])
_DENSITIES: dict[str, Density] = {name: name for name in get_args(Density)}
_SPELT = {"highlight": "highlights", "tag": "tags", "keywords": "tags", "keyword": "tags"}
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_MOST_LINES = 200
_LONGEST = 20_000  # characters
_ENTRY = re.compile(r"[\w-]{1,40}\s?[:=](?:\s|$)")
_BEGINNING = re.compile(r"[^\s:=][^:=]{0,80}[:=](?:\s|$)|#|---$|\.\.\.$|\+\+\+$|\[")
_TAG_KEY = re.compile(r"(?:tags?|keywords?)\s?:", re.IGNORECASE)
_HASH = re.compile(r"#(?=[^\W\d_])")
_SIGN = "\ue000"  # stands for the "#" of a tag, where YAML would read a comment

# Keys of other programs, which have a meaning there and none here.
_OTHERS = frozenset(
    """
    abstract alias aliases archived author authors banner bibliography book category categories
    chapter class comments completed cover course cover-image created cssclass cssclasses csl date
    date-created date-modified description documentclass done draft due email execute fontsize
    format geometry header-includes icon id image institute institution instructor jupyter kernel
    kernelspec keyword keywords kind lang language last_modified lastmod layout license link links
    marp mathjax math mathfont modified module nav_order number output page paginate parent
    permalink pinned professor project publish published rating reference references related
    semester season series size slug source sources sr-due sr-ease sr-interval status subject
    subtitle summary teacher template theme toc toc-title topic topics type uid unit up updated
    url uuid version week weight year zotero-key
    """.split()
)


@dataclass(frozen=True, slots=True)
class Matter:
    """What front matter says. ``stop`` is the index behind it, 0 where there is none.

    ``deck`` and ``title`` are empty where it does not name one; ``highlights`` says that they may
    be deletions; ``density`` is how many notes it wants of prose. ``replaces`` are the pages
    in whose place a draft stands, None for a file that is no draft; ``ignore`` the rules of the
    editor that are silent. The path of ``problems`` is
    filled in by ``parse``.
    """

    stop: int = 0
    deck: str = ""
    tags: tuple[str, ...] = ()
    title: str = ""
    title_line: int = 0
    highlights: bool = True
    density: Density | None = None
    replaces: tuple[str, ...] | None = None
    problems: tuple[Diagnostic, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key with its texts. ``listed`` says that they are a list; ``texts`` is None for a value
    that is neither a text nor a list of texts."""

    key: str
    texts: tuple[str, ...] | None
    listed: bool
    line: int
    column: int


class _Unreadable(Exception):
    """Why the front matter cannot be read, and where: line and column from 1."""

    def __init__(self, why: str, line: int, column: int = 1) -> None:
        super().__init__(why)
        self.why, self.line, self.column = why, line, column


def stop(lines: Sequence[Line]) -> int:
    """The index behind the front matter, 0 where there is none."""
    closings = _FENCES.get(lines[0].raw.rstrip(), ()) if len(lines) > 1 else ()
    if not closings or not _BEGINNING.match(lines[1].raw):
        return 0  # a rule between two lines of dashes is no front matter
    inside = enumerate(lines[1:_MOST_LINES], 1)
    return next((at + 1 for at, line in inside if line.raw.rstrip() in closings), 0)


def read(lines: Sequence[Line]) -> Matter:
    """The front matter of a file; what is wrong with it is reported and left out."""
    end = stop(lines)
    if not end:
        return Matter(problems=_never_closed(lines))
    inside = [line.raw for line in lines[1 : end - 1]]
    if sum(map(len, inside)) > _LONGEST:
        long = _Unreadable(f"it is longer than {_LONGEST:,} characters", 1)
        return Matter(end, problems=(_unreadable(long),))
    try:
        entries = list(_toml(inside) if lines[0].text == "+++" else _yaml(inside))
    except _Unreadable as error:
        return Matter(end, problems=(_unreadable(error),))
    return _matter(end, entries)


def replaces(text: str) -> tuple[str, ...] | None:
    """The pages that a draft replaces, None for a text that is no draft."""
    return read(split(text[: 2 * _LONGEST], markdown=True)).replaces


def _matter(end: int, entries: list[_Entry]) -> Matter:
    problems: list[Diagnostic] = []
    deck, title, title_line, names = "", "", 0, list[str]()
    highlights, density = True, None
    replaces: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    for entry in entries:
        key = _SPELT.get(entry.key.lower(), entry.key.lower())
        if key not in OURS:
            problems += _unknown(entry)
        elif entry.texts is None or (entry.listed and key not in _LISTS):
            problems.append(_wrong(entry, key))
        elif key == "deck":
            deck = _deck_name("".join(entry.texts))
        elif key == "replaces":
            replaces = tuple(text for text in entry.texts if text.strip())
        elif key == "ignore":
            ignore = tuple(name for text in entry.texts for name in text.replace(",", " ").split())
        elif key == "highlights":
            highlights = "".join(entry.texts).lower() not in _OFF
        elif key == "density":
            density = _DENSITIES.get("".join(entry.texts).strip().lower())
            problems += [] if density else [_no_density(entry)]
        elif key == "title":
            title, title_line = " ".join("".join(entry.texts).split()), entry.line
        else:
            names += _names(entry)
    found = tuple(dict.fromkeys(names))
    return Matter(
        end, deck, found, title, title_line, highlights, density, replaces, tuple(problems), ignore
    )


def _names(entry: _Entry) -> list[str]:
    """Tags as Anki takes them: those of a text are parted by commas, or else by spaces."""
    texts = entry.texts or ()
    if not entry.listed:
        text = "".join(texts)
        texts = tuple(text.split(",") if "," in text else text.split())
    found = [tags.name(text.replace(_SIGN, "#")) for text in texts]
    return [name for name in found if name]


def _deck_name(text: str) -> str:
    levels = (" ".join(level.split()) for level in text.replace("\x1f", " ").split("::"))
    return "::".join(level for level in levels if level)


def _yaml(inside: list[str]) -> Iterator[_Entry]:
    import yaml

    class Loader(yaml.SafeLoader):
        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
                raise _Unreadable("it uses an alias (*)", mark.line + 2, mark.column + 1)
            return super().compose_node(parent, index)

    try:
        root = yaml.compose("\n".join(_signed(inside)), Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        raise _Unreadable(error.problem or error.context or "it is no YAML", *where) from error
    except yaml.YAMLError as error:
        raise _Unreadable("it is no YAML", 1) from error
    except RecursionError as error:
        raise _Unreadable("it is nested too deeply", 1) from error
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise _Unreadable("it has no keys", 2)
    for key, value in root.value:
        mark = key.start_mark
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        listed = isinstance(value, yaml.SequenceNode)
        yield _Entry(name, _texts(value), listed, mark.line + 2, mark.column + 1)


def _texts(node: object) -> tuple[str, ...] | None:
    """The texts of a YAML value; an empty value has none."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return () if node.tag.endswith(":null") else (node.value,)
    if isinstance(node, yaml.SequenceNode):
        found = [_texts(item) for item in node.value if isinstance(item, yaml.ScalarNode)]
        if len(found) == len(node.value):
            return tuple(text for texts in found for text in texts or ())
    return None


def _signed(inside: list[str]) -> list[str]:
    """The lines with the "#" of tags put out of YAML's sight: ``tags: #coast #tides``."""
    signed: list[str] = []
    within = False
    for line in inside:
        within = bool(_TAG_KEY.match(line)) or (within and line[:1] in (" ", "-"))
        signed.append(_HASH.sub(_SIGN, line) if within else line)
    return signed


def _toml(inside: list[str]) -> Iterator[_Entry]:
    import tomllib

    try:
        values = tomllib.loads("\n".join(inside))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]) + 1, int(place[2])) if place else (1, 1)
        raise _Unreadable(str(error).split(" (at")[0], line, column) from error
    except RecursionError as error:
        raise _Unreadable("it is nested too deeply", 1) from error
    for key, value in values.items():
        at = next((n for n, line in enumerate(inside, 2) if line.strip(" \"'[").startswith(key)), 1)
        listed = isinstance(value, list)
        items = value if isinstance(value, list) else [value]
        plain = all(isinstance(item, str | int | float) for item in items)
        yield _Entry(key, tuple(map(str, items)) if plain else None, listed, at, 1)


def _unknown(entry: _Entry) -> list[Diagnostic]:
    if entry.key.lower().replace(" ", "-") in _OTHERS or not entry.key:
        return []
    near = difflib.get_close_matches(entry.key.lower(), OURS, 1, 0.7)
    hint = f"did you mean “{near[0]}”?" if near else f"deckgen reads {', '.join(OURS)}"
    message = f"the key “{entry.key[:60]}” of the front matter has no meaning for deckgen"
    return [
        Diagnostic(
            "unknown-front-matter-key", Severity.NOTE, message, "", entry.line, entry.column, hint
        )
    ]


def _wrong(entry: _Entry, key: str) -> Diagnostic:
    hint = "write tags: [coast, tides]" if key == "tags" else f"write {key}: and a text behind it"
    what = "a list of texts" if key == "tags" else "a text"
    return _value(entry, f"not {what}", hint)


def _no_density(entry: _Entry) -> Diagnostic:
    return _value(entry, f"none of {', '.join(_DENSITIES)}", "write density: sparse")


def _value(entry: _Entry, what: str, hint: str) -> Diagnostic:
    message = f"“{entry.key}” in the front matter is {what}, and was left out"
    return Diagnostic(
        "front-matter-value", Severity.WARNING, message, "", entry.line, entry.column, hint
    )


def _unreadable(error: _Unreadable) -> Diagnostic:
    return Diagnostic(
        "front-matter-unreadable",
        Severity.WARNING,
        f"the front matter cannot be read: {error.why}",
        "",
        error.line,
        error.column,
        "it is written like this: deck: Biology",
    )


def _never_closed(lines: Sequence[Line]) -> tuple[Diagnostic, ...]:
    """Front matter that was begun, and has no line that ends it."""
    if len(lines) < 2 or lines[0].raw.rstrip() not in _FENCES or not _ENTRY.match(lines[1].raw):
        return ()
    return (_unreadable(_Unreadable(f"no line “{lines[0].raw}” ends it", 1)),)
