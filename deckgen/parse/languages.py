"""Names of languages, in English and in themselves: they head the columns of a word list."""

import re

NAMES = frozenset(
    """
    english german french spanish italian portuguese dutch polish swedish danish norwegian
    finnish czech russian ukrainian greek latin turkish arabic hebrew hindi chinese
    mandarin japanese korean vietnamese hungarian romanian irish welsh deutsch englisch
    französisch spanisch italienisch portugiesisch niederländisch polnisch russisch latein
    griechisch türkisch chinesisch japanisch français anglais allemand espagnol italien
    español inglés francés alemán italiano inglese francese tedesco spagnolo português
    inglês nederlands engels duits frans polski angielski niemiecki svenska engelska tyska
    dansk engelsk tysk norsk suomi čeština русский английский 英语 中文 汉语 英文
    日本語 英語 한국어 영어
    arabisch arabe catalan català croatian serbian slovak bulgarian indonesian malay swahili
    persian farsi urdu bengali thai esperanto icelandic estonian latvian lithuanian slovenian
    українська ελληνικά العربية عربي الإنجليزية עברית אנגלית हिन्दी فارسی türkçe magyar română
    hrvatski slovenčina ไทย
    """.split()
)
_TO = re.compile(r"\s*(?:->|<->|[–—→↔⇄/|=-]|\s(?:to|and|auf|und|et|y)\s|&)\s*")


def pair(text: str) -> bool:
    """Whether a heading names two languages: "English – العربية"."""
    parts = _TO.split(text[:80].split(":")[0].strip().lower())
    return len(parts) == 2 and parts[0] != parts[1] and all(part in NAMES for part in parts)
