"""What the documentation says is held to the code: codes, options, commands, examples, links."""

import ast
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import deckgen
from deckgen import cli, compiler
from deckgen.check import table
from deckgen.edges import config, lockfile, manual
from deckgen.model.diagnostic import Diagnostic, Severity
from tests.project import START, Project, pairs
from tests.test_rules import remarks

ROOT = Path(__file__).parent.parent
PACKAGE = Path(deckgen.__file__).parent
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
IDENTITY = ROOT / "docs" / "identity.md"
ENDINGS = {"markdown": "md", "text": "txt"}  # of the sources, by the language of a code block
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def fences(text: str, *languages: str) -> list[tuple[str, str]]:
    """Language and content of the code blocks in these languages."""
    return [(lang, body) for lang, body in FENCE.findall(text) if lang in languages]


def without_code(text: str) -> str:
    return re.sub(r"`[^`\n]*`", "", FENCE.sub("", text))


@cache
def all_docs() -> str:
    return "\n".join(read(path) for path in DOCS)


# Diagnostics ---------------------------------------------------------------------------------

Function = ast.FunctionDef | ast.AsyncFunctionDef


def codes_in(tree: ast.Module) -> Iterator[str]:
    """Every code that a module gives to Diagnostic, by itself or through a function of its own.

    A function whose parameter becomes the code passes it on: then its callers are looked at. Fails
    where a code is neither a literal nor such a parameter, for then no test could know it.
    """
    makers = {"Diagnostic": (0, "code")}
    seen: set[str] = set()
    while new := makers.keys() - seen:
        seen |= new
        for function, call in calls(tree):
            called = call.func.id if isinstance(call.func, ast.Name) else ""
            if called not in new:
                continue
            code = argument(call, *makers[called])
            if isinstance(code, ast.Constant):
                yield str(code.value)
                continue
            names = [parameter.arg for parameter in function.args.args] if function else []
            passed_on = isinstance(code, ast.Name) and code.id in names
            assert passed_on, f"write the code itself: {ast.unparse(call)}"
            assert function
            assert isinstance(code, ast.Name)
            makers[function.name] = (names.index(code.id), code.id)


def calls(
    node: ast.AST, function: Function | None = None
) -> Iterator[tuple[Function | None, ast.Call]]:
    """Every call with the innermost function around it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield function, child
        inner = child if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else function
        yield from calls(child, inner)


def argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    by_name = {keyword.arg: keyword.value for keyword in call.keywords}
    return call.args[position] if len(call.args) > position else by_name.get(name)


def test_codes_are_found_however_they_are_passed() -> None:
    tree = ast.parse(
        """
def outer(x):
    def problem(message, code):
        return Diagnostic(code, ERROR, message)
    def worse(code):
        return problem("bad", code=code)
    return [problem("one", "first"), worse("second"), Diagnostic(code="third")]
"""
    )
    assert set(codes_in(tree)) == {"first", "second", "third"}


def codes() -> set[str]:
    """The codes of all rooms but the editor's, which stand in its table."""
    files = (
        path for path in sorted(PACKAGE.rglob("*.py")) if PACKAGE / "check" not in path.parents
    )
    return {code for path in files for code in codes_in(ast.parse(read(path)))}


@cache
def entries(name: str = "diagnostics.md") -> dict[str, str]:
    """The entries of a file of messages by their code."""
    parts = re.split(r"^### `([^`]+)`$", read(ROOT / "docs" / name), flags=re.MULTILINE)
    names = parts[1::2]
    assert len(set(names)) == len(names), "a code has two entries"
    return {
        name: re.split(r"^## ", body, flags=re.MULTILINE)[0]
        for name, body in zip(names, parts[2::2], strict=True)
    }


def test_every_code_has_one_entry_and_every_entry_a_code() -> None:
    assert codes() == entries().keys()


@pytest.mark.parametrize("code", entries())
def test_an_entry_says_what_why_and_what_to_do_and_shows_an_example(code: str) -> None:
    entry = entries()[code]
    assert re.match(r"\n\n\*\*(Error|Warning|Note)\.\*\* \S", entry)
    for part in ("*Why it matters.*", "*Example.*", "*What to do.*"):
        assert entry.count(part) == 1, part


