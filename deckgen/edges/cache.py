"""What files yielded, kept in the user's cache folder: one SQLite file for all projects.

Nothing is lost with it. So it is written without waiting for the disk, an entry is believed only if
it is what was written, and a file that is damaged is deleted. SQLite keeps builds apart that run at
the same time; one that has to wait too long goes on without storing.
"""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import deckgen

NAME = "notes-1.sqlite3"  # the number is that of the table, and of the text in it
FOLDER = "DECKGEN_CACHE"  # an environment variable
_LIBRARIES = ("markdown", "nh3", "pygments", "justhtml", "pypdf", "pyyaml", "charset_normalizer")
_LARGEST = 512 << 20  # bytes of all entries; then the ones that were not used for longest go
_SHRUNK = 384 << 20
_OLDEST = 90 * 86_400  # seconds
_DAY = 86_400
_PATIENCE = 5.0  # seconds that another build may take to write
_TABLE = (
    "CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, used INTEGER, digest BLOB, value BLOB)"
)


def folder() -> Path:
    """Where the cache is: where ``DECKGEN_CACHE`` says, or where the system keeps caches."""
    if named := os.environ.get(FOLDER):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "deckgen" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "deckgen"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "deckgen"


class Cache:
    """Texts by their keys, as long as a command runs; ``close`` stores what is new.

    ``remarks`` are what the user should hear.
    """

    def __init__(self, folder: Path, now: int) -> None:
        self.remarks: list[str] = []
        self._path = folder / NAME
        self._now = now
        self._new: dict[str, bytes] = {}
        self._met: list[str] = []
        self._version = _version()
        self._database = self._opened()

    def key(self, *parts: object) -> str:
        """A key for all that an entry depends on; this deckgen and its libraries are among it."""
        whole = "\0".join(map(repr, (self._version, *parts)))
        return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()

    def known(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of the keys for which there is an entry."""
        wanted = set(keys)
        try:
            if self._database:
                found = self._database.execute("SELECT key FROM entry")
                return frozenset(key for (key,) in found if key in wanted)
        except sqlite3.Error:
            self._drop()
        return frozenset()

    def get(self, key: str) -> bytes | None:
        """The text of an entry, or None: there is none, or it is not what was written."""
        if not self._database:
            return None
        try:
            found = self._database.execute(
                "SELECT used, digest, value FROM entry WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.Error:
            self._drop()
            return None
        if found is None:
            return None
        used, digest, value = found
        if not isinstance(value, bytes) or digest != _digest(key, value):
            self._drop()
            return None
        if not isinstance(used, int) or used < self._now - _DAY:
            self._met.append(key)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep a text from now on."""
        self._new[key] = value

    def close(self) -> None:
        """Store what is new; what cannot be stored is not."""
        if not self._database:
            return
        try:
            with self._database as database:
                database.executemany(
                    "INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)",
                    ((k, self._now, _digest(k, v), v) for k, v in self._new.items()),
                )
                database.executemany(
                    "UPDATE entry SET used = ? WHERE key = ?", ((self._now, k) for k in self._met)
                )
                if self._new:
                    self._shrink(database)
        except sqlite3.OperationalError:
            pass  # another build is writing, or the disk is full
        except sqlite3.Error:
            self._drop()
        if self._database:
            self._database.close()
        self._database = None

    def _shrink(self, database: sqlite3.Connection) -> None:
        """Let go of what is old, and of what is too much."""
        database.execute("DELETE FROM entry WHERE used < ?", (self._now - _OLDEST,))
        sizes = database.execute("SELECT key, length(value) FROM entry ORDER BY used DESC")
        listed = sizes.fetchall()
        if sum(size for _, size in listed) <= _LARGEST:
            return
        total = 0
        for key, size in listed:
            total += size
            if total > _SHRUNK:
                database.execute("DELETE FROM entry WHERE key = ?", (key,))

    def _opened(self) -> sqlite3.Connection | None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            return None
        for _ in range(2):
            try:
                return self._connected()
            except sqlite3.OperationalError:
                return None  # a folder that cannot be written, a file that is in use
            except sqlite3.Error:
                self._drop()
        return None

    def _connected(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=_PATIENCE)
        try:
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_TABLE)
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _drop(self) -> None:
        """Delete the cache, for it is damaged; this run goes on without one."""
        database = getattr(self, "_database", None)
        self._database = None
        if database:
            database.close()
        try:
            for ending in ("", "-journal"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        except OSError:
            return
        if not self.remarks:
            self.remarks.append(f"the cache {self._path} was damaged and has been deleted")


def _digest(key: str, value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=16, key=key.encode()[:64]).digest()


def _version() -> str:
    """What stands for the code that makes entries: an edit, or another library, is another one."""
    parts = [deckgen.__version__, sys.version]
    package = Path(deckgen.__file__).parent
    for here, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(names):
            state = os.stat(os.path.join(here, name))  # noqa: PTH116, PTH118
            parts.append(f"{name} {state.st_size} {state.st_mtime_ns}")
    parts += sorted(_libraries())
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def _libraries() -> Iterator[str]:
    """The libraries with their versions, by the folders that tell them; nothing is imported."""
    for folder in sys.path:
        with suppress(OSError):
            for name in os.listdir(folder or "."):  # noqa: PTH208
                library, dash, _ = name.partition("-")  # Markdown-3.11.dist-info
                if dash and library.lower() in _LIBRARIES:
                    yield name
