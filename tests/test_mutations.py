"""Good items and cards, broken in one way each: the right rule says so, and no other."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from tests.test_rules import remarks


@dataclass(frozen=True)
class Written:
    """A question with options as it is written; ``key`` is the place of the right one."""

    stem: str
    options: tuple[str, ...]
    key: int
    explanation: str = ""

    def text(self) -> str:
        options = "\n".join(f"{'ABCDEF'[i]}) {option}" for i, option in enumerate(self.options))
        explained = f"\nExplanation: {self.explanation}" if self.explanation else ""
        return f"1. {self.stem}\n\n{options}\n\nAnswer: {'ABCDEF'[self.key]}{explained}\n"

    def with_option(self, place: int, text: str) -> "Written":
        changed = (*self.options[:place], text, *self.options[place + 1 :])
        return replace(self, options=changed)

    @property
    def wrong(self) -> int:
        """The place of a wrong option."""
        return 0 if self.key else 1


GOOD = (
    Written("Which bird digs its nest into a riverbank?",
            ("the house martin", "the sand martin", "the barn swallow"), 1),
    Written("What does the governor of a steam engine keep steady?",
            ("its speed", "its pressure", "its water"), 0),
    Written("Why is a telescope mirror coated with aluminium?",
            ("to make it light", "to keep it cool", "to make it shine"), 2),
    Written("Who elects the abbot of a convent?",
            ("the monks", "the bishops", "the villagers"), 0),
    Written("Which salt stains a flame green?",
            ("a salt of sodium", "a salt of copper", "that of calcium"), 1),
)  # fmt: skip


def longer_key(item: Written) -> Written:
    key = item.options[item.key]
    tail = ", which holds in every country and season that has ever been written about"
    return item.with_option(item.key, key + tail)


def key_with_capital(item: Written) -> Written:
    key = item.options[item.key]
    return item.with_option(item.key, key[0].upper() + key[1:])


def key_with_stop(item: Written) -> Written:
    return item.with_option(item.key, f"{item.options[item.key]}.")


def clang(item: Written) -> Written:
    word = max(item.stem.strip("?").split()[2:], key=len)
    return item.with_option(item.key, f"{item.options[item.key]} of the {word}")


def equal(item: Written) -> Written:
    return item.with_option(item.wrong, item.options[item.key])


def all_of_them(item: Written) -> Written:
    return replace(item, options=(*item.options, "all of the above"))


def none_of_them(item: Written) -> Written:
    return replace(item, options=(*item.options, "none of the above"))


def two_of_them(item: Written) -> Written:
    return replace(item, options=(*item.options, "both A and B"))


def absolute(item: Written) -> Written:
    for place in range(len(item.options)):
        if place != item.key:
            item = item.with_option(place, f"always {item.options[place]}")
    return item


def vague(item: Written) -> Written:
    return item.with_option(item.wrong, f"{item.options[item.wrong]} sometimes")


def negative(item: Written) -> Written:
    return replace(item, stem="Which of these is not meant by the law?")


def unfocused(item: Written) -> Written:
    return replace(item, stem="Which of the following is true?")


def bare(item: Written) -> Written:
    return replace(item, stem="Sand martins")


def hanging(item: Written) -> Written:
    return replace(item, stem=f"As for the previous question: {item.stem}")


def pointing(item: Written) -> Written:
    return replace(item, stem=f"Looking at the diagram below: {item.stem}")


def contradicted(item: Written) -> Written:
    return replace(item, explanation=f"The correct answer is {'ABC'[item.wrong]}.")


BREAKS: tuple[tuple[str, Callable[[Written], Written]], ...] = (
    ("longest-is-key", longer_key),
    ("key-looks-different", key_with_capital),
    ("key-looks-different", key_with_stop),
    ("key-repeats-stem", clang),
    ("equal-options", equal),
    ("all-of-the-above", all_of_them),
    ("none-of-the-above", none_of_them),
    ("combined-options", two_of_them),
    ("absolutes-in-distractors", absolute),
    ("vague-options", vague),
    ("negative-stem", negative),
    ("unfocused-stem", unfocused),
    ("stem-asks-nothing", bare),
    ("hangs-on-another", hanging),
    ("unresolved-context", pointing),
    ("explanation-contradicts-key", contradicted),
)


@pytest.mark.parametrize("item", GOOD, ids=lambda item: item.stem)
def test_a_good_item_is_good(item: Written) -> None:
    assert remarks(item.text()) == []


@pytest.mark.parametrize("item", GOOD, ids=lambda item: item.stem)
@pytest.mark.parametrize(("code", "broken"), BREAKS, ids=lambda x: getattr(x, "__name__", x))
def test_a_broken_item_is_caught_by_the_right_rule_and_by_no_other(
    item: Written, code: str, broken: Callable[[Written], Written]
) -> None:
    text = broken(item).text()
    assert [d.code for d in remarks(text)] == [code], text


CARD = ("Which glaze of the potters holds lead?", "The yellow one of the valley.")
BROKEN_CARDS: tuple[tuple[str, str, str], ...] = (
    ("several-questions", f"What is a glaze? {CARD[0]}", CARD[1]),
    ("unresolved-context", CARD[0].replace("the potters", "this chapter"), CARD[1]),
    ("missing-question-mark", "What is the glaze of the potters made of", CARD[1]),
    ("goes-out-of-date", "Who is the current president of the guild?", CARD[1]),
    ("yes-or-no", "Does the glaze of the potters hold lead?", "Yes."),
    ("same-sides", CARD[0], CARD[0]),
    ("answer-in-question", CARD[0], "glaze of the potters"),
    ("blank-back", CARD[0], "_____"),
    ("long-list", CARD[0], "\n" + "\n".join(f"- glaze {name}" for name in "ABCDEF")),
    ("long-back", CARD[0], " ".join(["It", *["is yellow and green"] * 26])),
)


def test_a_good_card_is_good() -> None:
    assert remarks(f"Q: {CARD[0]}\nA: {CARD[1]}\n") == []


@pytest.mark.parametrize(("code", "front", "back"), BROKEN_CARDS)
def test_a_broken_card_is_caught_by_the_right_rule_and_by_no_other(
    code: str, front: str, back: str
) -> None:
    assert [d.code for d in remarks(f"Q: {front}\nA: {back}\n")] == [code]


CLOZE = "A sand martin digs its {{c1::burrow}} into a steep bank."
BROKEN_CLOZES: tuple[tuple[str, str], ...] = (
    ("cloze-without-context", "{{c1::sand martin}}"),
    ("whole-sentence-hidden",
     "{{c1::A sand martin digs its nest into a steep bank of sand}} then."),
    ("many-deletions", " ".join(f"{{{{c{i}::martin {i}}}}}" for i in range(1, 10)) + " nest."),
    ("cloze-gives-itself-away", f"{CLOZE} The burrow is deep."),
    ("stop-word-hidden", CLOZE.replace("burrow", "the")),
)  # fmt: skip


@pytest.mark.parametrize(("code", "text"), BROKEN_CLOZES)
def test_a_broken_cloze_is_caught_by_the_right_rule_and_by_no_other(code: str, text: str) -> None:
    assert remarks(CLOZE) == []
    assert [d.code for d in remarks(text)] == [code]
