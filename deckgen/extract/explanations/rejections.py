"""How explanations speak of wrong options: a table of phrasings, tried in order.

Each is tried on one part of a sentence, without its full stop and without a leading "And".
"""

from deckgen.extract.explanations.beliefs import BELIEFS, PEOPLE
from deckgen.extract.explanations.phrasing import Phrasing, pattern

_NAME = r"[^,;:–—]{3,80}?"
_CHOOSE = (
    r"(?:choose|chose|pick|picked|answer|answered|select|selected|mark|marked|guess|guessed"
    r"|say|said|write|wrote|go for|went for|go with|went with|opt for|opted for|reach for"
    r"|fall for|fell for|land on|landed on|vote for|settle on|settled on|put down)s?"
)


REJECTIONS = (
    *BELIEFS,
    Phrasing(
        "as for",
        None,
        pattern(rf"as (?:for|to)\s+(?P<a>{_NAME}),\s"),
        (("As for the mizzen, it stands too far aft", ("the mizzen",)),),
    ),
    Phrasing(
        "choosing",
        None,
        pattern(
            r"(?:choosing|selecting|opting for|picking|going with|settling on|answering|marking"
            rf"|guessing|choosing to go with)\s+(?P<a>{_NAME})\s+(?:would|will|is|means|might|may"
            r"|could|ignores|overlooks|confuses|misses|mistakes|forgets|gets|shows|mixes|puts)\b"
        ),
        (("Choosing granite would cost more", ("granite",)),),
        ("Choosing is an art",),
    ),
    Phrasing(
        "who picks",
        None,
        pattern(
            rf"{PEOPLE}\s+(?:(?:who|that)\s+)?(?:\w+ly\s+|may\s+|might\s+|will\s+"
            rf"|have\s+)?{_CHOOSE}\s+"
            rf"(?P<a>{_NAME})(?=[,;:]|$|\s+(?:have|has|are|were|was|is|may|might|probably"
            rf"|usually|because|since"
            r"|but|here|instead|by|at first|out of|confuses?|forgot|forgets?|mix(?:es|ed)?"
            r"|took|take)\b)"
        ),
        (
            ("Some candidates pick the spring tide, but the moon is wrong", ("the spring tide",)),
            ("Anyone who chose induction was thinking of the stove", ("induction",)),
        ),
        ("Some people are late, but most are not",),
    ),
    Phrasing(
        "mixed up",
        None,
        pattern(
            rf"{PEOPLE}\s+(?:\w+ly\s+|often\s+|sometimes\s+|may\s+|might\s+|will\s+|tend to\s+)?"
            r"(?:mix|confuse|mistake|muddle)s?\s+(?:it|this|that|them|the two|the answer)(?:\s+up)?"
            rf"\s+(?:with|for)\s+(?P<a>{_NAME})(?=[,;:]|$|\s+(?:because|since|which|as|but)\b)"
        ),
        (("Beginners often mix it up with staining, but stain sinks in", ("staining",)),),
        ("Beginners often mix it up",),
    ),
    Phrasing(
        "if so it would be",
        None,
        pattern(
            r"(?:had|if|were)\s[^,;:]{3,80},\s(?:it|this|that|the answer)\s(?:would|could"
            r"|might)\s(?:be"
            r"|have been)\s(?P<a>(?!(?:right|wrong|true|correct|different|easy|better|worse"
            r"|enough|so|the"
            rf" same|too|a different)\b){_NAME})(?=[,;:]|$|\s(?:instead|because|since)\b)"
        ),
        (("Had the poem three lines, it would be a haiku", ("a haiku",)),),
        ("If the lines rhymed, it would be right",),
    ),
    Phrasing(
        "would be if",
        None,
        pattern(
            r"(?:it|this|that)\s+(?:would|could|might)\s+(?:only\s+)?(?:be|have been|count as"
            r"|qualify as)"
            rf"\s+(?P<a>(?!(?:right|wrong|true|correct|different|easy|better|worse|enough|so"
            rf"|the same)\b)"
            rf"{_NAME}),?\s+(?:only\s+)?(?:if|had|when|where|as soon as)\b"
        ),
        (("It would be a haiku if it had three lines", ("a haiku",)),),
        ("It would be right if the lines rhymed",),
    ),
    Phrasing(
        "nothing to do",
        None,
        pattern(
            r"(?:(?:it|this|that|they|these)|(?:the|its|their)\s[^,;]{1,60}?)"
            r"\s(?:(?:has|have|had)\s+(?:little|nothing|not much|no more)"
            r"|(?:doesn['’]t|don['’]t|does not"
            r"|do not|did not|didn['’]t)\s+have\s+(?:anything|much))\s+to\s+do\s+with\s+"
            rf"(?!(?:it|this|that|them|the matter|the question"
            rf"|the case)\b)(?P<a>{_NAME})(?=[,;:]|$|\s+(?:because|since|as|here|either|at all)\b)"
        ),
        (("It has little to do with the price of copper", ("the price of copper",)),),
        ("The price has nothing to do with it",),
    ),
    Phrasing(
        "nor anything to do",
        None,
        pattern(
            r"nor\s+(?:does|do|did|has|have|had)\s+[^,;]{1,50}?\s+(?:anything"
            r"|much)\s+to\s+do\s+with\s+"
            rf"(?P<a>{_NAME})(?=[,;:]|$|\s+(?:because|since|as|here|either)\b)"
        ),
        (
            (
                "Nor does the rule have anything to do with noise, since it dates from 1900",
                ("noise",),
            ),
        ),
    ),
    Phrasing(
        "has nothing to do",
        None,
        pattern(
            rf"(?P<a>(?!(?:it|this|that|they|these|he|she)\s){_NAME})\s+(?:(?:also|too|really)\s+)?(?:(?:has|have|had)\s+(?:little"
            rf"|nothing)|(?:doesn['’]t|don['’]t"
            r"|does not|do not)\s+have\s+(?:anything|much))\s+to\s+do\s+with\s+(?:it|this|that"
            r"|them|\w+)\b"
        ),
        (("The price has nothing to do with it", ("The price",)),),
        ("It has nothing to do with noise",),
    ),
    Phrasing(
        "confused with",
        None,
        pattern(
            r"(?:(?:do not|don['’]t|never)\s+(?:confuse|mistake|mix)\s+(?:it|this|that|them"
            r"|the two)(?:\s+up)?\s+(?:with|for)"
            r"|(?:it|this|that) (?:is not|must not|should not"
            r"|isn['’]t)(?: to)? be (?:confused with|mistaken for))\s+"
            rf"(?P<a>{_NAME})(?=[,;:]|$|\s+(?:either|because|since|which|where|though|as)\b)"
        ),
        (("Do not confuse it with the clove hitch either, which slips", ("the clove hitch",)),),
        ("Do not confuse the two",),
    ),
    Phrasing(
        "had it been",
        None,
        pattern(
            rf"(?:had (?:it|this|that) been|if (?:it|this|that) (?:were|was"
            rf"|had been))\s+(?P<a>{_NAME}),\s"
        ),
        (("Had it been a stroke, the face would droop", ("a stroke",)),),
    ),
    Phrasing(
        "if that were so",
        None,
        pattern(
            rf"if\s+(?P<a>(?:the|an?)\s{_NAME})\s+(?:were|was)\s+(?:at fault|to blame"
            rf"|the (?:answer|cause|reason|problem|culprit|one)"
            r"|involved|meant|right|correct|injured|damaged|in play|used|present)\b"
        ),
        (("If the facial nerve were at fault, the smile would be crooked", ("the facial nerve",)),),
        ("If the answer were known, all would be well",),
    ),
    Phrasing(
        "question and dismissal",
        None,
        pattern(r"(?P<a>(?:an?|the)\s[\w\s-]{3,50})\?"),
        (("A thermometer? Temperature", ("A thermometer",)),),
    ),
    Phrasing(
        "by letter",
        None,
        pattern(
            r"(?:(?:option|choice|answer)\s+\(?[a-j]\)?|\([a-j]\)|the (?:first|second|third"
            r"|fourth|last) (?:option|choice|answer))"
            rf"(?:,\s+|\s+\(|:\s+)[\"“']?(?P<a>{_NAME})[\"”']?(?:,|\)|\s+(?:is|was|has|does"
            rf"|would|can|cannot|describes|refers|may|belongs|fails)\b)"
        ),
        (("Choice D, estoppel, has no place here", ("estoppel",)),),
        ("Choice D is wrong",),
    ),
    Phrasing(
        "dismissed",
        None,
        pattern(
            r"(?P<a>(?!(?:since|because|as|if|when|no|none)\b).{3,90}?)\s+(?:can(?:not|['’]t)?"
            r"|must|may|should|could)\s+(?:also\s+|all\s+"
            r"|both\s+|safely\s+)?be\s+(?:ruled out|eliminated|excluded|set aside|dismissed"
            r"|rejected"
            r"|discarded|crossed off|crossed out|discounted|left out|struck out|the answer"
            r"|right|correct)\b"
        ),
        (("A fever can be ruled out, since the skin is cool", ("A fever",)),),
    ),
    Phrasing(
        "ruled out",
        None,
        pattern(
            rf"(?P<a>{_NAME})\s+(?:is|are)\s+(?:out|wrong|incorrect|ruled out|no good"
            rf"|a distractor|distractors|off the table)"
            r"(?:,|$|\s+(?:because|since|as|here|too|for)\b)"
        ),
        (("Linen is out, because it shrinks", ("Linen",)),),
    ),
    Phrasing(
        "another thing",
        None,
        pattern(
            rf"(?P<a>{_NAME}),?\s(?:is|are)\s(?:quite\s|rather\s|yet\s)?(?:an?\s"
            rf"|another\s)?(?:quite\s|very\s|totally\s)?"
            r"(?:(?:different|separate|another)(?:\s(?:\w+))?|something else(?: again"
            r"| altogether| entirely)?)(?=[,;:]|$|\s(?:because|since|as|for|altogether"
            r"|entirely|again)\b)"
        ),
        (("Brass is a different thing, because it holds zinc", ("Brass",)),),
        ("The two are of different sizes",),
    ),
    Phrasing(
        "never does",
        None,
        pattern(
            r"(?P<a>(?:(?:the|an?)\s)?[\w-]+(?:\s[\w-]+)?)\s(?:never|cannot|can['’]t|does not"
            r"|doesn['’]t"
            r"|do not|don['’]t)\s\w+(?=;|$)"
        ),
        (("Marble never melts; heat only changes it", ("Marble",)),),
        ("Marble never melts in a fire",),
    ),
    Phrasing(
        "never the right pick",
        None,
        pattern(
            rf"(?P<a>{_NAME})\s(?:[^,;:]{{1,60}},?\s(?:so|and)\s(?:it['’]s|they['’]re|it is"
            rf"|they are)|is|are)\s(?:never|not|hardly|no)\s(?:really\s)?(?:the\s|a\s"
            rf"|an\s)?(?:right|correct|best|proper|good|safe|suitable|\w+)\s"
            r"(?:pick|choice|answer|option|solution|substitute|replacement|reason|cause|excuse)\b"
        ),
        (("Lotions are made for hands, so they're never the right pick", ("Lotions",)),),
    ),
    Phrasing(
        "sounds right but",
        None,
        pattern(
            rf"(?P<a>{_NAME}),?\s(?:may\s|might\s|does\s|will\s)?(?:sounds?|seems?|looks?"
            rf"|feels?|is|are)\s(?:\w+\s){{0,2}}?(?:right|tempting|plausible|close|correct"
            rf"|attractive|likely|good|half right|sensible|popular)"
            r"(?:\s[^,;:]{1,40})?,?\s(?:but|yet|only|until|and yet|though)\b"
        ),
        (("A rumba sounds right, but the beat is wrong", ("A rumba",)),),
    ),
    Phrasing(
        "belongs to another",
        None,
        pattern(rf"(?P<a>{_NAME})\s+belongs?\s+to\s+(?:an?|another|the)\s"),
        (("The gavotte belongs to another century", ("The gavotte",)),),
    ),
    Phrasing(
        "inserted",
        None,
        pattern(
            rf"(?P<a>{_NAME}),\s+(?:by contrast|in contrast|on the other hand|meanwhile|however"
            r"|for (?:its|their) part|though|too|conversely|instead|of course"
            r"|tempting as (?:it|they) (?:may|might) be"
            r"|tempting as (?:it|they) (?:is|are|sounds?))\s*,"
        ),
        (("The sepal, on the other hand, guards the bud", ("The sepal",)),),
    ),
    Phrasing(
        "nor is it",
        None,
        pattern(
            r"nor\s+(?:is|was|are|were)\s+(?:it|this|that|these|(?:the|his|her|its"
            r"|their)\s+\w+)\s+"
            r"(?:an?\s+|the\s+)(?P<a>.{3,60}?)(?:,|\s+(?:because|since|as|when)\s|$)"
        ),
        (("Nor is it a sonnet, as it has twelve lines", ("sonnet",)),),
    ),
    Phrasing(
        "nor does",
        None,
        pattern(
            r"(?:nor|neither)\s+(?:is|was|are|were|does|do|did|would|will|can|could|should)\s+"
            r"(?!(?:it|they|he|she|you|we|this|that)\b)(?P<a>(?:an?"
            r"|the)?\s*[^,]{3,60}?)\s+(?:a|an|the|be|have|the answer|right|correct|enough"
            r"|apply|fit|work"
            r"|meet|count|help|explain|describe|involve|require|mean|possible|appropriate"
            r"|suitable|relevant"
            r"|involved|needed|of any|of much|do|make|cause|give)\b"
        ),
        (("Nor would the clarinet fit, since it has a reed", ("the clarinet",)),),
    ),
    Phrasing(
        "business of",
        None,
        pattern(
            rf".{{3,80}}?\b(?:is|are) the (?:business|job|task|concern|work"
            rf"|duty) of (?P<a>(?:an?|the) {_NAME})(?=[,;:]|$)"
        ),
        (("That is the business of a notary", ("a notary",)),),
    ),
)
# Where an explanation stands for a stem like "In which phase ...?".
SETTINGS = (
    Phrasing(
        "in another",
        "thing",
        pattern(
            r"(?:in|during|at|by|under|after|with|on)\s+(?P<a>[^,;:–—]{3,50}?)(?:,\s"
            r"|\s+(?=(?:the|an?|they|it|there|two|three|new|most|all|both|some|no|every|each)\s))"
        ),
        (("In prophase they are only just visible", ("prophase",)),),
        ("They are visible in prophase",),
    ),
)