@pytest.mark.parametrize("code", [code for code, entry in entries().items() if "```" in entry])
def test_the_example_of_an_entry_gives_its_code(code: str, tmp_path: Path) -> None:
    ((language, text),) = fences(entries()[code], *ENDINGS)
    project = Project(tmp_path / "coast")
    project.write(f"example.{ENDINGS[language]}", text)
    given = {d.code: d for d in project.plan().diagnostics}
    assert given.keys() == {code}
    assert f"**{given[code].severity.value.capitalize()}.**" in entries()[code]
    # The hint of a message and the advice of its entry begin alike.
    assert given[code].line == 0 or given[code].hint


# The editor ----------------------------------------------------------------------------------


def test_every_rule_of_the_editor_has_one_entry_and_every_entry_a_rule() -> None:
    assert {*table.SEVERITIES, "unknown-rule"} == entries("editor.md").keys()


@pytest.mark.parametrize("code", entries("editor.md"))
def test_an_entry_of_the_editor_shows_a_worse_and_a_better_card(code: str) -> None:
    entry = entries("editor.md")[code]
    for part in ("*Why it matters.*", "*Worse.*", "*Better.*", "*What to do.*"):
        assert entry.count(part) == 1, part
    severity = table.SEVERITIES.get(code, Severity.WARNING)
    assert entry.strip().startswith(f"**{severity.value.capitalize()}.** ")
    worse, better = entry.split("*Better.*")
    assert {d.code for d in edited(worse)} == ({code} if "```" in worse else set())
    assert edited(better) == []


def edited(text: str) -> list[Diagnostic]:
    """What the editor says of the examples in a text, one file each."""
    files = re.findall(r"^(`{3,})markdown\n(.*?)^\1$", text, re.DOTALL | re.MULTILINE)
    return remarks("".join(f"<!-- file: {i}.md -->\n{body}" for i, (_, body) in enumerate(files)))


def test_every_message_can_be_explained() -> None:
    for code in {**entries(), **entries("editor.md")}:
        done, text = run("explain", code)
        assert done == 0
        assert text.startswith(f"{code}\n")
        assert "What to do." in text
        assert "*" not in re.sub(r"(?m)^    .*$|`[^`]*`", "", text)
    done, text = run("explain")
    assert done == 0
    assert {line.split(" ")[0] for line in text.splitlines()} == manual.entries().keys()


def test_the_documentation_of_the_messages_travels_with_the_program() -> None:
    """What a clone reads from docs/ is packed into the wheel, each file under its own name."""
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    packed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert packed == {f"docs/{name}": f"deckgen/docs/{name}" for name in manual._FILES}
    assert manual.entries() == {
        code: text.strip() for code, text in {**entries(), **entries("editor.md")}.items()
    }


# The command line ----------------------------------------------------------------------------


def commands() -> list[str]:
    return sorted(get_command(cli.app).commands)  # type: ignore[attr-defined]


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.app, arguments, catch_exceptions=False)
    return result.exit_code, result.output


def test_every_command_is_documented() -> None:
    missing = [name for name in commands() if f"`deckgen {name}" not in all_docs()]
    assert not missing


@pytest.mark.parametrize("command", ["", *commands()])
def test_every_option_is_documented(command: str) -> None:
    code, text = run(*command.split(), "--help")
    assert code == 0
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))
    assert "--help" in options
    missing = {o for o in options if not re.search(rf"{o}(?![\w-])", all_docs())}
    assert not missing


def shell_lines(text: str, *programs: str) -> list[str]:
    """The lines of shell blocks that call these programs, without their comments."""
    lines = [line for _, body in fences(text, "sh") for line in body.splitlines()]
    return [
        shlex.join(shlex.split(line, comments=True))
        for line in lines
        if line.split(" ")[0] in programs
    ]


def deckgen_lines() -> list[str]:
    return sorted({line for path in DOCS for line in shell_lines(read(path), "deckgen")})


