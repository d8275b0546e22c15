"""The forms in which a statement itself is asked, in the order in which they are tried."""

from deckgen.extract.concepts.forms import (
    cause,
    contrast,
    definition,
    doing,
    enumeration,
    figure,
    instruction,
    statement,
)
from deckgen.extract.concepts.forms.form import Rule

OWN = (
    Rule(
        "role",
        "what causes, explains or measures something",
        statement.role,
        (
            (
                "Friction is the main cause of wear in a bearing.",
                "{{c1::Friction}} is the main cause of wear in a bearing.",
            ),
        ),
    ),
    Rule(
        "made by",
        "who made or found something",
        statement.made_by,
        (
            (
                "The periodic table was devised by Dmitri Mendeleev in 1869.",
                "Who devised the periodic table? / Dmitri Mendeleev in 1869.",
            ),
        ),
        ("The road was blocked by snow.",),
    ),
    Rule(
        "kind",
        "what something is",
        definition.kind,
        (
            (
                "A scope is the range of addresses that a server may hand out.",
                "What is a scope? / The range of addresses that a server may hand out.",
            ),
        ),
        ("Cooking is the last step because nothing later kills the germs.", "A spit is long."),
        defines=True,
    ),
    Rule(
        "meaning",
        "what a word means or an abbreviation stands for",
        definition.meaning,
        (
            (
                "Ductility means the ability of a metal to be drawn into wire.",
                "What does Ductility mean? / The ability of a metal to be drawn into wire.",
            ),
            (
                "ABS stands for anti-lock braking system.",
                "What does ABS stand for? / Anti-lock braking system.",
            ),
        ),
        ("It means that the valve is open.",),
        defines=True,
    ),
    Rule(
        "law",
        "what a law, a rule or a theory says",
        definition.law,
        (
            (
                "The principle of superposition states that the oldest layer lies at the bottom.",
                (
                    "What does the principle of superposition state? / "
                    "The oldest layer lies at the bottom."
                ),
            ),
        ),
        defines=True,
    ),
    Rule(
        "act",
        "what a law did",
        definition.act,
        (
            (
                "The Ferry Act prohibited open boats on the river.",
                "What did the Ferry Act do? / Prohibited open boats on the river.",
            ),
        ),
        ("The crew prohibited open boats.",),
        defines=True,
    ),
    Rule(
        "name",
        "what something is called",
        definition.called,
        (
            (
                "A river valley that the sea has drowned is called a ria.",
                "What is a ria? / A river valley that the sea has drowned.",
            ),
        ),
        ("Table salt is also called sodium chloride.",),
        defines=True,
    ),
    Rule(
        "somebody's definition",
        "how somebody defines a term",
        definition.by_somebody,
        (
            (
                "The charter defines a quorum as half of the seats.",
                "How does the charter define a quorum? / Half of the seats.",
            ),
        ),
        defines=True,
    ),
    Rule(
        "composition",
        "what something consists of",
        definition.composition,
        (
            (
                "Bronze consists of copper and tin.",
                "What does Bronze consist of? / Copper and tin.",
            ),
        ),
        defines=True,
    ),
    Rule(
        "members",
        "all of a named number of things",
        definition.members,
        (
            (
                "The three primary colors of light are red, green, and blue.",
                "What are the three primary colors of light? / Red, green, and blue.",
            ),
        ),
        ("The walls are thick, dry, and painted.",),
    ),
    Rule(
        "purpose of",
        "what something is for, or what it says",
        definition.purpose_of,
        (
            (
                "The purpose of a keel is to keep the boat upright.",
                "What is the purpose of a keel? / To keep the boat upright.",
            ),
        ),
    ),
    Rule(
        "involved",
        "what something involves, emphasizes, focuses on",
        doing.involves,
        (
            (
                "Grafting involves joining a twig to the root of another plant.",
                "What does Grafting involve? / Joining a twig to the root of another plant.",
            ),
        ),
        ("The repair involved two crews.",),
        defines=True,
    ),
    Rule(
        "being",
        "where something is found, by what it is marked, how it is made",
        doing.being,
        (
            (
                "The spleen is located below the ribs on the left side.",
                "Where is the spleen located? / Below the ribs on the left side.",
            ),
        ),
        ("The spleen is rarely made visible.",),
        defines=True,
    ),
    Rule(
        "use",
        "what something is used for",
        doing.use,
        (
            (
                "A lathe is used to turn a block of wood into a round leg.",
                "What is a lathe used for? / To turn a block of wood into a round leg.",
            ),
        ),
        ("A lathe is used in many workshops.",),
    ),
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
                "Ice floats on water. Why? / Because it is less dense.",
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
                "Lakes freeze from the top. Why? / Because ice is less dense than water.",
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
                "New bread is cooled on a rack. Why? / To keep the crust from getting wet.",
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
