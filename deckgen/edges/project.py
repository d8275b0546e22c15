"""Source paths -> the project around them: its files, its lock, the name of its deck."""

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from deckgen.edges import config, files, lockfile
from deckgen.model.diagnostic import EnvironmentProblem
from deckgen.model.lock import Lock, LockedNote
from deckgen.model.notetype import AS_THEY_ARE, Looks
from deckgen.model.source import STDIN, Format, Inputs

_LEVELS = 12  # folders to look up for a lock
_NAMED = 3  # parts that the name of a package lists


@dataclass(frozen=True, slots=True)
class Project:
    """What is built, and what is known of it.

    ``root`` is where the lock lives and what paths are relative to; ``inside`` tells what of it is
    built: nothing for all, ``bio/`` for a folder, ``bio/cells.md`` for one file. ``deck`` is the
    name that the configuration or the folder gives, ``tags_from`` what it makes tags of, ``format``
    that of standard input, ``looks`` what the cards look like.
    """

    root: Path
    inside: tuple[str, ...]
    files: tuple[Path, ...]
    passed_over: tuple[tuple[str, int], ...]
    lock: Lock
    deck: str
    tags_from: tuple[str, ...] = ()
    format: Format | None = None
    looks: Looks = AS_THEY_ARE

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
        outside = any(
            not e.retired and not self._built(e.path) and not _is_stdin(e.path)
            for e in self.lock.notes
        )
        if not outside:
            return ""
        names = [_part_name(inside) for inside in self.inside]
        more = len(names) - _NAMED
        return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")

    def _built(self, path: str) -> bool:
        if _is_stdin(path):  # it lies in no folder, and is gone when it was read
            return path in self.inside
        return any(
            path.startswith(inside) if not inside or inside.endswith("/") else path == inside
            for inside in self.inside
        )


def open_project(inputs: Inputs) -> Project:
    """The project of some source paths.

    The lock is that of the folder itself, or of a folder above that knows files of this one: a
    part of a collection is built with the identities of the whole. Several paths belong to the
    folder that they have in common. Raises EnvironmentProblem where there is nothing to read, or
    lock or configuration cannot be read.
    """
    found: dict[Path, Path] = {}
    passed_over: Counter[str] = Counter()
    for path in inputs.paths:
        inside, others = files.find(path)
        for file in inside:
            found.setdefault(file.absolute(), file)
        passed_over.update(dict(others))
    root = root_of(inputs)
    parts = tuple(dict.fromkeys(_inside(path, root) for path in inputs.paths))
    one = inputs.paths[0] if len(inputs.paths) == 1 else root
    named = root if root != _folder(one) or one == STDIN else one
    lock = lockfile.read(root / lockfile.NAME)
    settings = config.read(root)
    return Project(
        root=root,
        inside=parts,
        files=tuple(found.values()),
        passed_over=tuple(sorted(passed_over.items())),
        lock=lock,
        deck=settings.deck or _locked_name(lock, parts) or _default_name(named),
        tags_from=settings.tags_from,
        format=inputs.format,
        looks=settings.looks,
    )


def root_of(inputs: Inputs) -> Path:
    """The folder whose lock is in charge of some paths.

    Raises EnvironmentProblem where they have no folder in common, or locks of their own.
    """
    folders = [_folder(path) for path in inputs.paths]
    if len(folders) == 1:
        return home(folders[0])
    try:
        common = Path(os.path.commonpath([folder.absolute() for folder in folders]))
    except ValueError:
        common = Path(os.sep)
    if common.parent == common:
        raise EnvironmentProblem(
            "these paths have no folder in common, in which a lock could be kept",
            "build them one after the other",
        )
    root = home(Path(os.path.relpath(common)))
    for folder in folders:
        own = home(folder)
        if (own / lockfile.NAME).exists() and own.resolve() != root.resolve():
            raise EnvironmentProblem(
                f"{own / lockfile.NAME}: this lock knows only a part of what is to be built",
                "build what belongs to it by itself",
            )
    return root


def _folder(path: Path) -> Path:
    """The folder that a path is, or lies in; standard input lies in the current one."""
    return path if path.is_dir() else path.parent


def _inside(path: Path, root: Path) -> str:
    """What a path is of a root: nothing for all of it, ``bio/``, or ``bio/cells.md``."""
    if path.is_dir():
        below = _below(path, root)
        return "" if below == "." else f"{below}/"
    return _below(path, root)


def _part_name(inside: str) -> str:
    return "stdin" if _is_stdin(inside) else Path(inside).stem


def _is_stdin(path: str) -> bool:
    return Path(path).name == STDIN.name


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


def _locked_name(lock: Lock, inside: tuple[str, ...]) -> str:
    """The deck in which the notes of single files are already, without the files' folders."""
    known = next((e for e in lock.notes if e.path in inside and not e.retired), None)
    folders = "::".join(Path(known.path).parts[:-1]) if known else ""
    deck = known.deck if known else ""
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
