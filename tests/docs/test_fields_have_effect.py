"""What is documented does something: each field of the policy and of the settings is read, each of the contract is written."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from domain.conversation import Conversation, Handoff, Message, PendingAction, ToolCall, Turn
from domain.rules.policy import (
    ActionRule,
    ConsentRule,
    FailureRule,
    IdentityRule,
    PageOffer,
    Policy,
    QuoteRule,
    Reason,
    ResidencyRule,
    RetentionRule,
    ShippingRule,
    UrgentRule,
)
from supportgraph.configuration.settings import Settings

HOME = Path(__file__).parents[2]
ROOMS = (
    "api",
    "backoffice",
    "domain",
    "evals",
    "graphs",
    "insights",
    "jobs",
    "kb",
    "models",
    "nodes",
    "privacy",
    "records",
    "rights",
)
# Where fields are declared and checked against one another, which is not yet an effect.
DECLARED = {
    "domain/rules/policy.py",
    "domain/rules/policy_contradictions.py",
    "domain/conversation.py",
    "supportgraph/configuration/settings.py",
}
POLICY = (Policy, ActionRule, Reason, ConsentRule, FailureRule, IdentityRule, QuoteRule, ShippingRule, UrgentRule, PageOffer,
          RetentionRule, ResidencyRule)  # fmt: skip
CONTRACT = (Conversation, Turn, Message, ToolCall, PendingAction, Handoff)


@functools.cache
def trees() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(HOME)): ast.parse(path.read_text())
        for room in (*ROOMS, "supportgraph")
        for path in sorted((HOME / room).rglob("*.py"))
    }


def attributes_read(tree: ast.AST) -> set[str]:
    return {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Load)}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef))


@functools.cache
def names_read() -> frozenset[str]:
    """What is read outside the declarations, and in those of their methods that are themselves used there."""
    read = {name for path, tree in trees().items() if path not in DECLARED for name in attributes_read(tree)}
    methods = [f for path in sorted(DECLARED) for f in functions(trees()[path])]
    while more := {name for f in methods if f.name in read for name in attributes_read(f)} - read:
        read |= more
    return frozenset(read)


@functools.cache
def names_written() -> frozenset[str]:
    """What is given by name or by key, or set, outside the declarations."""
    written: set[str] = set()
    for path, tree in trees().items():
        for node in ast.walk(tree) if path not in DECLARED else ():
            if isinstance(node, ast.Call):
                written |= {k.arg for k in node.keywords if k.arg}
            elif isinstance(node, ast.Dict):
                written |= {k.value for k in node.keys if isinstance(k, ast.Constant) and isinstance(k.value, str)}
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                written.add(node.attr)
    return frozenset(written)


@pytest.mark.parametrize("model", [*POLICY, Settings], ids=lambda model: model.__name__)
def test_every_field_that_a_company_may_set_is_read(model: type[BaseModel]) -> None:
    assert not set(model.model_fields) - names_read() - {"version"}  # the policy's `version` is for its authors


@pytest.mark.parametrize("model", CONTRACT, ids=lambda model: model.__name__)
def test_every_field_of_the_contract_is_written(model: type[BaseModel]) -> None:
    assert not set(model.model_fields) - names_written()


def test_a_field_that_nobody_reads_would_be_found() -> None:
    assert "shipping_of" in names_read()
    assert not {"no_such_field", "urgency_of_nothing"} & (names_read() | names_written())
