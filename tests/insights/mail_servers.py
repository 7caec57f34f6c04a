"""Mail servers on this machine that take one mail: plain, with STARTTLS, and with TLS from the beginning."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from typing import Literal

from tests.self_made_certificate import self_made_certificate

Way = Literal["plain", "starttls", "smtps"]


def certificate(folder: Path, address: str) -> Path:
    """Self-made, for an address: a file with it and its key."""
    file = folder / "mail.pem"
    file.write_bytes(b"".join(self_made_certificate(address)))
    return file


@dataclass
class MailServer:
    port: int
    mails: "Queue[bytes]" = field(default_factory=Queue)
    said: list[bytes] = field(default_factory=list)  # in the clear


@contextlib.contextmanager
def mail_server(way: Way, address: str = "127.0.0.1", certified: Path | None = None) -> Iterator[MailServer]:
    """``certified``: the certificate of the ways with TLS."""
    listening = socket.create_server((address, 0))
    server = MailServer(listening.getsockname()[1])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if certified:
        context.load_cert_chain(certified)

    def take(peer: socket.socket, *, offers_tls: bool) -> None:
        with peer.makefile("rwb") as line:

            def say(text: str) -> None:
                line.write(f"{text}\r\n".encode())
                line.flush()

            if offers_tls or way != "starttls":
                say("220 here")
            for command in line:
                verb = command[:4].upper()
                if not isinstance(peer, ssl.SSLSocket):
                    server.said.append(verb)
                if verb == b"EHLO":
                    say("250-here\r\n250 STARTTLS" if offers_tls else "250 here")
                elif verb == b"STAR":
                    say("220 go on")
                    with context.wrap_socket(peer, server_side=True) as inside:
                        take(inside, offers_tls=False)
                    return
                elif verb == b"DATA":
                    say("354 go on")
                    server.mails.put(b"".join(iter(line.readline, b".\r\n")))
                    say("250 ok")
                elif verb == b"QUIT":
                    say("221 bye")
                    return
                else:
                    say("250 ok")

    def serve() -> None:
        with contextlib.suppress(OSError), listening.accept()[0] as peer:  # who does not trust it hangs up
            if way == "smtps":
                with context.wrap_socket(peer, server_side=True) as inside:
                    take(inside, offers_tls=False)
            else:
                take(peer, offers_tls=way == "starttls")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.close()
        thread.join(10)
