"""The back office does the work and its answer is lost: it is asked by the key, and never to do it again."""

from typing import Any

import pytest

from tests.faults.conftest import NewService
from tests.faults.fault_service import FaultService
from tests.faults.office_process import OfficeProcess
from tests.faults.test_every_step import quoted

LOST = {"times out": {"delay_after": 3.0}, "a 500": {"answer": "error"}, "no answer": {"answer": "silence"}}


def confirmed(service: FaultService, office: OfficeProcess, **manners: Any) -> tuple[dict[str, Any], int]:
    """The answer to a confirmed refund while the back office behaves so, and how often it was paid."""
    talk, order = quoted(service, office, 0, "refund_order", reason="damaged")
    office.behave(**manners)
    answer = talk.do("confirm")
    office.behave()
    answer["again"] = talk.do("confirm")["turn"]
    return answer, office.done("refund")[order]


@pytest.mark.parametrize("manners", LOST.values(), ids=LOST)
def test_a_refund_whose_answer_is_lost_is_found_by_its_key(
    manners: dict[str, Any], single: FaultService, office: OfficeProcess
) -> None:
    answer, paid = confirmed(single, office, **manners)
    assert answer["turn"]["outcome"] == "action_done"
    assert answer["again"]["outcome"] == "action_refused"  # nothing waits any more
    assert paid == 1


def test_what_nobody_can_know_goes_to_a_person_and_is_not_tried_again(single: FaultService, office: OfficeProcess) -> None:
    answer, paid = confirmed(single, office, answer="error", knows=False)
    assert answer["turn"]["outcome"] == "handed_off"
    assert answer["conversation"]["status"] == "waiting_for_human"
    assert answer["again"]["outcome"] == "relayed_to_human"
    assert paid == 1


def test_a_back_office_that_is_away_loses_nothing(single: FaultService, office: OfficeProcess) -> None:
    talk, order = quoted(single, office, 0, "refund_order", reason="damaged")
    office.behave(away=True)
    away = talk.do("refund_order", order_id=order, reason="damaged")
    assert (away["turn"]["outcome"], away["turn"]["tool_calls"][0]["status"]) == ("error", "failed")
    office.behave()
    talk.do("refund_order", order_id=order, reason="damaged")
    assert talk.do("confirm")["turn"]["outcome"] == "action_done"
    assert office.done("refund")[order] == 1


def test_a_refund_tried_again_in_doubt_is_noticed(new_service: NewService, office: OfficeProcess) -> None:
    _, paid = confirmed(new_service("tries_again_in_doubt").start(), office, answer="error")
    assert paid > 1
