"""Texts as people write them, put together from pieces: for laws that hold for any text.

Every word of the content is another one, so that it can be looked for in what became of the text.
"""

import random
import re
from itertools import count, product

from hypothesis import strategies as st

_SYLLABLES = "ba ke li mo nu pra sto tri vel dan gor fim".split()
WORDS = [a + b + c for a, b, c in product(_SYLLABLES, _SYLLABLES, _SYLLABLES)]
_KNOWN = frozenset(WORDS)

# {w} is a word, {W} one with a capital.
HEADINGS = """
# {W} {W}
---
## What is a {w}?
---
### {W} {{{{c1::{w}}}}}
---
{W} {W}
=======
---
Chapter 3: {W} and {W}
---
3.2 {W} {W}
---
**{W} {W}**
---
{W} {W} {W}
---
§ 4 {W} {W}
""".strip().split("\n---\n")
PROSE = """
A {w} is a {w} that carries the {w} of a {w}. It keeps the {w} from the {w} because the {w} is {w}.
---
The {w} of the {w} rises by 40 percent, and the {w}
of every {w} follows it to the {w} of the
{w} below the {w}, where no {w} has been.
---
The {w} and the {w} that belongs to the
---
{w} goes on here with another {w}.
---
> {W} said: a {w} is no {w}.
---
Dr. {W} measured {w} at 3.5 kg, {w}: {w}; {w} ({w}) — {w} …
---
{W} {w}²{w} and $x_{w}$, `{w}`, *{w}*, **{w}**, [{w}](http://{w}.example "{w}").
---
The {w} is {w}.[3] The {w} is {w}.¹ {W} is.
---
{w}
---
{W}: {w}
---
{W} - a {w} that {w}
---
{W} :: {w}
""".strip().split("\n---\n")
CARDS = """
Q: What is a {w}?
A: The {w} of the {w}.
---
Q: What is a {w}
that {w}?

A:
- {w}
- {w}

A paragraph about {w}.
---
**Q:** {w}?
**A:** {w}.
---
1. Which {w} is {w}?

A) {w} {w}
B) {w}
C) {w}

Answer: B
Explanation: The {w} is {w}. In the context of the other options, {w} is {w}.
---
2. Which {w} is {w}? (A) {w} (B) {w} (C) {w}
---
Multiple Choice

What carries the {w}?

{W}
{W} {w}
{W}

Explanation:
The {w} is carried by the {w}. {W} explains the {w}.
---
3. {W} is a {w}.
Answer: True
---
- [ ] {w}
- [x] {w}
- [ ] {w}
---
Question 7 of 10

The {w} that goes with {w} is ____

a. {w}
b. {w} ✓
c. {w} {w}
---
4. Name the {w}.
*A. {w}
B. {w}
---
Term
{W}
Definition
A {w} of {w}.
---
Questions 4 to 6 refer to the following case.

A {w} of 56 years complains of {w}.
---
Answer Key

1. B 2. A 3. True
---
Answers
1. B - {w} is {w}
2. A, because {w}
---
Answer: {w}
---
Explanation: {w} is {w}.
---
A. {w} is {w}
---
Correct answer: C. {W}
---
B is incorrect because {w} is {w}.
---
The {{{{c1::{w}}}}} of {{{{c2::{w}::{w}}}}} and {w}.
---
- {{{{c1::{w}}}}} {w}
- {w} {w}
---
The {{{{c1::{w} of {w}
---
1. What is {w}?
2. Why {w}?
3. Who {w}?
---
Anwser: {w}
""".strip().split("\n---\n")
LAYOUT = """
- {w}
- {w} {w}
  - {w}
* {w}
---
1. {w}
2. {w} {w}
   {w}

3. {w}
---
{w}:
• {w}
• {w}
---
```python
{w} = {w}  # {w}
```
---
    {w} {w}
---
| {w} | {w} |
|---|---|
| {w} | {w} |
---
{w}         {w} {w}
{w} {w}     {w}
{w} {w}     {w} {w}
---
Figure 3.1 {W} of a {w}
---
**Table 2:** {W} and {w}
---
Table 2: {W}

{w}     12   {w}
{w}     14   {w}
---
¹ {W} is {w}.
---
Learning Objectives

After reading this section you will be able to:
• define {w}
• explain {w} and {w}
---
Key Terms

{w}
{w}
{w} {w}
---
Key words: {w}, {w}, {w}
---
Review Questions

1. What is {w}?
2. Describe the {w}.
---
References

{W}, A. (1999). {W} and {w}. {W} Press.
{W}, B. et al. 2004, doi:10/{w}
---
214   {W} of {w}
---
42
---
***
---
The {w} of the {w} re-
turns to the {w} and the well-
known {w} of the sur\u00ad
face of {w}.
""".strip().split("\n---\n")
SITES = """
Accept all cookies
---
Home » {W} » {W}
---
© 2020 {W}. All rights reserved.
---
By {W} {W}
---
Share on Facebook
---
Previous Next
---
Page 3 of 10
---
5 min read
""".strip().split("\n---\n")
ODD = """
\ufeff{w}
---
{w}\u00a0{w}\u200b{w}\u2028{w}
---
e\u0301 {w} 😀 日本語 {w}
---
\u202e{w}\u202c
---
<script>{w}</script>
---
<!-- {w} -->
---
<!-- id: {w} -->
---
{{{{{{{{c1::
---
}}}}
---
[[[[[[[[
---
$$ {w}
---
\\( {w} \\)
---
\x00{w}\x1f{w}
---
\ud800{w}
---
---
---
...
---
```
---
|
""".strip().split("\n---\n")
TOP = "---\ntitle: {w}\ntags: [{w}, {w}]\n---"
PIECES = [*HEADINGS, *PROSE, *CARDS, *LAYOUT, *SITES, *ODD]
_GAPS = ("\n\n", "\n\n", "\n\n", "\n", "\r\n\r\n", "\n\n\n", "\n \t\n", "\r")


def filled(pieces: list[str], gaps: list[str]) -> str:
    """The pieces one after the other, every word another one."""
    counter = count()

    def word(slot: re.Match[str]) -> str:
        text = WORDS[next(counter) % len(WORDS)]
        return text.capitalize() if slot[0] == "{W}" else text

    text = "".join(a + b for a, b in zip(pieces, gaps, strict=True))
    return re.sub(r"\{[wW]\}", word, text).replace("{{", "{").replace("}}", "}")


def texts(most: int = 14) -> st.SearchStrategy[str]:
    """A mixed text of up to so many pieces; now and then with front matter."""

    def made(drawn: tuple[bool, list[tuple[str, str]]]) -> str:
        top, parts = drawn
        pieces = [TOP] * top + [piece for piece, _ in parts]
        gaps = ["\n\n"] * top + [gap for _, gap in parts]
        return filled(pieces, gaps)

    piece = st.tuples(st.sampled_from(PIECES), st.sampled_from(_GAPS))
    return st.tuples(st.booleans(), st.lists(piece, max_size=most)).map(made)


def random_text(chance: random.Random, size: int) -> str:
    """The same for a fuzzer that brings its own chance."""
    return filled(
        [chance.choice(PIECES) for _ in range(size)], [chance.choice(_GAPS) for _ in range(size)]
    )


def content(text: str) -> set[str]:
    """The words of the content that stand in a text."""
    return {word for word in re.findall(r"[a-z]+", text.lower()) if word in _KNOWN}
