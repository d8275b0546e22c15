"""Pictures, sounds and videos: where a text refers to them, and what Anki needs in their place.

A rendered field first holds ``<img at="what the author wrote" alt="...">`` for all of them. Then
the files are looked up, outside of here, and each reference becomes a picture, a sound, or what is
shown where there is no file.
"""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from deckgen.model.deck import RenderedNote
from deckgen.model.media import Media
from deckgen.render.shield import attribute

# In a Markdown text, outside of code. "|" divides an embed of Obsidian: its alt text, its width.
EMBED = re.compile(r"!\[\[(?P<embed>[^\[\]\n|]{1,300})(?P<more>(?:\|[^\[\]\n|]{0,200}){0,3})\]\]")
SOUND = re.compile(r"\[sound:(?P<sound>[^\[\]\n<>]{1,300})\]")
# In a plain text, where it stands for itself.
PLAIN = re.compile(
    r"!\[(?P<alt>[^\[\]\n]{0,300})\]\((?P<path>[^()\n<>]{1,300}?)(?: +\"[^\"\n]{0,200}\")?\)"
)

_ATTRIBUTE = r"\s{1,20}[\w:-]{1,40}(?:\s{0,20}=\s{0,20}(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+))?"
_SOURCED = re.compile(
    rf"<(?:img|audio|video|source)\b(?:{_ATTRIBUTE}){{0,40}}\s{{0,20}}/?>", re.IGNORECASE
)
_VALUE = re.compile(r"=\s{0,20}(?:\"[^\"]*\"|'[^']*')|\bsrc(?=\s{0,20}=)", re.IGNORECASE)
_ANY = re.compile(
    r"<img(?P<image>[^<>]*)>(?:\{(?P<style>[^{}\n]{1,100})\})?"
    r"|<(?P<tag>audio|video)(?P<player>[^<>]*)>(?P<inside>(?:(?!</?(?:audio|video)\b)[^\0]){0,4000})"
    r"</(?P=tag)>|</?(?:audio|video|source)\b[^<>]*>"
)
_SOURCE = re.compile(r"<source([^<>]*)>")
_NAMED = re.compile(r" (at|alt|width)=\"([^\"]*)\"")
_STYLE = re.compile(r"[.#:]|\w+\s{0,5}=")
_WIDTH = re.compile(r"width\s{0,5}[=:]\s{0,5}[\"']?(\d{1,4}%?)")
_PLACED = re.compile(
    r'<img at="(?P<at>[^"]*)" alt="(?P<alt>[^"]*)"(?P<width>(?: width="\d{1,4}%?")?)>'
)
_NEAR = 200  # lines below the beginning of a note in which its references are looked for
_REMOTE = re.compile(r"https?://", re.IGNORECASE)


def reference(at: str, alt: str = "", width: str = "") -> str:
    """The reference to a file, as it stands in a field until the file is looked up."""
    size = f' width="{width}"' if re.fullmatch(r"\d{1,4}%?", width) else ""
    return f'<img at="{attribute(at.strip())}" alt="{attribute(alt.strip())}"{size}>'


def embed(match: re.Match[str]) -> str:
    """``![[fjord.jpg|steep walls|300]]``."""
    parts = [part.strip() for part in match["more"].split("|") if part.strip()]
    sizes = [part for part in parts if re.fullmatch(r"\d{1,4}(?:x\d{1,4})?", part)]
    words = [part for part in parts if part not in sizes]
    return reference(match["embed"], " ".join(words), sizes[0].split("x")[0] if sizes else "")


def unsourced(rendered: str) -> str:
    """HTML whose ``src`` is called ``at``: the sanitiser shall leave any path, and load none."""
    return _SOURCED.sub(
        lambda tag: _VALUE.sub(lambda m: "at" if m[0][0] in "sS" else m[0], tag[0]), rendered
    )


def referring(clean: str) -> str:
    """Sanitised HTML with each picture, sound and video as a reference."""
    return _ANY.sub(_reference, clean) if "<" in clean else clean


def _reference(match: re.Match[str]) -> str:
    if match["image"] is not None:
        values = dict(_NAMED.findall(match["image"]))
        style = (match["style"] or "").strip()
        is_style = bool(_STYLE.match(style))
        found = _WIDTH.search(style) if is_style else None
        width = found[1] if found else values.get("width", "")
        kept = f"{{{style}}}" if style and not is_style else ""
        return _of(values, width) + kept
    if match["tag"]:
        own = dict(_NAMED.findall(match["player"]))
        inner = _SOURCE.search(match["inside"])
        return _of(own if "at" in own else dict(_NAMED.findall(inner[1])) if inner else {}, "")
    return ""


def _of(values: Mapping[str, str], width: str) -> str:
    at, alt = html.unescape(values.get("at", "")), html.unescape(values.get("alt", ""))
    return reference(at, alt, width) if at.strip() else html.escape(alt)


def in_words(rendered: str) -> str:
    """HTML with its references in words, as a note is told by them.

    They name the file as the author does, and nothing of its content: a picture that was retouched
    is the same picture, and a folder may move with its pictures.
    """
    return _PLACED.sub(_told, rendered) if "<img at=" in rendered else rendered


def _told(match: re.Match[str]) -> str:
    return f" [{match['alt']}, {match['at']}] " if match["alt"] else f" [{match['at']}] "


def targets(note: RenderedNote) -> tuple[str, ...]:
    """The files that a note refers to, as its author wrote them, each once."""
    fields = [field for field in note.row if "<img at=" in field]
    found = (html.unescape(m["at"]) for field in fields for m in _PLACED.finditer(field))
    return tuple(dict.fromkeys(found))


def described(rendered: str) -> str:
    """HTML in which each reference is only its description."""
    return _PLACED.sub(lambda m: m["alt"], rendered)


def place(target: str, lines: Sequence[str], start: int) -> tuple[int, int]:
    """Line and column, from 1, of a reference in a source: near the note that begins at ``start``.

    Where the source spells the path in another way, it is the line of the note.
    """
    spellings = {target, html.escape(target), target.replace("\\", "\\\\")}
    for number in range(max(start, 1), min(len(lines), start + _NEAR) + 1):
        line = lines[number - 1]
        at = max(line.find(spelt) for spelt in spellings)
        if at >= 0:
            opening = max(line.rfind(sign, 0, at) for sign in ("![", "<", "[sound:"))
            return number, (opening if opening >= 0 else at) + 1
    return start, 1


def placed(note: RenderedNote, files: Mapping[str, Media]) -> RenderedNote:
    """The note with its files in place; what is not among ``files`` is shown in words."""
    if not any("<img at=" in field for field in note.row):
        return note
    used = tuple(dict.fromkeys(files[at] for at in targets(note) if at in files))
    return replace(
        note,
        row=tuple(_PLACED.sub(lambda m: _shown(m, files), field) for field in note.row),
        media=used,
    )


def _shown(match: re.Match[str], files: Mapping[str, Media]) -> str:
    at, alt = html.unescape(match["at"]), match["alt"]
    found = files.get(at)
    if found and found.kind == "image":
        # An SVG may hold scripts and links: as the source of an <img> a browser runs none of them
        # and loads nothing that they name.
        return f'<img src="{found.name}" alt="{alt}"{match["width"]}>'
    if found:
        return f"[sound:{found.name}]"
    name = attribute(at.rsplit("/", 1)[-1].replace("%20", " ") or at)
    if _REMOTE.match(at):
        return f'<a href="{match["at"]}" rel="noopener noreferrer">{alt or name}</a>'
    return f"<em>{alt or name}</em>"
