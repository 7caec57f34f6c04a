"""Mails that prove who reads them: one-time codes and password links."""

from datetime import datetime, timedelta
from typing import Literal

from pydantic import BaseModel

from domain.ports.limits import Limit

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


def email_tries(customer_id: str, most_a_day: int) -> Limit:
    """Tries of changing an account's e-mail address: they count whatever becomes of them."""
    return Limit(f"tries of a new e-mail of account:{customer_id}", most_a_day, timedelta(days=1))


def password_hold(customer_id: str, hold: timedelta, most: int = 1) -> Limit:
    """Full while the account's e-mail address was changed less than ``hold`` ago."""
    return Limit(f"new e-mail of account:{customer_id}", most, hold)
