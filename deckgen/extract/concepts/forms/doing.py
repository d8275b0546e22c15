"""What a kind of thing does, involves or is used for: by this it is known as by a definition."""

import re

from deckgen.extract.concepts.antecedents import hangs
from deckgen.extract.concepts.forms.definition import is_term
from deckgen.extract.concepts.forms.deletions import Span, hidden, informative
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.opening import before_question, question
from deckgen.extract.concepts.forms.statement import predicate_spans
from deckgen.extract.concepts.forms.wording import content, inside, sentence
from deckgen.extract.language.clauses import Clause, is_plural

_INVOLVES = re.compile(
    r"(?P<verb>involve|encompass|emphasi[sz]e|concern|entail|comprise|focus|examine|deal|combine"
    r"|measure|represent|govern|regulate|denote|reflect)(?:s|es)?"
)
_WITH = re.compile(r"(?P<with>on|with) ")
_BEING = (
    (re.compile(r"(?:located|found|situated|housed) (?P<what>\S.*)$"), "Where {be} {it} {done}?"),
    (
        re.compile(r"(?:characteri[sz]ed|marked|defined|distinguished) (?P<what>by .*)$"),
        "By what {be} {it} {done}?",
    ),
    (re.compile(r"based (?P<what>on .*)$"), "On what {be} {it} {done}?"),
    (
        re.compile(
            r"(?:formed|produced|made|created|caused|measured|determined|calculated|obtained)"
            r" (?P<what>(?:by|when|from|as|out of|through|if) .*)$"
        ),
        "How {be} {it} {done}?",
    ),
    (
        re.compile(r"(?:said to be|considered|regarded as) [^,]{3,60}? (?P<what>(?:when|if) .*)$"),
        "When {be} {it} {done}?",
    ),
)
_USED = (
    (
        re.compile(r"(?:used|needed|required|designed) (?:for )?(?P<what>(?:to |(?<=for ))\S.*)$"),
        "What {be} {it} {done} for?",
    ),
)
_BE = re.compile(r"(?:is|are)(?: (?:usually|often|generally|typically|also|primarily|mainly))?")
_NO_PRESENT = re.compile(
    r".*(?:ed|was|were|had|did|could|would|might|may|can|must|will|should|cannot|became|became"
    r"|began|took|made|came|gave|said|held|found|led|saw)$"
)
_NOT_IN = (
    r"(?!(?:addition|comparison|conclusion|contrast|combination|essence|response|\w+ addition)\b)"
)
_IN = re.compile(
    rf"(?P<in>In|During|Under|With) {_NOT_IN}(?P<what>an? (?:[\w’'-]+ ){{0,4}}[\w’'-]+"
    r"|the (?:[\w’'-]+ ){1,4}"
    r"(?:model|system|reactions?|stage|phase|approach|method|theory|schedule)"
    r"|(?:[a-z’-]+ ){0,2}[a-z-]+(?:ion|ism|sis|ing|ment|tics|nce|hip|tem))"
)
_LEAST_TOLD = 12  # words: a shorter statement rarely marks what its subject is
_LEAST_OF_ONE = 9
_LEAST_SAID = 6  # words
_IDEA = re.compile(
    r"\b(?:theory|theories|hypothesis|model|perspective|principle|doctrine|law|therapy)$"
)
_NOT = re.compile(r"\b(?:not|never|n['’]t)\b")
_SOME = frozenset(
    "both different many some most all several other each every no few two three such various"
    " certain more another any".split()
)
_DOES = frozenset(
    """
    form produce contain develop act allow connect carry transport regulate control
    protect cover surround line store release absorb bind catalyze convert separate support move
    secrete attack destroy kill live grow reproduce feed lack possess exhibit explain describe
    apply prohibit guarantee require affect influence reduce increase attempt seek aim enable
    function
    help make give measure collect hold link join divide transmit detect receive
    """.split()
)


