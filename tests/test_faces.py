"""Words by which notes are told again: the quick way for plain texts finds the same."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from deckgen.identify import faces
from deckgen.model.lock import cut, without_digest

ascii_text = st.text(st.characters(max_codepoint=127), max_size=40)


@given(ascii_text | st.text(max_size=40))
@example("don't")
@example("3 < 2, C++, 5-3 and -1")
@example("...")
@example("_a_b_")
@example("")
def test_the_words_of_a_text(text: str) -> None:
    normal = unicodedata.normalize("NFKC", text).casefold()
    found = faces._LETTERS.findall(normal) or faces._WORDS.findall(normal)
    assert faces.words(text) == " ".join(found)


@given(st.text(max_size=60), st.integers(1, 30))
def test_a_digest_is_no_word(text: str, length: int) -> None:
    short = cut(text, length)
    assert without_digest(short).startswith(text[:length]) or short == text
