"""Message files in Fluent's syntax: reading them, and what is wrong with one, by its line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from textwrap import dedent

from babel import Locale, UnknownLocaleError
from fluent.syntax import FluentParser, ast
from fluent.syntax.serializer import serialize_pattern
from fluent.syntax.visitor import Visitor

SHIPPED = Path(__file__).parent
REFERENCE = "en"  # has every message; what is missing in another language is said in this one
_FUNCTIONS = frozenset({"NUMBER", "DATETIME"})
_LARGEST = 1 << 20  # bytes


@dataclass(frozen=True, order=True)
class Mistake:
    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class _Used(Visitor):
    """What a pattern refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()
        self.terms: set[str] = set()
        self.functions: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 # as Fluent calls it
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 # as Fluent calls it
        self.messages.add(f"{node.id.name}.{node.attribute.name}" if node.attribute else node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 # as Fluent calls it
        self.terms.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802 # as Fluent calls it
        self.functions.add(node.id.name)
        self.generic_visit(node)


@dataclass(frozen=True)
class Text:
    """One pattern of a file: a message's own (``order-found``) or an attribute's (``refund.yes``)."""

    key: str
    line: int
    pattern: ast.Pattern

    @cached_property
    def used(self) -> "_Used":
        return _used(self.pattern)

    @property
    def words(self) -> str:
        """As the file has them, without their indentation."""
        return words_of(self.pattern)


@dataclass
class MessageFile:
    """A file of one language. ``mistakes`` are those that the file shows by itself."""

    name: str
    tag: str
    resource: ast.Resource
    source: str = ""
    mistakes: list[Mistake] = field(default_factory=list)

    @cached_property
    def texts(self) -> dict[str, Text]:
        return {text.key: text for text in self._all()}

    def _all(self) -> Iterator[Text]:
        for entry in self.resource.body:
            if not isinstance(entry, ast.Message):
                continue
            if entry.value is not None:
                yield Text(entry.id.name, self._line(entry), entry.value)
            for attribute in entry.attributes:
                yield Text(f"{entry.id.name}.{attribute.id.name}", self._line(attribute), attribute.value)

    def _line(self, node: ast.SyntaxNode) -> int:
        return self.source.count("\n", 0, node.span.start if node.span else 0) + 1

    def look_at_syntax(self) -> None:
        seen: set[str] = set()
        for entry in self.resource.body:
            if isinstance(entry, ast.Junk):
                first = entry.annotations[0] if entry.annotations else None
                at = first.span.start if first and first.span else entry.span.start if entry.span else 0
                line = self.source.count("\n", 0, at) + 1
                why = first.message if first and first.message else "this is no message"
                self.mistakes.append(Mistake(self.name, line, f"is not in Fluent's syntax: {why}"))
            elif isinstance(entry, ast.Message | ast.Term):
                name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
                if name in seen:
                    self.mistakes.append(Mistake(self.name, self._line(entry), f"{name} stands here a second time"))
                seen.add(name)


@dataclass(frozen=True)
class Language:
    """The files of one language, which may be parted by subject."""

    files: tuple[MessageFile, ...]

    @cached_property
    def texts(self) -> dict[str, Text]:
        return {key: text for file in self.files for key, text in file.texts.items()}

    @cached_property
    def terms(self) -> frozenset[str]:
        return frozenset(e.id.name for file in self.files for e in file.resource.body if isinstance(e, ast.Term))

    def variables(self, key: str) -> frozenset[str]:
        """What a text may be given: its own values, and those of the messages that it is made of."""
        used = self.texts[key].used
        parts = (self.variables(part) for part in used.messages if part in self.texts)
        return frozenset(used.variables).union(*parts)

    def mistakes(self, reference: "Language", shipped: "Language | None") -> Iterator[Mistake]:
        """What is wrong beside the shipped texts: ids, variables, what is referred to, and what stands in two files."""
        terms = self.terms | (shipped.terms if shipped else frozenset())
        seen: dict[str, str] = {}
        for file in self.files:
            yield from file.mistakes
            for key, text in file.texts.items():
                if key in seen:
                    yield Mistake(file.name, text.line, f"{key} stands in {seen[key]} already")
                seen[key] = file.name
                yield from (Mistake(file.name, text.line, wrong) for wrong in _wrong(text, reference, terms))


def by_language(files: Sequence[MessageFile]) -> dict[str, Language]:
    return {tag: Language(tuple(f for f in files if f.tag == tag)) for tag in dict.fromkeys(f.tag for f in files)}


def of_texts(name: str, tag: str, texts: Mapping[str, str]) -> MessageFile:
    """A file of texts by id (``order-found``) or by an attribute's (``refund.yes``), written as Fluent has them."""
    lines: list[str] = []
    for message in dict.fromkeys(key.partition(".")[0] for key in texts):
        lines.append(f"{message} ={_indented(texts.get(message, ''), 4)}")
        for key, text in texts.items():
            if key.startswith(f"{message}."):
                lines.append(f"    .{key.partition('.')[2]} ={_indented(text, 8)}")
    source = "\n".join(lines) + "\n"
    found = MessageFile(name, tag, FluentParser(with_spans=True).parse(source), source)
    found.look_at_syntax()
    return found


def _indented(text: str, by: int) -> str:
    return "".join("\n" + " " * by + line for line in text.splitlines())


def words_of(pattern: ast.Pattern) -> str:
    return dedent(serialize_pattern(pattern)).strip()


def read_file(path: Path) -> MessageFile:
    """A message file, its language by the beginning of its name (``de.ftl``, ``de.orders.ftl``).

    What cannot be read is a file without messages, and a mistake."""
    name, tag = str(path), language_of(_tag(path)) or path.stem
    try:
        raw = path.read_bytes()
        source = raw.decode("utf-8-sig").replace("\r\n", "\n") if len(raw) <= _LARGEST else None
    except OSError as error:
        return MessageFile(name, tag, ast.Resource([]), mistakes=[Mistake(name, 1, f"cannot be read: {error.strerror}")])
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return MessageFile(name, tag, ast.Resource([]), mistakes=[Mistake(name, line, "is not UTF-8 text")])
    if source is None:
        return MessageFile(name, tag, ast.Resource([]), mistakes=[Mistake(name, 1, "is larger than 1 MiB")])
    found = MessageFile(name, tag, FluentParser(with_spans=True).parse(source), source)
    found.look_at_syntax()
    return found


def read_folder(folder: Path) -> tuple[list[MessageFile], list[Mistake]]:
    """The files of a company's folder, and the mistakes of the folder itself."""
    if not folder.is_dir():
        return [], [Mistake(str(folder), 1, "is no folder that can be read")]
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    wrong = [
        Mistake(str(p), 1, "is no language: name the file after one, such as de.ftl or pt-BR.ftl")
        for p in paths
        if p.suffix == ".ftl" and language_of(_tag(p)) is None
    ]
    others = [p for p in paths if p.suffix != ".ftl"] if folder.resolve() != SHIPPED.resolve() else []  # code stands there
    wrong += [Mistake(str(p), 1, "is no .ftl file, so nothing of it would be read") for p in others]
    return [read_file(p) for p in paths if p.suffix == ".ftl" and language_of(_tag(p))], wrong


def language_of(tag: str) -> str | None:
    """A language's tag in its one spelling: ``pt-br`` → ``pt-BR``; None where there is no such language."""
    try:
        return str(Locale.parse(tag, sep="-")).replace("_", "-")
    except (ValueError, UnknownLocaleError):
        return None


def _tag(path: Path) -> str:
    return path.name.partition(".")[0]


def _wrong(text: Text, reference: Language, terms: frozenset[str]) -> list[str]:
    if text.key not in reference.texts:
        return [f"there is no message {text.key}{_meant(text.key, reference.texts)}"]
    known = reference.variables(text.key)
    return sorted(
        [
            *(f"{text.key} has no variable ${v}{_meant(v, known, '$')}" for v in text.used.variables - known),
            *(f"there is no function {f}" for f in text.used.functions - _FUNCTIONS),
            *(f"there is no term -{t}" for t in text.used.terms - terms),
            *(f"there is no message {m} to refer to" for m in text.used.messages - set(reference.texts)),
        ]
    )


def _used(pattern: ast.Pattern) -> _Used:
    used = _Used()
    used.visit(pattern)
    return used


def _meant(name: str, known: Mapping[str, object] | frozenset[str], sign: str = "") -> str:
    close = get_close_matches(name, list(known), n=1)
    return f"; did you mean {sign}{close[0]}?" if close else ""
