"""Tables of terms: two columns, or more with examples, a plural, pronunciations.

What the heads say decides; where they say nothing, a heading such as "Glossary" and the shape of
the cells do. A table of numbers, of comparisons or of more than three columns stays a table,
unless each of the others is a form or an example.
"""

import re

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Definition, Pair
from deckgen.parse import labels, languages, tables, terms
from deckgen.parse.reading import Context, Reading
from deckgen.parse.tables import Row, Table


def _names(table: str) -> frozenset[str]:
    return frozenset(name.strip() for name in table.replace("\n", ",").split(",") if name.strip())


_TERM = _names("""
    term, terms, word, words, concept, key term, key word, expression, phrase, notion, idiom
    abbreviation, abbr, acronym, initialism, theory, law, theorem, principle, abk
    vocabulary, begriff, fachbegriff, wort, vokabel, ausdruck, abkürzung
    fremdwort, terme, mot, concept clé, término, palabra, concepto, termo, palavra, conceito
    termine, parola, concetto, woord, termen, pojęcie, słowo, hasło, ord, begrepp, begreb, begrep
    sana, termín, pojem, slovo, kavram, kelime, термин, слово, понятие, 术语, 词, 单词, 词语
    名词, 概念
    漢字, 汉字, kanji, hanzi, 単語, 用語, 言葉, 語, 단어, 용어
    المصطلح, مصطلح, الكلمة, كلمة, المفهوم, מונח, מושג, מילה, όρος, λέξη
""")
_MEANING = _names("""
    definition, definitions, meaning, translation, means, stands for, gloss, definition or meaning
    definition/meaning, bedeutung, definition, übersetzung, erklärung, définition, signification
    traduction, sens, definición, significado, traducción, definição, tradução, definizione
    significato, traduzione, definitie, betekenis, vertaling, definicja, znaczenie, tłumaczenie
    betydelse, betydning, översättning, oversættelse, oversettelse, definice, význam, překlad, anlam
    tanım, определение, значение, перевод, 定义, 意思, 释义, 含义, 翻译, 定義, 意味, 訳, 뜻
    정의, 의미
    التعريف, تعريف, المعنى, معنى, الترجمة, הגדרה, משמעות, פירוש, תרגום, ορισμός, σημασία
""")
_TELLING = _names("""
    description, explanation, main idea, key idea, core idea, central idea, main claim, claim
    statement, in short, in a nutshell, summary
    what it is, what it means, what is it, in other words, beschreibung
    erläuterung, description, explication, descripción, explicación, descrição, explicação
    descrizione, spiegazione, beschrijving, uitleg, opis, wyjaśnienie, beskrivning, förklaring
    beskrivelse, forklaring, описание, 说明, 解释, 説明, 설명
""")
_EXAMPLE = _names("""
    example, examples, example sentence, sentence, usage, use, note, notes, comment, comments
    remark, remarks, mnemonic, context, beispiel, beispiele, beispielsatz, anmerkung, bemerkung
    hinweis, notiz, exemple, exemples, remarque, ejemplo, ejemplos, frase, nota, notas, exemplo
    exemplos, esempio, esempi, note, voorbeeld, opmerking, przykład, uwagi, exempel, eksempel
    příklad
    örnek, пример, примеры, 例句, 例子, 例, 备注, 例文, 예문, 예
""")
_SAMPLE = _names("""
    example, examples, example sentence, example word, example words, sample, samples, sample word
    sample words, sample sentence, beispiel, beispiele, beispielsatz, beispielwort, exemple
    exemples, ejemplo, ejemplos, exemplo, exemplos, esempio, esempi, voorbeeld, przykład
""")
_FORM = _names("""
    gender, plural, article, part of speech, pos, class, pronunciation, ipa, reading, romaji, pinyin
    kana, hiragana, furigana, transliteration, transcription, genitive, past, synonym, synonyms
    antonym, abbreviation, genus, artikel, plural, mehrzahl, wortart, aussprache, lautschrift
    genitiv, genre, pluriel, prononciation, género, plurales, pronunciación, genere, plurale
    pronuncia, geslacht, meervoud, rodzaj, liczba mnoga, 拼音, 词性, 読み
    かな, 仮名, よみかた, て-form, te-form, masu-form, plural form, past form
    音読み, 訓読み, on reading, kun reading, onyomi, kunyomi, 読み方, よみ, 発음, 발음
""")
_BESIDE = _names("""
    author, authors, theorist, proponent, proponents, thinker, founder, year, date, symbol, unit
    formula, equation, discovered by, named after, field, school, autor, jahr, formel, einheit
    vertreter, auteur, année, formule, unité, año, fórmula, unidad, autore, anno
""")  # of a thing, and no meaning of it, where a column for the meaning stands beside them
_ASKED = re.compile(
    r"what (?:it|this|they|these|one)\b.{0,40}|(?:was|wozu) (?:es|sie)\b.{0,40}", re.IGNORECASE
)
_COLUMNS = 6  # at most; behind the third, the head of each has to tell a form or an example
_SHORT = 5  # words of a term on average, where the heads say nothing
_PHRASE = 3  # words of a meaning on average
_EXEMPLIFIED = 2  # where a column of examples stands beside it


