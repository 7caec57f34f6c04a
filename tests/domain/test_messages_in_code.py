"""Code and message files belong together: ids that exist, values that fit, and no sentence left in the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from domain.messages.messages import Messages

ROOT = Path(__file__).parents[2]
ROOMS = ("api", "backoffice", "domain", "graphs", "insights", "jobs", "nodes")
# Rooms in which nothing but the messages speaks to customers.
SPEAKING = ("backoffice/shop", "graphs", "nodes")
TEXTS = Messages.load().reference
Scope = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef

# Three words and more that begin like a sentence, or two that end like one.
SENTENCE = re.compile(r"^(?:I|I'[a-z]+|[A-Z][a-z]+)(?: [\w'’“”,;:-]+){2,}|\w [\w '’,-]+[.!?](?: |$)")
NOT_FOR_CUSTOMERS = {
    "nodes/drafts.py": "the customer's own words: they are read, not shown",
    "graphs/turns/withdrawals.py": "a line of the summary that agents read",
    "graphs/draw.py": "a page of the documentation",
}


def modules(rooms: tuple[str, ...]) -> Iterator[tuple[str, ast.Module]]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def scopes(tree: ast.Module) -> Iterator[tuple[Scope, ast.AST]]:
    """Each node with the function, or the module, around it."""

    def walk(node: ast.AST, scope: Scope) -> Iterator[tuple[Scope, ast.AST]]:
        for child in ast.iter_child_nodes(node):
            yield scope, child
            yield from walk(child, child if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else scope)

    yield from walk(tree, tree)


def is_say(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    if isinstance(called, ast.Call):
        return isinstance(called.func, ast.Attribute) and called.func.attr in ("speaking", "_words")
    # A transcript's `say` stores a message; it is handed the words.
    return ast.unparse(called).rpartition(".")[2] == "say" and not ast.unparse(called).endswith("transcript.say")


def keys_of(node: ast.expr, tree: ast.Module) -> set[str]:
    """The ids that an argument may be: a literal, one of two, or a value of a table of the module."""
    if isinstance(node, ast.Constant):
        return {str(node.value)}
    if isinstance(node, ast.IfExp):
        return keys_of(node.body, tree) | keys_of(node.orelse, tree)
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    return {text for text in tables(tree) if text in TEXTS.texts} if names else set()


def tables(tree: ast.Module) -> set[str]:
    held = [n.value for n in tree.body if isinstance(n, ast.Assign | ast.AnnAssign) and isinstance(n.value, ast.Dict)]
    return {c.value for table in held for c in table.values if isinstance(c, ast.Constant) and isinstance(c.value, str)}


def values_of(call: ast.Call, scope: Scope) -> set[str]:
    given = {k.arg for k in call.keywords if k.arg}
    spread = {k.value.id for k in call.keywords if k.arg is None and isinstance(k.value, ast.Name)}
    for node in ast.walk(scope):
        target = (
            node.targets[0] if isinstance(node, ast.Assign) else node.target if isinstance(node, ast.AnnAssign) else None
        )
        if isinstance(target, ast.Name) and target.id in spread and isinstance(node.value, ast.Dict):  # type: ignore[attr-defined]
            given |= {k.value for k in node.value.keys if isinstance(k, ast.Constant)}  # type: ignore[attr-defined]
    return given


def test_every_sentence_that_is_said_exists_and_gets_its_values() -> None:
    wrong = []
    for name, tree in modules(ROOMS):
        for scope, node in scopes(tree):
            if not is_say(node):
                continue
            assert isinstance(node, ast.Call)
            keys = keys_of(node.args[0], tree)
            if not keys:
                wrong.append(f"{name}:{node.lineno}: no id can be told")
            for key in keys:
                if key not in TEXTS.texts:
                    wrong.append(f"{name}:{node.lineno}: there is no message {key}")
                elif not isinstance(node.args[0], ast.Constant | ast.IfExp):
                    wrong += [f"{name}:{node.lineno}: {key} wants values"] if TEXTS.variables(key) else []
                elif TEXTS.variables(key) != values_of(node, scope):
                    wrong.append(
                        f"{name}:{node.lineno}: {key} wants {set(TEXTS.variables(key))}, gets {values_of(node, scope)}"
                    )
    assert not wrong, "\n".join(wrong)


def test_every_message_is_said() -> None:
    said: set[str] = set()
    for _, tree in modules(ROOMS):
        said |= {key for _, n in scopes(tree) if is_say(n) for key in keys_of(n.args[0], tree)}  # type: ignore[attr-defined]
    said |= {one for text in TEXTS.texts.values() for one in text.used.messages}
    assert set(TEXTS.texts) - said == set()
    assert not list(TEXTS.mistakes(TEXTS, None))


def test_no_sentence_is_left_in_the_code() -> None:
    left = []
    for name, tree in modules(SPEAKING):
        if name in NOT_FOR_CUSTOMERS:
            continue
        left += [f"{name}:{line}: {text}" for line, text in sentences(tree)]
    assert not left, "\n".join(left)


def test_a_sentence_in_code_is_found() -> None:
    """The finder finds what it is for."""
    code = 'def f(n):\n    """A docstring is none."""\n    return draft(f"I cannot find order {n} of yours.")\n'
    assert {line for line, _ in sentences(ast.parse(code))} == {3}
    assert [line for line, _ in sentences(ast.parse('X = "Which order is it?"\n'))] == [1]


def sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """String literals that read like a sentence, but for docstrings, what is raised for the log, and patterns."""
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(node):
            passed.add(node.body[0].value)  # type: ignore[attr-defined]
        if isinstance(node, ast.Call) and not_for_customers(node.func):
            passed |= set(ast.walk(node))
    for node in ast.walk(tree):
        if (
            node not in passed
            and isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and SENTENCE.search(node.value)
        ):
            yield node.lineno, node.value


def not_for_customers(called: ast.expr) -> bool:
    """Logs, patterns, and errors other than a refusal."""
    text = ast.unparse(called)
    return text.startswith(("logger.", "re.")) or (
        text[:1].isupper() and text not in ("Refused", "NeedsInput", "Plan", "Button")
    )


def test_the_chat_keeps_its_own_texts_in_one_file_a_language() -> None:
    """What stands in the elements of the chat is markup: text between tags, labels and sentences come from `chat-en.ts`."""
    written = re.compile(
        r"""(?:aria-label|title|placeholder)="[A-Z]|(?<!=)>\s*[A-Z][a-z]+[ <.…]|["'`][A-Z][a-z]+ [a-z][^"'`/:<]*[.…?]?["'`]"""
    )
    left = []
    for path in sorted((ROOT / "web" / "src" / "chat").glob("*.ts")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.lstrip().startswith(("/", "*", "import ")) and written.search(line):
                left.append(f"{path.name}:{number}: {line.strip()}")
    assert not left, "\n".join(left)