def involves(text: str, parts: Clause | None) -> Form | None:
    """``Grafting involves joining two plants.`` -> What does grafting involve?"""
    said = _INVOLVES.fullmatch(parts.verb.lower()) if parts else None
    before = before_question(parts.opening) if parts else None
    if parts is None or not said or before is None or not is_term(parts.subject):
        return None
    verb, body = said["verb"], parts.predicate
    if verb in ("focus", "deal"):
        word = _WITH.match(body)
        if not word:
            return None
        verb, body = f"{verb} {word['with']}", body[word.end() :]
    do = "do" if is_plural(parts.subject) else "does"
    front = question(before, f"What {do} {inside(parts.subject)} {verb}?")
    return Form(2.5, front, sentence(body))


def being(text: str, parts: Clause | None) -> Form | None:
    """``The spleen is located below the ribs.`` -> Where is the spleen located?"""
    return _asked(parts, _BEING)


def use(text: str, parts: Clause | None) -> Form | None:
    """``A lathe is used to turn wood.`` -> What is a lathe used for?"""
    return _asked(parts, _USED)


def _asked(parts: Clause | None, questions: tuple[tuple[re.Pattern[str], str], ...]) -> Form | None:
    if parts is None or not _BE.fullmatch(parts.verb.lower()):
        return None
    before = before_question(parts.opening)
    if before is None or not is_term(parts.subject):
        return None
    be = parts.verb.lower().split()[0]
    for pattern, asked in questions:
        if (found := pattern.match(parts.predicate)) and len(found["what"].split()) > 1:
            done = parts.predicate[: found.start("what")].removesuffix("for ").strip()
            front = asked.format(be=be, it=inside(parts.subject), done=done)
            return Form(2.0, question(before, front), sentence(found["what"]))
    return None


def doing(text: str, parts: Clause | None) -> Form | None:
    """``A lintel carries the load.`` hides what it does, and on another card what does it."""
    if parts is None or parts.opening or not is_term(parts.subject):
        return None
    verb = parts.verb.lower()
    if _BE.match(verb) or _NO_PRESENT.match(verb) or _NOT.search(f"{verb} {parts.predicate[:12]}"):
        return None
    if verb in ("has", "have") and re.match(r"(?:been|\w+ed)\b", parts.predicate):
        return None
    least = _LEAST_OF_ONE if parts.subject.startswith(("A ", "An ")) else _LEAST_TOLD
    if not _is_kind(parts.subject, verb) or len(text.split()) < least:
        return None
    begin = text.find(parts.subject)
    start = text.find(parts.predicate, len(parts.subject))
    if begin != 0 or start < 0:
        return None
    subject: Span = (0, len(parts.subject))
    spans = predicate_spans(text, start)
    if _asks(text, subject):
        spans = (*spans, subject)
    return Form(1.0, cloze=hidden(text, spans)) if spans else None


def _is_kind(subject: str, verb: str) -> bool:
    """Whether a subject stands for all of its kind, and its verb is one that marks a kind."""
    words = subject.split()
    if words[0] in ("A", "An") or _IDEA.search(subject):
        return True
    base = {verb, verb.removesuffix("s"), verb.removesuffix("es"), f"{verb.removesuffix('ies')}y"}
    if words[0].lower() in _SOME or "and" in words:
        return False
    named = any(word[:1].isupper() for word in words[1:])
    return len(words) <= 4 and not named and bool(base & _DOES)


def _asks(text: str, span: Span) -> bool:
    """Whether the subject can be hidden: its words do not come again."""
    return informative(text, span) or (
        len(text[span[0] : span[1]].split()) == 1 and len(text.split()) > 6
    )


def within(text: str, parts: Clause | None) -> Form | None:
    """``In dream analysis, a therapist reads dreams.`` -> What happens in dream analysis?"""
    found = _IN.fullmatch(parts.opening) if parts else None
    if parts is None or not found or _NO_PRESENT.match(parts.verb.lower()) or hangs(parts.subject):
        return None
    said = f"{parts.subject} {parts.verb} {parts.predicate}"
    if content(found["what"]) <= content(said) or len(said.split()) < _LEAST_SAID:
        return None
    return Form(2.0, f"What happens {found['in'].lower()} {found['what']}?", sentence(said))
