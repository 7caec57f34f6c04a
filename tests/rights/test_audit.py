"""The audit log: who did what is in it, and whoever changes it is found out."""

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from domain.audit import AuditEntry
from tests.rights.operator import command
from tests.service import ADMIN, AGENT, ENGINEER, SECOND_AGENT, Served


def entries(served: Served, **filters: str) -> list[dict[str, Any]]:
    query = "&".join(f"{k}={v}" for k, v in {"limit": "200", **filters}.items())
    return list(served.call("GET", f"/v1/audit-log?{query}", key=ADMIN).json()["items"])


def held_handoff(served: Served, text: str) -> tuple[str, str]:
    """A conversation with a hand-off that Ana holds: both ids."""
    talk = served.talk(consent=True, region="US")
    talk.say(text)
    handoff = talk.ask_for_person()["id"]
    assert served.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT).status_code == 200
    return talk.id, handoff


def test_reading_is_told_once(demo: Served) -> None:
    talk = demo.talk(consent=True)
    subject = f"conversation:{talk.id}"
    for _ in range(3):
        demo.call("GET", f"/v1/conversations/{talk.id}/messages", key=AGENT)
        talk.transcript()  # the customer's own
    demo.call("GET", f"/v1/conversations/{talk.id}/messages", key=SECOND_AGENT)
    assert [(e["actor"], e["kind"]) for e in entries(demo, subject=subject)] == [
        ("Ben", "conversation_seen"),
        ("Ana", "conversation_seen"),
    ]


def test_reading_the_back_office_is_told_once_and_names_no_customer(demo: Served) -> None:
    before = entries(demo, kind="customer_seen")
    for _ in range(2):
        demo.call("GET", "/v1/backoffice/customers/C0002", key=SECOND_AGENT)
        demo.call("GET", "/v1/backoffice/orders?customer_id=C0002", key=SECOND_AGENT)
        orders = demo.call("GET", "/v1/backoffice/orders?customer_id=C0002", key=SECOND_AGENT).json()["items"]
        demo.call("GET", f"/v1/backoffice/orders/{orders[0]['id']}", key=SECOND_AGENT)
        demo.call("GET", "/v1/backoffice/products/P1", key=SECOND_AGENT)  # nobody's
    told = [e for e in entries(demo, kind="customer_seen") if e not in before]
    assert [e["detail"]["what"] for e in told] == [f"order {orders[0]['id']}", "orders", "customer"]
    assert len({e["subject"] for e in told}) == 1
    assert "C0002" not in str([e["subject"] for e in told])


def test_one_value_is_opened_for_its_holder_with_a_reason(demo: Served) -> None:
    conversation, handoff = held_handoff(demo, "please call me at +1 212 555 0147 or write to ada.lane@example.org")
    ask = {"token": "[PHONE_1]", "reason": "calling back about the parcel"}
    path = f"/v1/handoffs/{handoff}/unseal"
    assert demo.call("POST", path, ask, AGENT).json() == {"token": "[PHONE_1]", "value": "+12125550147"}
    assert demo.call("POST", path, ask, SECOND_AGENT).status_code == 409
    assert demo.call("POST", path, ask, ENGINEER).status_code == 403
    assert demo.call("POST", path, {**ask, "token": "[PHONE_9]"}, AGENT).status_code == 404
    assert demo.call("POST", path, {**ask, "reason": " "}, AGENT).status_code == 400
    (told,) = entries(demo, subject=f"conversation:{conversation}", kind="personal_data_unsealed")
    assert (told["actor"], told["detail"]) == ("Ana", {"token": "[PHONE_1]", "reason": "calling back about the parcel"})


def test_an_action_that_opens_a_value_is_told_too(demo: Served) -> None:
    talk = demo.signed_in("C0013")
    talk.do("update_account", email="new.address@example.org")
    talk.do("confirm")
    opened = entries(demo, subject=f"conversation:{talk.id}", kind="personal_data_unsealed")
    assert opened
    assert {(e["actor"], e["detail"]["reason"]) for e in opened} == {("the assistant", "action")}


def test_keys_rollout_articles_and_the_start_are_told(demo: Served) -> None:
    made = demo.call("POST", "/v1/staff/keys", {"role": "agent", "name": "Cleo"}, ADMIN)
    assert made.status_code == 201
    key, key_id = made.json()["key"], made.json()["id"]
    assert demo.call("GET", "/v1/staff/me", key=key).json()["name"] == "Cleo"
    (shown,) = [k for k in demo.call("GET", "/v1/staff/keys", key=ADMIN).json()["items"] if k["id"] == key_id]
    assert shown["last_used_at"]
    assert "key" not in shown
    assert demo.call("DELETE", f"/v1/staff/keys/{key_id}", key=ADMIN).status_code == 204
    assert demo.call("DELETE", f"/v1/staff/keys/{key_id}", key=ADMIN).status_code == 404
    article = demo.call("POST", "/v1/kb/articles", {"title": "Audited", "body": "An audited article."}, ADMIN).json()["id"]
    demo.call("DELETE", f"/v1/kb/articles/{article}", key=ADMIN)
    assert [e["kind"] for e in entries(demo, subject=f"key:{key_id}")] == ["key_revoked", "key_created"]
    assert [e["detail"]["revision"] for e in entries(demo, subject=f"article:{article}")] == [None, 1]
    assert {e["kind"] for e in entries(demo, actor="start of the service")} == {
        "policy_changed",
        "texts_changed",
        "staff_keys_changed",
    }
    assert key not in demo.call("GET", "/v1/audit-log?limit=200", key=ADMIN).text
    for other in (AGENT, ENGINEER):
        assert demo.call("GET", "/v1/staff/keys", key=other).status_code == 403


