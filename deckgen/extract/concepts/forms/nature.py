"""The forms that ask what something is: its kind, its name, its parts, its use.

They are tried first, in this order.
"""

from deckgen.extract.concepts.forms import definition, doing, statement
from deckgen.extract.concepts.forms.form import Rule

NATURE = (
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
)
