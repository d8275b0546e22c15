"""The words that question banks use for their parts, in several languages, as patterns.

English stands in ``markers``, where it has many more turns. Every pattern is linear: alternatives
of words, and no repetition inside another.
"""

QUESTION = (
    r"(?:frage|aufgabe|question|pregunta|pergunta|quest[ãa]o|domanda|quesito|vraag|fr[åa]ga"
    r"|sp[øo]rgsm[åa]l|pytanie|soru|вопрос|题目|問題|문제)"
)
_RIGHT_BEFORE = (
    r"(?:(?:die|der|la|le|de|het|a|il|el|the)\s+)?"
    r"(?:(?:richtige[rn]?|korrekte|bonnes?|correctes?|juiste|goede|correct[ao]|cert[ao]"
    r"|corrett[ae]|esatt[ae]"
    r"|giust[ae]|rätt|rett|riktig[t]?|poprawna|prawidłowa|doğru|правильный|верный|正确)\s*)?"
)
_RIGHT_AFTER = (
    r"(?:\s+(?:correctes?|exactes?|justes?|correctas?|corretas?|certas?|corrett[ae]|esatt[ae]))?"
    r"(?:\s+(?:ist|sind|est|es|é|è|sono|zijn))?"
)
ANSWER_WORD = (
    r"(?:antwort(?:en)?|lösung(?:en)?|loesung|réponses?|reponse|respuestas?|solución|respostas?"
    r"|solução|rispost[ae]"
    r"|gabarito|corrigé|clave|soluzione|antwoord(?:en)?|oplossing|svar|odpowiedź|cevap|ответ|答案|正解|答え|정답)"
)
ANSWER = (
    rf"{_RIGHT_BEFORE}{ANSWER_WORD}{_RIGHT_AFTER}\s*(?:[:：=]|[-–—](?=\s))\s*"
    rf"|richtig(?:\s+(?:ist|sind))?\s*[:=]\s*"
)
EXPLANATION = (
    r"(?:erklärung|erläuterung|begründung|hinweis zur lösung|explication|explicación"
    r"|justificación|retroalimentación"
    r"|explicação|justificativa|comentário|spiegazione|motivazione|uitleg|toelichting|förklaring"
    r"|forklaring"
    r"|wyjaśnienie|uzasadnienie|açıklama|пояснение|объяснение|解析|解説|해설)"
)
# Over the answers to all questions of a text.
ANSWERS = (
    r"(?:(?:die|les|las|los|le|as|de|het)\s)?(?:(?:muster)?lösungen|antworten|lösungsteil"
    r"|(?:antwort|lösungs)schlüssel|réponses|corrigés?|soluciones|soluzioni|soluções|respuestas"
    r"|(?:plantilla|hoja|tabla|clave) de (?:las )?(?:respuestas|correcci[oó]n|soluciones)"
    r"|folha de respostas|gabarito(?: oficial| comentado)?|grille de (?:correction|réponses)"
    r"|respostas|risposte|antwoorden|oplossingen|gabarito|solucionario|facit|odpowiedzi|svar"
    r"|clave de (?:las )?respuestas|corrigé des exercices|ответы|答案|解答|정답)"
    r"(?:\s(?:zu|zum|zur|aux|des|a|de|delle|alle|van|op|às|do|к)\s.{1,50})?"
)
# What an answer may say of a statement, and a column of a key of it.
TRUTH = (
    r"(?:true|false|richtig|falsch|wahr|vrai|faux|verdader[oa]|verdadeir[oa]|fals[oa]|vero"
    r"|waar|onwaar|juist|onjuist)"
)
OPTIONS_TRUE_FALSE = (
    r"(?:true|t|richtig|r|wahr|w|vrai|v|verdader[oa]|verdadeir[oa]|vero|waar|juist)\s*(?:/|or"
    r"|oder|ou|o|of)\s*"
    r"(?:false|f|falsch|faux|fals[oa]|onwaar|onjuist)"
)
# A part of a worksheet, before its number.
PART = (
    r"part|section|exercise|exercice|teil|abschnitt|übung|aufgabenteil|partie|parte|sección|seção"
    r"|ejercicio|exercício|esercizio|sezione|deel|oefening|activity|activité|actividad|task"
    r"|question set|block"
)
POINTS = r"(?:points?|pts?\.?|marks?|punkte?|p\.|puntos?|pontos?|punti|punt(?:en)?|баллов)"
