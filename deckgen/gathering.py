"""The files of a project -> what each yields: from the cache, from worker processes, or at once.

The same for every number of workers, with a cache or without one. What reads a text is imported
where one is read: it takes longer than all else where the cache knows every file.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen import replaced
from deckgen.edges import files, workers, yieldfile
from deckgen.edges.cache import Cache
from deckgen.edges.config import Config
from deckgen.edges.project import Project
from deckgen.model.diagnostic import Diagnostic
from deckgen.model.explained import Tell
from deckgen.model.source import STDIN, Format, Source
from deckgen.model.yielded import Yielded

_WORTH_WORKERS = 250_000  # bytes of sources: some tenths of a second; workers take one to start


@dataclass(frozen=True, slots=True)
class Means:
    """What a compilation may use: a number of processes, and a cache."""

    jobs: int = 1
    cache: Cache | None = None


ALONE = Means()


@dataclass(frozen=True, slots=True)
class Task:
    """One file to be compiled. ``content`` are its bytes if it cannot be read again."""

    file: Path
    relative: str
    format: Format | None
    deck: str
    settings: Config
    content: bytes | None = None


YieldOf = Callable[[Path], tuple[Task, Yielded]]


@contextmanager
def gathered(
    project: Project, deck: str, means: Means, tell: Tell | None = None
) -> Iterator[YieldOf]:
    """A function that says what a file of the project yields, each to be asked for once.

    ``tell`` hears of each source; then nothing comes from elsewhere.
    """
    tasks = {file: _task(project, file, deck) for file in project.files}
    cache = None if tell else means.cache
    keys = {file: _key(task, cache) for file, task in tasks.items()} if cache else {}
    known = cache.known(keys.values()) if cache else frozenset[str]()
    missing = [task for file, task in tasks.items() if keys.get(file) not in known]
    jobs = 1 if tell or not _is_much(missing) else means.jobs
    if jobs > 1:
        from deckgen import yielding  # noqa: F401 (workers that are forked have it then)
    with workers.working(_written, missing, jobs) as written:

        def yield_of(file: Path) -> tuple[Task, Yielded]:
            task, key = tasks[file], keys.get(file, "")
            if cache and key in known and (kept := cache.get(key)):
                return task, yieldfile.parse(kept)
            if jobs == 1 and not cache:
                return task, _done(task, _bytes(task), tell)
            text, digest = written(task)
            if cache and key and key == _named(task, digest, cache):
                cache.put(key, text)
            return task, yieldfile.parse(text)

        yield yield_of


def at_its_place(problem: Diagnostic, task: Task) -> Diagnostic:
    """A problem of a source with its line, where that stands in the file as it was read."""
    from deckgen.parse.lines import physical
    from deckgen.parse.places import pointed

    text, _ = files.read(task.file, task.relative, task.format, task.content)
    return pointed(problem, physical(text.text)) if isinstance(text, Source) else problem


def _task(project: Project, file: Path, deck: str) -> Task:
    piped = files.bytes_of(file) if file == STDIN else None
    return Task(file, project.relative(file), project.format, deck, project.settings, piped)


def _bytes(task: Task) -> bytes | None:
    """The content of a file; None where it cannot be read, which is told when it is."""
    try:
        return files.bytes_of(task.file) if task.content is None else task.content
    except OSError:
        return None


def _key(task: Task, cache: Cache) -> str:
    """What the cache knows a file by; empty where it cannot be read."""
    content = _bytes(task)
    return "" if content is None else _named(task, _digest(content), cache)


def _named(task: Task, digest: str, cache: Cache) -> str:
    """All that the notes of a file depend on."""
    tags, density = task.settings.tags_from, task.settings.density
    return cache.key(task.relative, task.format, task.deck, *tags, density, digest)


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _is_much(tasks: Iterable[Task]) -> bool:
    """Whether workers are worth their start."""
    total = 0
    for task in tasks:
        with suppress(OSError):
            total += len(task.content) if task.content is not None else task.file.stat().st_size
        if total > _WORTH_WORKERS:
            return True
    return False


def _written(task: Task) -> tuple[bytes, str]:
    """What a file yields as text, and the digest of the content that was read for it."""
    content = _bytes(task)
    digest = "" if content is None else _digest(content)
    return yieldfile.dump(_done(task, content)), digest


def _done(task: Task, content: bytes | None, tell: Tell | None = None) -> Yielded:
    """What a file yields; only problems where it cannot be read, or is empty."""
    from deckgen.yielding import yielded

    text, problems = files.read(task.file, task.relative, task.format, content)
    if text is not None and not isinstance(text, Source):
        from deckgen.convert import convert

        text, more = convert(text)
        problems += more
    if text is None:
        return Yielded(task.relative, diagnostics=problems, read=False)
    found = yielded(text, task.deck, task.settings, tell)
    replaces = replaced.by(text).get(text.path)
    return replace(found, diagnostics=(*problems, *found.diagnostics), replaces=replaces)
