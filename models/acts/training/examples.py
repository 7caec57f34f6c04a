"""Labelled messages: their acts in a short notation, and those that are kept apart for measuring.

An act is ``kind:intent`` (``report.damaged`` and ``urgent.injury`` for short, ``value.damaged`` for a reason), ``!`` before what is
negated, ``?`` before what is only supposed. Behind it stand references: ``@HP104233``, ``@last``, ``@2nd``, ``@"oyster mug"`` for
orders; ``=mug``, ``=-skillet`` (left out), ``=>blue`` (wanted of a swap), ``=1st``, ``=both`` for goods; ``*2`` for how many.
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from domain.acts import Act, GoodsReference, OrderReference, ReadingContext
from domain.intents import ACT_INTENTS, REPORT_PROBLEM, URGENT

HAND_WRITTEN = Path(__file__).with_name("hand_written.txt")
MORE = Path(__file__).with_name("hand_written_for_tuning.txt")
BY_KIND = Path(__file__).with_name("hand_written_by_kind.txt")
ROUNDS = Path(__file__).with_name("rounds")  # messages each of which was first measured on, then tuned on
WRITTEN = Path(__file__).with_name("written")  # by writers who had seen none of the rest; learned from, errors not read
# One half each of two other writers' sets, written before they had seen the reader: errors read, then learned from.
STRANGERS = (Path(__file__).with_name("strangers.txt"), Path(__file__).with_name("strangers_2.txt"))
KEPT_APART = Path(__file__).with_name("hand_written_kept_apart.txt")
BY_KIND_KEPT_APART = Path(__file__).with_name("hand_written_by_kind_kept_apart.txt")
STRANGERS_KEPT_APART = (  # the other halves of those sets
    Path(__file__).with_name("strangers_kept_apart.txt"),
    Path(__file__).with_name("strangers_2_kept_apart.txt"),
)
_ALL_KEPT_APART = (KEPT_APART, BY_KIND_KEPT_APART, *STRANGERS_KEPT_APART)
_SECTION = re.compile(r"\[(?P<acts>[^\]]+?)(?: ctx (?P<context>[^\]]+))?\]")
_ACT = re.compile(r"(?P<mark>[!?]?)(?P<kind>\w+)(?::(?P<intent>\w+))?(?:\.(?P<detail>\w+))?")
_REFERENCE = re.compile(r'@"(?P<og>[^"]+)"|@(?P<o>\S+)|=(?P<mark>>|-)?(?P<g>[^@=*]+)|\*(?P<n>\d+)')
_WHICH = frozenset({"it", "other", "last", "both", "all", "rest", "any"})
_NTH = re.compile(r"(\d)(?:st|nd|rd|th)")


@dataclass(frozen=True)
class Example:
    """A message, what the reader may know, and its acts."""

    text: str
    acts: list[Act]
    context: ReadingContext = field(default_factory=ReadingContext)
    section: str = ""
    kept_apart: bool = False  # nothing was learned from it or tuned by it
    by_stranger: bool = False  # … and it was written by somebody who had seen nothing of the reader


def all_examples() -> list[Example]:
    """Every hand-written message."""
    tuned_on = (HAND_WRITTEN, MORE, BY_KIND, *sorted(ROUNDS.glob("*.txt")))
    learned_from = (*tuned_on, *sorted(WRITTEN.glob("*.txt")), *STRANGERS)
    return [example for path in (*learned_from, *_ALL_KEPT_APART) for example in read_examples(path)]


def read_examples(path: Path) -> list[Example]:
    """The messages of a file, in its order. Raises ValueError for a line that is none."""
    found: list[Example] = []
    section, context = "", ReadingContext()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        head = _SECTION.fullmatch(line.strip())
        if head and not re.match(r"\[[A-Z]+_\d+\]", line):
            section, context = head["acts"], _context(head["context"] or "")
            continue
        try:
            example = _example(line, section, context)
            kept, strange = path in _ALL_KEPT_APART, path in STRANGERS_KEPT_APART
            found.append(replace(example, section=section, kept_apart=kept, by_stranger=strange))
        except (TypeError, ValueError) as error:
            raise ValueError(f"{path.name}, line {number}: {error}") from error
    return found


def _context(text: str) -> ReadingContext:
    return ReadingContext.model_validate(dict(pair.split("=", 1) for pair in text.split()) if text else {})


def _example(line: str, section: str, context: ReadingContext) -> Example:
    text, arrow, acts = line.partition(" => ")
    if arrow:
        return Example(text.strip(), [act_of(act.strip()) for act in acts.split(" + ")], context)
    text, _, references = line.partition(" ||")
    return Example(text.strip(), [act_of(f"{section} {references}")], context)


def act_of(notation: str) -> Act:
    """The act that a notation stands for. Raises ValueError."""
    head, _, references = notation.partition(" ")
    match = _ACT.fullmatch(head)
    if not match:
        raise ValueError(f"{head!r} is no act")
    kind, intent, detail = match["kind"], match["intent"], match["detail"]
    if intent and intent not in ACT_INTENTS:
        raise ValueError(f"{intent!r} is no intent")
    fields: dict[str, object] = {"act": kind, "intent": intent, "negated": match["mark"] == "!"}
    fields["modality"] = "supposed" if match["mark"] == "?" else "asked"
    if kind == "report":
        fields |= {"intent": intent or REPORT_PROBLEM, "problem": detail}
    elif kind == "urgent":
        fields |= {"intent": URGENT, "urgency": detail}
    elif kind == "value":
        fields["reason"] = detail
    return Act.model_validate(fields | _references(references))


def _references(text: str) -> dict[str, object]:
    orders: list[OrderReference] = []
    goods: list[GoodsReference] = []
    quantity = None
    for match in _REFERENCE.finditer(text):
        if match["og"]:
            orders.append(OrderReference(goods=match["og"]))
        elif name := match["o"]:
            nth = _NTH.fullmatch(name)
            orders.append(
                OrderReference.model_validate(
                    {"ordinal": int(nth[1])} if nth else {"which": name} if name in _WHICH else {"number": name}
                )
            )
        elif name := (match["g"] or "").strip():
            nth = _NTH.fullmatch(name)
            named = {"ordinal": int(nth[1])} if nth else {"which": name} if name in _WHICH else {"text": name}
            goods.append(
                GoodsReference.model_validate(named | {"excluded": match["mark"] == "-", "wanted": match["mark"] == ">"})
            )
        elif match["n"] and goods:
            goods[-1] = goods[-1].model_copy(update={"quantity": int(match["n"])})
        elif match["n"]:
            quantity = int(match["n"])
    return {"orders": orders, "goods": goods, "quantity": quantity}
