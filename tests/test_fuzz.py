"""A few seconds of the fuzzer; how to run it for longer stands in tests/fuzz/README.md."""

from tests.fuzz.__main__ import problem, run


def test_a_short_run_finds_nothing() -> None:
    found, tried, _ = run(seconds=4, seed=0)
    assert tried
    assert found == {}


def test_a_failure_would_be_found() -> None:
    assert problem("Q: What?\nA: That.\n", "none of these") is not None  # type: ignore[arg-type]
