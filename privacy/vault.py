"""The vault: seals originals, digests them for comparison and signs conversation tokens, each under a key of its own."""

import base64
import binascii
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_NONCE_BYTES = 12
_VERSION = b"\x01"  # of the box's layout: version, nonce, ciphertext with tag


class AesGcmVault:
    """Meets ``domain.ports.privacy.Vault``. ``key`` is 32 bytes; raises ``ValueError`` for another length."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"the vault key must have {KEY_BYTES} bytes, not {len(key)}")
        self._sealing = AESGCM(_derive(key, "seal"))
        self._digesting = _derive(key, "digest")
        self._signing = _derive(key, "sign")

    def seal(self, value: str, context: str) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _VERSION + nonce + self._sealing.encrypt(nonce, value.encode(), context.encode())

    def open(self, box: bytes, context: str) -> str:
        """Raises ``ValueError`` for another key or context, or a box that was changed."""
        if box[:1] != _VERSION:
            raise ValueError("this box was not sealed by this vault")
        nonce, sealed = box[1 : 1 + _NONCE_BYTES], box[1 + _NONCE_BYTES :]
        try:
            return self._sealing.decrypt(nonce, sealed, context.encode()).decode()
        except (InvalidTag, ValueError):
            raise ValueError("this box cannot be opened with this key and context") from None

    def digest(self, value: str, context: str) -> str:
        return _mac(self._digesting, context, value).hex()

    def sign(self, purpose: str, value: str) -> str:
        """URL-safe signature of ``value``, without padding; one made for a purpose means nothing for another."""
        return base64.urlsafe_b64encode(_mac(self._signing, purpose, value)).rstrip(b"=").decode()

    def verify(self, purpose: str, value: str, signature: str) -> bool:
        """Whether ``signature`` is what ``sign`` gives, compared in constant time."""
        return hmac.compare_digest(self.sign(purpose, value).encode(), signature.encode())


def load_key(env_value: str | None, data_dir: Path) -> bytes:
    """The 32-byte vault key: ``env_value`` (base64), else ``data_dir/vault.key``, made at first use with mode 0600.

    Raises ``ValueError`` where either is not base64 of 32 bytes, and ``OSError`` where the folder cannot be written.
    """
    if env_value and env_value.strip():
        return _decode(env_value, "SUPPORTGRAPH_VAULT_KEY")
    path = data_dir / "vault.key"
    if not path.exists():
        _make_key_file(path)
    return _decode(path.read_text(encoding="ascii", errors="replace"), path.name)


def _make_key_file(path: Path) -> None:
    """Write a draft and link it into place: no reader sees half a key, and the first of two racing processes wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(base64.b64encode(secrets.token_bytes(KEY_BYTES)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(draft)
    except FileExistsError:
        pass  # another process was first: its key is the key
    finally:
        draft.unlink()


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
