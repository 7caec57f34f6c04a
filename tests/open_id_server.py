"""A small OpenID provider over HTTP: discovery, PKCE, codes that work once, refresh tokens that rotate, RS256 keys. A test says who
signs in, and may twist what is signed."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID, CLIENT_SECRET = "support-desk", "a-client-secret-of-the-tests-0123456789"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
Claims = dict[str, Any]


def public_jwk(key: rsa.RSAPrivateKey, kid: str) -> Claims:
    return {**json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key())), "kid": kid, "use": "sig", "alg": "RS256"}


def signed(claims: Claims) -> str:
    return jwt.encode(claims, KEY, "RS256", headers={"kid": "k1"})


class OpenIdServer:
    def __init__(self) -> None:
        self.person: Claims = {}
        self.sign: Callable[[Claims], str] = signed
        self.gives_refresh_tokens = self.keeps_codes_once = True
        self.groups_by_userinfo = False
        self.is_away = False
        self.deactivated: set[str] = set()
        self.asked: list[str] = []  # paths, in order
        self.form: dict[str, str] = {}  # of the last call of the token endpoint
        self._codes: dict[str, dict[str, str]] = {}
        self._tokens: dict[str, Claims] = {}  # refresh and access tokens
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def be(self, subject: str, name: str, *groups: str, **more: Any) -> None:  # Any: JSON
        """Who signs in next; and everything as a provider does it."""
        self.person = {"sub": subject, "name": name, "groups": list(groups), **more}
        self.sign, self.gives_refresh_tokens, self.keeps_codes_once = signed, True, True
        self.groups_by_userinfo = self.is_away = False
        self.asked.clear()

    def claims(self, person: Claims, nonce: str | None) -> Claims:
        now = int(time.time())
        made = {"iss": self.issuer, "aud": CLIENT_ID, "iat": now, "exp": now + 300, **person}
        if self.groups_by_userinfo:
            made.pop("groups", None)
        return {**made, **({"nonce": nonce} if nonce else {})}

    def metadata(self) -> Claims:
        at = {name: f"{self.issuer}/{path}" for name, path in _ENDPOINTS.items()}
        return {"issuer": self.issuer, **at, "token_endpoint_auth_methods_supported": ["client_secret_basic"]}

    def code_for(self, asked: dict[str, str]) -> str:
        """Where the browser goes with its code."""
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state'], 'iss': self.issuer})}"

    def token(self, form: dict[str, str]) -> tuple[int, Claims]:
        if form.get("grant_type") == "refresh_token":
            person = self._tokens.pop(form.get("refresh_token", ""), None)
            if person is None or person["sub"] in self.deactivated:
                return 400, {"error": "invalid_grant"}
            current = {**person, **({"groups": self.person["groups"]} if self.person["sub"] == person["sub"] else {})}
            return 200, self._answer(current, None)
        asked = (
            self._codes.pop(form.get("code", ""), None) if self.keeps_codes_once else self._codes.get(form.get("code", ""))
        )
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=")
        if (
            asked is None
            or asked["code_challenge"] != challenge.decode()
            or asked["redirect_uri"] != form.get("redirect_uri")
        ):
            return 400, {"error": "invalid_grant"}
        return 200, self._answer(self.person, asked["nonce"])

    def _answer(self, person: Claims, nonce: str | None) -> Claims:
        access, refresh = secrets.token_urlsafe(16), secrets.token_urlsafe(16)
        self._tokens[access] = self._tokens[refresh] = person
        renewing = {"refresh_token": refresh} if self.gives_refresh_tokens else {}
        id_token = self.sign(self.claims(person, nonce))
        return {"access_token": access, "token_type": "Bearer", "expires_in": 300, "id_token": id_token, **renewing}

    def userinfo(self, access: str) -> tuple[int, Claims]:
        person = self._tokens.get(access)
        return (200, person) if person else (401, {"error": "invalid_token"})


_ENDPOINTS = {
    "authorization_endpoint": "authorize",
    "token_endpoint": "token",
    "userinfo_endpoint": "userinfo",
    "jwks_uri": "jwks",
    "end_session_endpoint": "logout",
}


def _handler(provider: OpenIdServer) -> type[BaseHTTPRequestHandler]:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            provider.asked.append(parts.path)
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if provider.is_away:
                self._json(503, {})
            elif parts.path == "/.well-known/openid-configuration":
                self._json(200, provider.metadata())
            elif parts.path == "/jwks":
                self._json(200, {"keys": [public_jwk(KEY, "k1")]})
            elif parts.path == "/userinfo":
                self._json(*provider.userinfo(self.headers.get("Authorization", "").removeprefix("Bearer ")))
            elif parts.path == "/authorize":
                self._page(f'<h1>Acme</h1><a href="{provider.code_for(asked).replace("&", "&amp;")}">Continue</a>')
            else:
                self._page("<h1>Signed out of Acme</h1>")

        def do_POST(self) -> None:
            provider.asked.append(self.path)
            given = self.rfile.read(int(self.headers["Content-Length"])).decode()
            provider.form = {name: values[0] for name, values in parse_qs(given).items()}
            wanted = "Basic " + base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
            if provider.is_away:
                self._json(503, {})
            elif self.headers.get("Authorization") != wanted:
                self._json(401, {"error": "invalid_client"})
            else:
                self._json(*provider.token(provider.form))

        def _json(self, status: int, body: Claims) -> None:
            self._send(status, "application/json", json.dumps(body).encode())

        def _page(self, body: str) -> None:
            self._send(200, "text/html; charset=utf-8", f"<!doctype html><title>Acme</title>{body}".encode())

        def _send(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is said of each request."""

    return Answer
