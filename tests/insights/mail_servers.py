"""Mail servers on this machine that take one mail: plain, with STARTTLS, and with TLS from the beginning."""

import contextlib
import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from typing import Literal

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

Way = Literal["plain", "starttls", "smtps"]


def certificate(folder: Path, address: str) -> Path:
    """Self-made, for an address: a file with it and its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, address)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "mail.pem"
    file.write_bytes(made.public_bytes(pem) + private)
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
