"""The site around the text, told by its nature and never by a brand.

Two tables, one pattern or a few alternatives a line: ``_WHOLE`` holds lines that are nothing but a
control, a notice or navigation; ``_WITHIN`` holds phrases that give a short line away. A word in
angle brackets stands for the group of words in ``_GROUPS``. All of them are tried on short lines
only, and every repetition is bounded, so that the cost of a line is bounded too.
"""

import re
from functools import lru_cache

_GROUPS = {
    "button": r"(?:view|show|hide|reveal|see|check) (?:the )?(?:answer|solution|explanation)s?"
    r"|discuss(?:ion)?(?: \(?\d{1,4}\)?)?|workspace|report|bookmark|share|save|print|flag"
    r"|comments?",
    "lost": "available|yet",
    "aid": "explanation|description|solution|rationale|hint",
    "blank": "name|date|class|period|score|student|teacher|section|grade|id",
    "counted": "points?|pts|marks?|votes?|upvotes?|downvotes?|likes?|views?|comments?|shares?"
    "|replies|reviews?|ratings?|students?|learners?|terms?|cards?|questions?",
    "date": r"\d{1,2} [a-z]{3,9}\.? \d{4}|[a-z]{3,9}\.? \d{1,2}, \d{4}",
    "fault": "issue|error|problem|mistake|typo",
    "round": "session|quiz|game|round|test|attempt",
    "weekday": "(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "figure": r"(?:figure|fig\.?|table|box|map|photo|image|plate|chart)",
    "book": "book|text(?:book)?|resource|chapter|pdf",
    "form": "true or false|multiple choice|fill in|short answer|matching|completion|choose all"
    "|true/false",
    "friend": "friend|colleague|classmate",
    "given": "answer|response|choice|option|selection|score|result",
    "item": "question|item|sentence|statement|problem",
    "later": "later|review",
    "other": "related|similar|recommended|popular|recent|trending|more|other|featured|suggested"
    "|latest|further",
    "page": "question|page|card|post|article|chapter|lesson|topic|quiz|quizze|test|course|exam",
    "part": "answers?|explanations?|solutions?|rationales?|hints?|flip",
    "reading": "resources?|content|reading|stories|news|guides?",
    "room": "home|about(?: us)?|contact(?: us)?|blog|faqs?|help|pricing|courses?|quizz?es|log ?in"
    "|support|sitemap|(?:my|your) (?:library|courses|classes)|expert solutions|dashboard"
    "|profile|exams?|flashcards|resources|shop|terms|privacy|practice tests?|study guides?",
    "site": "facebook|twitter|x|linkedin|pinterest|reddit|whatsapp|instagram|youtube|tiktok"
    "|tweet|pin|telegram|e-?mail|print|copy link",
    "small": "this|that|the|an?|our|another|for|it|us|to|on|via|with|me",
    "spread": "tweet|pin|post|e-?mail|send|follow|like|join",
    "uncover": "show|hide|reveal|view|see|toggle|display|click|tap",
    "unit": "minute|hour|day|week|month|year",
    "target": "content|top|home|list|index|results|start|menu|flashcards",
    "written": "written|reviewed|edited|posted|uploaded|created|printed|given|listed",
}
_WHOLE: dict[str, str] = {
    "control": r"""
        (?:<button>(?:\s{0,4}[|·•/,]?\s{1,4}|$)){2,8}|custom view settings|please wait\b\W{0,3}
        no (?:\w+ )?<aid>s?\b.{0,40}\b<lost>\b.{0,40}
        (?:in)?correct[!.]?|wrong[!.]?|right!|unanswered|not answered|skipped
        submit(?: (?:answers?|quiz))?|check(?: my)? answers?|next|previous|prev|back|continue
        [★☆⭐]{2,}.{0,40}|\[all .{0,80}\]|topic ?#? ?:.{0,20}|community vote.{0,30}
        [a-j] \(\d{1,3} ?%\)|\d{1,3} ?%|answered correctly|upvoted \d+ times?.{0,40}
        .{0,60}\b(?:highly voted|most recent)\b.{0,60}
        download\b.{0,30}\b(?:pdf|solution)(?: share\b.{0,30})?
        answer \(detailed solution below\)|this question was (?:previously )?asked in\b.{0,80}
        hint:.{0,200}|(?:previous|next|back|prev)(?:\s+(?:previous|next))?
        (?:(?:play again|start over|start (?:a )?new <round>|challenge an? <friend>)(?:\s+|$)){1,4}
        find an? .{2,60}\bnear (?:you|me)|you have correctly selected \d+\.?
        video (?:explanation|solution|lecture)\s?:.{0,100}
        exam \S.{0,40} questions? \d+(?:-\d+)? discussion(?:\W.{0,40})?
        finish|restart|retry|start(?: the)? quiz|try again|save|skip|close|menu|search|like|reply
        print(?: this page)?|copy(?: link)?|download(?: (?:pdf|app|now))?|edit|flag
        (?:get )?(?:a )?hint|50[:/]50
        (?:see|view|show|load|read|learn) (?:all|more)
        loading\.*|print this \w+|(?:re)?take quiz|finish review|upgrade(?: now)?|ads?
        advertisement|sponsored(?: content| links?)?|promoted|(?:terms? ?/? ?)?definitions?|terms?
        upvote|downvote|(?:next|prev(?:ious)?) (?:»|›|→|>)
        (?:<uncover>\b[\w ]{0,30}?\b<part>(?:\s+|$)){1,3}
        advertisement\b.{0,80}|jump to\b.{0,120}|search\b.{0,60}(?:\.{3}|…)|play sound|flashcards
        follow\b.{0,40}followers|yes|no|yes\s+no|accept|reject|comment
        (?:next|previous|prev)(?: practice)? (?:<page>|up)s?(?:\s*[:»›→>].{0,120})?
        [«‹←<>].{0,120}|.{0,120}[»›→]
        (?:next|previous|prev|older|newer)(?: (?:post|article|entry|set))?\s*:\s.{0,160}
        try (?:another|one more)\b.{0,100}|discuss this .{0,80}|ad ?choices|don['’]t know\?
        (?:mark|flag|bookmark|report)(?: (?:<small>|<page>|<fault>|<given>|<item>|<later>)){1,6}
        (?:your|my|user|student|selected|chosen|submitted)(?:['’]s)? <given>s?\b.{0,60}
        you (?:answered|selected|chose|scored|got|picked)\b.{0,60}
        (?:practice|take|try) <small> .{0,60}\b(?:question|quiz|test)s?(?: and more)?[.!]?
    """,
    "count": r"""
        (?:<counted>|(?:\w+ )?score|difficulty|level|time(?: \w+)?)\s*[:=]\s*[\d.,:%/ ]+.{0,30}
        difficulty\s*:\s*\w+
        [\d.,]+\s*(?:/|of|out of)\s*[\d.,]+(?:\s*(?:<counted>|correct|answered|completed?))?
        [\d.,]+ ?[km]?\+? <counted>(?: .{0,30})?
        \d+ ?% (?:of .{0,20})?(?:got this|answered|chose)\b.{0,40}
        (?:viewing|showing|displaying) (?:page|questions?|results?) \d.{0,80}
        \d{1,2} mins?,? \d{1,2} secs?(?: time spent)?|(?:19|20)\d\d version
        question stats\s?:.{0,160}
        (?:kudos|likes|bookmarks|replies|views|points) {2,80}[\d,]+|\d\d?:\d\d|start timer
        .{0,40}\b(?:time|timer) (?:elapsed|remaining|left)\s?:.{0,20}
        .{0,30}\bwho (?:chose|picked|selected) each\b.{0,30}|you are visitor\b.{0,40}
        .{0,20}\bhit counter\b.{0,40}
        \W{0,3}(?:rank|score|streak)\s?[:#]?\s?[-–\d/ %]{1,12}
        attempt \d+(?: of \d+| {3,80}\S.{0,80})|time taken\b.{0,40}|[\d.]+ ?\(\d[\d,]* \w+\)
        (?:drill|item|card|question|quiz|lesson|slide|step|exercise|unit) \d+ (?:of|/|out of) \d+
        (?:viewed|asked|answered) [\d,]+ times?.{0,30}
        asked in\b.{0,120}|free preview\b.{0,60}|\d+ of \d+ (?:free )?questions.{0,30}
        .{0,40}\bpeople found this helpful
    """,
    "page number": r"""
        (?:you are on )?page ?\d+(?: ?(?:of|/) ?\d+)?
        [-–—] ?\d{1,4} ?[-–—]|\[ \d{1,4} \]
        .{0,100}(?: {2,}|[|·•] ?)page ?\d+(?: ?(?:of|/) ?\d+)?
        page ?\d+(?: {2,}| ?[|·•]).{0,100}
    """,
    "reading time": r"""
        (?:estimated )?(?:reading|read) time\b.{0,30}
        .{0,80}\b\d+[- ]min(?:ute)?s?[- ]?(?:of )?read(?:ing)?\b.{0,40}
    """,
    "byline": r"""
        (?:last |first )?(?:updated|published|posted|modified|revised)(?: on| by)?\b:?.{0,80}
        (?:started|completed|finished) on(?:\s+<weekday>.{0,60})?
        <weekday>, (?:<date>)(?:,? \d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?(?: [a-z]{2,4})?)?
        (?:\d{1,3} (?:second|minute|hour|day|week|month|year)s?,? ){1,3}ago
        by\s+\S+ at .{0,60}|submitted .{0,60}|this attempt took .{0,30}
        (?:<written>|fact[- ]checked|medically reviewed) by\b.{0,120}
        <date>(?:\s*[,|·•–—-].{0,100})?
        .{2,80} [|·•»] (?:<weekday>,? )?(?:<date>),? (?:at )?\d{1,2}:\d\d(?: ?[ap]m)?
        by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:\s*[|·•,—–-].{0,100})?
        about the author\b.{0,40}|(?:this )?(?:page |site )?(?:is )?maintained by\b.{0,80}
        (?:[\w.'’,-]+ ){2,4}(?:co-?)?(?:founder|ceo|cto|editor)(?: (?:&|and|at) .{0,50}[^.!?])?
    """,
    "copyright": r"""
        .{0,60}(?:©|\(c\) ?\d{4}|\bcopyright (?:©|\d{4})|all rights reserved).{0,200}
    """,
    "share": r"""
        share(?: (?:this|on|via|it|with|the|your)\b.{0,60})?:?
        <spread>(?: <small>){1,4} ?(?:<page>|<friend>|<site>)?s?\b.{0,60}
        <site>(?:\s*[|·•,/]?\s*<site>){0,9}
    """,
    "other pages": r"""
        <other>(?: \w+){0,2} (?:<page>s?|<reading>)(?: .{0,40})?(?::.{0,200})?
        new (?:questions|cards|sets) in\b.{0,40}|sets found in\b.{0,40}
        (?:find|see) more answers\b.{0,40}
        recommended textbook\b.{0,40}|still have questions\?
        students also (?:studied|viewed|liked)|terms in this set\b.{0,20}|see all \d+ \w+
        you (?:might|may)(?: also)? (?:like|enjoy|be interested in).{0,40}
        (?:up next|read next|keep reading|see also|also read|more (?:from|on|like this))\b.{0,60}
        (?:people also (?:ask|viewed)|explore more|continue learning|what['’]s next)\b.{0,60}
    """,
    "comments": r"""
        (?:\d+ )?(?:comments?|replies|responses)(?: \(\d+\))?:?
        (?:leave|post|add|write|view) (?:a |your |all )?(?:comment|reply|review)s?.{0,30}
        \S{2,30}(?: \S{1,20})? ?[·•|–—-] ?(?:about )?\d{1,3} <unit>s? ago
        be the first to .{0,40}|rate this .{0,40}
        your email (?:address )?will not be (?:published|shared)\b.{0,60}
        required fields are marked.{0,20}
        (?:was|did) (?:this|you find this|the) .{0,40}(?:helpful|useful).{0,30}
        (?:thanks|thank you) for (?:reading|visiting)\b.{0,40}
        (?:thanks|thank you) for (?:trying|using|choosing|buying|purchasing|downloading)\b.{0,60}
        (?:did you )?(?:spot|find|found|see|notice)(?:ted|d)? an? <fault>\b.{0,80}
        good luck\b.{0,60}|found this (?:useful|helpful)\b.{0,60}
    """,
    "navigation": r"""
        (?:keep )?(?:scroll|see|turn)(?:ing)?\b.{0,40}\banswers?\b.{0,30}|omitted
        select one(?: or more)?:?|feedback|question text|\d+ answers?|answered
        marks? [\d.]+ (?:out of|/) [\d.]+.{0,20}
        (?:PTS|DIF|REF|OBJ|TOP|MSC|NAT|LOC|STA|BLM)\s*:.{0,200}
        mark (?:only )?one answer.{0,40}|time (?:spent|taken)\b.{0,40}|difficulty level\b.{0,40}
        (?:back|return) to all (?:\S+ ){1,5}<page>s
        edit (?:this page|(?:this page )?on git\w+)|improve this page
        skip navigation|chat with\b.{0,40}|still stuck\b.{0,60}
        (?:skip|back|return|jump)(?: (?:to|the|all|main|practice)){0,4} (?:<target>|<page>).{0,40}
        <room>(?:\s*[|·•/›»>,]?\s+<room>){1,9}
        <room>\s*[|·•/›»>].{0,120}
        (?:contact|about) us|home
        (?:tags?|categor(?:y|ies)|filed under|posted in)\s*:\s.{0,120}
        table of contents(?: ?[\[(]\w+[\])])?|on this page|in this article:?|quick links
        site ?map|main menu
        log ?in(?: .{0,30})?|sign in(?: .{0,30})?|sign up|subscribe|newsletter
    """,
    "form": r"""
        what (?:first )?name or nickname\b.{0,60}|you may optionally (?:provide|enter|add)\b.{0,120}
        .{0,40}_{4,}\s+\w[\w ]{0,20}:\s*_{3,}.{0,60}
        <blank>(?: ?#)?\s*[:.]?\s*_{2,}.{0,200}
    """,
    "instructions": r"""
        (?:directions?|instructions?)\s*:\s.{0,300}
        (?:choose|select|circle|mark|pick) the (?:single )?(?:best|correct|right|one)\b.{0,160}
        (?:answer|complete) (?:all|each|every|the following)(?: of the)? <item>s?\b.{0,120}
        complete (?:each|every|the following) sentences?\b.{0,80}
        (?:your|the) (?:facilitator|teacher|instructor|tutor|examiner) will collect\b.{0,60}
        time allowed\b.{0,120}
        (?:the |an )?(?:answer )?keys? (?:is|are|can be found|appears?|follows?)\b.{0,80}
        (?:part|section) [a-z\d]{1,4}\s?[.:)–—-] .{0,40}<form>\b.{0,160}
        end of (?:the )?(?:question bank|exam|test|quiz|section|document|questions)\b.{0,80}
        (?:the )?(?:right|correct|best) <given>s? (?:is|are) (?:<written>|marked|shown|in)\b.{0,120}
        (?:use|choose) (?:each|every|the) (?:word|term)s? (?:from|in) the (?:box|bank)\b.{0,80}
        bonus(?: (?:question|task))?\s?: (?:draw|colou?r|write|find|make|design)\b.{0,120}
        you (?:have|will have) \d+ (?:minutes|hours?)\b.{0,80}
        (?:do not|don['’]t) (?:turn|open|write|begin|start)\b.{0,80}
    """,
    "placeholder": r"""
        [\[(<]{0,2}\s?(?:insert )?<figure> ?[\d.]{0,7}[a-z]? (?:about|goes|near) here\s?[\])>]{0,2}
    """,
    "rule": r"""
        [-=_*~•·—–#.\s]{1,200}|\+(?:[-=]{2,120}\+){1,20}
    """,
}
_WITHIN: dict[str, str] = {
    "subscription": r"""
        \b(?:un)?subscribe\b
        \b(?:free for (?:two|\d+) weeks|days? trial|for two weeks free)\b
        \bnewsletters?\b
        \bsign(?:ing)? up (?:for|to|now|today|with|and)\b
        \bmailing list\b|\b(?:your|my) inbox\b|\bget the latest\b|\bno spam\b|\bfree trial\b
        \bcreate (?:an|your|a) (?:free )?account\b
        \bregister (?:now|today|(?:for )?free)\b
        \bjoin (?:our|now|free|today|thousands|over)\b
        \bgo premium\b|\badd to (?:my )?folder\b|\bpremium (?:access|member\w*|plan)\b
        \bwith a membership\b|\bone[- ]time \$
        \bunlock (?:all|full|the full|this|more)\b
        \bdownload (?:our|the) (?:free )?(?:app|pdf)\b
        \bdownload to read\b|\benter your e-?mail\b|\b(?:disable|remove) ads\b|\bad[- ]free\b
        \bstart (?:your|a) free\b|\bbuy now\b|\badd to cart\b|\bmoney[- ]back\b
        \b(?:get|download|grab) (?:your|the|our) (?:free|app)\b
        \bget (?:the|our) full\b.{0,60}\b(?:dumps?|pdf|vce|version|bank)\b
        \b(?:exam )?dumps (?:in|with) (?:pdf|vce)\b|\bdays? (?:of )?free updates?\b
        \bvisit\b.{0,8}https?://|https?://\S{1,200} \([^()]{0,60}(?:q ?& ?as?|questions|dumps)\b
        \bfollow us\b|\bunlock the (?:answer|rest)\b|\bunlimited access\b|\bjoin [\d,]+\+? \w+
        \byour session (?:has )?(?:expired|timed out)\b
        \bmembers only\b|\bbuy us a coffee\b|\bnever miss a\b
        \bdownload this .{0,40}\b(?:pdf|app)\b
    """,
    "legal": r"""
        \bprivacy (?:policy|notice)\b
        \bterms (?:of (?:use|service)|(?:and|&) conditions)\b
        \bcookie (?:policy|settings|preferences|notice)\b
        \baccept (?:all )?cookies\b
        \b(?:we|site|website) (?:use|uses|may use) (?:\w+ )?cookies\b
        \bdo not sell my\b
        \baffiliate (?:links?|commission|disclosure)\b
        \breport abuse\b|\bneither created nor endorsed by\b
        \bnot affiliated with\b|\bDMCA\b|\bprovided [\"“]as is
        \bnot (?:medical|legal|professional|financial) advice\b
        \bno substitute for professional\b|\bfor educational purposes only\b
        \b(?:copying|reproduction)\b.{0,80}\b(?:permitted|prohibited|allowed|forbidden)\b
        \b(?:alle )?angaben ohne gewähr\b|\birrtum vorbehalten\b|\bsous réserve d['’]erreurs?\b
        \bregistered (?:trade)?mark of\b|\ba trademark of\b
        \b<book> is (?:available )?(?:for )?free (?:of charge )?at\b
        \bfor use in class only\b|\btrading name of\b
        \btrademarks? of (?:their|its) (?:respective )?owners?\b
    """,
    "blurb": r"""
        \bengage with (?:flashcards|quizzes|interactive|multiple|our)\b
        \bace (?:your|the)\b
        \bprepare (?:thoroughly|effectively|now|today|with confidence)\b
        \bpass (?:your|the) .{0,40}(?:exam|test|certification)\b.{0,40}!
        \b(?:practi[sc]e|study|learn) with (?:flashcards|quizz?es)\b
        \bwe hope (?:these|this) .{0,40}\bhelped\b|\bdrop a comment\b
        \btry this (?:question|quiz) and\b|\bmore (?:questions )?in (?:the|our) app\b
        \bset of [\d,]+\+ (?:\w+ ){0,3}(?:questions|mcqs|quizz?es)\b
        \bboost your\b|\bstudy (?:smarter|with flashcards)\b|\bget (?:ready|exam[- ]ready)\b
        \bstudy for (?:the|your) .{3,80}(?:exam|test|licen[cs]e|certification)\b
        \bprepare for (?:your|the) .{0,60}(?:exam|test|certification)\b
        \bhints? and explanations?\b
        \bquizz?es? (?:featuring|with) multiple\b
        \btry (?:our|more) (?:free )?(?:practice|quizz?es|questions)\b
        \b(?:hundreds|thousands) of (?:free |practice |other |more )*(?:questions|quizz?es)\b
        \bdaily goal\b|\byour streak\b|\bget a quote\b|\bshop now\b|\btest your knowledge\b
        \btake (?:the|our|this) (?:free )?(?:quiz|practice test)\b
    """,
}


