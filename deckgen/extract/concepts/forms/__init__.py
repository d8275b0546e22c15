"""A statement -> the form in which it is best asked: one table of rules, tried in order."""

from deckgen.extract.concepts.forms import (
    apposition,
    cause,
    contrast,
    definition,
    enumeration,
    figure,
    instruction,
    statement,
)
from deckgen.extract.concepts.forms.form import Form, Rule
from deckgen.extract.language.clauses import Clause

__all__ = ["RULES", "Form", "Rule", "beside", "recast"]

_OWN = (
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

_BESIDE = (
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
    ),
    Rule(
        "case",
        "what something is called when",
        apposition.case,
        (
            (
                "When land goes back to whoever gave it, that interest is called a reversion.",
                "What is a reversion? / When land goes back to whoever gave it.",
            ),
        ),
    ),
    Rule(
        "naming",
        "what is named at the end of its explanation",
        apposition.naming,
        (
            (
                "Ice melts where it is pressed and freezes again, a process called regelation.",
                "What is regelation? / Ice melts where it is pressed and freezes again.",
            ),
        ),
    ),
)

RULES = (*_OWN, *_BESIDE)


def recast(text: str, parts: Clause | None) -> tuple[Form, ...]:
    """All forms of one statement: its own, and what is explained beside it."""
    own = _own(text, parts)
    return (own, *beside(text, parts)) if own else beside(text, parts)


def beside(text: str, parts: Clause | None = None) -> tuple[Form, ...]:
    """What a statement explains by the way: this stands alone even where the statement does not."""
    return tuple(found for rule in _BESIDE if (found := rule.recast(text, parts)))


def _own(text: str, parts: Clause | None) -> Form | None:
    for rule in _OWN:
        if found := rule.recast(text, parts):
            return found
    return None
