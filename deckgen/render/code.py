"""Code as HTML, with the classes of Pygments for the language that its fence names."""

import html
from functools import cache
from typing import Any

# Lexers that were measured to stay quick on hostile text of this length: no person's code on a
# card is longer, and what is longer, or in another language, is shown plain.
_LONGEST = 2_000
_LANGUAGES = frozenset(
    """
    ada asm bash batch c c# c++ clojure cobol common-lisp console coq cpp cs csharp css dart
    diff docker dockerfile elixir erlang f# fortran fsharp gas glsl go golang graphql groovy
    haskell hs html ini java javascript js json jsx julia kotlin latex lean lisp lua matlab
    mysql nasm nginx nix objc objective-c ocaml octave pascal perl php plpgsql postgresql
    powershell prolog protobuf ps1 py pycon python python3 r racket rb ruby rust scala scheme
    scss sh shell sparql sql sqlite3 stata swift systemverilog tex toml ts turtle typescript
    verilog vhdl vim wast xml yaml yml zig
    """.split()
)
# The classes that the style sheet colours: all others would be spans without a meaning.
CLASSES = frozenset(
    """
    k kc kd kn kp kr kt ow nt na nb bp nc nf fm nd ne no nl nn s s1 s2 sa sb sc sd se sh si sr ss
    sx dl m mb mf mh mi mo il c c1 ch cm cp cpf cs gd gi gh gu gp go
    """.split()
)


def highlighted(code: str, language: str) -> str:
    """The HTML of code, without the element around it."""
    if language.lower() not in _LANGUAGES or len(code) > _LONGEST:
        return html.escape(code, quote=False)
    parts: list[str] = []
    run, last = "", ""
    for kind, text in _tokens(code, language.lower()):
        name = _class(kind)
        if name != last and run:
            parts.append(_span(run, last))
            run = ""
        run, last = run + text, name
    return "".join([*parts, _span(run, last)])


def _tokens(code: str, language: str) -> Any:
    lexer = _lexer(language)
    return lexer.get_tokens(code) if lexer else (("", code),)


@cache
def _lexer(language: str) -> Any:
    """What reads a language, None where nothing does."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@cache
def _class(kind: Any) -> str:
    """The class of a token, that of a wider kind where it has none itself."""
    from pygments.token import STANDARD_TYPES

    while kind:
        name = STANDARD_TYPES.get(kind, "")
        if name in CLASSES:
            return name
        kind = kind.parent
    return ""


def _span(text: str, name: str) -> str:
    escaped = html.escape(text, quote=False)
    return f'<span class="{name}">{escaped}</span>' if name and text.strip() else escaped
