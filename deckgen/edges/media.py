"""Pictures, sounds and videos on the disk: found beside a source, named by their content."""

import difflib
import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from deckgen.edges.files import walk
from deckgen.model.diagnostic import Diagnostic, EnvironmentProblem, Severity
from deckgen.model.media import Kind, Media

_IMAGES = frozenset("avif bmp gif ico jpeg jpg png svg webp".split())
_SOUNDS = frozenset(
    """
    3gp aac avi flac m4a m4v mkv mov mp3 mp4 mpeg mpg oga ogg ogv opus spx wav webm
    """.split()
)
_LARGEST = 100 * 1024 * 1024  # bytes: AnkiWeb takes no larger file
_CHUNK = 1 << 20
_DIGITS = 20  # of the hash: two files of a collection will not share 80 bits by chance
_REMOTE = re.compile(r"https?://", re.IGNORECASE)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]{0,30}:|[/\\~]", re.IGNORECASE)

Look = Callable[[str], Media | Diagnostic | None]


def nowhere(target: str) -> None:
    """What stands for a library where no disk is looked at: no file, and nothing to say of it."""


class Library:
    """The files below the root of a build, and nothing else of the disk."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._resolved = root.resolve()
        self._known: dict[Path, Media | str] = {}

    def beside(self, source: str) -> Look:
        """What looks up the references of one source, whose path is relative to the root."""
        return lambda target: self.find(target, source)

    def find(self, target: str, source: str) -> Media | Diagnostic:
        """The file that a source calls ``target``, or why there is none.

        It is looked up beside the source, then below the root; a name alone anywhere below the
        root, as Obsidian does. Nothing is ever fetched.
        """
        if _REMOTE.match(target):
            return Diagnostic(
                "media-remote",
                Severity.WARNING,
                f"“{_shown(target)}” is not in the folder, so the card only links to it",
                source,
                hint="save the file beside the text, and write its name",
            )
        path = target.replace("\\", "/")
        if _OUTSIDE.match(target) or not self._may_hold(path, source):
            return _refused(target, source)
        found = self._path(path, source)
        if found is None:
            return self._missing(target, source)
        if not self._is_inside(found):
            return _refused(target, source)
        media = self._read(found)
        return media if isinstance(media, Media) else _unusable(target, source, media)

    def chunks(self, media: Media) -> Iterator[bytes]:
        """The content of a file, piece by piece.

        Raises EnvironmentProblem where it is no longer what it was when it got its name.
        """
        digest = hashlib.sha256()
        with (self._root / media.path).open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                yield chunk
        if _name(digest.hexdigest(), media.name) != media.name:
            raise EnvironmentProblem(
                f"{media.path}: the file changed while it was read", "build once more"
            )

    def _path(self, target: str, source: str) -> Path | None:
        """The first file that a target may mean; it may still lie outside of the root."""
        spellings = dict.fromkeys((target, unquote(target), _without_query(unquote(target))))
        beside = PurePosixPath(source).parent
        for spelling in spellings:
            for folder in (self._root / beside, self._root):
                path = Path(os.path.normpath(folder / spelling))
                if path.is_relative_to(os.path.normpath(self._root)) and _is_file(path):
                    return path
        return self._by_other_spelling(spellings, beside)

    def _by_other_spelling(self, spellings: Iterable[str], beside: PurePosixPath) -> Path | None:
        """A file whose letters are composed in another way, or that is named without its folder."""
        for spelling in spellings:
            composed = unicodedata.normalize("NFC", spelling)
            inside = os.path.normpath(beside / composed).replace("\\", "/")
            found = self._by_path.get(inside) or self._by_path.get(composed)
            if found is None and "/" not in composed:
                found = self._by_name.get(composed)
            if found:
                return found
        return None

    @cached_property
    def _by_path(self) -> dict[str, Path]:
        """All media below the root by their path in composed letters."""
        files = [f for f in walk(self._root) if _kind(f)]
        paths = ((file.relative_to(self._root).as_posix(), file) for file in files)
        return {unicodedata.normalize("NFC", path): file for path, file in paths}

    @cached_property
    def _by_name(self) -> dict[str, Path]:
        """The same by their name alone; of several the one with the shortest path."""
        paths = sorted(self._by_path, key=lambda path: (path.count("/"), path), reverse=True)
        return {path.rsplit("/", 1)[-1]: self._by_path[path] for path in paths}

    def _may_hold(self, target: str, source: str) -> bool:
        """Whether a path stays below the root by its own words; nothing else is ever looked at."""
        spelt = Path(os.path.normpath(PurePosixPath(source).parent / unquote(target)))
        return not spelt.is_absolute() and ".." not in spelt.parts

    def _is_inside(self, path: Path) -> bool:
        """Whether a file lies below the root, links followed."""
        return path.resolve().is_relative_to(self._resolved)

    def _read(self, path: Path) -> Media | str:
        """The media of a file, or why it cannot be used; each file is read once."""
        if path not in self._known:
            self._known[path] = self._named(path)
        return self._known[path]

    def _named(self, path: Path) -> Media | str:
        kind = _kind(path)
        if kind is None:
            return "is no picture, sound or video that Anki shows"
        try:
            if path.stat().st_size > _LARGEST:
                return f"is larger than {_LARGEST >> 20} MB"
            if path.stat().st_size == 0:
                return "is an empty file"
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            return f"cannot be read: {error.strerror}"
        relative = path.relative_to(self._root).as_posix()
        return Media(_name(digest, path.name), relative, kind)

    def _missing(self, target: str, source: str) -> Diagnostic:
        names = sorted(self._by_name)
        wanted = unquote(target).replace("\\", "/").rsplit("/", 1)[-1]
        near = difflib.get_close_matches(wanted, names[:2000], 1, 0.85)
        same = [name for name in names if name.casefold() == wanted.casefold()]
        meant = self._by_name[(same or near)[0]] if same or near else None
        hint = "put the file beside the text, or correct its name"
        if meant:
            hint = f"did you mean “{meant.relative_to(self._root).as_posix()}”?"
        return Diagnostic(
            "media-missing",
            Severity.WARNING,
            f"there is no file “{_shown(target)}”, so the card only shows its description",
            source,
            hint=hint,
        )


def _kind(path: Path) -> Kind | None:
    ending = path.suffix[1:].lower()
    return "image" if ending in _IMAGES else "sound" if ending in _SOUNDS else None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no disk can have
        return False


def _without_query(target: str) -> str:
    return re.split(r"[?#]", target, maxsplit=1)[0] or target


def _name(digest: str, name: str) -> str:
    """What Anki calls a file: nothing of its own name but the ending."""
    return f"deckgen-{digest[:_DIGITS]}.{name.rsplit('.', 1)[-1].lower()}"


def _refused(target: str, source: str) -> Diagnostic:
    return Diagnostic(
        "media-refused",
        Severity.WARNING,
        f"“{_shown(target)}” lies outside of the source folder, and was left out",
        source,
        hint="copy the file into the source folder, and give its path from the text",
    )


def _unusable(target: str, source: str, why: str) -> Diagnostic:
    return Diagnostic(
        "media-unusable",
        Severity.WARNING,
        f"“{_shown(target)}” {why}, so the card only shows its description",
        source,
        hint="use a file such as .png, .jpg, .svg, .mp3 or .mp4, of at most 100 MB",
    )


def _shown(target: str) -> str:
    return target if len(target) <= 80 else f"{target[:79]}…"
