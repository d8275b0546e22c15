"""A source path -> the project around it: its files, its lock, the name of its deck."""

import os
from dataclasses import dataclass
from pathlib import Path

from deckgen.edges import config, files, lockfile
from deckgen.model.lock import Lock, LockedNote

_LEVELS = 12  # folders to look up for a lock


@dataclass(frozen=True, slots=True)
class Project:
    """What is built, and what is known of it.

    ``root`` is where the lock lives and what paths are relative to; ``inside`` tells what of it is
    built: nothing for all, ``bio/`` for a folder, ``bio/cells.md`` for one file. ``deck`` is the
    name that the configuration or the folder gives; ``tags_from`` what it makes tags of.
    """

    root: Path
    inside: str
    files: tuple[Path, ...]
    passed_over: tuple[tuple[str, int], ...]
    lock: Lock
    deck: str
    tags_from: tuple[str, ...] = ()

    def relative(self, file: Path) -> str:
        """The path of a file as the lock knows it."""
        return _below(file, self.root)

    def remembered(self, unread: set[str]) -> tuple[list[LockedNote], list[LockedNote]]:
        """The locked notes that may be met again, and those of them that retire if they are not.

        Notes of a file that could not be read stay as they are. Where only a part is built, notes
        of files that are gone may be met again, for a file may have been moved here; but they do
        not retire, for it may have been moved elsewhere.
        """
        ours = [e for e in self.lock.notes if self._built(e.path) and e.path not in unread]
        gone = {e.path for e in self.lock.notes if not self._built(e.path)}
        gone = {path for path in gone if not (self.root / path).exists()}
        return ours + [e for e in self.lock.notes if e.path in gone], ours

    @property
    def part(self) -> str:
        """The name of what is built, where the lock knows living notes outside of it; or empty."""
        outside = any(not e.retired and not self._built(e.path) for e in self.lock.notes)
        return Path(self.inside).stem if outside else ""

    def _built(self, path: str) -> bool:
        whole_folder = not self.inside or self.inside.endswith("/")
        return path.startswith(self.inside) if whole_folder else path == self.inside


def open_project(source: Path) -> Project:
    """The project of a source path.

    The lock is that of the folder itself, or of a folder above that knows files of this one: a
    part of a collection is built with the identities of the whole. Raises EnvironmentProblem where
    there is nothing to read, or lock or configuration cannot be read.
    """
    found, passed_over = files.find(source)
    folder = source if source.is_dir() else source.parent
    root = home(folder)
    inside = _below(source, root) if root != folder or source.is_file() else ""
    inside += "/" if inside and source.is_dir() else ""
    named = source if root == folder else root
    lock = lockfile.read(root / lockfile.NAME)
    settings = config.read(root)
    return Project(
        root=root,
        inside=inside,
        files=found,
        passed_over=passed_over,
        lock=lock,
        deck=settings.deck or _locked_name(lock, inside) or _default_name(named),
        tags_from=settings.tags_from,
    )


def home(folder: Path) -> Path:
    """The folder whose lock is in charge of a folder: itself, or one above that knows its files."""
    if (folder / lockfile.NAME).exists():
        return folder
    here = folder.absolute()
    for above in here.parents[:_LEVELS]:
        lock = above / lockfile.NAME
        inside = _below(here, above) + "/"
        if lock.exists() and any(e.path.startswith(inside) for e in lockfile.read(lock).notes):
            return Path(os.path.relpath(above))
        if (above / ".git").exists():
            break
    return folder


def _locked_name(lock: Lock, inside: str) -> str:
    """The deck in which the notes of a single file are already, without the file's folders."""
    deck = next((e.deck for e in lock.notes if e.path == inside and not e.retired), "")
    folders = "::".join(Path(inside).parts[:-1])
    return deck.removesuffix(f"::{folders}") if folders else deck


def _below(path: Path, root: Path) -> str:
    """A path relative to a folder, with forward slashes; links are not followed."""
    return Path(os.path.relpath(path, root)).as_posix()


def _default_name(source: Path) -> str:
    """The name of the file or the folder; a folder called "source" is named after its parent."""
    resolved = source.resolve()
    name = resolved.stem if source.is_file() else resolved.name
    if source.is_dir() and name.lower() in ("source", "sources", "src"):
        name = resolved.parent.name or name
    words = name.replace("_", " ").replace("-", " ").split()
    spoken = " ".join(words).replace("::", " ")
    return spoken[:1].upper() + spoken[1:] or "Deck"
