"""What is no fact: talk to the reader, jokes, transitions, talk about the article itself."""

import re
from functools import lru_cache

from deckgen.extract.language.alternatives import alternatives
from deckgen.extract.language.verbs import PLURAL

_LEAST_WORDS = 5  # a shorter sentence is a fragment
_YOU = alternatives("""
    you|your|yours|yourself|you['’](?:re|ve|ll|d)
    we|our|ours|us|we['’](?:re|ve|ll|d)|let['’]s
    i(?=\\s+[a-z])|i['’](?:m|ve|ll|d)|me|my|myself
""")
_TALK = alternatives("""
    so there you have it|to wrap (?:it |this )?up|in (?:conclusion|summary|short|a nutshell)
    at the end of the day|believe it or not|long story short|in other words|one more thing
    okay|ok|well|alright|sure|yes|no|yep|nope|hey|oh|ah|wow|yuck|phew|sorry|voil[aà]
    honestly|frankly|admittedly|luckily|sadly|thankfully|hopefully|spoiler|trust me|of course
    nor|fine|yet|no wonder|no worries|not bad|fair enough
    sounds?(?= (?:like|good|great|easy|hard|simple))|feels?|kind of|sort of|pretty
    funny
    (?:good|bad) news|here['’]s|there['’]s|that['’]s|what['’]s|who knew|guess what|enter|cue|now,
    and yet|but wait|after all|then again|either way|sometimes,|next time|pro tip|(?:fun|quick) \\w+
    the (?:trick|catch|good news|bad news|bottom line|takeaway|moral|upshot|punchline|secret|beauty)
    the (?:fun part|funny thing|short answer|rest is)
    nobody|no one|everybody|everyone|somebody|someone|anybody|anyone|whoever|people
    (?:plenty of|most|many|some) (?:people|folks|students|candidates|of us)
""")
_ABOUT_ARTICLE = alternatives("""
    this (?:article|page|post|guide|lesson|section|quiz|chapter|question|topic|blog|site|course)
    these (?:questions|pages|words|terms|topics)|the (?:exam|examiners?|test|quiz|article|question)
    exams?|test day|practice (?:tests?|questions?)|flashcards?|study (?:guide|session|plan)
    textbooks?|cheat sheet|memori[sz]\\w*|mnemonics?|crash course|multiple[- ]choice|candidates?
    (?:figure|fig\\.|table|chart|diagram|plate) \\d[\\d.]*|the exception|odd one out|culprit
    (?:options?|choices?|answers?) [a-e]|cram\\w*|syllabus|distractors?|ruled out
    (?:the|right|wrong|correct|best) (?:answers?|options?|choices?)
""")
_FIGURE = alternatives("""
    grand(?:ma|mother|pa|father)\\w*|coffee|snacks?|pizza|superhero\\w*|magic(?:al)?|heroes|hero
    piece of cake|no big deal|a breeze|rocket science|game[- ]changer|secret (?:sauce|weapon)
    best friend|nightmare|boring|fancy|glamorous|dramatic|scary|weird|crazy|fun|awesome|amazing
    (?:is|are|pretty|so|how|really|super) cool|tricky|sneaky|silly|unsung|villain
    drama|movie|sitcom|celebrity|jackpot|mouthful
    members? (?:get|save|receive)|free (?:trial|download|shipping)|sign[- ]?up|subscribe\\w*|coupon
    discounts?|\\d+\\s?% off|promo(?: code)?|newsletters?|our (?:app|courses?|store|shop)
    premium plan
    trade ?name|trademark\\w*|division of|subsidiary|affiliated with|endorsed by|fan-run
    accepted in \\d+ states|(?:approved|accredited) (?:in|by)|CEUs?|100% online|obituary
    money-back|enroll(?:ment)? (?:now|today)|satisfaction guaranteed|bestselling
    a (?:lot|bit|little) like|all the (?:press|credit|glory|fame|fun)
    loves? to|could(?:n['’]t| not) care|world of difference|whole story|goes a long way
    speaks? for (?:itself|themselves)|lifeline|(?:powerful|gentle) reminder|beautiful thing
    happy|happily|like a (?!liquid|solid|gas|result)\\w+|sounds? (?:simple|complicated)
""")
_EMPTY = alternatives("""
    (?:so much )?more than just|so much more than|it['’]s (?:all )?about
    is (?:all )?about(?! (?:\\d|half|one|two|three|four|five|six|seven|eight|twice|ten|\\w+ty))
    so much as
    makes? (?:all )?the difference|matters?$|comes? in handy|plays? an? (?:\\w+ )?(?:role|part)
    is (?:key|crucial|essential|important|vital|critical|everything)$
    is (?:easy|hard|simple|worth|no accident|no surprise|not for the)
""")
_VERBS = alternatives("""
    think|imagine|picture|consider|remember|recall|grab|take|keep|look|see|read|watch|check|ask|try
    make|get|go|give|stop|start|stay|let|put|call|say|use|run|turn|open|write|learn|study
    practi[cs]e|note|notice|forget|worry|panic|mix|skip|pick|choose|find|dig|dive|stick|hold|pour
    commit|bring|buckle|hang|breathe|relax|suppose|consult|plug|press|click|pay|beware|be|know|treat
    follow|test|decide|plan|set|wear|avoid|draw|count|trust|review|tell|show|come|sit|wait|add
    plot|inspect|compare|reward|spend|focus|match|measure|place|move|bet|cover|mark|circle|listen
""")
_FIRST = alternatives("""
    and|but|so|now|just|please|then|also|instead|first|next|always|never|don['’]t|do not|do
""")
_SAID_ANYWHERE = tuple(
    (reason, re.compile(rf"(?<![\w’'])(?:{phrases})(?:['’]s)?(?![\w’'])", re.IGNORECASE))
    for reason, phrases in (
        ("second person", _YOU),
        ("about the article", _ABOUT_ARTICLE),
        ("figure of speech", _FIGURE),
        ("empty", _EMPTY),
    )
)
_ADDRESS = re.compile(rf"(?<![\w’'])(?:{_YOU})(?![\w’'])", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:is|are) (?:known as|called|termed)\b")
_WHO = re.compile(
    r"(?:people|anyone|everyone|someone|somebody) (?:who|that|with|in)\b", re.IGNORECASE
)
_SAID_FIRST = (
    ("transition", re.compile(rf"(?:{_TALK})(?:\b|(?<=,))", re.IGNORECASE)),
    (
        "instruction",
        re.compile(
            rf"(?:(?:{_FIRST}) ){{0,4}}(?:{_VERBS})\b(?!\s+(?:is|are|was|were|of|for)\b)",
            re.IGNORECASE,
        ),
    ),
)
_ADVERBS = frozenset("never always please just then now also first instead".split())
_OBJECTS = frozenset(
    """
    a an the your it them this these that those all any each every one up out down off in on for
    with to at from about
    """.split()
)


