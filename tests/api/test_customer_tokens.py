"""What proves a signed-in customer, and everything that looks like it and does not."""

import asyncio
import base64
import json
import math
import time
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from api.customer_tokens import Claims, CustomerTokens
from domain.errors import CannotStart, InvalidCustomerToken
from supportgraph.sign_in import public_keys
from supportgraph.sign_in.public_keys import Jwks

SECRET, OLD_SECRET = "the-current-secret-0123456789abcdef", "the-secret-before-0123456789abcdef"
RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
EC_KEY = ec.generate_private_key(ec.SECP256R1())


def _jwk(key: Any, kid: str, **more: str) -> dict[str, Any]:
    algorithm = jwt.algorithms.ECAlgorithm if isinstance(key, ec.EllipticCurvePrivateKey) else jwt.algorithms.RSAAlgorithm
    return {**json.loads(algorithm.to_jwk(key.public_key())), "kid": kid, **more}


def _write(path: Path, *keys: dict[str, Any]) -> str:
    path.write_text(json.dumps({"keys": keys}))
    return str(path)


def _claims(**changed: Any) -> dict[str, Any]:
    now = int(time.time())
    made = {"sub": "C0001", "iat": now, "exp": now + 3600, "name": "Maya Torres", "region": "us", **changed}
    return {name: value for name, value in made.items() if value is not None}


def _read(token: str, tokens: CustomerTokens | None = None) -> Claims:
    return asyncio.run((tokens or CustomerTokens((SECRET, OLD_SECRET))).read(token))


def _with_keys(path: Path, *keys: dict[str, Any], secrets: tuple[str, ...] = ()) -> CustomerTokens:
    source = Jwks(_write(path, *keys))
    asyncio.run(source.start())
    return CustomerTokens(secrets, source.find)


def test_a_valid_token() -> None:
    claims = _read(jwt.encode(_claims(), SECRET, "HS256"))
    assert (claims.customer_id, claims.first_name, claims.region) == ("C0001", "Maya", "US")
    assert claims.until is not None


def test_the_secret_before_is_taken_while_it_is_set() -> None:
    token = jwt.encode(_claims(), OLD_SECRET, "HS256")
    assert _read(token).customer_id == "C0001"
    with pytest.raises(InvalidCustomerToken):
        _read(token, CustomerTokens((SECRET,)))
    with pytest.raises(InvalidCustomerToken):
        _read(token, CustomerTokens())


NOW = int(time.time())


@pytest.mark.parametrize(
    "changed",
    [
        {"exp": None},
        {"exp": NOW - 1},
        {"exp": NOW + 25 * 3600},  # long-lived, from now
        {"iat": NOW - 20 * 3600, "exp": NOW + 20 * 3600},  # long-lived, over its life
        {"exp": math.nan},
        {"exp": math.inf},
        {"exp": "9999999999"},
        {"exp": str(NOW + 60)},
        {"exp": True},
        {"exp": [NOW + 60]},
        {"exp": 10**400},
        {"iat": NOW + 3600},  # of the future
        {"iat": math.nan},
        {"iat": math.inf},
        {"iat": -math.inf},
        {"iat": "yesterday"},
        {"iat": True},
        {"nbf": NOW + 3600},
        {"sub": None},
        {"sub": ""},
        {"sub": 17},
        {"sub": "x" * 201},
        {"sub": ["C0001"]},
        {"aud": "another-service"},
    ],  # named by their place: a time in a name differs between the processes that share the tests
)
def test_what_is_no_proof(changed: dict[str, Any]) -> None:
    with pytest.raises(InvalidCustomerToken):
        _read(_signed(_claims(**changed)))


def _signed(claims: dict[str, Any], header: dict[str, Any] | None = None, secret: str = SECRET) -> str:
    """By hand: PyJWT does not write every wrong claim."""
    import hashlib
    import hmac

    def part(value: bytes) -> str:
        return base64.urlsafe_b64encode(value).rstrip(b"=").decode()

    head = part(json.dumps(header or {"alg": "HS256", "typ": "JWT"}).encode())
    signed = f"{head}.{part(json.dumps(claims).encode())}"
    return f"{signed}.{part(hmac.digest(secret.encode(), signed.encode(), hashlib.sha256))}"


def test_tokens_made_by_hand_are_read() -> None:
    assert _read(_signed(_claims())).customer_id == "C0001"  # else the cases above would prove nothing


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "HS384", "HS512", "", None, "hs256", ["HS256"]])
def test_an_algorithm_that_is_not_ours(algorithm: Any) -> None:
    unsigned = _signed(_claims(), {"alg": algorithm, "typ": "JWT"})
    for token in (unsigned, unsigned.rpartition(".")[0] + "."):
        with pytest.raises(InvalidCustomerToken):
            _read(token)