def _compiled(table: dict[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of a table by reason, groups put in."""
    return tuple(
        (
            why,
            re.compile(
                re.sub(
                    r"<(\w+)>",
                    lambda m: f"(?:{_GROUPS[m[1]]})",
                    "|".join(line.strip() for line in patterns.strip().splitlines()),
                ),
                re.IGNORECASE,
            ),
        )
        for why, patterns in table.items()
    )


_FULL = _compiled(_WHOLE)
_PART = _compiled(_WITHIN)
_COLUMNS = re.compile(r"[^\s](?:\S| (?! )){0,40}(?: {3,}\S(?:\S| (?! )){0,40}){2,9}")
_MENU = re.compile(r"[\w&']+(?: [\w&']+){0,2}(?: [·•|–-] [\w&'/]+(?: [\w&'/]+){0,3}){3,12}")
_CRUMBS = re.compile(r"[^›»>|/]{1,60}(?:\s[›»>|/]\s[^›»>|/]{1,60}){2,9}")
_ARROWED = re.compile(r"[^›»]{1,62}(?:[›»][^›»]{1,62}){1,9}")
_LINK = re.compile(r"\[([^\[\]\n]{0,80})\]\([^()\s]{0,300}\)")
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,80}\]\([^()\s]{0,300}\)")
_MANY_LINKS = 3
_FOOTER = frozenset({"subscription", "legal", "other pages", "share", "copyright", "comments"})
_LONGEST_LINE = 400  # characters: whatever is longer is prose
_LONGEST_NOTICE = 40  # words: a longer line is prose that mentions such a thing


@lru_cache(maxsize=1024)  # many rules look at one line, and ahead from it
def reason(text: str) -> str:
    """Why a line is chrome, in a word or two; empty where it is not."""
    plain = _PICTURE.sub("", text)
    linked = len(_LINK.findall(plain))
    if linked >= _MANY_LINKS and not _LINK.sub("", plain).strip(" |·•/›»>,*_-–—"):
        return "navigation"
    text = _LINK.sub(r"\1", plain) if linked else text
    if len(text) > _LONGEST_LINE:
        return ""
    text = text.strip().strip("*_#>").replace("**", "").strip()
    for why, pattern in _FULL:
        if pattern.fullmatch(text):
            return why
    if _MENU.fullmatch(text):
        return "navigation"
    if _COLUMNS.fullmatch(text) and not re.search(r"[.;]$|\d\s{3,}\d|\d\.\d|\d\s?[–-]\s?\d", text):
        return "navigation"
    if _CRUMBS.fullmatch(text) or _ARROWED.fullmatch(text):
        return "" if re.search(r"[.!?;:]$|\d\s?[/>|]\s?\d", text) else "breadcrumbs"
    if len(text.split()) <= _LONGEST_NOTICE:
        for why, pattern in _PART:
            if pattern.search(text):
                return why
    return ""


def opens_footer(why: str) -> bool:
    """Whether lines without prose that follow such a line belong to the footer as well."""
    return why in _FOOTER
