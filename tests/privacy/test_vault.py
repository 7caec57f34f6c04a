import base64
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy.vault import AesGcmVault, load_keys, vault_with

VAULT = AesGcmVault(bytes(32))


@given(st.text(), st.text())
def test_what_is_sealed_opens_in_its_context_only(value: str, context: str) -> None:
    box = VAULT.seal(value, context)
    assert VAULT.open(box, context) == value
    with pytest.raises(ValueError, match="cannot be opened"):
        VAULT.open(box, context + "x")


def test_a_changed_box_and_another_key_are_refused() -> None:
    box = VAULT.seal("ana@example.com", "c1")
    assert b"ana" not in box
    for broken in (box[:-1], box[:13] + bytes([box[13] ^ 1]) + box[14:], b"", b"\x02" + box[1:]):
        with pytest.raises(ValueError, match="box"):
            VAULT.open(broken, "c1")
    with pytest.raises(ValueError, match="cannot be opened"):
        AesGcmVault(bytes([1]) * 32).open(box, "c1")
    assert VAULT.seal("ana@example.com", "c1") != box


def test_digests_are_equal_for_equal_values_of_one_context() -> None:
    assert VAULT.digest("a", "c1") == VAULT.digest("a", "c1")
    others = {VAULT.digest("a", "c1"), VAULT.digest("b", "c1"), VAULT.digest("a", "c2"), VAULT.digest("1a", "c")}
    others.add(AesGcmVault(bytes([1]) * 32).digest("a", "c1"))
    assert len(others) == 5


def test_signatures_are_bound_to_their_purpose() -> None:
    signature = VAULT.sign("conversation", "c1")
    assert VAULT.verify("conversation", "c1", signature)
    assert not VAULT.verify("conversation", "c2", signature)
    assert not VAULT.verify("webhook", "c1", signature)
    assert not VAULT.verify("conversation", "c1", signature[:-1] + "é")
    assert set(signature) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def test_the_key_of_the_environment_wins(tmp_path: Path) -> None:
    key = os.urandom(32)
    assert load_keys(base64.b64encode(key).decode(), tmp_path) == [key]
    assert load_keys(base64.urlsafe_b64encode(key).decode().rstrip("="), tmp_path) == [key]
    assert list(tmp_path.iterdir()) == []
    for bad in ("not base64!", base64.b64encode(b"short").decode()):
        with pytest.raises(ValueError, match="SUPPORTGRAPH_VAULT_KEY"):
            load_keys(bad, tmp_path)


def test_a_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    (key,) = load_keys(None, folder)
    assert len(key) == 32
    assert load_keys("", folder) == [key]
    assert stat.S_IMODE((folder / "vault.key").stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == ["vault.key"]


def test_racing_starts_end_with_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(lambda _: load_keys(None, tmp_path)[0], range(64)))
    assert len(keys) == 1


def test_a_damaged_key_file_is_an_error_and_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "vault.key").write_text("oops")
    with pytest.raises(ValueError, match=r"vault\.key"):
        load_keys(None, tmp_path)
    assert (tmp_path / "vault.key").read_text() == "oops"


def test_a_newer_key_seals_and_the_older_go_on_opening_signing_and_digesting(tmp_path: Path) -> None:
    old, new = os.urandom(32), os.urandom(32)
    before, after = vault_with([old]), vault_with([new, old])
    box = before.seal("ana@example.org", "c1")
    assert after.open(box, "c1") == "ana@example.org"
    assert not after.is_current(box, "c1")
    newer = after.seal("ana@example.org", "c1")
    assert after.is_current(newer, "c1")
    with pytest.raises(ValueError, match="cannot be opened"):
        before.open(newer, "c1")
    assert vault_with([new]).open(newer, "c1") == "ana@example.org"
    assert after.digest("a", "c1") == before.digest("a", "c1")
    assert after.sign("conversation", "c1") == before.sign("conversation", "c1")
    both = ",".join(base64.b64encode(key).decode() for key in (new, old))
    assert load_keys(both, tmp_path) == [new, old]
