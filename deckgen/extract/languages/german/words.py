"""The words of German that hold its sentences together, by what they do there."""

ARTICLES = frozenset(
    """
    der die das dem den des ein eine einen einem einer eines
    """.split()
)
DETERMINERS = ARTICLES | frozenset(
    """
    kein keine keinen keinem keiner keines jeder jede jedes jeden jedem alle allen aller beide
    beiden beider mehrere mehreren mehrerer viele vielen vieler einige einigen einiger wenige
    wenigen manche manchen solche solchen zwei drei vier fünf sechs sieben acht neun zehn zwölf
    sämtliche ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines
    """.split()
)
PREPOSITIONS = frozenset(
    """
    in an auf bei mit von zu aus nach vor über unter zwischen durch für gegen ohne um während wegen
    trotz seit bis ab innerhalb außerhalb oberhalb unterhalb entlang gemäß laut pro je im am beim
    vom zum zur ins ans aufs hinter neben mithilfe anhand aufgrund infolge mittels statt anstatt
    gegenüber per samt zufolge dank binnen jenseits
    """.split()
)
LINKS = frozenset("und oder sowie bzw. beziehungsweise als wie noch sowohl weder auch".split())
RELATIVES = frozenset(
    """
    der die das den dem deren dessen denen welche welcher welches welchen welchem wo wobei wodurch
    womit woraus worin wofür woran worauf wovon
    """.split()
)
SUBORDINATORS = frozenset(
    """
    wenn weil da während obwohl sobald damit indem nachdem bevor falls als ob wer solange sofern
    dass sodass ehe seitdem je bis um ohne wohingegen obgleich
    """.split()
)
# What points back to the sentence before.
POINTERS = frozenset(
    """
    er sie es ihn ihm ihnen dieser diese dieses diesen diesem dies das jener jene jenes jenen
    derjenige derselbe dieselbe dasselbe dabei hierbei dadurch hierdurch dazu hierzu dafür hierfür
    damit hiermit davon hiervon daraus hieraus darin hierin daran hieran darauf hierauf darunter
    darüber daneben danach dann dort hier deshalb daher darum deswegen demnach somit folglich
    infolgedessen so solche solcher solches sein seine seiner seinen seinem ihr ihre ihrer ihren
    ihrem letztere letzterer letzteres erstere ersterer ersteres beide beides andere anderer anderes
    ersterer stattdessen demgegenüber dementsprechend ebenso genauso
    deren dessen daraufhin anschließend zuvor davor dahinter dazwischen dagegen hingegen
    """.split()
)
PRONOUNS = frozenset("er sie es man ich wir ihr sich ihn ihm ihnen wer was".split())
ADVERBS = frozenset(
    """
    immer meist meistens oft häufig nicht nur stets also jedoch allerdings heute früher etwa rund
    circa ca. sehr besonders vorwiegend überwiegend hauptsächlich außerdem zudem ferner
    normalerweise üblicherweise gewöhnlich grundsätzlich manchmal selten nie bereits schon erst noch
    wieder dort hier insgesamt lediglich ausschließlich mindestens höchstens spätestens frühestens
    zunächst zuerst damals dennoch schließlich zuletzt jährlich täglich monatlich eigentlich
    tatsächlich wiederum später zuvor
    gleichzeitig meistens teilweise vielmehr dagegen hingegen dabei somit daher deshalb demnach
    ebenfalls ebenso
    """.split()
)
TO_BE = frozenset("ist sind war waren".split())
MODALS = frozenset(
    """
    kann können konnte konnten muss müssen musste mussten darf dürfen durfte durften soll sollen
    sollte sollten will wollen wollte wollten
    """.split()
)
FINITE = (
    TO_BE
    | MODALS
    | frozenset(
        """
        wird werden wurde wurden hat haben hatte hatten gibt gab heißt heißen hieß hießen nennt
        nennen gilt gelten galt galten steht stehen stand standen liegt liegen lag lagen besteht
        bestehen bestand entsteht entstehen entstand entstanden führt führen führte führten bedeutet
        bedeuten bezeichnet bezeichnen umfasst umfassen dient dienen diente dienten gehört gehören
        gehörte gehörten zählt zählen beträgt betragen betrug betrugen lässt lassen ließ ließen
        befindet befinden enthält enthalten trägt tragen trug trugen kommt kommen kam kamen bildet
        bilden beginnt beginnen begann begannen endet enden endete endeten hängt hängen hing hält
        halten hielt sieht sehen sah sahen tritt treten trat traten verläuft verlaufen lief liefen
        fließt fließen floss nimmt nehmen nahm nahmen schließt schließen schloss wächst wachsen
        wuchs starb starben zog zogen ging gingen geht gehen ging brach brachen fiel fielen fällt
        fallen schrieb rief griff blieb bleibt bleiben gelang verlor gewann erhielt erhält erhalten
        versteht verstehen spricht sprechen sprach lautet lauten frisst fressen fraß darstellt
        entspricht entsprechen unterscheidet unterscheiden
        """.split()
    )
)
# Single letters and short forms before a full stop that ends no sentence.
ABBREVIATIONS = frozenset(
    """
    bzw ca nr nrn abs art dr prof ing dipl st str bd hrsg vgl ggf evtl usw etc inkl exkl max min
    mind tel jh jhd jhdt mio mrd tsd sog geb gest kap abb tab aufl ff bspw chr jan feb apr jun jul
    aug sep sept okt nov dez mo di mi do fr sa so std sek vs z.b d.h u.a o.ä i.d.r v.chr n.chr e.v
    gem alt bzgl dt engl franz griech lat spp ssp gr kl urspr eigtl allg mind
    """.split()
)
_OPENING = """
    jedes erst zuerst zunächst heute früher außerdem zudem ferner allerdings jedoch man wer was
    welche wann wo warum wie viele wir ich du nur auch trotzdem dennoch
    schließlich insgesamt häufig oft meist
    """.split()
# With a capital letter, these words open a sentence: elsewhere they are small.
STARTERS = frozenset(
    word.capitalize()
    for word in DETERMINERS | PREPOSITIONS | POINTERS | SUBORDINATORS | frozenset(_OPENING)
)
