"""Each answer to the question of consent leaves its proof: the words shown, their version, the time."""

import hashlib
import sqlite3

from tests.service import ADMIN, Served, customer_token


def test_every_way_to_answer_leaves_a_proof(demo: Served) -> None:
    opened = demo.talk(customer_token=customer_token("C0014", region="DE"), consent=True, region="DE")
    talk = demo.talk(customer_token=customer_token("C0014", region="DE"), region="DE", locale="en-GB")
    demo.call("PUT", f"/v1/conversations/{talk.id}/consent", {"granted": False}, talk.token)
    demo.call("PUT", f"/v1/conversations/{talk.id}/consent", {"granted": True}, talk.token)
    spoken = demo.talk(customer_token=customer_token("C0014", region="DE"), region="DE")
    asked = spoken.made["messages"][0]["text"]
    spoken.say("yes")
    held = demo.call("GET", "/v1/customers/C0014/export", key=ADMIN).json()["conversations"]
    proofs = {c["id"]: [(p["granted"], p["given_by"]) for p in c["consents"]] for c in held}
    assert proofs[opened.id] == [(True, "opening")]
    assert proofs[talk.id] == [(False, "button"), (True, "button")]
    assert proofs[spoken.id] == [(True, "words")]
    proof = next(c for c in held if c["id"] == spoken.id)["consents"][0]
    assert proof["words"] in asked  # as it was shown
    assert proof["words_version"] == hashlib.sha256(proof["words"].encode()).hexdigest()
    assert (proof["mode"], proof["region"]) == ("opt_in", "DE")
    assert proof["at"] >= spoken.made["messages"][0]["created_at"]
    assert proof["policy_version"]


def test_a_proof_outlives_the_conversation_and_names_nobody(demo: Served) -> None:
    talk = demo.talk(region="DE", consent=True)

    def proofs() -> list[tuple[object, ...]]:
        with sqlite3.connect(f"file:{demo.data / 'supportgraph.db'}?mode=ro", uri=True) as connection:
            return connection.execute("SELECT * FROM consent ORDER BY id DESC LIMIT 1").fetchall()

    before = proofs()
    assert talk.id not in str(before)
    demo.call("DELETE", f"/v1/conversations/{talk.id}", key=ADMIN)
    assert proofs() == before
