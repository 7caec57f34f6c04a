"""Somebody at a stranger's open chat: a new e-mail address is no way to a new password, nor to who else has an account."""

import time
from datetime import timedelta
from pathlib import Path

from demo.shop.people import email_of
from tests.faults.fault_service import FaultService
from tests.faults.in_process import JumpingClock, in_process
from tests.faults.office_process import OfficeProcess
from tests.faults.recording_backoffice import customer_id
from tests.graphs.inside import inside
from tests.service import Talk, text_of


def status_of(answer: dict[str, object]) -> str:
    return str(answer["turn"]["tool_calls"][-1]["status"])  # type: ignore[index]  # JSON, whose shape no type says


def change_to(talk: Talk, email: str) -> dict[str, object]:
    talk.do("update_account", email=email)
    return talk.do("confirm")


def test_no_password_link_follows_a_new_address(single: FaultService, office: OfficeProcess) -> None:
    number = office.new_customer()
    talk = single.signed_in(customer_id(number), region="US")
    assert status_of(change_to(talk, "somebody.else@example.com")) == "succeeded"
    refused = talk.do("send_password_reset")
    assert status_of(refused) == "refused"
    assert "changed a short while ago" in text_of(refused)
    # By whichever door: in another conversation, and as a guest who only names the address.
    assert status_of(single.signed_in(customer_id(number), region="US").do("send_password_reset")) == "refused"
    asked = single.talk(consent=True, region="US").do("send_password_reset", email=f"robin{number}@example.com")
    assert "If there is an account" in text_of(asked), "nothing is told of the account"
    time.sleep(1.5)  # for the mail that should not be
    assert office.mails_to(customer_id(number)) == []
    passed_on = talk.say("it wasn't me who changed the e-mail address")
    assert passed_on["turn"]["outcome"] == "handed_off"


async def test_a_day_later_the_link_is_sent(office: OfficeProcess, tmp_path: Path) -> None:
    """Inside the test's process, because only there the clock can be moved."""
    number, clock = office.new_customer(), JumpingClock(-timedelta(hours=25))
    async with in_process(tmp_path / "data", clock, backoffice_url=office.url) as served:
        talk = await served.talk(customer_id(number))
        await talk.do("update_account", email="mine.anew@example.com")
        assert (await talk.do("confirm"))["turn"]["outcome"] == "action_done"
        clock.jump(hours=25)
        later = await served.talk(customer_id(number))
        assert (await later.do("send_password_reset"))["turn"]["outcome"] == "action_done"


async def test_an_address_that_the_shop_refuses_holds_no_link_back(tmp_path: Path) -> None:
    async with inside(tmp_path / "data") as served:
        talk = await served.talk("C0001")
        await talk.do("update_account", email=email_of("Oliver Ashworth", 2))
        assert (await talk.do("confirm"))["turn"]["outcome"] == "action_refused"
        sent = await talk.do("send_password_reset")
        assert sent["turn"]["outcome"] == "action_done", text_of(sent)


def test_addresses_cannot_be_tried_one_after_the_other(single: FaultService, office: OfficeProcess) -> None:
    number = office.new_customer()
    talk = single.signed_in(customer_id(number), region="US")
    tried = [status_of(change_to(talk, f"maybe{n}@example.com")) for n in range(4)]
    assert tried == ["succeeded"] * 3 + ["refused"]
    assert status_of(change_to(single.signed_in(customer_id(number), region="US"), "maybe5@example.com")) == "refused"
