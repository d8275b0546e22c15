"""How explanations name the right answer: a table of phrasings, tried in order."""

import re

from deckgen.extract.explanations.phrasing import Phrasing, pattern

_END = (
    r"[\"”']?(?=\s*[,;–—]\s|\s*[,;–—:.]|\s+(?:because|since|as|which|where|when|whenever|here"
    r"|so that"
    r"|simply because)\b|$)"
)
_NAME = r"[\"“']?(?P<a>[^;:–—]{2,140}?)"
_SAID = r"(?:right|correct|best|proper)"


# In so many words: these hold against any question.
OUTRIGHT = (
    Phrasing(
        "the right answer is",
        None,
        pattern(
            rf"(?:so\s+|therefore,?\s+|thus,?\s+|hence,?\s+|that makes\s+)?(?:the|our"
            rf"|your)\s+(?:{_SAID}\s+(?:answer|option|choice|response)|answer)"
            rf"\s+(?:here\s+|to this one\s+)?(?:is|was|must be|has to be"
            rf"|here is)\s*:?\s*(?:that\s+|therefore\s+)?{_NAME}{_END}"
        ),
        (("The correct answer is the bowline, because it holds", ("the bowline",)),),
        ("The answer depends on the wind",),
    ),
    Phrasing(
        "label",
        None,
        pattern(
            rf"(?:(?:the\s+)?(?:correct|right|best)(?:\s+(?:answer|option|choice))?|answer"
            rf"|solution)\s?(?::|–|—|-\s)\s*{_NAME}{_END}"
        ),
        (("Correct: the anther", ("the anther",)),),
        ("Correctly: said",),
    ),
    Phrasing(
        "is the right answer",
        None,
        re.compile(
            r"[\"“']?(?P<a>(?:(?!\bbecause\b|\bis\b|\bare\b|, ).){3,120}?)[\"”']?\s+(?:is|are)\s+"
            r"(?:therefore\s+)?(?:the\s+)?(?:(?:correct|right)\b(?!\s+(?:of|to|for|in|when|only"
            r"|at)\b)|best(?=,|$"
            r"|\s+(?:answer|choice|option|response|pick|bet)\b))"
            r"(?:\s+(?:answer|choice|option|response))?",
            re.IGNORECASE,
        ),
        (("Linen is the right choice", ("Linen",)),),
    ),
    Phrasing(
        "is the thing to do",
        None,
        pattern(
            r"(?P<a>[a-z]+ing\s(?:(?!\bbecause\b|\bis\b|\bare\b|, ).){2,120}?)\s(?:is"
            r"|comes)\s(?:(?:the|her|his"
            r"|their|your)\s)?(?:first|next|best|right|safest|proper|only)\s(?:thing|step|move"
            r"|action"
            r"|measure|response|course)\b"
        ),
        (("Closing the hatch is the first thing to do", ("Closing the hatch",)),),
        ("The hatch is the first thing to see",),
    ),
    Phrasing(
        "what is described",
        None,
        pattern(
            r"what\s+(?:the|this|is|you|we|he|she|they)\b[^,;]{0,60}?\b(?:describe[sd]?"
            r"|described here|means?|asks? for|wants?"
            r"|need|have here|have|see|sees|shows?|calls? for|points? to|pictures?|happen(?:s"
            r"|ed)|at work(?: here)?)\s+"
            rf"(?:here\s+)?(?:is|are|was)\s+{_NAME}{_END}"
        ),
        (("What the stem describes is a lease", ("a lease",)),),
        ("What the owner says is of no use",),
    ),
    Phrasing(
        "goes to",
        None,
        pattern(
            rf".{{0,100}}?\b(?:prize|answer|nod|palm|point|honou?rs?|job|credit) (?:goes|falls"
            rf"|belongs) to {_NAME}{_END}"
        ),
        (("It is small, so the prize goes to Mercury", ("Mercury",)),),
    ),
)
# Where the question asks which, what or who.
SAID_OF_IT = (
    Phrasing(
        "you want",
        None,
        pattern(
            r"(?:.{0,100}?,\s)?(?:you (?:want|need|are looking (?:at|for)|have"
            r"|are dealing with)|you['’]re (?:looking (?:at|for)|dealing with|after)"
            r"|we are (?:looking at|dealing with)|this describes|this calls for|that calls for"
            r"|that describes"
            r"|(?:the )?(?:scene|story|case|stem|description|question|scenario) (?:describes"
            r"|calls for|points to))\s+"
            rf"{_NAME}{_END}"
        ),
        (("You want the sheet bend here, because it holds", ("the sheet bend",)),),
    ),
    Phrasing(
        "it is that which",
        None,
        pattern(
            r"it(?:\sis|['’]s|\swas)\s(?P<a>(?!not\b)(?:the\s|an?\s)?[\w'’-]+(?:\s[\w'’-]+){0,5})"
            r"\s(?:that|which|who)\s"
        ),
        (("It's the sexton who rings the bell", ("the sexton",)),),
        ("It is not the sexton who rings the bell",),
    ),
    Phrasing(
        "is the mark of",
        None,
        pattern(
            r"[^;:]{3,120}?\s(?:is|are)\s(?:the|a|an)\s(?:\w+\s)?(?:mark|hallmark|sign|essence"
            r"|definition"
            rf"|signature|feature)s?\sof\s{_NAME}{_END}"
        ),
        (("Repeating a line is the mark of a refrain", ("a refrain",)),),
        ("The mark of a refrain is clear",),
    ),
    Phrasing(
        "is called",
        None,
        pattern(
            r"(?!it is)[^,;:]{2,80}?\s(?:is|are)\s+(?:therefore |also |properly |usually "
            r"|what is |what we call )?(?:called|known as|termed|named"
            rf"|referred to as)\s+{_NAME}{_END}"
        ),
        (("Such a contract is called unilateral", ("unilateral",)),),
    ),
    Phrasing(
        "such a thing is",
        None,
        pattern(
            rf"such\s(?:an?\s)?[\w-]+(?:\s[\w-]+)?\s(?:is|are)\s(?!not\b"
            rf"|called\b){_NAME}{_END}"
        ),
        (("Such a person is an eyewitness", ("an eyewitness",)),),
        ("Such a person is not a witness",),
    ),
    Phrasing(
        "that is",
        None,
        pattern(
            rf"(?:[^:]{{2,60}}:\s)?(?:that|this)(?: is| was| would be| must be| has to be"
            rf"|['’]s| sounds like"
            rf"| can only be)\s+(?!not\b|in\b|why\b|how\b|because\b|false\b|true\b){_NAME}{_END}"
        ),
        (("That is the jib", ("the jib",)),),
        ("That is why the jib is small",),
    ),
    Phrasing(
        "a thing does",
        None,
        pattern(
            r"(?:only\s+)?(?P<a>(?:the\s|an?\s)?[^,;:]{2,60}?)\s+(?:does|do|is|are|did|has|can"
            r"|may"
            r"|will|would|must|should)"
            r"(?:\s+(?:do\s+)?(?:so|that|this|the job|the trick|exactly that|just that))?(?=,|;|$"
            r"|\s+(?:because|since|for)\b)"
        ),
        (
            ("A barometer does", ("A barometer",)),
            ("The skipper is, at all times", ("The skipper",)),
            ("Only the council may do so", ("the council",)),
        ),
        ("A barometer shows",),
    ),
)
# Where the question asks what somebody should do.
TO_DO = (
    Phrasing(
        "must",
        "act",
        pattern(
            r"(?:.{0,120}?,\s+)?[^,;:]{1,60}?\s(?:should|must|has to|have to|needs? to"
            r"|ought to|is to|are to)\s+(?:first\s+|always\s+|at once\s+|immediately\s+)?"
            r"(?!not\b|never\b|be\b)(?P<a>[a-z][^;:–—]{3,120}?)(?=,?\s+(?:so that|because"
            r"|since|which|before anything|before all|before any other|before the rest)\b|,\s"
            r"|[;:–—]|$)"
        ),
        (
            (
                "The guard should open both gates, so that nobody waits",
                ("open both gates",),
            ),
        ),
        ("Each of them must not move",),
    ),
    Phrasing(
        "do it",
        "act",
        pattern(
            r"(?:first,?\s+|always\s+|immediately\s+|at once,?\s+)?(?P<a>[a-z]+\s[^;:–—]{3,120}?)"
            r"(?=,?\s+(?:so that|because|since|which|before anything|before all"
            r"|before any other|before the rest|until|unless|while|whenever|if|when)\b|,\s"
            r"|[;:–—]|$)"
        ),
        (("Check the fuel before anything else; it costs nothing", ("Check the fuel",)),),
    ),
)
