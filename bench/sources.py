"""Seeded Q/A notes in Markdown files that look like people's: the same seed, the same bytes.

A front has about a hundred characters, a back about three hundred. Two thirds have bold words, half
have code, a fifth a list, a tenth a formula, a twentieth a code fence.
"""

import random
from pathlib import Path

IN_A_FILE = 100
_WORDS = """
    able above across action active added age agent air allow already amount animal answer appears
    area atoms average base becomes before begins behaviour below between blood body both brain
    branch buffer cache called carbon carries cause cell central change charge chemical class
    closed coast code cold colour common complex condition contain control core costs country
    current cycle data decays deep defined degree density depends describes device different
    direct distance divides early earth effect electron element energy enters entire equal error
    event every example exists external factor fast field fixed flow follows force form found
    function gas gives grows growth heat held high human idea image increase index inner input
    inside involves ion joined keeps key kind known large later layer leads length less level
    light limit linear liquid list local long loss lower main makes many mass matter means measure
    membrane memory message method mineral mode model molecule most moves muscle must name natural
    needed negative nerve network never node normal nucleus number object ocean often open order
    organ output outside oxygen part passes pattern period phase physical plant point positive
    power present pressure process product protein pulse quantity queue random range rate reaches
    reaction reads region related release remains result returns right river rises rock role rule
    salt same sample scale second section sends series shape short side signal simple single slow
    small soil solid sound source space species speed stable stage standard state stays steady step
    stores stream strength string strong structure surface system table takes target temperature
    term theory thread time tissue total transfer tree type unit upper usually value vapour vector
    velocity version virus voltage volume water wave weak weight wide work yields zone
""".split()
_STARTS = ("con", "tra", "vel", "mor", "ister", "gran", "pel", "oxi", "lum", "ter", "hyd", "cal")
_MIDDLES = ("di", "ra", "lo", "ne", "mi", "to", "va", "se", "qui", "bra", "phi", "ge")
_ENDS = ("tion", "sis", "ment", "gram", "form", "cyte", "ium", "ase", "ology", "stat", "mer", "ix")
_ASKS = (
    "What is the {} of a {} when",
    "Why does the {} in a {} change once",
    "How is {} told apart from {} if",
    "Which part of the {} makes {} likely where",
    "When does {} lead to {} although",
)
_FORMULAS = (r"\(a_{0} + b\)", "$x^{0} = y$", r"$\frac{{a}}{{{0}}}$", r"\(\sqrt{{{0}}}\)")


def write(folder: Path, size: int, seed: int = 1) -> int:
    """Write ``size`` notes, a hundred a file, and say how many bytes they take."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(seed)
    written = 0
    for number, first in enumerate(range(0, size, IN_A_FILE)):
        count = min(IN_A_FILE, size - first)
        text = f"# {_term(rng).capitalize()} {number}\n\n"
        text += "\n\n".join(_note(rng) for _ in range(count)) + "\n"
        (folder / f"chapter-{number:05}.md").write_text(text, encoding="utf-8")
        written += len(text.encode())
    return written


def edit(file: Path) -> None:
    """One word more in one answer of a file."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\nA: ", "\nA: Indeed, ", 1), encoding="utf-8")


def _note(rng: random.Random) -> str:
    asked = rng.choice(_ASKS).format(f"**{_term(rng)}**" if rng.random() < 0.2 else "rate", "cell")
    front = f"{asked} the {_term(rng)} {_words(rng, 6, 10)}?"
    parts = [f"The {_term(rng)} {_words(rng, 3, 7)}"]
    if rng.random() < 0.6:
        parts.append(f"**{_term(rng)} {rng.choice(_WORDS)}**")
    if rng.random() < 0.55:
        parts.append(f"with `{rng.choice(_WORDS)}_{rng.choice(_WORDS)}()`")
    if rng.random() < 0.1:
        parts.append("so that " + rng.choice(_FORMULAS).format(rng.randint(2, 9)))
    if rng.random() < 0.1:
        parts.append(f"see [{rng.choice(_WORDS)}](https://example.org/{rng.choice(_WORDS)})")
    rest = f"{_words(rng, 6, 14)}. It {_words(rng, 10, 22)}."
    back = " ".join(parts) + " " + rest
    if rng.random() < 0.2:
        items = [f"- {_words(rng, 4, 9)}" for _ in range(rng.randint(2, 5))]
        back += "\n\n" + "\n".join(items)
    elif rng.random() < 0.06:
        back += (
            f"\n\n```python\nfor {rng.choice(_WORDS)} in range(9):\n    print('{_term(rng)}')\n```"
        )
    elif rng.random() < 0.5:
        back += f" Then *{_term(rng)}* {_words(rng, 10, 20)}."
    return f"Q: {front}\nA: {back}"


def _words(rng: random.Random, fewest: int, most: int) -> str:
    return " ".join(rng.choices(_WORDS, k=rng.randint(fewest, most)))


def _term(rng: random.Random) -> str:
    return rng.choice(_STARTS) + "".join(rng.choices(_MIDDLES, k=2)) + rng.choice(_ENDS)
