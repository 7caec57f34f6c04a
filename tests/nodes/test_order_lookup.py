"""An order that was not named."""

from types import SimpleNamespace
from typing import Any

import pytest

from domain.messages.messages import Messages
from domain.shop import Refused
from nodes.actions.pipeline.order_lookup import choose_order


class EmptyDesk:
    async def orders(self, customer_id: str) -> list[Any]:
        del customer_id
        return []


@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        (None, "You have no order that I can do this with."),
        ([], "You have no order that I can do this with."),
        (["delivered"], "You have no order that is delivered, so there is nothing I can do this with."),
    ],
)
async def test_without_a_fitting_order_a_whole_sentence_says_so(statuses: list[str] | None, told: str) -> None:
    deps: Any = SimpleNamespace(desk=EmptyDesk(), say=Messages.load().speaking("en-US"))
    state: Any = {"identity": {"level": "signed_in", "customer_id": "C0001"}, "turn": {}}
    rule: Any = SimpleNamespace(statuses=statuses)
    with pytest.raises(Refused) as refused:
        await choose_order(deps, state, rule, "cancel it")
    assert refused.value.message == told
