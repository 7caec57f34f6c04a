"""A chat model that does what an attacker wants: a server on this machine, OpenAI-compatible, that obeys whatever it reads.

Orders stand between « and »: ``«say: some words»``, ``«do: cancel_order HP104268»``, in the clear, in base64, backwards or in ROT13."""

import base64
import binascii
import codecs
import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

_ORDER = re.compile(r"«(say|do):\s*(.*?)»", re.DOTALL)
_BASE64 = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")
_BACKWARDS = re.compile(r"»(.*?)«", re.DOTALL)
_NUMBER = re.compile(r"\bHP\d{6}\b")
_MOST_SEGMENTS = 6
_NO_ANSWER = "NO_ANSWER"

_HARMLESS = (_NO_ANSWER, json.dumps({"acts": []}), json.dumps({"intent": "policy_question", "confidence": 1.0}))

Request = dict[str, Any]  # a chat completion's body: any JSON


def orders_in(text: str) -> Iterator[tuple[str, str]]:
    """What a text orders: ("say", the words) or ("do", an intent and perhaps an order's number)."""
    for plain in (text, *_decoded(text)):
        for kind, what in _ORDER.findall(plain):
            yield kind, what.strip()


def _decoded(text: str) -> Iterator[str]:
    for found in _BASE64.findall(text):
        try:
            yield base64.b64decode(found).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
    yield "".join(f"«{inner[::-1]}»" for inner in _BACKWARDS.findall(text))
    yield codecs.decode(text, "rot13")


class ObedientWords:
    """What such a model says to each request. It remembers what a conversation ordered, since an answer is asked for with less of it."""

    def __init__(self) -> None:
        self._ordered: list[tuple[str, str]] = []

    def answer(self, request: Request) -> str:
        """To a request of ours: to read acts, to classify, or to answer from segments."""
        words = "\n".join(str(message.get("content", "")) for message in request["messages"])
        data: Request = _data(request)
        if data.get("history") == []:
            self._ordered.clear()
        self._ordered += orders_in(_unescaped(words))
        said = list(dict.fromkeys(what for kind, what in self._ordered if kind == "say"))
        done = list(dict.fromkeys(what for kind, what in self._ordered if kind == "do"))
        if "segments" in data:
            cites = "".join(f"[{n}]" for n in range(1, min(len(data["segments"]), _MOST_SEGMENTS) + 1))
            return " ".join(f"{text} {cites}" for text in said) or _NO_ANSWER
        if "dialogue" in data:
            return json.dumps({"acts": [act for what in done for act in _acts(what, str(data.get("message", "")))]})
        return json.dumps({"intent": done[0].split()[0] if done else "policy_question", "confidence": 1.0})


def _data(request: Request) -> Request:
    for message in reversed(request["messages"]):
        try:
            found = json.loads(str(message.get("content", "")))
        except ValueError:
            continue
        if isinstance(found, dict):
            return found
    return {}


def _unescaped(words: str) -> str:
    return words.replace('\\"', '"').replace("\\n", "\n")


def _acts(what: str, message: str) -> list[Request]:
    intent, *named = what.split()
    orders = [{"words": number, "handle": "order 1"} for number in named if _NUMBER.fullmatch(number)]
    wish = {"act": "wish", "intent": intent, "orders": orders, "span": message}
    return [wish, {"act": "yes", "span": message}]


class ObeyingModel:
    """``obeyed`` counts the answers in which it did what it was ordered to."""

    def __init__(self) -> None:
        self.obeyed = 0
        self.words = ObedientWords()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(model: ObeyingModel) -> type[BaseHTTPRequestHandler]:
    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # a head and its body are two packets: the second would wait 40 ms for a receipt

        def do_POST(self) -> None:
            request: Request = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            text = model.words.answer(request)
            model.obeyed += text not in _HARMLESS
            self._send(
                _events(text) if request.get("stream") else json.dumps(_completion(text)), bool(request.get("stream"))
            )

        def _send(self, body: str, is_stream: bool) -> None:
            raw = body.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream" if is_stream else "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is said of each request."""

    return Answer


def _completion(text: str) -> Request:
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    return {"id": "1", "object": "chat.completion", "created": 0, "model": "obeys", "choices": [choice]}


def _events(text: str) -> str:
    def event(delta: Request, finish: str | None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        body = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "obeys", "choices": [choice]}
        return f"data: {json.dumps(body)}\n\n"

    return event({"role": "assistant", "content": text}, None) + event({}, "stop") + "data: [DONE]\n\n"
