"""How explanations speak of acts and sentences that are wrong: a table, tried in order."""

from deckgen.extract.explanations.phrasing import Phrasing, pattern

_NAME = r"[^,;:–—]{3,80}?"
_LONG = r"[^;:–—]{3,120}?"
PEOPLE = (
    r"(?:(?:some|many|most|a few|several|plenty of|a lot of|half the|other)\s+(?:of\s+(?:the"
    r"|you)\s+)?(?:\w+\s){0,2}?\w+s?"
    r"|(?:students|candidates|people|beginners|learners|folks|those|applicants|trainees|readers)"
    r"|any(?:one|body)|every(?:one|body)|some(?:one|body)|you|if you|a candidate|a student)"
)
_NOT = r"(?:\s?not|n['’]t)"

BELIEFS = (
    Phrasing(
        "misconception about a cause",
        None,
        pattern(
            r"(?:the|a common|another|one|an old|a popular|a frequent"
            r"|a widespread)\s+(?:\w+\s)?(?:idea"
            r"|notion|belief|claim|myth|misconception|assumption)\s+(?:is\s+)?that\s+"
            rf"(?P<a>{_NAME})\s+(?:is|are|was|were)\s+(?:responsible|to blame|at fault"
            r"|the (?:cause|reason|answer|culprit))\b"
        ),
        (
            (
                "A popular misconception is that cold air is responsible; rhinoviruses are",
                ("cold air",),
            ),
        ),
        ("The idea that cold air makes us ill is a myth",),
    ),
    Phrasing(
        "belief",
        "statement",
        pattern(
            r"(?:the|a common|another|one|an old)\s+(?:\w+\s)?(?:idea|notion|belief|claim|myth"
            r"|view"
            r"|assumption|story|theory|legend|misconception|thought|saying)\s+(?:is\s+)?that\s+"
            rf"(?P<a>{_LONG}),?\s+(?:(?:is|was)\s+(?:an?|the|just|only|simply|pure|plain|wrong"
            rf"|false"
            r"|not|no|nonsense|mistaken|another)|fits|confuses|comes from|ignores|overlooks"
            r"|misses"
            r"|belongs to|sounds|dies hard)\b"
        ),
        (
            (
                "The idea that a louder engine pulls harder is a myth",
                ("a louder engine pulls harder",),
            ),
        ),
        ("The idea is simple",),
    ),
    Phrasing(
        "believed",
        "statement",
        pattern(
            rf"{PEOPLE}\s+(?:\w+ly\s+|will\s+|still\s+)?(?:believes?|thinks?|assumes?|claims?"
            rf"|says?|suppose|supposes"
            rf"|imagines?|guess|insists?|swears?)\s+(?!of\b|about\b"
            rf"|it\b)(?:that\s+)?(?P<a>{_LONG})(?:,?\s+(?:but"
            rf"|yet|though|although|while)\s|,\s+(?:and|which)\s|$)"
        ),
        (
            (
                "Many cooks believe that salt toughens beans, but it does not",
                ("salt toughens beans",),
            ),
        ),
        ("You think of it as a joke",),
    ),
    Phrasing(
        "not that",
        "statement",
        pattern(
            r"(?:it (?:is|was)(?: not|n['’]t)|it['’]s not|not|nor is it|that is not"
            r"|this is not|the reason is not|(?:it is|it['’]s) (?:also |just |simply "
            r"|equally )?(?:untrue"
            r"|false|wrong|incorrect|not true|a myth|not the case))\s+"
            rf"(?:because|that|true that)\s+(?P<a>{_LONG})(?=$|[:;]|\s(?:either|at all)\b"
            rf"|,\s(?:but|for|since|because|as)\s|\s[–—])"
        ),
        (("It is not that brass is cheap", ("brass is cheap",)),),
        ("It is not clear",),
    ),
    Phrasing(
        "that it is a myth",
        "statement",
        pattern(
            rf"that\s+(?P<a>{_LONG})\s+is\s+(?:an?\s+)?(?:\w+\s){{0,2}}?(?:myth|legend"
            rf"|misconception|old wives['’] tale"
            r"|mistake|false|wrong|untrue|nonsense|error|guess)\b"
        ),
        (
            (
                "That owls can turn their heads all the way is a myth",
                ("owls can turn their heads all the way",),
            ),
        ),
        ("That is a myth",),
    ),
    Phrasing(
        "the point is not",
        "act",
        pattern(
            r"(?:(?:the|its|their)\s+(?:(?:main|real|primary)\s)?(?:point|aim|purpose|goal|idea|job"
            rf"|reason|function|role|intent)\s+(?:is|was){_NOT}"
            rf"|[^,;:]{{2,60}}?\s(?:is|are|was|were){_NOT}\s+(?:meant|supposed|intended|designed"
            r"|there|used|done|required|needed|made))\s+"
            rf"(?P<a>to\s+{_NAME})(?=[,;:]|$|\s+(?:because|since|as|either|at all)\b)"
        ),
        (
            ("The purpose is not to save paint, though it does", ("to save paint",)),
            ("Priming isn't meant to hide the grain either", ("to hide the grain",)),
        ),
        ("The purpose is not clear", "The primer is not meant for walls"),
    ),
    Phrasing(
        "nor is it to",
        "act",
        pattern(
            r"nor\s+(?:is|was|are|were)\s+(?:it|they|this|that)\s+(?:meant\s+|there\s+"
            r"|supposed\s+)?"
            rf"(?P<a>to\s+{_NAME})(?=[,;:]|$|\s+(?:because|since|as|either)\b)"
        ),
        (("Nor is it to keep the dust away", ("to keep the dust away",)),),
        ("Nor is it likely",),
    ),
    Phrasing(
        "nor the point",
        "act",
        pattern(
            r"nor\s+is\s+(?:the|its|their)\s+(?:point|aim|purpose|goal|idea|job|reason)\s+"
            rf"(?P<a>to\s+{_NAME})(?=[,;:]|$|\s+(?:because|since|as)\b)"
        ),
        (("Nor is the point to save fuel", ("to save fuel",)),),
    ),
    Phrasing(
        "if the aim were",
        "act",
        pattern(
            rf"if\s+(?:the|its|their)\s+(?:point|aim|purpose|goal|idea|object)\s+(?:were"
            rf"|was)\s+(?P<a>to\s+{_NAME}),"
        ),
        (("If the aim were to save yeast, bakers would use less", ("to save yeast",)),),
    ),
    Phrasing(
        "the task of another",
        "act",
        pattern(
            rf"(?:it|they|this|he|she)\s(?:does|do|did|will|would|can|could){_NOT}\s+"
            rf"(?:itself\s+|themselves\s+)?(?P<a>(?!have\b|mean\b|matter\b)[a-z]+\s{_NAME}),?\s"
            r"(?:which|that|this|since that|because that|as that) (?:is|would be|falls|belongs)\s"
        ),
        (
            (
                "It does not hold back the dust, which is the task of the filter",
                ("hold back the dust",),
            ),
        ),
        ("It does not hold back the dust",),
    ),
    Phrasing(
        "it does not",
        "act",
        pattern(
            rf"(?:it|they)\s(?:does|do){_NOT}\s+(?P<a>(?!have\b|mean\b|matter\b|need\b|depend\b"
            rf"|require\b"
            rf"|seem\b|happen\b|take\b|work\b|contain\b|react\b)[a-z]+\s(?:the"
            rf"|an?)\s{_NAME})(?=;|$)"
        ),
        (("It doesn't polish the stone; a wheel does", ("polish the stone",)),),
        ("It does not need the stone",),
    ),
    Phrasing(
        "acts of another",
        "act",
        pattern(
            r"(?P<a>[a-z]+ing\s(?:the|an?|its|their|his|her|your)\s[^,;:–—]{2,80}?)\s(?:(?:is"
            r"|are)\sthe"
            r"\s(?:work|task|job|duty|business|role|function|responsibility)\sof"
            r"|belongs\sto|falls\sto|is\sup\sto|is\sleft\sto)\s"
        ),
        (("Turning the cake is the work of the baker", ("Turning the cake",)),),
        ("The cake is the work of the baker",),
    ),
    Phrasing(
        "to do it would",
        "act",
        pattern(
            rf"(?P<a>to\s(?!the\b|an?\b)[a-z]+\s{_NAME})\s(?:would|will|might|could|is|means"
            rf"|does{_NOT})\b"
        ),
        (("To sand the floor first would only raise dust", ("To sand the floor first",)),),
        ("To sand the floor, take fine paper",),
    ),
    Phrasing(
        "if they",
        "act",
        pattern(
            r"if\s+(?:(?:both|all|either|the|a|an|one|each)\s+)?(?:\w+\s)?(?:you|they|we|he"
            r"|she|one|\w+s|person|driver|client|patient|worker)\s+"
            r"(?:simply\s+|just\s+|only\s+|first\s+|instead\s+)?(?P<a>(?!(?:an?|the|are|were"
            r"|have|had"
            r"|do|did|was|is|can|could|may|would|should|will|must|not"
            r"|never|chose|picked|got|came|went|forgot|said|thought|measure|want|know|see|who"
            r"|of)\b)[a-z]+\s[^,;:–—]{2,60}),"
        ),
        (("If they open the hatch and shout, they waste air", ("open the hatch and shout",)),),
        ("If they are late, the boat is gone",),
    ),
    Phrasing(
        "some do",
        "act",
        pattern(
            r"(?:some|many|most)\s+(?:\w+\s)?(?:people|folks|\w+s)\s+(?:would\s+|will\s+)?"
            r"(?P<a>(?!(?:are|were|have|had|do|did|was|is|can|could|may|would|will|must|say"
            r"|think|believe|claim|pick"
            r"|choose|prefer|need|contain|include|use"
            r"|know)\b)[a-z]+\s[^,;:–—]{2,60}?),\s+(?:but|and|which|yet|only)\b"
        ),
        (("Some drivers pump the pedal, but that lengthens the stop", ("pump the pedal",)),),
        ("Some drivers are slow, but most are not",),
    ),
    Phrasing(
        "never do",
        "act",
        pattern(
            r"(?:(?:nor should|neither should|nor must|nor may)\s+(?:you|they|he|she|we|one"
            r"|the \w+)\s+|(?:do not|don['’]t|never)\s+(?!(?:confuse|mistake|mix|be|forget"
            r"|worry|fall|let|think|assume|believe|take|pick|choose|answer)\b))"
            rf"(?P<a>[a-z]+\s{_NAME})(?=[,;:]|$|\s+(?:because|since|as|until|unless|either)\b)"
        ),
        (
            ("Nor should they give the child bread to eat", ("give the child bread to eat",)),
            ("Never pour water on the fire", ("pour water on the fire",)),
        ),
        ("Do not confuse it with rust",),
    ),
)
