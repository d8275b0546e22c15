"""The search for twins finds what a comparison of all with all finds, in linear time."""

import time

from hypothesis import given
from hypothesis import strategies as st

from deckgen.check.deck.twins import confused, same

LETTERS = 6  # of a word that is confused with another
# Few words with few letters, so that many of them are a letter apart.
LONG = st.text("abc", min_size=6, max_size=8)
WORDS = st.lists(LONG | st.sampled_from(["what", "nerve"]), min_size=1, max_size=3).map(tuple)
QUESTIONS = st.lists(WORDS, max_size=12)


def differ_in_a_letter(one: str, other: str) -> bool:
    """Whether two long words are one another with one letter changed, added or left out."""
    short, long = sorted((one, other), key=len)
    if len(short) < LETTERS or one == other or not (short.isalpha() and long.isalpha()):
        return False
    if len(short) == len(long):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def are_confused(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two questions are equal but for a letter of one word."""
    apart = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) and len(apart) == 1 and differ_in_a_letter(*apart[0])


@given(QUESTIONS)
def test_confused_questions_are_those_that_comparing_all_with_all_finds(
    questions: list[tuple[str, ...]],
) -> None:
    brute = []
    for i, question in enumerate(questions):
        found = [j for j in range(i) if are_confused(questions[j], question)]
        brute += [(found[0], i)] if found else []
    assert list(confused(questions)) == brute


@given(QUESTIONS)
def test_equal_questions_are_those_that_comparing_all_with_all_finds(
    questions: list[tuple[str, ...]],
) -> None:
    brute = [
        (questions.index(question), i)
        for i, question in enumerate(questions)
        if questions.index(question) < i
    ]
    assert list(same(questions)) == brute


@given(LONG, LONG)
def test_a_letter_apart_goes_both_ways(one: str, other: str) -> None:
    assert differ_in_a_letter(one, other) == differ_in_a_letter(other, one)
    assert not differ_in_a_letter(one, one)


def test_the_time_grows_with_the_number_of_questions_and_not_with_its_square() -> None:
    """The worst case: all questions share all words but one."""

    def seconds(count: int) -> float:
        letters = "abcdefghij"
        questions = [
            ("what", "nerve", "".join(letters[int(d)] for d in f"{i:06}")) for i in range(count)
        ]
        begun = time.process_time()
        list(confused(questions))
        return time.process_time() - begun

    seconds(1_000)
    assert seconds(16_000) < 24 * max(seconds(2_000), 0.02)
