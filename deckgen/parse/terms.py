"""What can be a term, and what only looks like one: labels, dates, steps, numbers, orders."""

import re

from deckgen.parse import markers

LONGEST_TERM = 8  # words, those in parentheses left out
_LENGTH = 80  # characters
_BOLD = re.compile(r"(\*\*|__|\*|_|==)(?P<text>[^\s*_=](?:.{0,200}?[^\s])?)\1")
_PARENTHESIS = re.compile(r"\s?[(\[（][^()\[\]（）]{0,80}[)\]）]")
_SENTENCE = re.compile(r"[.!;:。！；,，]$|[.!?]\s+[A-Z]")
# "Step 3", "Week 2", "Lecture 4b", "Fig. 1": a part of something that is counted.
_COUNTED = re.compile(
    r"(?:step|day|week|month|year|phase|stage|part|chapter|unit|lesson|lecture|module|section|task"
    r"|exercise|question|problem|example|figure|fig\.?|table|tab\.?|page|p\.|pp\.|round|level"
    r"|version|act|scene|team|group|room|option|case|item|no\.?|nr\.?|schritt|tag|woche|kapitel"
    r"|teil|aufgabe|beispiel|abbildung|abb\.?|seite|étape|chapitre|partie|jour|semaine|paso|día"
    r"|semana|parte|capítulo|passo|giorno|settimana|capitolo|stap|hoofdstuk|dag|krok|etap"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
    r"\s?\#?(?:\d+|[ivx]{1,4}|[a-z])\b.{0,20}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[^\w]{0,3}\d[\d.,:/ –-]{0,20}.{0,12}")
_LABELS = frozenset(
    """
    note notes nb hint tip tips warning caution important attention remember reminder example
    examples e.g ex source sources reference references see also update edit todo fixme question
    answer ans explanation rationale feedback summary conclusion introduction overview background
    result results discussion method methods aim aims goal goals objective objectives purpose
    pros cons pro con advantage advantages disadvantage disadvantages strengths weaknesses benefits
    drawbacks author authors teacher lecturer instructor professor student date time place location
    room course class subject topic title name e-mail email phone tel fax address website url link
    links tags tag keywords category status type price cost deadline due who what when where why how
    first firstly second secondly third thirdly finally next then last monday tuesday wednesday
    thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may
    june july august september october november december morning afternoon evening noon night
    today tomorrow yesterday yes no true false if ingredients serves yield total subtotal sum
    before after start end begin input output inputs outputs caption
    hinweis achtung wichtig beispiel beispiele quelle quellen siehe merke frage antwort lösung
    zusammenfassung fazit einleitung ziel ziele vorteile nachteile vorteil nachteil autor datum zeit
    ort raum fach thema titel montag dienstag mittwoch donnerstag freitag samstag sonntag
    remarque attention exemple exemples réponse conclusion objectif avantages inconvénients auteur
    date lieu lundi mardi mercredi jeudi vendredi samedi dimanche nota ejemplo ejemplos respuesta
    pregunta fuente objetivo ventajas desventajas autor fecha lugar lunes martes miércoles jueves
    viernes sábado domingo esempio risposta domanda obiettivo vantaggi svantaggi
    """.split()
)
_ORDERS = frozenset(
    """
    add fix read write check call buy do make use click open close press select choose install run
    start stop go take put send remove delete create update download finish submit review watch
    complete learn remember try ask avoid always never don't do not please let ensure keep set
    mix heat bake stir pour fold boil cut chop serve place cover turn bring wait draw print save
    """.split()
)
_PERSONAL = re.compile(r"\b(?:I|I'm|I’m|you|your|my|we|ich|du|wir|je|tu|yo|io)\b")
_TASK = re.compile(r"(?:will|shall|should|must|has to|needs to|to be)\s", re.IGNORECASE)
_AMOUNT = re.compile(
    r"[^\w]{0,3}[≈~<>±$€£-]?\s?\d[\d.,\s–/-]{0,20}(?:%|°|[^\W\d_]{0,12}[²³]?)(?:\s\S{1,12}){0,1}"
)
_LINK = re.compile(
    r"<?(?:https?://|www\.|mailto:)\S{1,500}|\[[^\]]{1,200}\]\([^)]{1,500}\)|\S+@\S+"
)


def bare(text: str) -> str:
    """A term without the bold or the italics around all of it, and without a colon at its end."""
    text = text.strip()
    for _ in range(3):
        found = _BOLD.fullmatch(text)
        if not found or found[1] in found["text"]:
            break
        text = found["text"].strip()
    return text.rstrip(":：").strip() or text


def is_term(text: str, longest: int = LONGEST_TERM) -> bool:
    """Whether a text can be the name of something that one learns."""
    text = bare(text)
    core = _PARENTHESIS.sub("", text).strip()
    words = core.split()
    if not 0 < len(words) <= longest or len(text) > _LENGTH or not any(c.isalpha() for c in core):
        return False
    if _SENTENCE.search(core) or core[0] in "|<>{}=&@/\\" or markers.bullet(core):
        return False
    said = core.lower().strip(" .#*")
    return not (
        said in _LABELS
        or (words[0].lower().strip(".,") in _ORDERS and len(words) > 1)
        or _COUNTED.fullmatch(core)
        or _NUMBER.fullmatch(core)
        or (len(core) == 1 and core.isascii())
    )


def is_order(text: str) -> bool:
    """Whether a text tells somebody what to do."""
    return text.split(maxsplit=1)[0].lower().strip(".,:") in _ORDERS if text.strip() else False


def is_data(text: str) -> bool:
    """Whether a text is a value, an amount or an address and no explanation."""
    text = bare(text)
    letters = any(c.isalpha() for c in text)
    return not letters or bool(_AMOUNT.fullmatch(text) or _LINK.fullmatch(text))


def is_talk(text: str) -> bool:
    """Whether a text is said by somebody, or to be done: a question, "I" and "you", a task."""
    asks = text.rstrip('"”’)*_ ').endswith(("?", "!"))
    return asks or bool(_PERSONAL.search(text) or _TASK.match(text))
