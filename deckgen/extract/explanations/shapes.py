"""The form of an option: things beside things, acts beside acts, sentences beside sentences."""

import re
from typing import Literal

from deckgen.extract.language.clauses import clause
from deckgen.extract.language.verbs import DOUBLES, PLURAL, SINGULAR

Shape = Literal["thing", "act", "statement", "setting"]

_BEHIND_VERB = frozenset(
    """
    a an the this that these those his her its their my your our it them him all any some no
    each every both more less in on at by for from with to into onto off out up down over under
    away back between after before about against around through without
    """.split()
)
_PARTICLES = frozenset("away back down off out over up".split())
_SETTINGS = frozenset("in on at by during under after before within between with".split())
_DOUBLED = frozenset("begin refer occur permit submit admit commit transfer control forget".split())
_JOINED = re.compile(r",|\b(?:and|or|then|but)\b")


def of(text: str) -> Shape:
    """The shape of a phrase, as far as its words tell."""
    words = text.split()
    first = words[0].lower() if words else ""
    second = words[1].lower() if len(words) > 1 else ""
    if first == "to" and second in PLURAL:
        return "act"
    if is_gerund(text):
        return "act"
    if first in _SETTINGS:
        return "setting"
    parts = clause(text)
    return "statement" if parts is not None and not parts.opening else "thing"


def is_gerund(text: str, *, bare: bool = False) -> bool:
    """Whether a phrase opens with a verb in -ing that has an object: "opening a window".

    "Flaring tool" is a tool, and "recycling" alone may stand beside nouns. With ``bare``, where
    acts are spoken of, an object needs no article: "gathering evidence".
    """
    words = text.split()
    if len(words) < 2 or not _stem_of(words[0].lower()):
        return False
    second = words[1].lower()
    if second in _BEHIND_VERB or second.endswith("ly"):
        return len(words) > 2 or second in _PARTICLES
    return bare


def is_predicate(text: str) -> bool:
    """Whether a phrase says what a thing does: "helps the parties"."""
    first, second = (*text.lower().split(), "", "")[:2]
    return first in SINGULAR and second in _BEHIND_VERB


def is_order(text: str) -> bool:
    """Whether a phrase tells somebody to do something: "check the fuel level"."""
    words = text.split()
    first = words[0].lower() if words else ""
    return len(words) > 1 and (first in PLURAL or first in _MORE) and clause(text) is None