def test_keys_of_the_command_line_are_told_with_who_ran_it(demo: Served) -> None:
    made = command(demo, "keys", "create", "engineer", "Dora")
    key_id, key = made.output.split()
    assert demo.call("GET", "/v1/staff/me", key=key).json()["name"] == "Dora"
    assert re.search(rf"{key_id} .*Dora .*active .*last used", command(demo, "keys", "list").output)
    assert command(demo, "keys", "revoke", key_id).output == "revoked\n"
    assert [(e["kind"], e["role"]) for e in entries(demo, subject=f"key:{key_id}")] == [
        ("key_revoked", "operator"),
        ("key_created", "operator"),
    ]


def test_the_log_is_listed_by_time_and_page(demo: Served) -> None:
    first = demo.call("GET", "/v1/audit-log?limit=2", key=ADMIN).json()
    second = demo.call("GET", f"/v1/audit-log?limit=2&after={first['next']}", key=ADMIN).json()
    seqs = [e["seq"] for e in [*first["items"], *second["items"]]]
    assert seqs == sorted(seqs, reverse=True)
    assert len(set(seqs)) == 4
    assert entries(demo, to="2026-01-01T00:00:00Z") == []
    assert entries(demo, **{"from": "2200-01-01T00:00:00"}) == []
    assert demo.call("GET", "/v1/audit-log?kind=nothing", key=ADMIN).status_code == 400


# The chain


class Copy:
    """A copy of a service's records that somebody gets at who can write into the database, and has not the vault's key."""

    def __init__(self, served: Served, folder: Path) -> None:
        self._served, self.folder = served, folder
        (folder / "vault.key").write_bytes((served.data / "vault.key").read_bytes())
        with sqlite3.connect(served.data / "supportgraph.db") as live, sqlite3.connect(folder / "supportgraph.db") as copy:
            live.backup(copy)

    def verify(self, *arguments: str) -> tuple[int, str]:
        done = command(self._served, "audit", "verify", *arguments, SUPPORTGRAPH_DATA_DIR=str(self.folder))
        return done.exit_code, done.output

    def run(self, sql: str, *values: object, triggers: bool = False) -> None:
        with sqlite3.connect(self.folder / "supportgraph.db") as connection:
            if not triggers:
                connection.execute("DROP TRIGGER audit_entry_no_update")
                connection.execute("DROP TRIGGER audit_entry_no_delete")
            connection.execute(sql, values)

    def entries(self) -> list[dict[str, Any]]:
        with sqlite3.connect(self.folder / "supportgraph.db") as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute("SELECT * FROM audit_entry ORDER BY seq")]


@pytest.fixture
def copy(demo: Served, tmp_path: Path) -> Copy:
    demo.call("GET", f"/v1/conversations/{demo.talk().id}/messages", key=AGENT)
    return Copy(demo, tmp_path)


def test_an_untouched_log_is_whole(copy: Copy) -> None:
    code, said = copy.verify()
    assert code == 0, said
    assert f"{len(copy.entries())} entries" in said
    head = said.rpartition("--head ")[2].strip()
    assert copy.verify("--head", head)[0] == 0


def test_the_database_refuses_a_change(copy: Copy) -> None:
    for sql in ("UPDATE audit_entry SET actor = 'Nobody' WHERE seq = 1", "DELETE FROM audit_entry"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            copy.run(sql, triggers=True)


@pytest.mark.parametrize(
    "change", ["actor = 'Nobody'", "detail = '{}'", "at = '2020-01-01 00:00:00.000000'", "subject = NULL"]
)
def test_a_changed_entry_is_named(copy: Copy, change: str) -> None:
    seq = copy.entries()[-1]["seq"]
    copy.run(f"UPDATE audit_entry SET {change} WHERE seq = {seq}")
    code, said = copy.verify()
    assert code == 1
    assert f"entry {seq}: it was changed" in said


def test_an_entry_that_was_taken_out_is_missed(copy: Copy) -> None:
    copy.run("DELETE FROM audit_entry WHERE seq = 2")
    code, said = copy.verify()
    assert code == 1
    assert "entry 2 is missing" in said


def test_an_end_that_was_cut_off_is_missed_by_who_kept_the_head(copy: Copy) -> None:
    head = copy.verify()[1].rpartition("--head ")[2].strip()
    copy.run("DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry)")
    assert copy.verify()[0] == 0
    code, said = copy.verify("--head", head)
    assert code == 1
    assert "cut off" in said


def test_a_chain_made_anew_without_the_key_is_found_out(copy: Copy) -> None:
    row = copy.entries()[-1]
    forged = AuditEntry.model_validate({**row, "detail": {}, "actor": "Nobody", "at": f"{row['at']}Z"})
    copy.run(
        "UPDATE audit_entry SET actor = 'Nobody', detail = '{}', hash = ? WHERE seq = ?", forged.computed_hash(), forged.seq
    )
    code, said = copy.verify()
    assert code == 1
    assert "1 entries are not marked under a vault key" in said
    assert copy.verify("--other-keys-ok")[0] == 0  # the chain itself fits: only the mark tells