@pytest.mark.parametrize("token", ["", "a", "a.b.c", "....", "é.é.é", "x" * 9000, "[" * 5000])
def test_what_is_no_token(token: str) -> None:
    with pytest.raises(InvalidCustomerToken):
        _read(token)


def test_another_secret_or_a_changed_claim() -> None:
    token = jwt.encode(_claims(), "x" * 40, "HS256")
    with pytest.raises(InvalidCustomerToken):
        _read(token)
    head, _, signature = _signed(_claims()).split(".")
    other = _signed(_claims(sub="C0002")).split(".")[1]
    with pytest.raises(InvalidCustomerToken):
        _read(f"{head}.{other}.{signature}")


def test_key_pairs_by_id(tmp_path: Path) -> None:
    tokens = _with_keys(tmp_path / "keys.json", _jwk(RSA_KEY, "r1"), _jwk(EC_KEY, "e1"))
    assert _read(jwt.encode(_claims(), RSA_KEY, "RS256", headers={"kid": "r1"}), tokens).customer_id == "C0001"
    assert _read(jwt.encode(_claims(), EC_KEY, "ES256", headers={"kid": "e1"}), tokens).customer_id == "C0001"
    assert _read(jwt.encode(_claims(), EC_KEY, "ES256"), tokens).customer_id == "C0001"  # names no key
    wrong = [
        jwt.encode(_claims(), OTHER_RSA_KEY, "RS256", headers={"kid": "r1"}),  # another's key under a known id
        jwt.encode(_claims(), RSA_KEY, "RS256", headers={"kid": "e1"}),  # the id of a key of another kind
        jwt.encode(_claims(), RSA_KEY, "RS512", headers={"kid": "r1"}),
        jwt.encode(_claims(iat=NOW + 3600), RSA_KEY, "RS256", headers={"kid": "r1"}),
        jwt.encode(_claims(), SECRET, "HS256", headers={"kid": "r1"}),  # no secret is set
    ]
    for token in wrong:
        with pytest.raises(InvalidCustomerToken):
            _read(token, tokens)


def test_a_public_key_is_no_secret(tmp_path: Path) -> None:
    """HS256 over the public key's own bytes: the classic confusion of algorithms."""
    tokens = _with_keys(tmp_path / "keys.json", _jwk(RSA_KEY, "r1"), secrets=(SECRET,))
    public = RSA_KEY.public_key()
    for form in (serialization.PublicFormat.SubjectPublicKeyInfo, serialization.PublicFormat.PKCS1):
        pem = public.public_bytes(serialization.Encoding.PEM, form).decode()
        with pytest.raises(InvalidCustomerToken):
            _read(_signed(_claims(), {"alg": "HS256", "kid": "r1"}, pem), tokens)


def test_secrets_and_private_keys_in_a_key_set_are_not_taken(tmp_path: Path) -> None:
    octets = {"kty": "oct", "k": base64.urlsafe_b64encode(SECRET.encode()).decode(), "kid": "o1", "alg": "HS256"}
    private = {**json.loads(jwt.algorithms.ECAlgorithm.to_jwk(EC_KEY)), "kid": "p1"}
    for keys in ([octets], [private], [_jwk(RSA_KEY, "x", use="enc")], []):
        with pytest.raises(CannotStart, match="SUPPORTGRAPH_CUSTOMER_JWKS"):
            _with_keys(tmp_path / "keys.json", *keys)
    tokens = _with_keys(tmp_path / "keys.json", octets, _jwk(RSA_KEY, "r1"))
    with pytest.raises(InvalidCustomerToken):
        _read(_signed(_claims(), {"alg": "HS256", "kid": "o1"}), tokens)


def test_a_site_that_rotates_its_keys_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_keys, "UNKNOWN_KEY_SECONDS", 0.0)
    tokens = _with_keys(tmp_path / "keys.json", _jwk(RSA_KEY, "r1"))
    token = jwt.encode(_claims(), OTHER_RSA_KEY, "RS256", headers={"kid": "r2"})
    with pytest.raises(InvalidCustomerToken):
        _read(token, tokens)
    _write(tmp_path / "keys.json", _jwk(OTHER_RSA_KEY, "r2"))
    assert _read(token, tokens).customer_id == "C0001"
    (tmp_path / "keys.json").write_text("half a fi")  # what was read last stays
    assert _read(token, tokens).customer_id == "C0001"
    with pytest.raises(InvalidCustomerToken):
        _read(jwt.encode(_claims(), RSA_KEY, "RS256", headers={"kid": "r1"}), tokens)  # the old key is gone
