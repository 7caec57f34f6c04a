"""Mails that prove who reads them: one-time codes and password links."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

MailKind = Literal["send_code", "send_password_reset"]


class Mail(BaseModel):
    """A mail that a turn wants sent once it has ended, to an address that was claimed or to an account that is known.

    The claimed address is a token of its conversation; whether it is anybody's is looked up by who sends, out of sight."""

    kind: MailKind
    email: str | None = None
    customer_id: str | None = None
    until: datetime | None = None  # when it is of no use any more


def account_limit(customer_id: str) -> str:
    """The subject under which all codes and password links of an account are counted, by whichever door they were asked for."""
    return f"mails of account:{customer_id}"
