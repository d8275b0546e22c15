"""Noun phrases that can stand as options, told from words that name nothing."""

import re

SHARED = 0.6  # of the words: two phrases that share so many name the same thing
_LONGEST_OPTION = 9  # words of a wrong option: longer phrases are statements, not options
_LONGEST_STATEMENT = 16  # words
PREPOSITIONS = frozenset("to as for of from with against on in by at about into".split())
_OPENS_NO_OPTION = frozenset("nor not between among within under over during after before".split())
_STOP = frozenset(
    """
    a an the of in on at by for from with to into and or as is are was were be been being
    that which who this these those it its their they them his her what how why when where
    do does did can may must should will would not no most more best following statement
    true describes described
    """.split()
)
IN_BRACKETS = re.compile(r"\s\([^()]{1,120}\)")
SECOND_NAME = re.compile(
    r",\s+(?:also|or|commonly|sometimes|often|known|called"
    r"|abbreviated)\b[^,]*,?$"
)  # "a ria, also called a drowned valley"
REST = re.compile(
    r",?\s+(?:because|since)\s.*$|,\s+(?:which|where|when|who|whereas|while|so|but|yet"
    r"|offering|providing|allowing|making|helping|giving|"
    r"ensuring|leading|resulting|including|such as|rather than|not|often|usually|typically|even"
    r"|especially|thus|thereby|as)\b.*$"
    r"|;.*$|\s[–—]\s?.*$|—.*$"
)  # behind an answer: its reason, what follows, what it is set against
_BY_LETTER = re.compile(
    r"(?:option|choice|answer)?\s?\(?[A-J]\)?|(?:option|choice|answer) \d", re.IGNORECASE
)
_NAMES_LETTER = re.compile(r"\b(?:options?|choices?) (?:[A-J]|\d)\b", re.IGNORECASE)
_BEHIND_HEAD = re.compile(r"\s(?:of|for|in|on|at|with|from|to|by)\s")
VAGUE = frozenset(
    """
    result purpose reason difference key point process approach goal idea answer option
    options choice choices question others focus rest former latter one ones context case
    example thing things way ways fact both neither either each latter. all none some many
    most something anything someone everyone nobody everything here there then you we i he
    she it they this these those that such what which who people step scenario situation
    alternatives alternative responses response distractors statement statements explanation
    correct so
    """.split()
)
_POINTS_BACK = frozenset("this these those that it its they their such each here there".split())


def alike(one: str, other: str) -> float:
    """The share of the shorter phrase's words of meaning that the other has too; 0 to 1."""
    first, second = words(one), words(other)
    if not first or not second:
        return 0.0
    if _differ_by_sign(first, second):
        return 0.0
    return len(first & second) / min(len(first), len(second))


def _differ_by_sign(first: set[str], second: set[str]) -> bool:
    """``vitamin C`` and ``vitamin D``: nothing but a letter or a figure tells them apart."""
    apart = (first - second, second - first)
    return all(side and all(len(w) == 1 or w.isdigit() for w in side) for side in apart)


def words(text: str) -> set[str]:
    """The words of meaning, plural and singular alike."""
    found = re.findall(r"[^\W_]+", text.lower())
    return {
        w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w
        for w in found
        if w not in _STOP
    }


def head_of(phrase: str) -> str:
    """``request for production`` -> "request": the noun that a phrase is built on."""
    words = _BEHIND_HEAD.split(phrase, maxsplit=1)[0].split()
    return words[-1] if words else ""


def several(phrase: str) -> list[str]:
    """``X, Y, and Z`` -> three phrases; a single one stays whole."""
    pieces = re.split(r",\s+(?:and|or|nor)\s+|,\s+|\s+(?:and|or|nor)\s+", phrase)
    whole = [p for p in pieces if p.strip()]
    if len(whole) == 2 and "," not in phrase:
        first, second = whole[0].split(), whole[1].split()
        # "oil and gas exploration", "advice from relatives and friends" are one thing each.
        if abs(len(second) - len(first)) > 1 or PREPOSITIONS & set(first):
            return [phrase]
    return whole


def phrase(name: str) -> str:
    """A noun phrase fit to be an option, or nothing."""
    text = re.sub(
        r"^(?:and|but|the|a|an|simply|merely|just|both|either|using|the option of|option)\s+",
        "",
        name.strip(' ,;:"“”'),
        flags=re.IGNORECASE,
    )
    text = re.sub(
        r"\s+(?:all|both|each|alone|itself|themselves|merely|simply|likewise|too|also|either"
        r"|in turn|alike|usually|really|actually|already|then|often|sometimes)$",
        "",
        text,
    )
    text = re.sub(r",\s(?:the|an?)\s.*$", "", text)
    text = re.sub(r"\s+(?:all\s+)?(?:is|are|was|were|do|does)$", "", text)
    words = text.split()
    if (
        not words
        or len(words) > _LONGEST_OPTION
        or is_vague(text)
        or _BY_LETTER.fullmatch(text)
        or _NAMES_LETTER.search(text)
        or words[0].lower() in _OPENS_NO_OPTION
    ):
        return ""
    if re.search(r"\b(?:you|your|we|our|I|my|that|which|who|them)\b", text) or text[-1] in "?!":
        return ""
    return text


def statement(text: str) -> str:
    """A clause fit to be an option, or nothing."""
    text = text.strip(" ,;:")
    said = text.split()
    if not 3 <= len(said) <= _LONGEST_STATEMENT or said[0].lower() in _POINTS_BACK:
        return ""
    return "" if re.search(r"\b(?:you|your|we|our|I|my)\b|[?!]$", text) else text


def act(text: str) -> str:
    """What somebody may do, fit to be an option, or nothing."""
    text = text.strip(" ,;:")
    said = text.split()
    if not said or len(said) > _LONGEST_OPTION or said[-1].lower() in _POINTS_BACK - {"it"}:
        return ""
    return "" if re.search(r"\b(?:you|your|we|our|I|my|that|which|who)\b|[?!]$", text) else text


def is_vague(phrase: str) -> bool:
    """Whether a phrase names nothing: "the other", "this reason"."""
    words = [w.strip("\"“”'’,()").lower() for w in phrase.split()]
    if not words or words[0] in _POINTS_BACK:
        return True
    head = words[-1]
    return head in VAGUE or words[0] in ("other", "another", "others")


def without_article(answer: str) -> str:
    """Wrong options are named without an article, and the right one must not stand out."""
    name = re.sub(r"^(?:an?|the)\s+(?=\S)", "", answer, flags=re.IGNORECASE)
    return name[:1].upper() + name[1:] if answer[:1].isupper() else name


def tidy(text: str) -> str:
    """A phrase without the punctuation around it."""
    text = text.strip().strip(",;:").strip()
    if text.count('"') % 2 or text.count("(") != text.count(")"):
        text = text.strip('"“”()')
    return text.rstrip(".") if not re.search(r"\b[A-Za-z]\.[A-Za-z]?\.$", text) else text


def cased(option: str, answer: str) -> str:
    """Options begin alike: with a capital where the answer does."""
    first = option.split()[0]
    if any(c.isupper() for c in first[1:]) or any(c.isdigit() for c in first):
        return option
    if answer[:1].isupper():
        return option[:1].upper() + option[1:]
    # A name keeps its capital where the phrase goes on with capitals.
    second = option.split()[1:2]
    named = bool(second) and second[0][:1].isupper()
    return option if named else option[:1].lower() + option[1:]
