"""What people write in notes: every label of the table, tags, examples, laws for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.extract import extract
from deckgen.model.deletions import read as read_deletions
from deckgen.model.deletions import shown
from deckgen.model.document import Block, Cloze, Definition, Pair
from deckgen.model.source import Source
from deckgen.parse import deletions, labels, outline, parse, terms

CARDS = (Cloze, Definition, Pair)


def cards(text: str) -> list[Block]:
    """The blocks of a Markdown text that were meant as cards."""
    return [b for b in parse(Source("a.md", text, "markdown"))[0].blocks if isinstance(b, CARDS)]


def codes(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is said of a Markdown text."""
    document, problems = parse(Source("a.md", text, "markdown"))
    return [(p.code, p.line, p.column) for p in (*problems, *extract(document).diagnostics)]


def label_pairs() -> list[tuple[str, str]]:
    """Each label of a question with each of its answer, row by row."""
    rows = [line.split("|") for line in labels._TABLE.strip().splitlines()]
    return [(q, a) for front, back in rows for q in front.split() for a in back.split()]


@pytest.mark.parametrize(("question", "answer"), label_pairs())
@pytest.mark.parametrize("form", ["{}: ", "**{}:** ", "- {} : ", "{}：", "__{}__: "])
def test_every_pair_of_labels_makes_a_card(form: str, question: str, answer: str) -> None:
    below = form.removeprefix("- ")
    text = f"{form.format(question)}Which tide?\n{below.format(answer)}The spring tide.\n"
    (made,) = cards(text)
    assert isinstance(made, Pair)
    assert (made.front, made.back) == ("Which tide?", "The spring tide.")


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("## What is a ria?\n\nA drowned valley.\n\n[#coast]() [#river]()\n", ("coast", "river")),
        ("## What is a ria? #coast\n\nA drowned valley.\n", ("coast",)),
        ("Q: What is a ria?\nA: A drowned valley.\n\n#coast\n", ("coast",)),
        ("Ria :: a drowned valley #coast\n", ("coast",)),
        ("Ria\n: a drowned valley #coast\n", ("coast",)),
        ("What is a ria?\n?\nA drowned valley.\n#coast\n", ("coast",)),
        ("A ==ria== is a drowned valley.\n#coast\n", ("coast",)),
    ],
)
def test_a_card_has_the_tags_behind_it(text: str, tags: tuple[str, ...]) -> None:
    made = cards(text)
    assert [getattr(card, "tags", None) for card in made] == [tags]
    assert "#coast" not in repr(made).replace("'coast'", "")


def test_a_third_column_is_an_example_or_a_form() -> None:
    head = "| Word | Meaning | {} |\n|---|---|---|\n| la mer | the sea | {} |\n"
    (example,) = cards(head.format("Example", "La mer monte."))
    (plural,) = cards(head.format("Plural", "les mers"))
    assert isinstance(example, Definition)
    assert isinstance(plural, Definition)
    assert (example.example, plural.example) == ("La mer monte.", "plural: les mers")


def test_the_front_matter_may_keep_highlights() -> None:
    text = "The ==moon== pulls at the sea.\n"
    assert len(cards(text)) == 1
    assert cards(f"---\nhighlights: off\n---\n\n{text}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## What is a ria?\n", ("question-without-answer", 1, 4)),
        ("The {{c1::moon}} and the {{c2::sun.\n", ("unclosed-cloze", 1, 26)),
        ("- The sea\n  and the {{c1::sun.\n", ("unclosed-cloze", 2, 11)),
        ("A: A drowned valley.\n", ("answer-without-question", 1, 1)),
        ("Ria ::\n", ("empty-side", 1, 7)),
        ("| Term | Meaning |\n|---|---|\n| ria | |\n", ("empty-side", 3, 9)),
        ("Ria :: a drowned valley\n\nria :: a lake\n", ("duplicate-term", 3, 1)),
        ("?\nA drowned valley.\n", ("empty-side", 1, 1)),
    ],
)
def test_what_became_no_card_is_reported_where_it_stands(
    text: str, expected: tuple[str, int, int]
) -> None:
    assert expected in codes(text)


