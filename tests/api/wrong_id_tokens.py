"""ID tokens that let nobody in, each for one reason."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.open_id_server import CLIENT_ID, CLIENT_SECRET, KEY, Claims, signed

OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PUBLIC_PEM = KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def _other(**changed: Any) -> Callable[[Claims], str]:  # Any: JSON
    return lambda claims: signed({**claims, **changed})


def _without(name: str) -> Callable[[Claims], str]:
    return lambda claims: signed({key: value for key, value in claims.items() if key != name})


NOW = time.time()
WRONG_TOKENS: dict[str, Callable[[Claims], str]] = {
    "another nonce": _other(nonce="of-another-sign-in"),
    "no nonce": _without("nonce"),
    "another audience": _other(aud="another-client"),
    "another audience among several": _other(aud=["another-client", "a-third"]),
    "several audiences, and meant for another": _other(aud=[CLIENT_ID, "another-client"], azp="another-client"),
    "several audiences without a word for whom": _other(aud=[CLIENT_ID, "another-client"]),
    "no audience": _without("aud"),
    "another issuer": _other(iss="http://127.0.0.1:9/evil"),
    "no issuer": _without("iss"),
    "expired": _other(exp=int(NOW) - 3600),
    "never expires": _other(exp=float("inf")),
    "expires at no time": _other(exp=float("nan")),
    "no expiry": _without("exp"),
    "issued in the future": _other(iat=int(NOW) + 7200),
    "not valid yet": _other(nbf=int(NOW) + 7200),
    "no subject": _without("sub"),
    "a number as subject": _other(sub=7),
    "a hash of another access token": _other(at_hash="AAAAAAAAAAAAAAAAAAAAAA"),
    "alg none": lambda claims: jwt.encode(claims, None, "none"),
    "alg none with a key's id": lambda claims: jwt.encode(claims, None, "none", headers={"kid": "k1"}),
    "HS256 with the public key": lambda claims: _hs256(claims, PUBLIC_PEM),
    "HS256 with the client's secret": lambda claims: jwt.encode(claims, CLIENT_SECRET, "HS256", headers={"kid": "k1"}),
    "another key under a known id": lambda claims: jwt.encode(claims, OTHER_KEY, "RS256", headers={"kid": "k1"}),
    "another key under an unknown id": lambda claims: jwt.encode(claims, OTHER_KEY, "RS256", headers={"kid": "k9"}),
    "another key without an id": lambda claims: jwt.encode(claims, OTHER_KEY, "RS256"),
    "a key that it brings along": lambda claims: jwt.encode(
        claims,
        OTHER_KEY,
        "RS256",
        headers={"jwk": dict(jwt.algorithms.RSAAlgorithm.to_jwk(OTHER_KEY.public_key(), as_dict=True))},
    ),
    "no token": lambda claims: "not.a.token",
    "an id of a key that is no text": lambda claims: jwt.PyJWS().encode(b"{}", KEY, "RS256", headers={"kid": "../../etc"}),
}


def _hs256(claims: Claims, pem: bytes) -> str:
    """By hand: the library does not let anybody sign with a public key."""

    def part(value: bytes) -> str:
        return base64.urlsafe_b64encode(value).rstrip(b"=").decode()

    head = part(json.dumps({"alg": "HS256", "kid": "k1", "typ": "JWT"}).encode()) + "." + part(json.dumps(claims).encode())
    return f"{head}.{part(hmac.new(pem, head.encode(), hashlib.sha256).digest())}"
