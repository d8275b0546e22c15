"""Which choices keep their place when a card shuffles the others, and who calls them by letters.

"All of the above" stays below what it speaks of. Where a text says "B is wrong", a shuffled B would
be another choice, so all of them stay. Numbers, and true and false, are looked for in their order.
"""

import re
from dataclasses import dataclass, replace

from deckgen.model.note import Choice

_WORDS = 12  # of an option that speaks of the others: "All of the answers above are correct"
_ABOVE = re.compile(
    r"(?:(?:all|none|neither|both|any|some|most|not all|two or more|more than one|two|at least one)"
    r" (?:of )?(?:the |these |those |its )?(?:above|preceding|previous|others?"
    r"|other (?:option|choice|answer|statement)s|these|those|them|listed|given|mentioned"
    r"|(?:option|choice|answer|statement|alternative|response|reason|item|thing)s?)"
    r"(?: (?:above|listed|given|mentioned|here|options?|choices?|answers?"
    r"|(?:is|are|were|apply).*)){0,3}"
    r"|(?:all|none|both|neither|either)(?: (?:is|are) \w+| apply| applies)?"
    r"|(?:alle|keine?|keines|nichts|beide|weder noch)"
    r"(?: (?:der|die|davon|von|diesen|dieser|genannten|obigen|oben|antworten|aussagen"
    r"|genannte|sind|ist|richtig|falsch|möglichkeiten)){0,6}"
    r"|(?:toutes?|tous|aucune?|les deux)"
    r"(?: (?:les|ces|des|de|d'entre|elles|réponses?|propositions?|précédentes?|ci-dessus|sont|est"
    r"|correctes?|vraies?|fausses?)){0,7}"
    r"|(?:todas?|todos?|ningun[ao]|ambas?|ambos|nenhum[ao]?|tutt[ei]|nessun[ao]|entramb[ei])"
    r"(?: (?:las?|los|as|os|de|das|dos|delle|dei|le|i|anteriores?|respuestas?|respostas?"
    r"|opciones|alternativas|opções|precedenti|risposte|correctas?|corretas?|acima|son|são|sono"
    r"|corrette|ellas|elas)){0,7}"
    r"|(?:al|alle|geen|beide)(?: (?:van|de|het|deze|bovenstaande|antwoorden|zijn|is|juist|goed"
    r"|fout)){1,6}"
    r"|(?:it )?(?:cannot|can't|can not) be (?:determined|known|told|said)(?: .*)?"
    r"|(?:there is )?(?:not enough|insufficient) (?:information|data)(?: .*)?"
    r"|(?:i (?:don't|do not) know|no change|no error|not given|unknown))"
)
_VERDICTS = frozenset(
    """
    true false t f yes no right wrong correct incorrect richtig falsch wahr unwahr ja nein vrai faux
    oui non verdadero falso sí si verdadeiro sim não vero waar onwaar juist onjuist nee sant falskt
    """.split()
)
_NUMBER = r"[-−+±]?\d{1,20}(?:[.,/’' ^:]\d{1,20}){0,6}"
_SPOKEN = (
    r"(?:zero|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|half)"
)
_COUNTED = tuple(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
    """.split()
)
_AMOUNT = re.compile(
    rf"(?:(?:about|around|at least|at most|less than|more than|under|over|up to|between|from|ca\.)"
    rf"\s)?[~≈<>≤≥=(\\$]{{0,4}}\s?[$€£¥]?\s?(?:{_NUMBER}|{_SPOKEN})"
    rf"(?:\s?(?:-|–|—|to|and|bis|à|×|x|\*|\^)\s?[$€£¥]?(?:{_NUMBER}|{_SPOKEN})){{0,3}}"
    rf"(?:\s?[^\W\d_°%µΩ]{{1,16}}[²³]?|\s?[°%µΩ$)][^\W\d_]{{0,8}}|/[^\W\d_]{{1,8}}){{0,3}}\.?",
    re.IGNORECASE,
)
# "Both A and B", "A, C and D only", "1 & 3": an option that is made of the labels of others.
_SIGN = r"\(?(?:[A-Ja-j]|\d{1,2})\)?"
_LABELS = re.compile(
    rf"(?:(?:both|either|neither|only|all(?: of (?:the above|these))?,? (?:but|except(?: for)?)"
    rf"|(?:answers?|options?|choices?|statements?)|sowohl|weder|nur|ni|ambas?|entrambe)\s){{0,3}}"
    rf"(?P<labels>{_SIGN}(?:(?:\s?[,;&+/]\s?|\s)(?:(?:and|or|nor|und|oder|noch|als auch|et|ou|ni|y"
    rf"|o|e|en|of)\s)?{_SIGN}){{0,8}})"
    r"(?:\s(?:only|above|both|are correct|are true|are right)){0,2}\.?",
    re.IGNORECASE,
)
_CALLED = (
    r"(?:options?|choices?|answers?|alternatives?|distractors?|responses?|antwort(?:en)?"
    r"|option(?:en)?|aussagen?|opci(?:ó|o)n(?:es)?|réponses?|respuestas?|respostas?|alternativas?"
    r"|opç(?:ã|õ)(?:o|es)|risposta|risposte|opzion[ei]|antwoord(?:en)?|opties?|svar)"
)
_BY_NAME = re.compile(
    rf"\b(?i:{_CALLED})(?i:\s(?:is|ist|est|es|é|è))?:?\s\(?(?P<label>[A-J]|\d{{1,2}}|(?<=\()[a-j])"
    rf"(?![\w'’-]|\.\d)(?!(?<=[:st]\sA)\s(?!(?:is|was|and|or|because|since|as)\b)[a-z])"
)
_VERDICT = (
    r"(?:(?:is|are|was|were|ist|sind|est|sont|es|son|é|são|è|sono)\s(?:also\s|both\s|clearly\s)?"
    r"(?:not\s|nicht\s)?(?:the\s)?"
    r"(?:correct|incorrect|right|wrong|true|false|best|untrue|only|richtig|falsch|correcte?s?|fausses?"
    r"|faux|vraie?s?|correct[ao]s?|incorrect[ao]s?|fals[ao]s?|errad[ao]s?|corrett[aeoi]|sbagliat[aeoi]))"
)
_JUDGED = re.compile(
    rf"(?P<before>\b[\w-]{{1,30}}\s)?(?<![\w-])\(?(?P<label>[A-J])\)?(?:\s?(?:,|&|/|and|or|und|et|y|e)\s?\(?[A-J]\)?){{0,6}}"
    rf"\s{_VERDICT}(?!\w)"
)
# "B. The sea is no lake", "(C) names a river", at the beginning of a paragraph or a sentence.
_LED = re.compile(r"(?:^|(?<=[.!?;] )|\n)\s?(?:\((?P<label>[A-Ja-j])\)|(?P<other>[A-J])[).:])\s")
_LIST = re.compile(
    r"(?P<before>\b[\w-]{1,30}\s)?(?<![\w-])(?P<label>[A-J])"
    r"(?:,\s?[A-J](?![\w'’-])){0,6},?\s(?:and|or|und|oder|et|ou|y|o|e|en|nor)\s[A-J](?![\w'’.-])"
)
# What is called by letters itself: "vitamins A and D", "from point A to B".
_NO_CHOICES = re.compile(
    r"(?:vitamins?|hepatitis|points?|types?|class(?:es)?|groups?|grades?|plans?|parts?|sections?"
    r"|figures?|tables?|panels?|appendix|blood|influenza|flu|strains?|columns?|rows?|cells?|sides?"
    r"|angles?|vertices|nodes?|lines?|events?|sets?|matrices|vectors?|variables?|notes?|keys?|chords?"
    r"|strings?|teams?|rooms?|zones?|steps?|phases?|factors?|schedules?|medicare|between|from)\s",
    re.IGNORECASE,
)

_SEVERAL = re.compile(
    r"\b(?:all (?:that|which) apply|(?:select|choose|pick|mark|tick|check) (?:all|every|two|three"
    r"|four|the (?:two|three|four))\b|all (?:the )?(?:correct|right|true) (?:answers?|options?"
    r"|choices?|statements?)|mehrere (?:antworten|richtige)|plusieurs réponses|varias respuestas"
    r"|várias respostas|più risposte|meerdere antwoorden)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ordered:
    """The choices, each with its ``fixed`` told; ``named`` are words that call one by its label.

    ``numbered`` says that the label is a number.
    """

    choices: tuple[Choice, ...]
    named: str = ""
    numbered: bool = False


def ordered(
    choices: tuple[Choice, ...], explanation: tuple[str, ...], labels: tuple[str, ...] = ()
) -> Ordered:
    """Which choices keep their place. ``labels`` are those of the page, if it had any."""
    signs = {label.strip("(). ").upper() for label in labels if label} or {
        chr(ord("A") + i) for i in range(min(len(choices), 10))
    }
    known = frozenset(signs)
    texts = (*explanation, *(c.rationale for c in choices))
    named = _in_options(choices, known) or next((n for t in texts if (n := _in_text(t, known))), "")
    numbered = bool(named) and any(label.isdigit() for label in known)
    in_sequence = _in_sequence(choices)
    return Ordered(
        tuple(replace(c, fixed=in_sequence or bool(named) or _of_others(c.text)) for c in choices),
        "" if in_sequence else named,
        numbered,
    )


def asks_for_several(stem: str) -> bool:
    """Whether a question says that more than one choice is right."""
    return bool(_SEVERAL.search(stem))


def by_size(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Amounts from the smallest to the largest; what is no amount stays as it is."""
    sizes = [_size(text) for text in texts if _AMOUNT.fullmatch(_plain(text))]
    known = [size for size in sizes if size is not None]
    if len(known) < len(texts):
        return texts
    return tuple(text for _, _, text in sorted(zip(known, range(len(texts)), texts, strict=True)))


def _size(text: str) -> float | None:
    """The first number of an amount, in digits or in words."""
    found = re.search(r"\d[\d,]{0,20}(?:\.\d{1,20})?", text)
    if found:
        return float(found[0].replace(",", ""))
    words = [word for word in text.lower().split() if word in _COUNTED]
    return float(_COUNTED.index(words[0])) if words else None


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").replace("’", "'").split()).strip(" .")


def _of_others(text: str) -> bool:
    said = _plain(text).lower()
    return len(said.split()) <= _WORDS and bool(_ABOVE.fullmatch(said))


def _in_sequence(choices: tuple[Choice, ...]) -> bool:
    """Numbers, or true and false."""
    texts = [_plain(c.text) for c in choices if not _of_others(c.text)]
    return bool(texts) and (
        all(t.lower() in _VERDICTS for t in texts)
        or all(len(t) <= 60 and _AMOUNT.fullmatch(t) for t in texts)
    )


def _in_options(choices: tuple[Choice, ...], known: frozenset[str]) -> str:
    """An option that is made of other options' labels, where not all of them look so."""
    found = {c.text: _LABELS.fullmatch(_plain(c.text)) for c in choices}
    if all(found.values()):
        return ""  # they speak of statements in the question, or are letters themselves
    for text, match in found.items():
        if match:
            labels = [s.upper() for s in re.findall(r"(?<!\w)\w{1,2}(?!\w)", match["labels"])]
            called = [label for label in labels if label in known]
            alone = _plain(text).upper().strip("() ") == match["labels"].upper().strip("() ")
            if called and (len(called) > 1 or not alone):
                return text
    return ""


def _in_text(text: str, known: frozenset[str]) -> str:
    """The words of an explanation that call a choice by its label."""
    text = text.replace("*", "")
    for pattern in (_BY_NAME, _JUDGED, _LED, _LIST):
        for found in pattern.finditer(text):
            groups = found.groupdict("")
            label = groups["label"] or groups.get("other", "")
            about = groups.get("before", "")
            if label.upper() in known and not _NO_CHOICES.fullmatch(about):
                return found[0].removeprefix(about).strip()
    return ""
