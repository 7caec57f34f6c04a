"""The process is killed in the middle of things: the next message goes on where it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.service import AGENT, Served


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with Served(tmp_path / "data") as process:
        yield process


def test_a_kill_in_the_middle_of_a_confirmation_a_handoff_and_an_approval_loses_nothing(served: Served) -> None:
    small = next(o for o in served.orders("delivered", "C0001"))
    large = next(o for o in served.orders("delivered", "C0004") if float(o["total"]["amount"]) > 250)
    quoted = served.signed_in("C0001", region="US")
    quoted.do("refund_order", order_id=small["id"], reason="damaged")
    held = served.talk(consent=True, region="US")
    handoff = held.ask_for_person()["id"]
    served.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    approval = served.signed_in("C0004", region="US")
    approval.do("refund_order", order_id=large["id"], reason="damaged")
    approval.do("confirm")
    before = [t.transcript() for t in (quoted, held, approval)]

    served.restart_after_kill()

    assert [t.transcript() for t in (quoted, held, approval)] == before
    assert quoted.say("yes")["turn"]["outcome"] == "action_done"
    assert held.say("are you still there?")["turn"]["outcome"] == "relayed_to_human"
    assert served.call("POST", f"/v1/handoffs/{handoff}/messages", {"text": "Yes, I am."}, AGENT).status_code == 201
    waiting = approval.state()["handoff"]["id"]
    served.call("POST", f"/v1/handoffs/{waiting}/claim", {}, AGENT)
    assert served.call("POST", f"/v1/handoffs/{waiting}/resume", {"action": "approve"}, AGENT).status_code == 200

    served.restart_after_kill()

    for order in (small, large):
        refunds = [p for p in served.order(order["id"])["payments"] if p["kind"] == "refund"]
        assert len(refunds) == 1
    assert held.state()["status"] == "with_human"
    again = served.call("POST", f"/v1/handoffs/{waiting}/resume", {"action": "approve"}, AGENT)
    assert again.status_code == 200
