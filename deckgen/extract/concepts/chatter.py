"""What is no fact: talk to the reader, jokes, transitions, talk about the article itself."""

import re

from deckgen.extract.language.verbs import PLURAL

_YOU = re.compile(
    r"\b(?:you|your|yours|yourself|we|our|ours|us|let['’]s|lets|i|i['’]m|i['’]ve|me|my|you['’](?:re|ve|ll|d)|we['’](?:re|ve|ll|d))\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"(?:and |but |so |now |just |please |then |also |instead |first |next |always |never |don['’]t |do not |do )*"
    r"(?:think|imagine|picture|consider|remember|recall|grab|take|keep|look|see|read|watch|check|ask|try|make|get|go|give|stop|start|stay"
    r"|let|put|call|say|use|run|turn|open|write|learn|study|practice|practise|note|notice|forget|worry|panic|mix|skip|pick|choose|find"
    r"|dig|dive|stick|hold|pour|bring|buckle|hang|breathe|relax|suppose|consult|plug|press|click|pay|beware|scrape|be|know|treat|follow|test"
    r"|decide|plan|set|wear|avoid|draw|count|trust|review|memorize|memorise|tell|show|come|sit|wait|add|plot|inspect|reassess|compare|reward|spend|focus|match|measure|place|move|sleep|bet|cover|mark|circle|walk|listen)\b(?!\s+(?:is|are|was|were|of|for)\b)",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"(?:so there you have it|to wrap (?:it |this )?up|in (?:conclusion|summary|short|a nutshell|other words)|at the end of the day|believe it or not|long story short"
    r"|okay|ok|well|alright|sure|yes|no|yep|nope|hey|oh|ah|wow|yuck|phew|sorry|honestly|frankly|admittedly|luckily|sadly|thankfully|hopefully|spoiler|trust me|of course|no wonder|no worries|not bad|fair enough|sounds?|feels?|kind of|sort of|pretty|funny|good news|bad news|here['’]s|there['’]s|that['’]s|what['’]s|who knew|guess what|enter|cue|now,|and yet|but wait|after all|then again|either way|sometimes,|next time|the (?:trick|catch|good news|bad news|bottom line|takeaway|moral|upshot|punchline|secret|beauty|fun part|funny thing|short answer|rest is)|one more thing|pro tip|fun fact|quick tip|nobody|no one|everybody|everyone|somebody|someone|anybody|anyone|plenty of (?:people|students|candidates)|most (?:people|students|candidates|of us)|many (?:people|folks|students|candidates)|some (?:people|folks|students)|people)\b",
    re.IGNORECASE,
)
_ABOUT_ARTICLE = re.compile(
    r"\b(?:this (?:article|page|post|guide|lesson|section|quiz|chapter|question|topic|blog|site|website|course|concept)|these (?:questions|pages|words|terms|topics)|the (?:exam|examiners?|test|quiz|article|question|checkride)\b|exams?\b|test day|ruled out|\b(?:the|right|wrong|correct|best) (?:answers?|options?|choices?)\b|\bdistractors?\b|practice (?:tests?|questions?)|flashcards?|study (?:guide|session|plan)|textbooks?|cheat sheet|memoriz|memoris|mnemonic|crash course|multiple[- ]choice|candidates?|cram\w*|syllabus)",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    r"\b(?:grandm\w*|grandp\w*|coffee|snacks?|pizza|superhero\w*|magic(?:al)?|alphabet soup|piece of cake|no big deal|a breeze|rocket science|game[- ]changer|secret (?:club|sauce|weapon|handshake)|best friend|spa day|crystal ball|headaches?\b(?=\s+for)|nightmare|boring|fancy|glamorous|dramatic|like a (?!liquid|solid|gas|result)\w+|love[s]? to|couldn['’]t care less|can be a (?:drag|pain|blast)|world of difference|in the long run|mouthful|scary|weird|crazy|fun|awesome|amazing|cool|tricky|sneaky|nutshell|unsung|broccoli|buddy|dusty|silly|whole story|goes a long way|speaks? for (?:itself|themselves)|happy|happily|adore|boss|neighbou?r['’]?s?\b(?=\s+(?:dog|cat))|hero\b|heroes\b|villain|drama|party|movie|sitcom|celebrity|jackpot|lifeline|powerful reminder|beautiful thing|easy enough|sound(?:s)? (?:fancy|scary|complicated|simple|boring))\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"\b(?:so much more than|more than just|it['’]s (?:all )?about|is (?:all )?about|makes? (?:all )?the difference|is (?:key|crucial|essential|important|vital|critical|everything)$|matters?$|plays? (?:a|an) (?:\w+ )?(?:role|part)\b|comes? in handy|is (?:easy|hard|simple|worth|no accident|no surprise|not for the))\b",
    re.IGNORECASE,
)


_COMMANDED = frozenset(
    """
    a an the your it them this these that those all any each every one up out down off in on
    for with to at from about
    """.split()
)


def _commands(words: list[str]) -> bool:
    """``Never fill one past ...``: a bare verb and its object, without a subject."""
    rest = [w.lower() for w in words]
    while rest and rest[0] in (
        "never",
        "always",
        "please",
        "just",
        "then",
        "now",
        "also",
        "first",
        "instead",
    ):
        rest = rest[1:]
    return len(rest) > 1 and rest[0] in PLURAL and rest[1] in _COMMANDED


def why(sentence: str) -> str:
    """Why a sentence is chatter, in a word or two; empty where it may hold a fact."""
    text = sentence.strip().strip("\"“”‘’'()[]*_").strip()
    words = text.split()
    if sentence.rstrip("\"”’')").endswith("?"):
        return "question"
    if sentence.rstrip("\"”’')").endswith("!"):
        return "exclamation"
    if len(words) < 5:
        return "fragment"
    if _commands(words):
        return "instruction"
    for reason, pattern in (("transition", _TALK), ("instruction", _IMPERATIVE)):
        if pattern.match(text):
            return reason
    for reason, pattern in (
        ("second person", _YOU),
        ("about the article", _ABOUT_ARTICLE),
        ("figure of speech", _IDIOM),
        ("empty", _EMPTY),
    ):
        if pattern.search(text):
            return reason
    return ""
