"""The site around the text, told by its nature and never by a brand.

Two tables: ``_WHOLE`` holds lines that are nothing but a control, a notice or navigation;
``_WITHIN`` holds phrases that give a short line away. Each entry is a reason and its patterns.
All patterns are tried on short lines only, so that their cost is bounded.
"""

import re

_SITES = (
    r"(?:facebook|twitter|x|linkedin|pinterest|reddit|whatsapp|instagram|youtube|tiktok|telegram"
    r"|e-?mail|print|copy link)"
)
_ROOMS = (
    r"(?:home|about(?: us)?|contact(?: us)?|blog|faqs?|help|pricing|courses?|quizz?es|log ?in|support"
    r"|sitemap|exams?|flashcards|resources|shop|terms|privacy|practice tests?|study guides?)"
)
_WHOLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "control",
        (
            r"(?:in)?correct[!.]?|wrong[!.]?|right!|unanswered|not answered|skipped",
            r"submit(?: (?:answers?|quiz))?|check(?: my)? answers?|next|previous|prev|back|continue",
            r"finish|restart|retry|start(?: the)? quiz|try again|save|skip|close|menu|search|like",
            r"reply|print(?: this page)?|copy(?: link)?|download(?: (?:pdf|app|now))?|edit|flag",
            r"(?:get )?(?:a )?hint|50[:/]50|(?:see|view|show|load|read|learn) (?:all|more)|loading\.*",
            r"print this \w+|(?:re)?take quiz|finish review|upgrade(?: now)?|ads?|advertisement|sponsored(?: content| links?)?|promoted",
            r"(?:terms? ?/? ?)?definitions?|terms?|upvote|downvote|(?:next|prev(?:ious)?) (?:»|›|→|>)",
            r"(?:(?:show|hide|reveal|view|see|toggle|display|click)\b[\w ]{0,30}?"
            r"\b(?:answers?|explanations?|solutions?|rationales?|hints?|flip)(?:\s+|$)){1,3}",
            r"advertisement\b.{0,80}|jump to\b.{0,120}|search\b.{0,60}(?:\.{3}|…)|play sound|flashcards"
            r"|follow\b.{0,40}followers|yes|no|yes\s+no|accept|reject|comment",
            r"(?:next|previous|prev)(?: practice)?"
            r" (?:question|page|card|post|article|chapter|lesson|topic|quiz|up)s?"
            r"(?:\s*[:»›→>].{0,120})?",
            r"[«‹←<>].{0,120}|.{0,120}[»›→]",
            r"(?:next|previous|prev|older|newer)(?: (?:post|article|entry|set))?\s*:\s.{0,160}",
            r"try (?:another|one more)\b.{0,100}|discuss this .{0,80}|ad ?choices|don['’]t know\?",
            r"(?:mark|flag|bookmark|report|save)(?: (?:this|the|a|an|question|for|review|answer"
            r"|later|page|item|issue|error|problem|mistake|typo|it)){1,6}",
            r"(?:your|my|user|student|selected|chosen|submitted)(?:['’]s)?"
            r" (?:answer|response|choice|selection|score|result)s?\b.{0,60}",
            r"you (?:answered|selected|chose|scored|got|picked)\b.{0,60}",
            r"(?:practice|take|try) (?:this|our|the|a|another) .{0,60}\b(?:question|quiz|test)s?"
            r"(?: and more)?[.!]?",
        ),
    ),
    (
        "count",
        (
            r"(?:points?|pts|score|marks?|votes?|difficulty|level|time(?: (?:left|limit|spent))?"
            r"|views?)\s*[:=]\s*[\d.,:%/ ]+.{0,30}|difficulty\s*:\s*\w+",
            r"[\d.,]+\s*(?:/|of|out of)\s*[\d.,]+"
            r"(?:\s*(?:points?|pts|marks?|correct|questions?|answered|completed?))?",
            r"[\d.,]+ ?[km]?\+? (?:points?|pts|votes?|upvotes?|downvotes?|likes?|views?|comments?"
            r"|shares?|replies|reviews?|ratings?|students?|learners?|terms?|cards?|questions?)"
            r"(?: .{0,30})?",
            r"\d+ ?% (?:of .{0,20})?(?:got this|answered|chose)\b.{0,40}",
            r"attempt \d+ of \d+|time taken\b.{0,40}|[\d.]+ ?\(\d[\d,]* \w+\)",
            r"(?:drill|item|card|question|quiz|lesson|slide|step|exercise|unit) \d+ (?:of|/|out of) \d+"
            r"|(?:viewed|asked|answered) [\d,]+ times?.{0,30}|asked in\b.{0,120}",
            r"free preview\b.{0,60}|\d+ of \d+ (?:free )?questions.{0,30}",
            r".{0,40}\bpeople found this helpful",
        ),
    ),
    (
        "page number",
        (
            r"(?:you are on )?page ?\d+(?: ?(?:of|/) ?\d+)?|[-–—] ?\d{1,4} ?[-–—]",
            r".{0,100}(?: {2,}|[|·•] ?)page ?\d+(?: ?(?:of|/) ?\d+)?|page ?\d+(?: {2,}| ?[|·•]).{0,100}",
        ),
    ),
    (
        "reading time",
        (
            r"(?:estimated )?(?:reading|read) time\b.{0,30}",
            r".{0,80}\b\d+[- ]min(?:ute)?s?[- ]?(?:of )?read(?:ing)?\b.{0,40}",
        ),
    ),
    (
        "byline",
        (
            r"(?:last |first )?(?:updated|published|posted|modified|revised)(?: on| by)?\b:?.{0,80}",
            r"(?:written|reviewed|edited|posted|uploaded|created|fact[- ]checked|medically reviewed) by\b.{0,120}",
            r"(?:\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})(?:\s*[,|·•–—-].{0,100})?",
            r"by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:\s*[|·•,—–-].{0,100})?",
            r"about the author\b.{0,40}",
        ),
    ),
    (
        "copyright",
        (r".{0,60}(?:©|\(c\) ?\d{4}|\bcopyright (?:©|\d{4})|all rights reserved).{0,200}",),
    ),
    (
        "share",
        (
            r"share(?: (?:this|on|via|it|with|the|your)\b.{0,60})?:?",
            r"(?:tweet|pin|post|e-?mail|send|follow|like|join)"
            r"(?: (?:this|it|us|to|on|via|a|with|me)){1,4} ?(?:page|post|article|quiz|friend|colleague"
            rf"|classmate|{_SITES})?s?\b.{{0,60}}",
            rf"{_SITES}(?:\s*[|·•,/]?\s*{_SITES}){{0,9}}",
        ),
    ),
    (
        "other pages",
        (
            r"(?:related|similar|recommended|popular|recent|trending|more|other|featured|suggested"
            r"|latest|further)(?: \w+){0,2} (?:articles?|posts?|questions?|quizz?es|pages?|topics?"
            r"|resources?|content|reading|stories|news|guides?|tests?|courses?|exams?|lessons?)"
            r"(?: .{0,40})?(?::.{0,200})?",
            r"students also (?:studied|viewed|liked)|terms in this set\b.{0,20}|see all \d+ \w+",
            r"you (?:might|may)(?: also)? (?:like|enjoy|be interested in).{0,40}",
            r"(?:up next|read next|keep reading|more from|more like this|see also|also read|more on"
            r"|people also (?:ask|viewed)|explore more|continue learning|what['’]s next)\b.{0,60}",
        ),
    ),
    (
        "comments",
        (
            r"(?:\d+ )?(?:comments?|replies|responses)(?: \(\d+\))?:?",
            r"(?:leave|post|add|write|view) (?:a |your |all )?(?:comment|reply|review)s?.{0,30}",
            r"be the first to .{0,40}|rate this .{0,40}",
            r"(?:was|did) (?:this|you find this|the) .{0,40}(?:helpful|useful).{0,30}",
            r"(?:thanks|thank you) for (?:reading|visiting)\b.{0,40}",
            r"(?:did you )?(?:spot|find|found|see|notice)(?:ted|d)? (?:a|an) (?:mistake|error|typo)\b.{0,80}",
            r"good luck\b.{0,60}|found this (?:useful|helpful)\b.{0,60}",
        ),
    ),
    (
        "navigation",
        (
            r"skip navigation|chat with\b.{0,40}|still stuck\b.{0,60}",
            r"(?:skip|back|return|jump)(?: to)? (?:the |all )?(?:main |practice )?(?:content|top|home"
            r"|list|index|results|questions?|quiz|course|chapter|start|menu|flashcards|tests?).{0,40}",
            rf"{_ROOMS}(?:\s*[|·•/›»>,]?\s+{_ROOMS}){{1,9}}",
            rf"{_ROOMS}\s*[|·•/›»>].{{0,120}}|(?:contact|about) us|home",
            r"(?:tags?|categor(?:y|ies)|filed under|posted in)\s*:\s.{0,120}",
            r"table of contents|on this page|in this article:?|quick links|site ?map|main menu",
            r"log ?in(?: .{0,30})?|sign in(?: .{0,30})?|sign up|subscribe|newsletter",
        ),
    ),
    (
        "form",
        (
            r".{0,40}_{4,}\s+\w[\w ]{0,20}:\s*_{3,}.{0,60}",
            r"(?:name|date|class|period|score|student|teacher|section|grade|id)(?: ?#)?"
            r"\s*[:.]?\s*_{2,}.{0,200}",
        ),
    ),
    (
        "instructions",
        (
            r"(?:directions?|instructions?)\s*:\s.{0,300}",
            r"(?:choose|select|circle|mark|pick) the (?:single )?(?:best|correct|right|one)\b.{0,160}",
            r"(?:answer|complete) (?:all|each|every|the following)(?: of the)?"
            r" (?:questions?|items?|sentences?|statements?|problems?)\b.{0,120}|complete (?:each|every|the"
            r" following) sentences?\b.{0,80}|time allowed\b.{0,120}",
            r"(?:the |an )?(?:answer )?keys? (?:is|are|can be found|appears?|follows?)\b.{0,80}",
            r"(?:part|section) [a-z\d]{1,4}\s?[.:)–—-] .{0,40}(?:true or false|multiple choice|fill in"
            r"|short answer|matching|completion|choose all|true/false)\b.{0,160}|end of (?:the )?(?:question bank|exam|test"
            r"|quiz|section|document|questions)\b.{0,80}",
            r"(?:the )?(?:right|correct|best) (?:choice|answer|option)s? (?:is|are) (?:marked|shown|printed"
            r"|given|listed|in)\b.{0,120}",
            r"you (?:have|will have) \d+ (?:minutes|hours?)\b.{0,80}",
            r"(?:do not|don['’]t) (?:turn|open|write|begin|start)\b.{0,80}",
        ),
    ),
    ("rule", (r"[-=_*~•·—–#.\s]{3,}",)),
)
_WITHIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "subscription",
        (
            r"\b(?:un)?subscribe\b|\b(?:free for (?:two|\d+) weeks|days? trial|for two weeks free)\b|\bnewsletters?\b|\bsign(?:ing)? up (?:for|to|now|today|with|and)\b",
            r"\bmailing list\b|\b(?:your|my) inbox\b|\bget the latest\b|\bno spam\b|\bfree trial\b",
            r"\bcreate (?:an|your|a) (?:free )?account\b|\bregister (?:now|today|(?:for )?free)\b",
            r"\bjoin (?:our|now|free|today|thousands|over)\b|\bgo premium\b|\badd to (?:my )?folder\b",
            r"\bpremium (?:access|member\w*|plan)\b|\bwith a membership\b|\bone[- ]time \$",
            r"\bunlock (?:all|full|the full|this|more)\b|\bdownload (?:our|the) (?:free )?(?:app|pdf)\b",
            r"\bdownload to read\b|\benter your e-?mail\b|\b(?:disable|remove) ads\b|\bad[- ]free\b",
            r"\bstart (?:your|a) free\b|\bbuy now\b|\badd to cart\b|\bmoney[- ]back\b",
            r"\b(?:get|download|grab) (?:your|the|our) (?:free|app)\b|\bfollow us\b",
            r"\bunlock the (?:answer|rest)\b|\bunlimited access\b|\bjoin [\d,]+\+? \w+|\bmembers only\b",
            r"\bbuy us a coffee\b|\bnever miss a\b|\bdownload this .{0,40}\b(?:pdf|app)\b",
        ),
    ),
    (
        "legal",
        (
            r"\bprivacy (?:policy|notice)\b|\bterms (?:of (?:use|service)|(?:and|&) conditions)\b",
            r"\bcookie (?:policy|settings|preferences|notice)\b|\baccept (?:all )?cookies\b",
            r"\b(?:we|site|website) (?:use|uses|may use) (?:\w+ )?cookies\b|\bdo not sell my\b",
            r"\baffiliate (?:links?|commission|disclosure)\b|\bnot affiliated with\b|\bDMCA\b",
            r"\bprovided [\"“]as is|\bnot (?:medical|legal|professional|financial) advice\b",
            r"\bno substitute for professional\b|\bfor educational purposes only\b",
            r"\b(?:copying|reproduction|redistribution|photocopying)\b.{0,80}\b(?:permitted|prohibited"
            r"|allowed|forbidden)\b",
            r"\bregistered (?:trade)?mark of\b|\bfor use in class only\b|\btrading name of\b",
            r"\btrademarks? of (?:their|its) (?:respective )?owners?\b",
        ),
    ),
    (
        "blurb",
        (
            r"\bengage with (?:flashcards|quizzes|interactive|multiple|our)\b|\bace (?:your|the)\b",
            r"\bprepare (?:thoroughly|effectively|now|today|with confidence)\b|\bpass (?:your|the)"
            r" .{0,40}(?:exam|test|certification)\b.{0,40}!",
            r"\bboost your\b|\bstudy (?:smarter|with flashcards)\b|\bget (?:ready|exam[- ]ready)\b",
            r"\bstudy for (?:the|your) .{3,80}(?:exam|test|licen[cs]e|certification)\b",
            r"\bprepare for (?:your|the) .{0,60}(?:exam|test|certification)\b",
            r"\bhints? and explanations?\b|\bquizz?es? (?:featuring|with) multiple\b",
            r"\btry (?:our|more) (?:free )?(?:practice|quizz?es|questions)\b",
            r"\b(?:hundreds|thousands) of (?:free |practice |other |more )*(?:questions|quizz?es)\b",
            r"\bdaily goal\b|\byour streak\b|\bget a quote\b|\bshop now\b",
            r"\btest your knowledge\b|\btake (?:the|our|this) (?:free )?(?:quiz|practice test)\b",
        ),
    ),
)
_FULL = tuple((why, re.compile("|".join(ps), re.IGNORECASE)) for why, ps in _WHOLE)
_PART = tuple((why, re.compile("|".join(ps), re.IGNORECASE)) for why, ps in _WITHIN)
_COLUMNS = re.compile(r"[^\s](?:\S| (?! )){0,40}(?: {3,}\S(?:\S| (?! )){0,40}){2,9}")
_MENU = re.compile(r"[\w&']+(?: [\w&']+){0,2}(?: [·•|–-] [\w&'/]+(?: [\w&'/]+){0,3}){3,12}")
_CRUMBS = re.compile(r"[^›»>|/]{1,60}(?:\s[›»>|/]\s[^›»>|/]{1,60}){2,9}")
_ARROWED = re.compile(r"[^›»]{1,60}(?:\s?[›»]\s?[^›»]{1,60}){1,9}")
_FOOTER = frozenset({"subscription", "legal", "other pages", "share", "copyright", "comments"})
_LONGEST_LINE = 400  # characters: whatever is longer is prose
_LONGEST_NOTICE = 40  # words: a longer line is prose that mentions such a thing


def reason(text: str) -> str:
    """Why a line is chrome, in a word or two; empty where it is not."""
    if len(text) > _LONGEST_LINE:
        return ""
    text = text.strip().strip("*_#>").strip()
    for why, pattern in _FULL:
        if pattern.fullmatch(text):
            return why
    if _MENU.fullmatch(text):
        return "navigation"
    if _COLUMNS.fullmatch(text) and not re.search(r"[.;]$|\d\s{3,}\d", text):
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
