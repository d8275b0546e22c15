"""Source paths -> the project around them: its files, its lock, the name of its deck."""

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from deckgen.edges import config, files, lockfile, refusedfile
from deckgen.model.diagnostic import EnvironmentProblem
from deckgen.model.lock import Lock, LockedNote
from deckgen.model.refusal import Refusal
from deckgen.model.source import STDIN, Format, Inputs

_LEVELS = 12  # folders to look up for a lock
_NAMED = 3  # parts that the name of a package lists


@dataclass(frozen=True, slots=True)
class Project:
    """What is built, and what is known of it.

    ``root`` is where the lock lives and what paths are relative to; ``inside`` tells what of it is
    built: nothing for all, ``bio/`` for a folder, ``bio/cells.md`` for one file. ``deck`` is the
    name that the configuration or the folder gives, ``refusals`` the notes that the author does not
    want, ``format`` that of standard input.
    """

    root: Path
    inside: tuple[str, ...]
    files: tuple[Path, ...]
    passed_over: tuple[tuple[str, int], ...]
    lock: Lock
    deck: str
    settings: config.Config = config.DEFAULT
    refusals: tuple[Refusal, ...] = ()
    format: Format | None = None

    def relative(self, file: Path) -> str:
        """The path of a file as the lock knows it."""
        return _below(file, self.root)

    def remembered(
        self, unread: set[str], family: frozenset[str] = frozenset()
    ) -> tuple[list[LockedNote], list[LockedNote]]:
        """The locked notes that may be met again, and those of them that retire if they are not.

        ``family`` are files whose notes belong to what is built: pages with their drafts.

        Notes of a file that could not be read stay as they are. Where only a part is built, notes
        of files that are gone may be met again, for a file may have been moved here; but they do
        not retire, for it may have been moved elsewhere.
        """
        unread = unread - family
        known = {e.path for e in self.lock.notes}
        built = {path for path in known if self._built(path) or path in family}
        read = built - unread
        ours = [e for e in self.lock.notes if e.path in read]
        gone = known - built
        gone = {path for path in gone if not (self.root / path).exists()}
        return ours + [e for e in self.lock.notes if e.path in gone], ours

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """The files of living notes that the lock knows and that are not built, if they exist."""
        built = {self.relative(file) for file in self.files}
        paths = dict.fromkeys(e.path for e in self.lock.notes if not e.retired)
        return tuple(p for p in paths if p not in built and (self.root / p).is_file())

    @property
    def part(self) -> str:
        """The name of what is built, where the lock knows living notes outside of it; or empty."""
        living = {e.path for e in self.lock.notes if not e.retired}
        outside = any(not self._built(path) and not _is_stdin(path) for path in living)
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
        settings=settings,
        refusals=refusedfile.read(root),
        format=inputs.format,
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
    return path.rsplit("/", 1)[-1] == STDIN.name


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
