"""The forms in which a statement itself is asked, in the order in which they are tried."""

from deckgen.extract.concepts.forms import (
    cause,
    contrast,
    doing,
    enumeration,
    figure,
    instruction,
    statement,
)
from deckgen.extract.concepts.forms.form import Rule
from deckgen.extract.concepts.forms.nature import NATURE

OWN = (
    *NATURE,
    Rule(
        "enumeration",
        "a list in running text",
        enumeration.enumeration,
        (
            (
                "Soils have three textures: sand, silt, and clay.",
                "Soils have three textures: {{c1::sand, silt, and clay}}.",
            ),
        ),
        ("The rule is simple: stay below the line.",),
    ),
    Rule(
        "list first",
        "a list, and then what is said of it",
        enumeration.listed_first,
        (
            (
                "Rust, worn cables, a bent hook: any of these stops a crane.",
                "{{c1::Rust, worn cables, a bent hook}}: any of these stops a crane.",
            ),
        ),
        ("One thing is clear: these cranes are old.",),
    ),
    Rule(
        "list of subjects",
        "several things of which one thing is said",
        enumeration.listed_subject,
        (
            (
                "Iron, nickel, and cobalt are attracted by a magnet.",
                "{{c1::Iron, nickel, and cobalt}} are {{c2::attracted by a magnet}}.",
            ),
        ),
        ("Iron and nickel are attracted by a magnet.",),
    ),
    Rule(
        "reason",
        "why something is so",
        cause.reason,
        (
            (
                "Ice floats on water because it is less dense.",
                "Why does Ice float on water? / Because it is less dense.",
            ),
        ),
        ("The bridge has been closed since 1987.",),
    ),
    Rule(
        "reason first",
        "the same, the other way round",
        cause.reason_first,
        (
            (
                "Because ice is less dense than water, lakes freeze from the top.",
                "Why do Lakes freeze from the top? / Because ice is less dense than water.",
            ),
        ),
    ),
    Rule(
        "occurrence",
        "when something comes about",
        cause.occurrence,
        (
            (
                "A solar eclipse occurs when the moon passes between the sun and the earth.",
                (
                    "When does a solar eclipse occur? / "
                    "When the moon passes between the sun and the earth."
                ),
            ),
        ),
        ("A solar eclipse occurs twice a year.",),
        defines=True,
    ),
    Rule(
        "contrast",
        "two things set against each other",
        contrast.two_clauses,
        (
            (
                "A spit ends in open water, while a tombolo ties an island to the shore.",
                (
                    "How do a spit and a tombolo differ? / "
                    "A spit ends in open water, while a tombolo ties an island to the shore."
                ),
            ),
        ),
        ("While the pump is running, the valve stays open.",),
    ),
    Rule(
        "difference",
        "how one thing differs from another",
        contrast.unlike,
        (
            (
                "Unlike a spit, a tombolo reaches an island.",
                "How does a tombolo differ from a spit? / A tombolo reaches an island.",
            ),
        ),
    ),
    Rule(
        "condition",
        "what happens when, or if",
        cause.condition,
        (
            (
                "If the fuse blows, the whole circuit loses power.",
                "If {{c1::the fuse blows}}, the whole circuit {{c2::loses power}}.",
            ),
        ),
        ("If this happens, the whole circuit loses power.",),
    ),
    Rule(
        "aim",
        "how something is done",
        instruction.aim,
        (
            (
                "To find the area of a triangle, multiply its base by half of its height.",
                (
                    "How do you find the area of a triangle? / "
                    "Multiply its base by half of its height."
                ),
            ),
        ),
        ("To meet the test, the child must live at home.", "To be sure, use your head."),
    ),
    Rule(
        "outcome",
        "what one gets by doing something",
        instruction.outcome,
        (
            (
                "Take the debts from the assets and you have what's called the net worth.",
                "How do you get the net worth? / Take the debts from the assets.",
            ),
        ),
        ("Take a break, and you have all the time in the world.",),
    ),
    Rule(
        "figure",
        "numbers with units, dates, limits",
        figure.figure,
        (("Water boils at 100 °C at sea level.", "Water boils at {{c1::100 °C}} at sea level."),),
        ("The plan meets Standard 700 in full.",),
    ),
    Rule(
        "purpose",
        "what something is done for",
        cause.purpose,
        (
            (
                "New bread is cooled on a rack to keep the crust from getting wet.",
                "Why is New bread cooled on a rack? / To keep the crust from getting wet.",
            ),
        ),
        ("The road is open to keep.",),
    ),
    Rule(
        "only",
        "who or what alone may",
        statement.only,
        (
            (
                "Only a licensed electrician may open the meter.",
                "Only {{c1::a licensed electrician}} may open the meter.",
            ),
        ),
    ),
    Rule(
        "result",
        "what follows",
        cause.result,
        (
            (
                "Frost roughens the surface of the wing, so the airplane loses a part of its lift.",
                (
                    "Frost roughens {{c1::the surface of the wing}}, so "
                    "{{c2::the airplane loses a part of its lift}}."
                ),
            ),
        ),
    ),
    Rule(
        "within",
        "what happens in something",
        doing.within,
        (
            (
                "In grafting, a gardener joins a twig to the root of another plant.",
                (
                    "What happens in grafting? / "
                    "A gardener joins a twig to the root of another plant."
                ),
            ),
        ),
        ("In addition, a gardener waters the roots of the plant.",),
        defines=True,
    ),
    Rule(
        "doing",
        "what a kind of thing does",
        doing.doing,
        (
            (
                "A tender carries the coal and the water of a steam engine.",
                "{{c1::A tender}} carries {{c2::the coal and the water of a steam engine}}.",
            ),
        ),
        ("A tender may carry coal.", "The crew carried coal."),
        defines=True,
    ),
    Rule(
        "statement",
        "anything else that is said of a subject",
        statement.statement,
        (
            (
                "A lintel carries the load above a door.",
                "A lintel carries {{c1::the load above a door}}.",
            ),
        ),
    ),
)
