"""Pictures and sounds as ``data:`` URLs, for a page that holds all that it shows."""

import base64
from collections.abc import Iterable

from deckgen.edges.media import Library
from deckgen.model.media import Media

_LARGEST = 4 * 1024 * 1024  # bytes of one file: what is larger stays outside
_MOST = 48 * 1024 * 1024  # bytes of all: a browser has to hold them
_TYPES = {
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "bmp": "image/bmp", "ico": "image/x-icon",
    "svg": "image/svg+xml", "mp3": "audio/mpeg", "ogg": "audio/ogg", "oga": "audio/ogg",
    "opus": "audio/ogg", "wav": "audio/wav", "m4a": "audio/mp4", "aac": "audio/aac",
    "flac": "audio/flac", "webm": "audio/webm",
}  # fmt: skip


def inlined(library: Library, media: Iterable[Media]) -> dict[str, str]:
    """The files of a deck by the name that Anki calls them, as far as there is room for them.

    Raises EnvironmentProblem where a file changed since it got its name.
    """
    found: dict[str, str] = {}
    left = _MOST
    for file in media:
        kind = _TYPES.get(file.name.rsplit(".", 1)[-1])
        if kind is None:
            continue
        content = _content(library, file)
        if content is not None and len(content) <= left:
            left -= len(content)
            found[file.name] = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    return found


def _content(library: Library, file: Media) -> bytes | None:
    """What a file holds, or None if that is too much; no more of it is read then."""
    parts: list[bytes] = []
    size = 0
    for part in library.chunks(file):
        size += len(part)
        if size > _LARGEST:
            return None
        parts.append(part)
    return b"".join(parts)
