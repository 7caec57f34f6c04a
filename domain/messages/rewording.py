"""Other words for one message: in a company's files, and as they would be read in a reply."""

import re
from collections.abc import Mapping

from fluent.syntax import FluentParser, FluentSerializer, ast

from domain.messages.files import language_of, of_texts


def reworded(files: Mapping[str, str], tag: str, key: str, words: str | None) -> dict[str, str | None]:
    """The files of a company's folder, by name, with these words for a message (``order-found``, ``refund.yes``) of a language;
    without words it is said as shipped. Everything else stays as it is; a file of which nothing is left is None."""
    name, entry = _found(files, tag, key)
    text = files.get(name, "")
    message, _, attribute = key.partition(".")
    pattern = _pattern(key, words) if words is not None else None
    if entry is None or entry.span is None:
        if pattern is None:
            return dict(files)
        fresh = ast.Message(ast.Identifier(message))
        _put(fresh, attribute, pattern)
        before = text if text.endswith("\n") or not text else f"{text}\n"
        return {**files, name: before + FluentSerializer().serialize_entry(fresh)}
    _put(entry, attribute, pattern)
    start, end = entry.span.start, entry.span.end
    is_left = entry.value is not None or entry.attributes
    written = FluentSerializer().serialize_entry(entry).rstrip("\n") if is_left else ""
    made = text[:start] + written + (text[end:] if is_left else text[end:].removeprefix("\n"))
    return {**files, name: made if made.strip() else None}


def _found(files: Mapping[str, str], tag: str, key: str) -> tuple[str, ast.Message | None]:
    """The file that has the message, and its entry; else where it belongs."""
    own = sorted(name for name in files if language_of(name.partition(".")[0]) == tag)
    for name in own:
        for entry in FluentParser(with_spans=True).parse(files[name]).body:
            if isinstance(entry, ast.Message) and entry.id.name == key.partition(".")[0]:
                return name, entry
    usual = f"{tag}.ftl"
    return (usual if usual in own or not own else own[0]), None


def _pattern(key: str, words: str) -> ast.Pattern:
    """Raises ``ValueError`` of what is not in Fluent's syntax."""
    made = of_texts("", "en", {key: words}).texts.get(key)
    if made is None:
        raise ValueError("not in Fluent's syntax")
    return made.pattern


def _put(entry: ast.Message, attribute: str, pattern: ast.Pattern | None) -> None:
    if not attribute:
        entry.value = pattern
        return
    there = next((a for a in entry.attributes if a.id.name == attribute), None)
    if there is not None and pattern is not None:
        there.value = pattern
    elif there is not None:
        entry.attributes.remove(there)
    elif pattern is not None:
        entry.attributes.append(ast.Attribute(ast.Identifier(attribute), pattern))


def told_as(key: str, words: str) -> str:
    """The regular expression for a reply in which a message is said in these words, whatever its values are."""
    return f"(?s){_expression(_pattern(key, words))}"


def _expression(pattern: ast.Pattern) -> str:
    return "".join(_literal(e.value) if isinstance(e, ast.TextElement) else _placed(e.expression) for e in pattern.elements)


def _placed(expression: ast.InlineExpression | ast.Placeable | ast.SelectExpression) -> str:
    if isinstance(expression, ast.SelectExpression):
        return f"(?:{'|'.join(_expression(v.value) for v in expression.variants)})"
    if isinstance(expression, ast.StringLiteral | ast.NumberLiteral):
        return _literal(str(expression.parse()["value"]))
    return ".*?"


def _literal(text: str) -> str:
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", text))
