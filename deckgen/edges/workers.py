"""Work for several processes, asked for piece by piece in any order."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@contextmanager
def working(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int
) -> Iterator[Callable[[Item], Result]]:
    """A function that gives what ``work`` makes of an item.

    With several jobs the ``items`` are worked on in other processes meanwhile. What raises there
    raises here, where the item is asked for.
    """
    if jobs < 2:
        yield work
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        waiting = {id(item): pool.submit(work, item) for item in items}

        def result(item: Item) -> Result:
            future = waiting.pop(id(item), None)
            return future.result() if future else work(item)

        try:
            yield result
        finally:
            pool.shutdown(cancel_futures=True)
