"""The merchant's system is away: customers are greeted and told so, nothing is done, and a person can be asked for."""

from pathlib import Path

from tests.service import Served, customer_token, free_port, text_of


def test_a_back_office_that_is_down_stops_no_conversation(tmp_path: Path) -> None:
    with Served(tmp_path / "data", demo=False, SUPPORTGRAPH_BACKOFFICE_URL=f"http://127.0.0.1:{free_port()}") as served:
        talk = served.talk(customer_token=customer_token("C0001", name="Maya Torres"), consent=True)
        assert talk.made["messages"][0]["text"].startswith("Hello Maya! I'm Pip, the AI assistant")
        answer = talk.do("refund_order", order_id="HP104233", reason="damaged")
        assert answer["turn"]["tool_calls"][-1]["status"] == "failed"
        assert "nothing was done" in text_of(answer)
        assert answer["turn"]["failures"] == 1
        assert talk.say("I want to talk to a person")["turn"]["outcome"] == "handed_off"
