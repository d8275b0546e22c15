"""``python -m tests.fuzz [MINUTES] [SEED]``: mutate, compile, stop at the clock; see README.md."""

import random
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from deckgen.compiler import compile_source
from deckgen.model.source import Markup, Source
from tests.fuzz.mutations import mutated, seeds

PATIENCE = 10.0  # seconds for one input of at most 40,000 characters: more is a hang
MARKUPS: tuple[Markup, ...] = ("markdown", "plain")
_SHRINKS = 400  # attempts to make a failing input smaller


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    found, tried, slowest = run(minutes * 60, seed)
    print(f"{tried:,} inputs, {len(found)} failures, slowest {slowest:.2f} s")
    for name, (text, markup, trace) in found.items():
        path = Path(f"fuzz-{abs(hash(name)) % 10**8:08}.{'md' if markup == 'markdown' else 'txt'}")
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        print(f"\n{path}: {name}\n{trace}")
    sys.exit(bool(found))


def run(seconds: float, seed: int) -> tuple[dict[str, tuple[str, Markup, str]], int, float]:
    """The failures by what they are, how many inputs were tried, and the longest time of one."""
    texts = seeds()
    found: dict[str, tuple[str, Markup, str]] = {}
    end = time.monotonic() + seconds
    tried, slowest = 0, 0.0
    while time.monotonic() < end:
        chance = random.Random(f"{seed}:{tried}")
        text, markup = mutated(chance, texts), MARKUPS[tried % 2]
        start = time.monotonic()
        failure = problem(text, markup)
        slowest = max(slowest, time.monotonic() - start)
        tried += 1
        if failure and failure[0] not in found:
            name = failure[0]
            found[name] = (
                text if name == "hang" else shrunk(text, markup, name),
                markup,
                failure[1],
            )
    return found, tried, slowest


def problem(text: str, markup: Markup) -> tuple[str, str] | None:
    """What goes wrong with an input, and the traceback; None where nothing does."""
    try:
        with limit(PATIENCE):
            _check(text, markup)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        where = next((f for f in reversed(frames) if "deckgen" in f.filename), frames[-1])
        kind = "hang" if isinstance(error, TimeoutError) else type(error).__name__
        name = kind if kind == "hang" else f"{kind} in {Path(where.filename).name}, {where.name}"
        return name, traceback.format_exc(limit=-6)
    return None


def _check(text: str, markup: Markup) -> None:
    notes, problems = compile_source(Source("a.md", text, markup), "Deck")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= note.line <= lines for note in notes)
    assert all(0 <= found.line <= lines and found.hint for found in problems)
    assert all(note.front and note.row[0].strip() for note in notes)
    assert not any("<script" in field.lower() for note in notes for field in note.row)


def shrunk(text: str, markup: Markup, name: str) -> str:
    """A smaller text with the same failure."""
    chance = random.Random(0)
    for _ in range(_SHRINKS):
        size = max(1, len(text) // chance.choice((2, 3, 5, 10, 50)))
        at = chance.randint(0, max(0, len(text) - size))
        smaller = text[:at] + text[at + size :]
        again = problem(smaller, markup)
        if again and again[0] == name:
            text = smaller
    return text


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError where what is inside takes longer; only where the system has alarms."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"longer than {seconds:g} s")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


if __name__ == "__main__":
    main()