@pytest.mark.parametrize("name", ["Key terms", "Vokabeln", "Geology glossary", "生词", "Mots clés"])
def test_a_heading_names_a_glossary(name: str) -> None:
    assert outline.names_glossary(name)


@pytest.mark.parametrize("name", ["Terms of use", "Closing words", "Tides", "The term ends in May"])
def test_other_headings_name_none(name: str) -> None:
    assert not outline.names_glossary(name)


@pytest.mark.parametrize(
    "text", ["Step 3", "3 - 5", "May 5", "Note", "1914", "Add salt", "It rains. So", "Week 2", "x"]
)
def test_what_is_no_term(text: str) -> None:
    assert not terms.is_term(text)


def test_a_formula_inside_a_deletion_does_not_end_it() -> None:
    text = r"The sum is {{c1::$\frac{a}{b_{n}}$::a fraction}} here."
    (deletion,) = deletions.read(text)[0]
    assert text[deletion.inside : deletion.hint] == r"$\frac{a}{b_{n}}$"
    assert deletions.uncovered(text) == r"The sum is $\frac{a}{b_{n}}$ here."


PIECES = st.sampled_from(
    """
    Q: A: Q:a? ? ?? :: ::: | |---|---| |a|b| - * # ## ##What? ### == ==a== {{c1:: {{c:: }} ::hint $
    ` ``` : ~ **a** **a:** a-b a – b #tag [#tag]() --- === Glossary Term Definition 1. What is it?
    """.split()
)
GAPS = st.sampled_from(["", " ", "\n", "\n\n", "\n  ", "    ", "\t"])


@settings(deadline=None, derandomize=True, max_examples=400)
@given(st.lists(st.tuples(PIECES, GAPS), max_size=40))
def test_any_heap_of_signs_is_read_and_every_line_is_accounted_for(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(a + b for a, b in pieces)
    for markup in ("markdown", "plain"):
        document, problems = parse(Source("a", text, markup))
        lines = text.split("\n")
        written = [n for n, line in enumerate(lines, 1) if line.strip()]
        assert [part.line for part in document.parts] == written
        for problem in problems:
            assert 1 <= problem.column <= len(lines[problem.line - 1].expandtabs(4)) + 1
        for block in document.blocks:
            assert lines[block.line - 1].strip()


@given(st.text(alphabet="ab {}:c1$`=\\", max_size=60))
def test_uncovering_a_text_leaves_no_closed_deletion(text: str) -> None:
    assert len(deletions.uncovered(text)) <= len(text)
    assert deletions.numbered(deletions.numbered(text)) == deletions.numbered(text)


@given(st.text(alphabet="ab {}:c1", max_size=60))
def test_with_a_number_everywhere_both_readers_of_deletions_agree(text: str) -> None:
    whole = text.replace("{{c::", "{{c2::")
    assert read_deletions(whole) == read_deletions(whole, unnumbered=True)


def test_deletions_inside_each_other_and_never_closed() -> None:
    text = "{{c1::a {{c2::b::hint}} c}} {{c3::d"
    closed, opened = read_deletions(text)
    assert [(d.number, text[d.inside : d.hint]) for d in closed] == [
        (1, "a {{c2::b::hint}} c"),
        (2, "b"),
    ]
    assert opened == (text.index("{{c3"),)
    assert shown(text, closed) == "a b c {{c3::d"


def test_a_deletion_without_a_number_is_one_where_it_is_asked_for() -> None:
    text = "{{c1::a {{c::b}} c}}"
    assert [text[d.inside : d.hint] for d in read_deletions(text)[0]] == ["a {{c"]
    numbers = [d.number for d in read_deletions(text, unnumbered=True)[0]]
    assert numbers == [1, None]
