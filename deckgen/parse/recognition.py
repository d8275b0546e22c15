"""The table of recognition: what a text is taken for, first match wins.

Each rule is a file in ``rules/`` and is asked at a line with text. The last one takes everything.
"""

from deckgen.parse.reading import Rule
from deckgen.parse.rules import (
    aiken,
    anki_text,
    answer_key,
    answered_item,
    bibliography,
    blackboard,
    caption,
    cloze,
    columns,
    definition_list,
    definition_tags,
    double_colon,
    drafted,
    flashcard,
    folded,
    footnote,
    front_matter,
    gift,
    glossary_table,
    heading,
    heading_card,
    highlight,
    key_terms,
    listing,
    matching,
    objectives,
    obsidian_to_anki,
    outline_card,
    pair,
    paragraph,
    question,
    question_mark,
    question_table,
    review,
    shared_case,
    site,
    stray_answer,
    tag_line,
    term_blocks,
    term_set,
    text2qti,
    verbatim,
    vocabulary,
)

RULES = (
    Rule("front matter", front_matter.read),  # --- YAML --- or +++ TOML +++ at the top
    Rule("draft", drafted.read),  # Q: … A: …, below <!-- from: page.txt, line 12 -->
    Rule("export of Anki", anki_text.read),  # #separator:tab
    Rule("tags", tag_line.read),  # #coast #tides
    Rule("GIFT", gift.read),  # ::title:: Which …? {=right ~wrong}
    Rule("text2qti", text2qti.read),  # Quiz title: … 1.  Which …? *a) right
    Rule("Blackboard", blackboard.read),  # MC  Which …?  right  correct  wrong  incorrect
    Rule("Aiken", aiken.read),  # Which …? A. … B. … ANSWER: B
    Rule("answer key", answer_key.read),  # 1. B  2. D  3. A
    Rule("card of a plugin", obsidian_to_anki.read),  # START, Basic, What …? Back: …, END
    Rule("question and answer", pair.read),  # Q: … A: …
    Rule("flashcard", flashcard.read),  # Term … Definition …
    Rule("set of terms", term_set.read),  # Terms in this set (14)
    Rule("card of an outline", outline_card.read),  # - What …? #card
    Rule("folded answer", folded.read),  # <details><summary>What …?</summary> … </details>
    Rule("question mark", question_mark.read),  # … ? … with the sign alone on its line
    Rule("double colon", double_colon.read),  # Tide :: rise and fall of the sea
    Rule("cloze", cloze.read),  # The {{c1::moon}} …
    Rule("definition list", definition_list.read),  # Tide, and below it : rise and fall …
    Rule("definition tags", definition_tags.read),  # <dl><dt>Tide</dt><dd>rise …</dd></dl>
    Rule("table of questions", question_table.read),  # | Question | A | B | C | Key |
    Rule("glossary table", glossary_table.read),  # | Term | Definition |
    Rule("matching question", matching.read),  # Match A. B. C. with 1. 2. 3.
    Rule("shared case", shared_case.read),  # Questions 4 to 6 refer to …
    Rule("bibliography", bibliography.read),  # References …
    Rule("learning objectives", objectives.read),  # You will be able to …
    Rule("key terms", key_terms.read),  # Key Terms: osmosis, diffusion
    Rule("terms above their meanings", term_blocks.read),  # firn / old snow that has …
    Rule("heading that asks", heading_card.read),  # ## What is a tide?
    Rule("vocabulary", vocabulary.read),  # - **Tide**: … - **Ebb**: … - **Flow**: …
    Rule("item that asks", answered_item.read),  # 1. What …? and below it - Because …
    Rule("question", question.read),  # 1. Which …? A) … B) … Answer: B
    Rule("caption", caption.read),  # Figure 3.1 The pump
    Rule("footnote", footnote.read),  # ¹ Some pass as well.
    Rule("review questions", review.read),  # 1. What …? 2. Why …?
    Rule("site", site.read),  # Accept all cookies
    Rule("stray answer", stray_answer.read),  # Answer: B, below no question
    Rule("code or table", verbatim.read),  # ``` or |
    Rule("columns", columns.read),  # text     beside text
    Rule("heading", heading.read),  # ## Tides
    Rule("highlight", highlight.read),  # The ==moon== pulls at the sea.
    Rule("list", listing.read),  # - … or 1. …
    Rule("paragraph", paragraph.read),
)
