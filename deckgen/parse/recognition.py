"""The table of recognition: what a text is taken for, first match wins.

Each rule is a file in ``rules/`` and is asked at a line with text. The last one takes everything.
"""

from deckgen.parse.reading import Rule
from deckgen.parse.rules import (
    answer_key,
    cloze,
    definition_list,
    double_colon,
    flashcard,
    front_matter,
    glossary_table,
    heading,
    heading_card,
    highlight,
    listing,
    pair,
    paragraph,
    question,
    question_mark,
    shared_case,
    site,
    stray_answer,
    verbatim,
    vocabulary,
)

RULES = (
    Rule("front matter", front_matter.read),  # --- YAML --- at the top
    Rule("answer key", answer_key.read),  # 1. B  2. D  3. A
    Rule("question and answer", pair.read),  # Q: … A: …
    Rule("flashcard", flashcard.read),  # Term … Definition …
    Rule("question mark", question_mark.read),  # … ? … with the sign alone on its line
    Rule("double colon", double_colon.read),  # Tide :: rise and fall of the sea
    Rule("cloze", cloze.read),  # The {{c1::moon}} …
    Rule("definition list", definition_list.read),  # Tide, and below it : rise and fall …
    Rule("glossary table", glossary_table.read),  # | Term | Definition |
    Rule("shared case", shared_case.read),  # Questions 4 to 6 refer to …
    Rule("heading that asks", heading_card.read),  # ## What is a tide?
    Rule("vocabulary", vocabulary.read),  # - **Tide**: … - **Ebb**: … - **Flow**: …
    Rule("question", question.read),  # 1. Which …? A) … B) … Answer: B
    Rule("stray answer", stray_answer.read),  # A: … without its question
    Rule("site", site.read),  # Accept all cookies
    Rule("code or table", verbatim.read),  # ``` or |
    Rule("heading", heading.read),  # ## Tides
    Rule("highlight", highlight.read),  # The ==moon== pulls at the sea.
    Rule("list", listing.read),  # - … or 1. …
    Rule("paragraph", paragraph.read),
)