@lru_cache(maxsize=1024)  # a sentence is asked about whole, and by its parts
def why(sentence: str) -> str:
    """Why a sentence is chatter, in a word or two; empty where it may hold a fact."""
    ending = sentence.rstrip("\"”’')")[-1:]
    if ending in ("?", "!"):
        return "question" if ending == "?" else "exclamation"
    text = sentence.strip().strip("\"“”‘’'()[]*_").strip()
    words = text.split()
    if len(words) < _LEAST_WORDS:
        return "fragment"
    if _commands(words) and not _NAMED.search(text):
        return "instruction"
    first = next((reason for reason, said in _SAID_FIRST if said.match(text)), "")
    if first == "transition" and _NAMED.search(text) and _WHO.match(text):
        first = ""
    return first or next((reason for reason, said in _SAID_ANYWHERE if said.search(text)), "")


def addresses(text: str) -> bool:
    """Whether a text speaks of the reader or the writer."""
    return bool(_ADDRESS.search(text))


def talks(text: str) -> bool:
    """Whether a text that is no sentence speaks as chatter does."""
    return any(said.search(text) for _, said in _SAID_ANYWHERE)


def _commands(words: list[str]) -> bool:
    """``Never fill one past ...``: a bare verb and its object, without a subject."""
    rest = [word.lower() for word in words]
    while rest and rest[0] in _ADVERBS:
        rest = rest[1:]
    return len(rest) > 1 and rest[0] in PLURAL and rest[1] in _OBJECTS
