"""The scripted customer: answers what is asked, agrees to what was meant only, and is judged by what came about."""

from typing import Any

import pytest
from pydantic import ValidationError

from evals.evaluators import differences, in_words
from evals.scripted_customer import Script, ScriptedCustomer
from evals.suite import Case, load_suite

Answer = dict[str, Any]


class Service:
    """Answers by a list, and keeps what was said."""

    def __init__(self, *answers: tuple[Answer, Answer]) -> None:
        self._answers, self._state = list(answers), {}
        self.heard: list[str] = []

    async def say(self, text: str) -> Answer:
        self.heard.append(text)
        answer, self._state = self._answers.pop(0)
        return answer

    async def state(self) -> Answer:
        return self._state


def turn(text: str, outcome: str = "answered", *calls: Answer, first: str = "reply") -> Answer:
    message = {"role": "assistant", "text": text, "actions": [{"kind": first}], "citations": []}
    return {"turn": {"outcome": outcome, "tool_calls": list(calls)}, "messages": [message]}


def quote(name: str, amount: str = "9.00") -> Answer:
    return {"pending_action": {"name": name, "arguments": {"order_id": "HP1"}, "amount": {"amount": amount}}}


DONE = {"name": "refund_order", "arguments": {"order_id": "HP1"}, "status": "succeeded", "result": {"reference": "R1"}}
SCRIPT = Script(
    says=["the towel is missing"],
    plain="refund the towel of HP1",
    knows={"order": "HP1"},
    wants=[[r"did refund_order HP1 .* 9\.00"]],
)


async def test_what_is_asked_is_answered_and_what_was_meant_is_agreed_to() -> None:
    service = Service(
        (turn("Which order is it?", "asked_for_input"), {}),
        (turn("I will refund it. Shall I go ahead?", "asked_for_confirmation"), quote("refund_order")),
        (turn("Done.", "action_done", DONE), {}),
    )
    customer = ScriptedCustomer(SCRIPT)
    await customer.talk(service.say, service.state)
    assert service.heard == ["the towel is missing", "HP1", "Yes"]
    assert customer.end == "resolved"
    assert customer.problems() == []


async def test_another_amount_is_not_agreed_to() -> None:
    service = Service(
        (turn("Shall I go ahead?", "asked_for_confirmation"), quote("refund_order", "62.00")),
        (turn("All right, nothing was changed."), {}),
        (turn("Hm."), {}),
        (turn("Hm."), {}),
    )
    customer = ScriptedCustomer(SCRIPT)
    await customer.talk(service.say, service.state)
    assert service.heard[1] == "No, that's not what I asked for."
    assert customer.end == "trapped"
    assert customer.problems()


async def test_an_effect_that_was_not_meant_is_a_problem_whatever_came_of_it() -> None:
    other = {**DONE, "name": "cancel_order"}
    service = Service((turn("Done.", "action_done", other, DONE), {}), (turn("x"), {}), (turn("x"), {}))
    customer = ScriptedCustomer(SCRIPT.model_copy(update={"wants": [[r"did refund_order HP1"]]}))
    await customer.talk(service.say, service.state)
    assert customer.end == "resolved"
    assert customer.problems() == ["came about, and was not meant: did cancel_order HP1 all -"]


async def test_an_offer_of_a_person_is_taken() -> None:
    service = Service(
        (turn("I can't find it. Would you like to talk to a person?", "no_answer_found", first="handoff"), {}),
        (turn("I'm bringing in a person.", "handed_off"), {"handoff": {"reason": "customer_request"}}),
    )
    customer = ScriptedCustomer(SCRIPT)
    await customer.talk(service.say, service.state)
    assert service.heard[-1] == "Yes"
    assert customer.end == "handed_over"


def test_a_case_has_turns_or_a_script() -> None:
    with pytest.raises(ValidationError, match="either turns or a script"):
        Case(id="neither")


def test_the_acts_that_were_read_are_told_and_compared() -> None:
    read = {"acts": [{"act": "wish", "intent": "cancel_order", "negated": True, "order_id": "HP1"}, {"act": "urgent"}]}
    assert in_words({**read, "language": "en"}) == ["read (en): not wish cancel_order HP1 · urgent"]
    assert differences([{"act": "wish", "negated": True}, {"act": "urgent"}], read) == []
    assert len(differences([{"act": "wish", "negated": False}], read)) == 2


@pytest.mark.parametrize("suite", ["acts", "dialogues", "urgent"])
def test_the_shipped_suites_can_be_read(suite: str) -> None:
    assert len(load_suite(suite)) >= 18
