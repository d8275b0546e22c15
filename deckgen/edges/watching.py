"""Changes of files, as they happen. The only home of ``watchfiles``."""

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from deckgen.model.diagnostic import EnvironmentProblem


def changes(paths: Iterable[Path]) -> Iterator[None]:
    """Once at first, then each time that something below the paths has changed.

    It ends when the user interrupts it. Raises EnvironmentProblem without ``watchfiles``.
    """
    try:
        from watchfiles import Change, watch
    except ImportError as error:
        message = "watching needs the extra “watch”"
        raise EnvironmentProblem(message, "pip install 'deckgen[watch]'") from error

    listed = [path.absolute() for path in paths]
    # An editor that saves puts a new file in the place of the old one: its folder is watched.
    folders = {path if path.is_dir() else path.parent for path in listed}

    def is_meant(_: Change, changed: str) -> bool:
        return any(_is_seen(Path(changed), path) for path in listed)

    deep = any(path.is_dir() for path in listed)
    with _interrupted() as stop:
        yield
        for _ in watch(*folders, watch_filter=is_meant, recursive=deep, stop_event=stop):
            yield


@contextmanager
def _interrupted() -> Iterator[threading.Event]:
    """An event that an interrupt sets, wherever it comes; a second one breaks off."""
    stop = threading.Event()

    def interrupt(*_: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    if threading.current_thread() is not threading.main_thread():
        yield stop  # only the main thread hears of signals
        return
    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _is_seen(changed: Path, path: Path) -> bool:
    """Whether a file is one that is read, or lies below a folder that is, and is not hidden."""
    if not changed.is_relative_to(path):
        return False
    return not any(part.startswith(".") for part in changed.relative_to(path).parts)