def beside(answer: str, options: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Acts in one form: all in -ing, all with "to", or all without either.

    What cannot be brought into the form is left out; without an answer nothing is left.
    """
    texts = (answer, *options)
    if answer.split()[0].lower() in SINGULAR and _JOINED.search(answer):
        return answer, tuple(said for o in options if (said := _does(o)))  # it stays as it is
    if all(t.split()[0].lower() in SINGULAR for t in texts):
        return answer, options
    to = "to " if any(t.lower().startswith("to ") for t in texts) else ""
    plain = [_cased(f"{to}{p}" if (p := bare(t)) else "", t) for t in texts]
    in_ing = [gerund(t) for t in texts]
    best = plain
    most = 2 * sum(map(_is_ing, options)) >= len(options) + bool(to)
    if options and most and _kept(in_ing) >= _kept(plain):
        best = in_ing  # as the explanation has them
    first, *others = best
    kept = tuple(o for o in others if o)
    return (first, kept) if first and kept else ("", ())


def _does(text: str) -> str:
    """``to open a window``, ``opening a window`` -> "opens a window"."""
    if text.split()[0].lower() in SINGULAR:
        return text
    first, _, rest = bare(text).partition(" ")
    base = "" if first.endswith("ing") else _base(first.lower())
    does = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s") if base else ""
    if base.endswith("y") and base[-2:-1] not in tuple("aeiou"):
        does = f"{base[:-1]}ies"
    return _cased(f"{does} {rest}", text) if does and rest and not _JOINED.search(rest) else ""


def _kept(texts: list[str]) -> int:
    return sum(map(bool, texts)) if texts[0] else 0


def _is_ing(text: str) -> bool:
    """Whether a text is in -ing already; "charting" alone is, beside other acts."""
    return is_gerund(text, bare=True) or (" " not in text and text.endswith("ing"))


def bare(text: str) -> str:
    """``opening a window``, ``to open a window``, ``opens a window`` -> "open a window"."""
    first, _, rest = text.partition(" ")
    if first.lower() == "to":
        return rest
    if _is_ing(text):
        base = _stem_of(first.lower())
    elif first.lower() in SINGULAR:
        base = _base(first.lower())
    else:
        return text
    return "" if _JOINED.search(rest) or not base else f"{base} {rest}".strip()


def _cased(text: str, like: str) -> str:
    return text[:1].upper() + text[1:] if like[:1].isupper() else text


def gerund(text: str) -> str:
    """``serves a notice`` -> "serving a notice"; nothing where more than one verb would change."""
    if _is_ing(text):
        return text
    text = re.sub(r"^to\s+", "", text, flags=re.IGNORECASE)
    first, _, rest = text.partition(" ")
    if _JOINED.search(rest):
        return ""
    base = _base(first.lower())
    if not base or base in ("be", "have"):
        return ""
    changed = f"{_ing(base)} {rest}".strip()
    return changed[:1].upper() + changed[1:] if first[:1].isupper() else changed


def _stem_of(word: str) -> str:
    """``turning`` -> "turn", if that is a verb of ours."""
    if not word.endswith("ing") or len(word) < 5:
        return ""
    stem = word[:-3]
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    known = (stem, f"{stem}e", undoubled, f"{stem[:-1]}ie" if stem.endswith("y") else stem)
    return next((verb for verb in known if verb in PLURAL or verb in _MORE), "")


_MORE = frozenset(
    """
    anneal awaken buff bundle butter calibrate carve cement clip comb commute crimp crop cushion
    deburr dice disguise ferry fillet flag fuse garnish gauge glaze hasten hem herd hoist inflate
    knead level lodge mince muffle nudge outline peg plaster pleat plumb prime prop punctuate quench
    raze ream refill reheat resize retrace reword rewire rig rinse scan seed shear shim shoulder
    sieve silence skim sketch splint stain stall staple stow stretch subsidize swaddle tally tamp
    tighten tilt trace truss undo unpack warp whisk whittle wind wring
    aim back bail bandage bang beat bite blow bribe brush bump buy bypass chat chill chop clamp
    clap coat cook cough crank crawl dab dash dilute dip dive do drag dress drift dry dunk duck
    fan flick flip flip-flop float fold freeze fry gamble grab grease grill guess hammer heat hide
    hug hurry ice immerse insist install jack jog jump kneel knock lean leap lick loan lubricate
    massage melt mop nail oil pack paint pat pedal peel phone photograph pinch plug poke polish
    pour print probe prop prune pump punch quit race rake reboot re-enter repaint retie rinse rip
    roast rock roll rub rush sand scrape scrape scream scrub seat shave shift shout shovel shove
    skip slam slap slice slide smoke snap soak spin splash spray sprinkle squeeze squat stack steer
    step stir straighten strap strip suck swab swallow swap sweep swerve swim swing tap thaw tie
    tilt tip top toss tow trap tug tuck twist type unhook unlock unplug unscrew vacuum wade walk
    wave weld whip wipe wrap wrestle yank yell
    """.split()
)


def _base(verb: str) -> str:
    if verb in PLURAL or verb in _MORE:
        return verb
    if verb in SINGULAR:
        for base in (f"{verb[:-3]}y", verb[:-2], verb[:-1]):
            if base in PLURAL:
                return base
    return "" if verb.endswith("s") else verb


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return f"{base[:-1]}ing"
    if DOUBLES.fullmatch(base) or base in _DOUBLED:
        return f"{base}{base[-1]}ing"
    return f"{base}ing"
