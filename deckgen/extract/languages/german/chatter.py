"""What is no fact in German: talk to the reader, calls, transitions, talk about the page itself."""

import re
from functools import lru_cache

from deckgen.extract.language.alternatives import alternatives
from deckgen.extract.languages.german.clauses import clause

_LEAST_WORDS = 3
_YOU = alternatives("""
    [Dd]u|[Dd]ir|[Dd]ich|[Dd]ein(?:e[mnrs]?)?|[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?
    [Ww]ir|[Uu]ns|[Uu]nser(?:e[mnrs]?)?|[Ii]ch|[Mm]ir|[Mm]ich|[Mm]ein(?:e[mnrs]?)?
    [Ii]hr (?:seid|habt|müsst|könnt|dürft|wollt|sollt|wisst|seht|findet|lernt)|meint ihr
    (?<=[a-zäöüß,] )(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)
    (?:[Mm]erken|[Bb]eachten|[Dd]enken|[Ss]tellen|[Aa]chten|[Nn]ehmen|[Ll]esen|[Kk]licken) Sie
""")
_ABOUT_PAGE = alternatives("""
    [Dd]iese[mnrs]? (?:Artikel|Beitrag|Seite|Video|Kapitel|Abschnitt|Kurs|Text|Lektion|Blog|Quiz)s?
    [Dd]iese[mnrs]? (?:Thema|Lernzettel|Skript|Einheit|Übung|Aufgabe|Frage|Post|Podcast)n?
    (?:im|Im|zum|Zum) (?:nächsten|folgenden|letzten|vorigen) (?:Kapitel|Abschnitt|Beitrag|Teil|Mal)
    [Kk]lausur(?:en)?|Prüfungsfragen?|Prüflinge?|drankommt|dran kommt|Newsletter|[Aa]bonnier\\w*
    Übungsaufgaben?|Übungsfragen?|Karteikarten?|Lernzettel|Lernkarten?|Merkspr[uü]ch\\w*|Lernplan
    Eselsbrücken?|Weblinks?|Einzelnachweise?|Literaturverzeichnis|Podcast|YouTube|Kommentare?n?
    (?:Abbildung|Abb\\.|Tabelle|Tab\\.|Grafik|Schaubild) \\d+|[Mm]ehr dazu|[Uu]nten auf
    Gutschein\\w*|Rabatt\\w*|kostenlos\\w*|Cookies?|Impressum|Datenschutzerklärung|Anmeldung|[Dd]iskutiert
    (?:Antwort|Option|Aussage|Lösung|Möglichkeit) [A-Ea-e\\d]|Antwortmöglichkeit\\w*
    (?:[Rr]ichtige|[Ff]alsche|[Kk]orrekte)[rn]? (?:Antwort|Option|Lösung)(?:en)?|Distraktor\\w*
    Fragenkatalog|auswendig|Blog|Hausaufgaben?|[Ll]ehrbuch|Lehrkraft
""")
_FIGURE = alternatives("""
    Kinderspiel|Oma|Omas|Opa|Opas|Kaffee(?:pause)?|Pizza|verrückt\\w*|krass\\w*|cool\\w*|langweilig\\w*
    Hexenwerk|Klacks|Zauberei|Superheld\\w*|Held der|Albtraum|Bauchweh|halb so (?:wild|schlimm)
    (?:ist|sind) wie (?:ein|eine|der|die|das) [^,.]{0,80}(?:,|\\.|$)
    Spaßfaktor|lustig\\w*|spannend\\w*|Drama|Überraschung|ein Traum|Kopfzerbrechen|Geheimtipp
    wahrscheinlich schon|vielleicht noch|natürlich keiner?|gar nicht so|ganz schön
""")
_TALK = alternatives("""
    So, |Na,? |Tja|Also, |Okay|Ok\\b|Hallo|Hi\\b|Hey|Moin|Willkommen|Herzlich [Ww]illkommen|Servus
    Viel (?:Erfolg|Spaß|Glück)|Keine (?:Panik|Sorge|Angst)|Kein (?:Problem|Wunder)|Los geht|Auf geht
    Bis (?:zum|bald|dann)(?: nächsten Mal|\\.|$)|Ganz (?:schön|einfach)|Kling(?:t|en)\\b|Klar\\b
    Spaß beiseite|Hand aufs Herz|Mal ehrlich|Ehrlich gesagt|Zugegeben|Das war|Genau darum|Darum geht
    Heute geht es|Hier geht es|Es geht|Fazit|Und (?:jetzt|nun)|Jetzt (?:aber|geht|kommt|wird)
    Hier (?:kommt|kommen|ist|sind|findest)|Zurück zu|Wie gesagt|Kurz gesagt
    Wie (?:bereits|schon|oben)
    Im Folgenden|Zum Schluss|Zum Abschluss|Zusammengefasst|Zusammenfassend|Kleiner Tipp|Ist es aber
    Leinen los|Wer (?:kennt|hätte|weiß|das)|Niemand|Jeder kennt|Alle kennen|Gut zu wissen|Fertig
    Spoiler|Kaum ein(?:e|en)? Thema|Nächste Woche|Klausur|Dann ab
    Am Ende des Tages|Unterm Strich|Siehe|Vgl\\.|Quelle|Stand:|Foto|Bild|Von [A-Z]\\w+ [A-Z]\\w+$
""")
_COMMANDS = alternatives("""
    Stell(?:e|t)?|Denk(?:e|t)?|Schau(?:e|t|en)?|Merk(?:e|t)?|Lies|Lest|Lern(?:e|t)|Teste(?:t)?
    Klick(?:e|t)?|Hol|Probier(?:e|t)?|Vergiss|Vergesst|Achte(?:t)?|Beachte(?:t)?|Nimm|Nehmt
    Überleg(?:e|t)?|Notier(?:e|t)?|Frag(?:e|t)?|Diskutier(?:e|t)|Nenne(?:t)?|Erkläre(?:t)?
    Beschreibe(?:t)?|Vergleiche(?:t)?|Lass(?:t)?|Hilf|Helft|Bitte|Übe(?:t)?|Wiederhole|Geh(?:t)?
    Mach(?:e|t)?|Sieh|Seht|Kommen wir|Begründe(?:t)?|Berechne(?:t)?|Ordne(?:t)?|Lade|Schreib(?:e|t)?
    Trink(?:e|t)?|Finde(?:t)?|Gib|Gebt|Atme|Zeichne(?:t)?|Bereite(?:t)?
""")
_ANYWHERE = tuple(
    (reason, re.compile(rf"(?<![\w-])(?:{phrases})(?![\w-])"))
    for reason, phrases in (
        ("second person", _YOU),
        ("about the article", _ABOUT_PAGE),
        ("figure of speech", _FIGURE),
    )
)
_FIRST = (
    ("transition", re.compile(rf"(?:{_TALK})")),
    ("instruction", re.compile(rf"(?:{_COMMANDS})(?![\w-])(?! (?:ist|sind|der|des|war)\b)")),
)
_IN_QUOTES = re.compile(r"[„»][^“”«]{0,200}[“”«]")


@lru_cache(maxsize=1024)  # a sentence is asked about whole, and by its parts
def why(sentence: str) -> str:
    """Why a sentence is chatter, in a word or two; empty where it may hold a fact."""
    text = sentence.strip().strip("„“”\"'()*_").strip()
    ending = text[-1:]
    if ending in ("?", "!"):
        return "question" if ending == "?" else "exclamation"
    words = text.split()
    if len(words) < _LEAST_WORDS or (len(words) < 2 * _LEAST_WORDS and clause(text) is None):
        return "fragment"
    spoken = _IN_QUOTES.sub("", text) if "„" in text or "»" in text else text
    first = next((reason for reason, said in _FIRST if said.match(text)), "")
    return first or next((reason for reason, said in _ANYWHERE if said.search(spoken)), "")
