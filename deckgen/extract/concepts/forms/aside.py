"""The forms in which what a statement explains by the way is asked."""

from deckgen.extract.concepts.forms import apposition, naming, relative
from deckgen.extract.concepts.forms.form import Rule

ASIDE = (
    Rule(
        "apposition",
        "what is explained beside its name",
        apposition.apposition,
        (
            (
                "An owner may file a suit for partition, a court action that divides the land.",
                "What is a suit for partition? / A court action that divides the land.",
            ),
        ),
        ("The crew repaired the mast, the sail, and the rudder of the ship.",),
        defines=True,
        needs=(", ", "—", " –", ",”", ',"'),
    ),
    Rule(
        "parenthesis",
        "what is explained in parentheses",
        apposition.parenthesis,
        (
            (
                "The pilot lowers the flaps (the hinged parts of the wing) before landing.",
                "What are the flaps? / The hinged parts of the wing.",
            ),
        ),
        ("The harbor freezes in some months (from December to March).",),
        defines=True,
        needs=(" (",),
    ),
    Rule(
        "restatement",
        "what is said again in other words",
        apposition.restated,
        (
            (
                "The mill runs on the head of water, that is, the height from which it falls.",
                "What is the head of water? / The height from which it falls.",
            ),
        ),
        ("A loom has two parts: the warp and the weft.",),
        defines=True,
        needs=("that is", "i.e.", "in other words", ": ", ", or "),
    ),
    Rule(
        "gloss",
        "what a word means, said beside it",
        apposition.gloss,
        (
            (
                "Steel has a high yield point, which means that it bends late.",
                "What does a high yield point mean? / It bends late.",
            ),
        ),
        defines=True,
        needs=(", meaning", ", which means", ", which refers", ", which is to say"),
    ),
    Rule(
        "expansion",
        "what an abbreviation stands for, said beside it",
        apposition.expansion,
        (
            (
                "ROM, short for read-only memory, keeps its content without power.",
                "What does ROM stand for? / Read-only memory.",
            ),
        ),
        defines=True,
        needs=("short for", "stand", "acronym", "abbreviation"),
    ),
    Rule(
        "kind beside",
        "what a clause behind a name says that it is",
        relative.kind,
        (
            (
                "Rennet turns milk into curd, which is the solid part of it.",
                "What is curd? / The solid part of it.",
            ),
        ),
        ("The gate was left open, which is the reason for the flood.",),
        defines=True,
        needs=("which is ", "which are "),
    ),
    Rule(
        "told beside",
        "what a clause behind a name tells of it",
        relative.told,
        (
            (
                "Tears contain lysozyme, which breaks down bacteria.",
                "Tears contain {{c1::lysozyme}}, which breaks down bacteria.",
            ),
        ),
        ("The lock gate is closed first, which makes the water rise.",),
        defines=True,
        needs=(
            ", which ",
            "wherein",
            "whereby",
            ", in which",
            ", where",
            "by which",
            "through which",
        ),
    ),
    Rule(
        "case",
        "what something is called when",
        naming.case,
        (
            (
                "When land goes back to whoever gave it, that interest is called a reversion.",
                "What is a reversion? / When land goes back to whoever gave it.",
            ),
        ),
        defines=True,
        needs=("When ", "If "),
    ),
    Rule(
        "naming",
        "what is named at the end of its explanation",
        naming.naming,
        (
            (
                "Ice melts where it is pressed and freezes again, a process called regelation.",
                "What is regelation? / Ice melts where it is pressed and freezes again.",
            ),
        ),
        defines=True,
        needs=(" call", "known as", "termed", "named", "referred to as"),
    ),
    Rule(
        "named afterwards",
        "what the next sentence gives a name to",
        naming.named_back,
        (
            (
                "A glacier breaks off where it meets the sea. This is called calving.",
                "What is calving? / A glacier breaks off where it meets the sea.",
            ),
        ),
        defines=True,
    ),
    Rule(
        "named",
        "what something is called, inside a sentence",
        naming.named,
        (
            (
                "Bees live in large groups called colonies.",
                "Bees live in large groups called {{c1::colonies}}.",
            ),
        ),
        ("The captain called for help when the mast broke.",),
        defines=True,
        needs=("called", "known as", "termed", "referred to as", "described as", "to be"),
    ),
    Rule(
        "our definition",
        "what those who write define or mean",
        naming.by_us,
        (
            (
                "We define a knot as one sea mile in an hour.",
                "What is a knot? / One sea mile in an hour.",
            ),
        ),
        ("We regard a knot as fast enough.",),
        defines=True,
        needs=("defin", "describe", "By ", "by "),
    ),
    Rule(
        "second name",
        "what something is also called",
        naming.second_name,
        (
            (
                "Farsightedness, or hyperopia, blurs whatever is near the eye.",
                "Farsightedness, or {{c1::hyperopia}}, blurs whatever is near the eye.",
            ),
        ),
        ("The valve opens at noon, or earlier, if the pressure of the tank rises.",),
        defines=True,
        needs=(", or ", " ("),
    ),
    Rule(
        "abbreviation",
        "what stands before its abbreviation",
        naming.abbreviation,
        (
            (
                "A tank farm has a safety data sheet (SDS) for each of its liquids.",
                "What does SDS stand for? / Safety data sheet.",
            ),
        ),
        ("The treaty was signed in Rome (Italy) after a year.",),
        defines=True,
        needs=(" (",),
    ),
)