def read(context: Context, at: int) -> Reading | None:
    """All rows of a table of terms, or of questions and answers."""
    table = tables.at(context.page, at)
    if table is None or not 2 <= len(table.head) <= _COLUMNS or not table.rows:
        return None
    heads = tuple(terms.bare(head).lower().rstrip(".") for head in table.head)
    asked = len(heads) == 2 and labels.columns(*heads)
    order = (0, 1, *range(2, len(heads))) if asked else _order(context, at, table, heads)
    if order is None:
        return None
    blocks: list[Definition | Pair] = []
    problems: list[Diagnostic] = []
    for row in table.rows:
        term, text, *more = (_cell(row, place) for place in order)
        if not any((term, text)):
            continue
        if not (term and text):
            problems.append(_empty(row, order[0 if not term else 1], table.head))
        elif asked:
            blocks.append(Pair(term, text, row.line))
        else:
            said = [_said(heads[place], m) for place, m in zip(order[2:], more, strict=True) if m]
            blocks.append(Definition(terms.bare(term), text, row.line, "\n".join(said)))
    return Reading(tuple(blocks), table.stop, problems=tuple(problems))


def _order(
    context: Context, at: int, table: Table, heads: tuple[str, ...]
) -> tuple[int, ...] | None:
    """The places of term, meaning and what else there is; None for another kind of table."""
    beside = _BESIDE if len(heads) > 2 and heads[0] in _TERM else frozenset[str]()
    extra = [i for i, head in enumerate(heads) if head in _EXAMPLE | _SAMPLE | _FORM | beside]
    main = [i for i in range(len(heads)) if i not in extra]
    plain = heads[0] in _TERM and heads[1] in _MEANING  # whatever stands in the third column
    glossary = context.outline.in_glossary(at)
    if len(main) == 3 and (plain or (glossary and _told(heads[0], heads[1], table))):
        main, extra = main[:2], [2]
    if len(main) != 2 or (extra and extra[0] == 0):
        return None
    first, second = main
    told = _told(heads[first], heads[second], table)
    shown = any(heads[i] in _SAMPLE for i in extra) and not _counts(table, second)
    words = _PHRASE if glossary else _EXEMPLIFIED
    if not told and not (
        (glossary or shown) and not _is_data(table, second) and _shaped(table, main, words)
    ):
        return None
    return (*main, *extra)


def _told(first: str, second: str, table: Table) -> bool:
    """Whether the heads of two columns say that they are a term and its meaning."""
    if first in languages.NAMES and second in languages.NAMES:
        return True
    if second in _MEANING:
        return first in _TERM or not _is_data(table, 1)
    if first in _TERM:
        return second in _TELLING or second in languages.NAMES
    return bool(_ASKED.fullmatch(second)) and _shaped(table, [0, 1], _EXEMPLIFIED)


def _shaped(table: Table, main: list[int], phrase: int) -> bool:
    """Short names in front of phrases of so many words."""
    fronts, backs = ([_cell(row, place) for row in table.rows] for place in main)
    words = sum(len(f.split()) for f in fronts), sum(len(b.split()) for b in backs)
    short = words[0] <= _SHORT * len(fronts) and all(terms.is_term(f) for f in fronts if f)
    return short and words[1] >= phrase * len(backs)


def _is_data(table: Table, place: int) -> bool:
    cells = [cell for row in table.rows if (cell := _cell(row, place))]
    return not cells or sum(terms.is_data(cell) for cell in cells) > len(cells) / 3


def _counts(table: Table, place: int) -> bool:
    """Whether the cells of a column hold amounts, such as prices, and no meanings."""
    cells = [cell for row in table.rows if (cell := _cell(row, place))]
    return sum(any(sign.isdigit() for sign in cell) for cell in cells) > len(cells) / 3


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def _said(head: str, text: str) -> str:
    """An example speaks for itself; a form is called by its name."""
    return text if head in _EXAMPLE | _SAMPLE else f"{head}: {text}"


def _empty(row: Row, place: int, heads: tuple[str, ...]) -> Diagnostic:
    column = row.columns[place] if place < len(row.columns) else row.columns[-1]
    return Diagnostic(
        "empty-side",
        Severity.ERROR,
        f"this row has nothing under “{heads[place]}”",
        "",
        row.line,
        column,
        "fill the cell, or delete the row",
    )
