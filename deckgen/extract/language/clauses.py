"""A sentence -> its opening, subject, verb and predicate, found by the words that mark them.

No tagger: a table of verb forms, and the words that stand before nouns. Where the parts are not
clear there is no clause, and the sentence is left alone.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from deckgen.extract.language.verbs import AUXILIARIES, BE, PAST, PLURAL, SINGULAR

_BEFORE_NOUN = frozenset(
    """
    a an the this that these those his her its their our your my each every any some no one
    two three four five several many most few all both another other such of in on at by for
    from with to into onto over under between among through during against about as than or
    per via without within and but not more less very new same own main first second third
    """.split()
)
_RELATIVE = frozenset(["that", "which", "who", "whom", "whose", "where", "when"])
_ADVERBS = frozenset(
    """
    also always usually often typically generally sometimes rarely never normally commonly
    mainly mostly largely chiefly primarily only simply just still then thus therefore
    however first finally both all each not automatically directly quickly slowly now
    already actually really further even commonly frequently
    """.split()
)
_IRREGULAR_PLURALS = frozenset(
    [
        "people",
        "children",
        "men",
        "women",
        "feet",
        "teeth",
        "mice",
        "data",
        "media",
        "bacteria",
        "criteria",
        "phenomena",
        "they",
        "we",
    ]
)
_BEHIND_OBJECT = frozenset("at of by for with".split())  # "measures results at the end"
_ENDS_IN_S = frozenset(
    """
    physics mathematics economics ethics statistics genetics mechanics electronics politics
    athletics dynamics optics logistics robotics linguistics acoustics kinetics ergonomics
    aerodynamics thermodynamics hydraulics pediatrics obstetrics orthopedics phonetics civics
    news measles diabetes rabies gas bus lens bias canvas atlas pancreas alias series species
    """.split()
)
_ARTICLES = frozenset("a an the its their no any".split())
_ENDS_HEAD = frozenset("of in for with from on at to that which who such like used".split())
_OPENERS = re.compile(
    r"(?:In|On|At|By|For|From|With|Within|Without|Under|Over|During|After|Before|Since|Until|When|Whenever|If"
    r"|Because|As|Although|Though|While|Whereas|Unlike|Like|Besides|Despite|To|Through|Among|Between|Once|Unless"
    r"|The (?:moment|instant|minute)|(?:Each|Every) time|As soon as|Provided|Assuming"
    r"|Contrary to|Thanks to|According to|Due to|Depending on|Given|Compared (?:to|with)"
    r"|Regardless of|Rather than|As for|Apart from|Aside from|Along with|In addition to|Beyond"
    r"|However|Therefore|Thus|Hence|Moreover|Furthermore|Additionally|Consequently|Instead|Otherwise|Meanwhile"
    r"|Typically|Usually|Generally|Often|Normally|Today|Historically|Traditionally|Similarly|Likewise|Conversely"
    r"|Finally|First|Second|Third|Next|Then|Also|Specifically|Ideally|Technically|Essentially|Fortunately)\b"
)


_GOES_ON = re.compile(
    r"(?:and|or|but|nor|so|yet|which|who|while|whereas|although|though|because|since|with)\b"
)
_UNPARTED = re.compile(
    r"(?P<opening>(?:In|On|At|Under|During|With|For|After|Before|From|Without|Within)"
    r" \S+(?: \S+){0,8}?) "
    r"(?<!of )(?<!and )(?<!or )(?<!to )(?<!in )(?<!by )(?<!from )(?<!with )(?<!for )"
    r"(?<!on )(?<!at )"
    r"(?P<subject>(?:the|an?|it|they|there|each|every|all|most|no|any|some)\b.*)$"
)
_INSERTED = re.compile(
    r"[^,:;]{2,80}, (?:(?:which|who|whose|short for)"
    r"|(?:(?:also|or|commonly|sometimes|often|better|more|a"
    r"|formerly) ){0,2}(?:known|called|termed|referred to as|named"
    r"|abbreviated|such as|like|including|on the other hand|by contrast|in contrast|meanwhile"
    r"|however|for example|too"
    r"|though|in turn|conversely|or))\b[^,:;]{0,80},(?= )"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """``opening, subject verb predicate``; adverbs at the verb belong to ``verb``."""

    opening: str
    subject: str
    verb: str
    predicate: str

    @property
    def copula(self) -> bool:
        """Whether the verb is a form of "to be" alone."""
        return self.verb.lower() in BE


@lru_cache(maxsize=1024)  # several rules look at one statement
def clause(sentence: str) -> Clause | None:
    """The main clause of a statement, or None where it cannot be told."""
    text = sentence.strip().rstrip(".!?").strip()
    opening = ""
    while _OPENERS.match(text[:1].upper() + text[1:]):
        opened, rest = _after_opening(text)
        if not opened:
            break
        opening, text = f"{opening}, {opened}".lstrip(", "), rest
    inserted = _inserted(text)
    words = text.split()
    if not words:
        return None
    offset = len(inserted[0].split()) - 1 if inserted else 0
    # Behind an insertion the verb comes at once: "X, also called Y, relies on Z".
    behind = words[offset + 1].lower() if inserted and offset + 1 < len(words) else ""
    if behind in PLURAL and is_plural(text.split(",")[0]):
        at: int | None = 1
    else:
        at = _verb([words[offset].rstrip(","), *words[offset + 1 :]])
    if at is None:
        return None
    at += offset
    first = at
    while first > 1 and words[first - 1].lower() in _ADVERBS:
        first -= 1
    end = at + 1
    while end < len(words) - 1 and words[end].lower() in _ADVERBS:
        end += 1
    subject = " ".join(words[:first]).rstrip(",")
    predicate = " ".join(words[end:])
    if not subject or not predicate:
        return None
    if not opening and (unparted := _UNPARTED.match(subject)):
        opening, subject = unparted["opening"], unparted["subject"]
    return Clause(opening, subject, " ".join(words[first:end]), predicate)


def has_verb(text: str) -> bool:
    """Whether a text has a finite verb: it says something."""
    return _verb(text.split()) is not None


def _inserted(text: str) -> re.Match[str] | None:
    """What is put between subject and verb: not what follows a verb that has come already."""
    found = _INSERTED.match(text)
    before = found[0].split(",")[0].split() if found else []
    return found if _verb(before) is None else None


def is_plural(noun_phrase: str) -> bool:
    """Whether a noun phrase takes "are", by its head: the word before the first preposition."""
    words = noun_phrase.split()
    ends = (i for i, word in enumerate(words) if i and word.lower() in _ENDS_HEAD)
    words = words[: next(ends, len(words))]
    if any(w.lower() == "and" for w in words[1:]):
        return True
    head = words[-1].strip("()\"”’',").lower() if words else ""
    return (
        head in _IRREGULAR_PLURALS
        or head.endswith(("cci", "ngi", "eria", "uli", "ae"))
        or (head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in _ENDS_IN_S)
    )


def _after_opening(text: str) -> tuple[str, str]:
    """Split at the comma that ends the opening: one that a list or a figure does not use."""
    for comma in re.finditer(r",\s", text):
        rest = text[comma.end() :]
        if not _GOES_ON.match(rest) and _verb(rest.split()) is not None:
            return text[: comma.start()], rest
    return "", text


def _verb(words: list[str]) -> int | None:
    """The index of the finite verb of the main clause."""
    relative = 0
    for i in range(1, min(len(words), 30)):
        word = words[i].strip("\"“”‘’'()*_").lower()
        before = words[i - 1].strip('"“”()*_').lower()
        if before.rstrip(",") in _RELATIVE and not (before == "that" and i == 1):
            if _finite(words, i, word, before, after_relative=True):
                relative = 0
                continue
            relative = 1
            continue
        if not _finite(words, i, word, before, after_relative=False):
            # "the cell in which DNA resides is": a verb that a relative clause still waits for
            if relative and word in SINGULAR and before not in _BEFORE_NOUN:
                relative = 0
            continue
        if relative:
            relative = 0
            continue
        return i
    return None


def _finite(words: list[str], i: int, word: str, before: str, *, after_relative: bool) -> bool:
    if word in AUXILIARIES or words[i].lower() in AUXILIARIES:
        return True
    if words[i].endswith(",") and i + 1 < len(words):
        return False
    following = words[i + 1].strip("\"“”‘’'(),").lower() if i + 1 < len(words) else ""
    noun_follows = before in _BEFORE_NOUN and not _is_adverb(words, i - 1)
    if not after_relative and (noun_follows or before.endswith(("’s", "'s", "’", ","))):
        return False
    if word in SINGULAR:
        return following not in AUXILIARIES and not (
            following in SINGULAR
            and word.rstrip("s") in PLURAL
            and (words[i + 2].lower() if i + 2 < len(words) else "") not in _BEHIND_OBJECT
        )
    if word in PAST and before in BE:
        return after_relative
    if word in PAST and not (i == 1 and before.endswith("ly")):  # "Medically supervised care"
        return after_relative or not _participle(words, i)
    if _takes_object(words, i, word):
        return True
    if word in PLURAL:
        return (
            after_relative
            or before.endswith("s")
            or before in _IRREGULAR_PLURALS
            or before in _ADVERBS
            or (before not in _BEFORE_NOUN and is_plural(" ".join(words[:i])))
        )
    return False


def _takes_object(words: list[str], i: int, word: str) -> bool:
    """``presumes a tenancy``: whatever ends like a verb and has an article behind it is one."""
    following = words[i + 1].lower() if i + 1 < len(words) else ""
    ending = word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))
    return ending and following in _ARTICLES and words[i].islower()


def _is_adverb(words: list[str], i: int) -> bool:
    """``a client first tries``: an adverb, unless a determiner makes it "the first tries"."""
    return words[i].lower() in _ADVERBS and words[i - 1].lower() not in _BEFORE_NOUN


def _participle(words: list[str], i: int) -> bool:
    """``weather observed at an airport is``: a finite verb still comes."""
    for word in words[i + 1 : i + 9]:
        plain = word.strip("\"“”‘’'()").lower()
        if plain in AUXILIARIES:
            return True
        if plain in SINGULAR and words[i + 1].lower() in (
            "by",
            "in",
            "at",
            "for",
            "from",
            "on",
            "with",
            "to",
            "into",
        ):
            return True
        if word.endswith(","):
            return False
    return False
