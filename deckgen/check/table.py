"""All rules of the editor in one table: code, severity, what it catches, the function that does.

Errors are for what cannot be learned, warnings for what an editor would change, notes for style.
How a rule did on decks that their authors consider good stands in docs/editor.md.
"""

from deckgen.check.cards import asking, clozes, sides
from deckgen.check.deck import names, pages, twins
from deckgen.check.deck.collection import Collection
from deckgen.check.items import cues, options, stems
from deckgen.check.rule import Group, Rule, WideRule
from deckgen.check.views import Asked, Card, Cloze, Item
from deckgen.model.diagnostic import Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# Questions with options, on which Haladyna, Downing and Rodriguez, the NBME and others agree.
ITEMS: tuple[Rule[Item], ...] = (
    Rule("equal-options", ERROR, "two options say the same", options.equal_options),
    Rule("explanation-contradicts-key", ERROR, "the explanation calls another letter right",
         stems.explanation_contradicts_key),
    Rule("negative-stem", WARNING, "“not” or “except” without stress", stems.negative_stem),
    Rule("unfocused-stem", WARNING, "asks nothing without its options", stems.unfocused_stem),
    Rule("stem-asks-nothing", WARNING, "a bare name for a question", stems.stem_asks_nothing),
    Rule("hangs-on-another", WARNING, "needs another question", stems.hangs_on_another),
    Rule("all-of-the-above", WARNING, "an option that takes in the others",
         options.all_of_the_above),
    Rule("combined-options", WARNING, "“both A and B”", options.combined_options),
    Rule("overlapping-ranges", WARNING, "ranges that share a part", options.overlapping_ranges),
    Rule("longest-is-key", WARNING, "the key is much the longest option", cues.longest_is_key),
    Rule("key-repeats-stem", WARNING, "only the key repeats a word of the stem",
         cues.key_repeats_stem),
    Rule("article-gives-key", WARNING, "“an” that fits only some options", cues.article_gives_key),
    Rule("absolutes-in-distractors", WARNING, "“always” in wrong options only",
         cues.absolutes_in_distractors),
    Rule("key-looks-different", WARNING, "only the key is written in another way",
         cues.key_looks_different),
    Rule("none-of-the-above", NOTE, "an option that refuses the others", options.none_of_the_above),
    Rule("numbers-out-of-order", NOTE, "numbers in no order", options.numbers_out_of_order),
    Rule("options-differ-in-form", NOTE, "capitals and full stops at random",
         cues.options_differ_in_form),
    Rule("options-repeat-words", NOTE, "all options begin alike", options.options_repeat_words),
    Rule("vague-options", NOTE, "“often”, “usually” in an option", options.vague_options),
)  # fmt: skip
# What any card asks.
ASKED: tuple[Rule[Asked], ...] = (
    Rule("unresolved-context", WARNING, "“this chapter”, “see figure 2”",
         asking.unresolved_context),
    Rule("several-questions", WARNING, "two questions on one card", asking.several_questions),
    Rule("goes-out-of-date", WARNING, "“currently”, without a year", asking.goes_out_of_date),
    Rule("missing-question-mark", NOTE, "a question without “?”", asking.missing_question_mark),
)  # fmt: skip
# Questions with an answer in words.
CARDS: tuple[Rule[Card], ...] = (
    Rule("same-sides", ERROR, "the answer is the question", sides.same_sides),
    Rule("blank-back", ERROR, "the answer is a gap", sides.blank_back),
    Rule("answer-in-question", WARNING, "the question gives its answer away",
         sides.answer_in_question),
    Rule("yes-or-no", WARNING, "answered by yes or no", sides.yes_or_no),
    Rule("long-list", WARNING, "more than five things to recall", sides.long_list),
    Rule("long-back", WARNING, "more than a hundred words to recall", sides.long_back),
)  # fmt: skip
CLOZES: tuple[Rule[Cloze], ...] = (
    Rule("cloze-without-context", WARNING, "a gap with nothing around it",
         clozes.cloze_without_context),
    Rule("whole-sentence-hidden", WARNING, "a gap that hides nearly all",
         clozes.whole_sentence_hidden),
    Rule("many-deletions", WARNING, "too many gaps", clozes.many_deletions),
    Rule("cloze-gives-itself-away", WARNING, "the hidden word stands beside its gap",
         clozes.cloze_gives_itself_away),
    Rule("stop-word-hidden", NOTE, "a gap that hides only “the”", clozes.stop_word_hidden),
)  # fmt: skip
# Many cards at once.
DECK: tuple[WideRule[Collection], ...] = (
    WideRule("asked-twice", WARNING, "two cards ask the same in other words", twins.asked_twice),
    WideRule("decks-alike", WARNING, "decks that differ in spelling only", names.decks_alike),
    WideRule("tags-alike", WARNING, "tags that differ in spelling only", names.tags_alike),
    WideRule("many-left-out", WARNING, "a file that lost many cards", pages.many_left_out),
    WideRule("easily-confused", NOTE, "two questions a letter apart", twins.easily_confused),
    WideRule("key-position", NOTE, "keys that stand in one place", pages.key_position),
)  # fmt: skip

GROUPS: dict[Group, tuple[str, ...]] = {
    "items": tuple(rule.code for rule in ITEMS),
    "cards": tuple(rule.code for rules in (ASKED, CARDS, CLOZES) for rule in rules),
    "deck": tuple(rule.code for rule in DECK),
}
SEVERITIES: dict[str, Severity] = {
    rule.code: rule.severity for rules in (ITEMS, ASKED, CARDS, CLOZES, DECK) for rule in rules
}