@pytest.mark.parametrize("line", deckgen_lines())
def test_a_command_in_the_documentation_works(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "coast")
    project.write("notes.md", pairs(("What is a fjord?", "A narrow inlet of the sea.")))
    (project.root / "page.txt").write_text(project.read("notes.md"), encoding="utf-8")
    monkeypatch.chdir(project.root)
    arguments = shlex.split(line)[1:]
    if "completion" in line:  # it would look for the shell of the user
        arguments.append("--help")
    code, output = run(*arguments)
    assert code == 0, output


def test_every_target_of_make_in_the_documentation_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), flags=re.MULTILINE))
    named = [line.split() for path in DOCS for line in shell_lines(read(path), "make")]
    named += [call.split() for call in re.findall(r"`(make [a-z]+)`", all_docs())]
    assert {target for _, target, *_ in named} <= targets
    assert named


def test_every_key_of_the_configuration_is_documented() -> None:
    keys = config._KEYS
    missing = [key for key in keys if not re.search(rf"^{key} = ", all_docs(), re.MULTILINE)]
    assert not missing


# Examples ------------------------------------------------------------------------------------


def readme_examples() -> list[tuple[str, str]]:
    return fences(read(ROOT / "README.md"), *ENDINGS)


@pytest.mark.parametrize(("language", "text"), readme_examples())
def test_an_example_in_the_readme_becomes_notes(language: str, text: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "coast")
    project.write(f"example.{ENDINGS[language]}", text)
    compiled = project.plan()
    assert compiled.sealed.changes
    assert not compiled.diagnostics


def test_there_are_examples_in_the_readme() -> None:
    assert len(readme_examples()) >= 4


def test_the_lock_in_the_documentation_is_one() -> None:
    ((_, text),) = fences(read(IDENTITY), "json")
    assert lockfile.dump(lockfile.parse(text, "deckgen.lock")) == text


def thresholds() -> dict[str, float]:
    """The numbers at the top of the modules that tell who is who, without the underscore."""
    modules = [ast.parse(read(path)) for path in sorted((PACKAGE / "identify").glob("*.py"))]
    return {
        node.targets[0].id.strip("_"): node.value.value
        for tree in modules
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, int | float)
    }


def test_every_threshold_is_documented_with_its_value() -> None:
    documented = re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", read(IDENTITY), re.MULTILINE)
    assert {name: float(value) for name, value in documented} == thresholds()


def test_every_key_of_the_json_is_documented(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "coast")
    project.write(
        "a.md", pairs(("What is a fjord?", "A narrow inlet."), ("What is a ria?", "A valley."))
    )
    compiler.write(project.plan(START), project.output)
    project.write(
        "a.md", pairs(("What is a fjord?", "A deep and narrow inlet."), ("What is it?", ""))
    )
    monkeypatch.chdir(project.root)
    for command in ("plan", "check --explain", "build"):
        code, text = run(*command.split(), "--json")
        assert code == 1
        objects = (value for value in nested(json.loads(text)) if isinstance(value, dict))
        missing = {key for keys in objects for key in keys if f"`{key}`" not in read(IDENTITY)}
        assert not missing, command


def nested(value: object) -> Iterator[object]:
    yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in inside:
        yield from nested(child)


# References ----------------------------------------------------------------------------------


def anchors(path: Path) -> set[str]:
    """The anchors of the headings of a Markdown file, as a forge makes them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", read(path)), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCS, ids=name_of)
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", without_code(read(path)))
    for link in links:
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("path", DOCS, ids=name_of)
def test_every_test_and_file_that_is_named_exists(path: Path) -> None:
    text = read(path)
    for file, test in re.findall(r"`(tests/\w+\.py)::(\w+)`", text):
        assert re.search(rf"^def {test}\(", read(ROOT / file), re.MULTILINE), f"{file}::{test}"
    for file in re.findall(r"`((?:deckgen|tests|docs|bench|source)/[\w./-]*)`", text):
        assert (ROOT / file).exists(), file
