"""Languages of prose: how one is told, and that each rule gives what its table says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.extract import extract
from deckgen.extract.concepts.choice import Topic
from deckgen.extract.concepts.forms import Form, Rule
from deckgen.extract.concepts.language import Language
from deckgen.extract.concepts.statements import Statement
from deckgen.extract.languages import LANGUAGES
from deckgen.extract.languages.english import ENGLISH
from deckgen.extract.languages.german import GERMAN
from deckgen.model.note import ClozeNote, ConceptNote, front
from deckgen.model.source import Source
from deckgen.parse import parse

# English has clauses of its own, and tests of its own: ``test_forms``.
OTHER = [language for language in LANGUAGES if language is not ENGLISH]
EXAMPLES = [
    (language, rule, *example)
    for language in OTHER
    for rule in language.rules
    for example in rule.examples
]
OTHERS = [(rule, text) for language in OTHER for rule in language.rules for text in rule.others]
NO_TOPIC = Topic(frozenset(), frozenset())


def shown(form: Form | None) -> str:
    return "" if form is None else form.cloze or f"{form.front} / {form.back}"


def of_test(value: object) -> str:
    return value.name if isinstance(value, Language | Rule) else str(value)[:40]


@pytest.mark.parametrize(("language", "rule", "text", "card"), EXAMPLES, ids=of_test)
def test_an_example_gives_its_card(language: Language, rule: Rule, text: str, card: str) -> None:
    assert shown(rule.recast(text, None)) == card


@pytest.mark.parametrize(("language", "rule", "text", "card"), EXAMPLES, ids=of_test)
def test_no_rule_before_it_takes_the_example(
    language: Language, rule: Rule, text: str, card: str
) -> None:
    statements = (Statement(text, text), Statement(text, text, named=True))
    found = [form for said in statements for form, _ in language.forms(said, NO_TOPIC)]
    assert card in [shown(form) for form in found]


@pytest.mark.parametrize(("rule", "text"), OTHERS, ids=of_test)
def test_what_looks_alike_is_left_alone(rule: Rule, text: str) -> None:
    assert rule.recast(text, None) is None


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_names_and_purposes_are_told_apart(language: Language) -> None:
    assert len({rule.name for rule in language.rules}) == len(language.rules)
    assert all(rule.catches and rule.examples for rule in language.rules)


def test_no_sign_stands_for_two_languages() -> None:
    assert not ENGLISH.signs & GERMAN.signs


ELSEWHERE = {
    "French": (
        "La photosynthèse est le processus par lequel les plantes produisent de la matière. "
        "Elle a lieu dans les chloroplastes, qui contiennent la chlorophylle. Le glucose est un "
        "sucre simple. En 1789, la Révolution française a mis fin à la monarchie absolue. On "
        "appelle osmose le passage de l'eau à travers une membrane."
    ),
    "Spanish": (
        "La fotosíntesis es el proceso por el cual las plantas producen materia orgánica. La "
        "célula es la unidad básica de los seres vivos. En 1492 Cristóbal Colón llegó a América. "
        "Se llama ósmosis al paso del agua a través de una membrana. No hay vida sin agua."
    ),
    "Italian": (
        "La fotosintesi è il processo con cui le piante producono sostanze organiche. La cellula "
        "è l'unità di base degli esseri viventi. Nel 1861 fu proclamato il Regno d'Italia. Si "
        "chiama osmosi il passaggio dell'acqua attraverso una membrana semipermeabile."
    ),
    "Dutch": (
        "De fotosynthese is het proces waarbij planten suikers maken uit water en koolzuurgas. "
        "Een cel is de kleinste eenheid van een organisme. In 1648 werd de Vrede van Münster "
        "gesloten. Osmose is de verplaatsing van water door een membraan. Dat was in de winter."
    ),
    "Polish": (
        "Fotosynteza to proces, w którym rośliny wytwarzają substancje organiczne. Komórka jest "
        "podstawową jednostką życia. W 1410 roku odbyła się bitwa pod Grunwaldem. Osmoza polega "
        "na przenikaniu wody przez błonę półprzepuszczalną do roztworu o większym stężeniu."
    ),
    "Russian": (
        "Фотосинтез — это процесс образования органических веществ на свету. Клетка является "
        "основной единицей жизни. В 1861 году было отменено крепостное право. Осмосом называют "
        "переход воды через полупроницаемую мембрану. Вода кипит при 100 °C. Так устроен мир."
    ),
    "Swedish": (
        "Fotosyntes är den process där växter bildar socker av koldioxid och vatten. Cellen är "
        "den minsta enheten i en organism. År 1523 valdes Gustav Vasa till kung. Med osmos menas "
        "att vatten rör sig genom ett membran till den sida där halten av salt är högre."
    ),
    "Latin": (
        "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, "
        "tertiam qui ipsorum lingua Celtae, nostra Galli appellantur. Hi omnes lingua, "
        "institutis, legibus inter se differunt. Horum omnium fortissimi sunt Belgae."
    ),
    "Chinese": "光合作用是植物利用光能制造有机物的过程。细胞是生物体的基本单位。" * 3,
}


@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE)
@pytest.mark.parametrize("heading", ["# 1.2.3", "# Photosynthesis", "# Notizen"])
def test_a_language_without_rules_gives_no_cards(text: str, heading: str) -> None:
    extracted = extract(parse(Source("a.md", f"{heading}\n\n{text}\n", "markdown"))[0])
    assert extracted.notes == ()
    assert all(told.fate != "card" for told in extracted.told)


def test_what_was_not_read_is_told() -> None:
    extracted = extract(parse(Source("a.md", ELSEWHERE["Russian"], "markdown"))[0])
    assert {told.why for told in extracted.told} == {"there are no rules for its language"}


def fronts(text: str) -> list[str]:
    return [front(note) for note in extract(parse(Source("a.md", text, "markdown"))[0]).notes]


def test_each_section_has_its_language() -> None:
    english = (
        "A scope is the range of addresses that a server may hand out. The lease is the time for "
        "which an address is lent to a client."
    )
    german = (
        "Ein Siel ist ein Tor im Deich, durch das Wasser abfließt. Unter einem Koog versteht man "
        "ein Stück Land, das dem Meer abgewonnen wurde."
    )
    assert fronts(f"# Notes\n\n## One\n\n{english}\n\n## Two\n\n{german}\n") == [
        "What is a scope?",
        "What is the lease?",
        "Was ist ein Siel?",
        "Was versteht man unter einem Koog?",
    ]


def test_a_short_section_has_the_language_of_its_page() -> None:
    long = "Unter einem Koog versteht man ein Stück Land, das dem Meer abgewonnen wurde."
    page = f"# Küste\n\n## Koog\n\n{long}\n\n## Buhne\n\nBuhnen sind Dämme im Meer.\n"
    assert "Was sind Buhnen?" in fronts(page)


def test_german_nouns_keep_their_capitals() -> None:
    text = "Der kleine Deich ist ein Wall aus Erde und Gras, der das Land schützt."
    assert fronts(f"# Küste\n\n{text}\n") == ["Was ist der kleine Deich?"]


WORDS = st.sampled_from(
    """
    Der Die Das Ein Unter Als Im Wenn Weil Während der die das ein man er sich ist sind wird heißt
    nennt versteht bezeichnet besteht gehören unterscheidet zu zur von vom aus durch und oder sowie
    weil, wenn um hingegen genannt bezeichnet, Hund Katze, Leber: Wasser; Deich. (kurz: ABC) 3,5 m
    1848 z. B. d. h. Nr. 7 § 433 „ “ ** ? ! - es sie Gegensatz Unterschied Arten: drei Nur Zu
    """.split()
)


@settings(deadline=None, derandomize=True, max_examples=400)
@given(st.lists(WORDS, min_size=1, max_size=60))
def test_any_german_words_are_read(words: list[str]) -> None:
    """What is hidden or asked is always a part of what was said, and no side is empty."""
    lead = "Der Hund ist ein Tier, das von einem Wolf und nicht von einer Katze stammt. "
    text = f"{lead}{' '.join(words)}"
    for note in extract(parse(Source("a.md", f"# Tiere\n\n{text}\n", "markdown"))[0]).notes:
        if isinstance(note, ClozeNote):
            assert note.text.count("{{c") == note.text.count("}}") > 0
            assert "{{c1::}}" not in note.text
        elif isinstance(note, ConceptNote):
            assert note.front.strip(" ?")
            assert note.back.strip(" .")
