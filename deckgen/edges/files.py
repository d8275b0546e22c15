"""Sources on the disk: which files there are, and their text or what keeps us from it."""

import codecs
import glob
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from deckgen.model.diagnostic import Diagnostic, EnvironmentProblem, Severity
from deckgen.model.source import Markup, Source

MARKUP: dict[str, Markup] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".text": "plain",
}
_DOCUMENTS = frozenset(
    {
        ".html",
        ".htm",
        ".docx",
        ".doc",
        ".pdf",
        ".pptx",
        ".epub",
        ".odt",
        ".rtf",
        ".org",
        ".tex",
        ".csv",
    }
)
_LONGEST_LINE = 1_000_000  # characters
_LARGEST_FILE = 64 * 1024 * 1024  # bytes
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


Writer = Callable[[BinaryIO], None]


def find(source: Path) -> tuple[tuple[Path, ...], tuple[tuple[str, int], ...]]:
    """The sources that a path stands for: itself, or the files of a folder, sorted.

    With them come the documents that were passed over, counted by their ending.

    Hidden files and folders and links that lead out of the folder are not looked at. Raises
    EnvironmentProblem where there is nothing to read.
    """
    if not source.exists():
        raise EnvironmentProblem(
            f"{source}: no such file or folder",
            "give the path of a .md or .txt file, or of a folder of such files",
        )
    if source.is_file():
        if source.suffix.lower() not in MARKUP:
            raise EnvironmentProblem(
                f"{source}: deckgen does not read {source.suffix or 'files without an ending'}",
                f"it reads {', '.join(MARKUP)}; save the text as one of these",
            )
        return (source,), ()
    files: list[Path] = []
    others: Counter[str] = Counter()
    for file in walk(source):
        suffix = file.suffix.lower()
        if suffix in MARKUP:
            files.append(file)
        elif suffix in _DOCUMENTS:
            others[suffix] += 1
    if not files:
        raise EnvironmentProblem(
            f"{source}: no sources in this folder", f"deckgen reads {', '.join(MARKUP)}"
        )
    return tuple(files), tuple(sorted(others.items()))


def read(file: Path, relative: str) -> Source | Diagnostic:
    """The text of a file, or the problem with it."""

    def problem(code: str, message: str, hint: str, line: int = 0, column: int = 0) -> Diagnostic:
        return Diagnostic(code, Severity.ERROR, message, relative, line, column, hint)

    try:
        relative.encode()
    except UnicodeEncodeError:
        shown = relative.encode(errors="replace").decode()
        message = f"the name of this file is no Unicode: {shown}"
        hint = "rename it; the lock could not hold its name"
        return Diagnostic("unreadable-name", Severity.ERROR, message, shown, 0, 0, hint)
    try:
        if file.stat().st_size > _LARGEST_FILE:
            return problem(
                "file-too-large",
                f"this file is larger than {_LARGEST_FILE >> 20} MB",
                "split it, or leave out what is no text",
            )
        content = file.read_bytes()
    except OSError as error:
        return problem(
            "unreadable-file",
            f"this file cannot be read: {error.strerror}",
            "check its permissions",
        )
    encoding = _encoding(content)
    if encoding == "utf-8" and b"\0" in content[:65536]:
        return problem(
            "binary-file",
            "this is no text but binary data",
            "save the text as UTF-8, or move the file out of the folder",
        )
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        byte = content[error.start] if error.start < len(content) else 0
        return problem(
            "not-utf-8",
            f"the byte 0x{byte:02X} is no UTF-8",
            "save the file as UTF-8 (in most editors: “Save with encoding”)",
            line,
            column,
        )
    long = next((n for n, line in enumerate(text.split("\n"), 1) if len(line) > _LONGEST_LINE), 0)
    if long:
        return problem(
            "line-too-long",
            f"this line is longer than {_LONGEST_LINE:,} characters",
            "break it into paragraphs",
            long,
            1,
        )
    if not text.strip():
        return Diagnostic(
            "empty-file",
            Severity.WARNING,
            "this file is empty",
            relative,
            0,
            0,
            "write something, or delete it",
        )
    return Source(relative, text, MARKUP[file.suffix.lower()])


def decoded(file: Path) -> tuple[str, str]:
    """The whole text of a file that ``read`` accepts, line endings kept, and its encoding."""
    content = file.read_bytes()
    encoding = _encoding(content)
    return content.decode(encoding), encoding


def _encoding(content: bytes) -> str:
    return next((name for bom, name in _BOMS if content.startswith(bom)), "utf-8")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other builds of a folder waiting; the system lets go when the process ends.

    Where a folder cannot be locked (Windows, some network disks) nothing is kept waiting: each
    file is still written whole, and the later of two builds wins.
    """
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_all(contents: Mapping[Path, bytes | Writer]) -> None:
    """Write several files, each whole or not at all, in order; nothing is touched before all fit.

    A content that is too large to hold is a function that writes it into a file.

    Raises EnvironmentProblem where one cannot be written.
    """
    written: list[tuple[Path, Path]] = []
    hint = "check the permissions and the free space; the files from before are untouched"
    target = Path()
    try:
        for target, content in contents.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise EnvironmentProblem(f"{target} is a folder", "name a file")
            _sweep(target)
            temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
            written.append((temporary, target))
            with temporary.open("wb") as file:
                if isinstance(content, bytes):
                    file.write(content)
                else:
                    content(file)
                file.flush()
                os.fsync(file.fileno())
        for temporary, target in written:
            temporary.replace(target)
            hint = "check the permissions, and build again: every file that was written is whole"
    except OSError as error:
        message = f"{target}: cannot be written: {error.strerror or error}"
        raise EnvironmentProblem(message, hint) from error
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    """Remove what builds that were killed have left beside a file."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.tmp"):
        process = left.suffixes[-2].removeprefix(".") if len(left.suffixes) > 1 else ""
        if process.isdigit() and not _runs(int(process)):
            left.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    """Whether a process is alive, as far as can be told: only where asking does no harm."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def walk(folder: Path) -> list[Path]:
    """All files below a folder, by their path, without hidden ones."""
    root = folder.resolve()
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "__")))
        for name in sorted(names):
            path = Path(here) / name
            if not name.startswith(".") and path.resolve().is_relative_to(root) and path.is_file():
                found.append(path)
    return sorted(found, key=lambda p: p.relative_to(folder).as_posix())
