"""The vault's keys are rotated: what was sealed stays open, under the new key; conversations, proofs and the log go on."""

import base64
import sqlite3
from pathlib import Path

import pytest

from privacy.vault import vault_with
from tests.rights.operator import command
from tests.service import ADMIN, AGENT, Served


def _boxes(served: Served) -> list[tuple[str, bytes]]:
    with sqlite3.connect(served.data / "supportgraph.db") as connection:
        return connection.execute("SELECT conversation_id, box FROM vault WHERE box IS NOT NULL").fetchall()


def _keys(served: Served) -> list[bytes]:
    return [base64.b64decode(line) for line in (served.data / "vault.key").read_text().split()]


@pytest.fixture
def stopped(tmp_path: Path) -> Served:
    """A service that has lived and was stopped."""
    return Served(tmp_path / "data", demo=False)


def test_rotated_and_forgotten(stopped: Served) -> None:
    with stopped:
        talk = stopped.talk(region="US", consent=True)
        talk.say("write to rosalind.fisk@example.org or call +1 212 555 0147")
        refused = command(stopped, "vault", "rotate")
        assert refused.exit_code == 1
        assert "stop the service first" in refused.output
        assert len(_keys(stopped)) == 1
    before = _boxes(stopped)
    rotated = command(stopped, "vault", "rotate")
    assert rotated.exit_code == 0, rotated.output
    assert f"{len(before)} values sealed anew" in rotated.output
    new, old = _keys(stopped)
    assert (stopped.data / "vault.key").stat().st_mode & 0o777 == 0o600
    for conversation_id, box in _boxes(stopped):
        assert vault_with([new]).open(box, conversation_id)  # without the old key
        with pytest.raises(ValueError, match="cannot be opened"):
            vault_with([old]).open(box, conversation_id)
    assert not [name for name, content in stopped.stored_bytes().items() for _, box in before if box in content]
    assert "0 values sealed anew" not in command(stopped, "audit", "verify").output
    stopped.http.close()
    again = Served(stopped.data, demo=False)
    with again:
        assert again.call("GET", f"/v1/conversations/{talk.id}", key=talk.token).status_code == 200
        said = again.call(
            "POST", f"/v1/conversations/{talk.id}/messages", {"text": "I said rosalind.fisk@example.org"}, talk.token
        )
        assert said.status_code == 200
        last = again.call("GET", f"/v1/conversations/{talk.id}/messages?limit=200", key=talk.token).json()["items"]
        assert "I said [EMAIL_1]" in [m["text"] for m in last]  # the same value, the same token
        handoff = again.call("POST", f"/v1/conversations/{talk.id}/handoff", {}, talk.token).json()["handoff"]["id"]
        again.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
        opened = again.call("POST", f"/v1/handoffs/{handoff}/unseal", {"token": "[EMAIL_1]", "reason": "to answer"}, AGENT)
        assert opened.json()["value"] == "rosalind.fisk@example.org"
        (told,) = again.call("GET", "/v1/audit-log?kind=vault_rotated", key=ADMIN).json()["items"]
        assert told["detail"]["sealed_anew"] == len(before)
    assert command(stopped, "audit", "verify").exit_code == 0
    forgotten = command(stopped, "vault", "rotate", "--forget-old")
    assert forgotten.exit_code == 0, forgotten.output
    assert len(_keys(stopped)) == 1
    assert all(vault_with(_keys(stopped)).open(box, conversation_id) for conversation_id, box in _boxes(stopped))
    assert command(stopped, "audit", "verify").exit_code == 1  # what was written before is marked under a key that is gone
    assert command(stopped, "audit", "verify", "--other-keys-ok").exit_code == 0


def test_keys_of_the_variable(tmp_path: Path) -> None:
    served = Served(tmp_path / "data", demo=False)
    first, second = ("A" * 43 + "=", "B" * 42 + "A=")
    alone = command(served, "vault", "rotate", SUPPORTGRAPH_VAULT_KEY=first)
    assert "put the new key before the old one" in alone.output
    done = command(served, "vault", "rotate", SUPPORTGRAPH_VAULT_KEY=f"{second},{first}")
    assert done.exit_code == 0, done.output
    assert (
        "in SUPPORTGRAPH_VAULT_KEY"
        in command(served, "vault", "rotate", "--forget-old", SUPPORTGRAPH_VAULT_KEY=f"{second},{first}").output
    )
    stranger = command(served, "vault", "rotate", SUPPORTGRAPH_VAULT_KEY=f"{first},{second}")
    assert stranger.exit_code == 1  # the oldest key is what the database knows
    served.http.close()
