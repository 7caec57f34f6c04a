"""The vault: seals originals, digests them for comparison and signs conversation tokens, each under a key of its own."""

import base64
import binascii
import contextlib
import hashlib
import hmac
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_NONCE_BYTES = 12
_VERSION = b"\x01"  # of the box's layout: version, nonce, ciphertext with tag


class AesGcmVault:
    """Meets ``domain.ports.privacy.Vault``. Keys are of 32 bytes; raises ``ValueError`` for another length.

    ``key`` digests and signs, so that what was digested and signed stays known when the sealing key is rotated. ``newer`` keys seal:
    the first one does, and every one opens what it has sealed; without them ``key`` does that too."""

    def __init__(self, key: bytes, newer: Sequence[bytes] = ()) -> None:
        for one in (key, *newer):
            if len(one) != KEY_BYTES:
                raise ValueError(f"the vault key must have {KEY_BYTES} bytes, not {len(one)}")
        self._sealing = [AESGCM(_derive(one, "seal")) for one in (*newer, key)]
        self._digesting = _derive(key, "digest")
        self._signing = _derive(key, "sign")

    def seal(self, value: str, context: str) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _VERSION + nonce + self._sealing[0].encrypt(nonce, value.encode(), context.encode())

    def open(self, box: bytes, context: str) -> str:
        """Raises ``ValueError`` for another key or context, or a box that was changed."""
        if box[:1] != _VERSION:
            raise ValueError("this box was not sealed by this vault")
        nonce, sealed = box[1 : 1 + _NONCE_BYTES], box[1 + _NONCE_BYTES :]
        for key in self._sealing:
            with contextlib.suppress(InvalidTag, ValueError):
                return key.decrypt(nonce, sealed, context.encode()).decode()
        raise ValueError("this box cannot be opened with this key and context")

    def is_current(self, box: bytes, context: str) -> bool:
        """Whether the first key has sealed it."""
        try:
            self._sealing[0].decrypt(box[1 : 1 + _NONCE_BYTES], box[1 + _NONCE_BYTES :], context.encode())
        except (InvalidTag, ValueError):
            return False
        return True

    def digest(self, value: str, context: str) -> str:
        return _mac(self._digesting, context, value).hex()

    def sign(self, purpose: str, value: str) -> str:
        """URL-safe signature of ``value``, without padding; one made for a purpose means nothing for another."""
        return base64.urlsafe_b64encode(_mac(self._signing, purpose, value)).rstrip(b"=").decode()

    def verify(self, purpose: str, value: str, signature: str) -> bool:
        """Whether ``signature`` is what ``sign`` gives, compared in constant time."""
        return hmac.compare_digest(self.sign(purpose, value).encode(), signature.encode())


def load_keys(env_value: str | None, data_dir: Path) -> list[bytes]:
    """The vault's keys, the sealing one first: ``env_value`` (base64, comma-separated), else the lines of ``data_dir/vault.key``,
    which is made with one key, mode 0600, at first use.

    Raises ``ValueError`` where one is not base64 of 32 bytes, and ``OSError`` where the folder cannot be written.
    """
    if env_value and env_value.strip():
        return [_decode(part, "SUPPORTGRAPH_VAULT_KEY") for part in env_value.split(",")]
    path = key_file(data_dir)
    if not path.exists():
        _write_key_file(path, [new_key()], replaces=False)
    lines = path.read_text(encoding="ascii", errors="replace").split("\n")
    return [_decode(line, path.name) for line in (lines[:-1] if lines[-1] == "" and len(lines) > 1 else lines)]


def vault_with(keys: Sequence[bytes]) -> AesGcmVault:
    """The last key is the oldest: it digests and signs."""
    return AesGcmVault(keys[-1], keys[:-1])


def key_file(data_dir: Path) -> Path:
    return data_dir / "vault.key"


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def replace_key_file(data_dir: Path, keys: Sequence[bytes]) -> None:
    """These keys, the sealing one first, in the file's place: whoever reads it finds the old keys or the new ones."""
    _write_key_file(key_file(data_dir), keys, replaces=True)


def _write_key_file(path: Path, keys: Sequence[bytes], *, replaces: bool) -> None:
    """Write a draft and link it into place: no reader sees half a key, and the first of two racing processes wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(base64.b64encode(key) + b"\n" for key in keys)
            file.flush()
            os.fsync(file.fileno())
        if replaces:
            draft.replace(path)
        else:
            path.hardlink_to(draft)
    except FileExistsError:
        pass  # another process was first: its key is the key
    finally:
        draft.unlink(missing_ok=True)


def _decode(value: str, source: str) -> bytes:
    text = value.strip().replace("-", "+").replace("_", "/")
    try:
        key = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise ValueError(f"{source} is not base64") from None
    if len(key) != KEY_BYTES:
        raise ValueError(f"{source} must be base64 of {KEY_BYTES} bytes, not {len(key)}")
    return key


def _derive(key: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=f"supportgraph/vault/{purpose}".encode()).derive(key)


def _mac(key: bytes, context: str, value: str) -> bytes:
    """The length before ``context`` keeps ("ab", "c") and ("a", "bc") apart."""
    name = context.encode()
    return hmac.digest(key, len(name).to_bytes(4, "big") + name + value.encode(), hashlib.sha256)
