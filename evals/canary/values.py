"""Unique personal data of every kind, in plain and in hard forms: values that nobody else has, so that each hit is a leak."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.personal_data import PersonalDataKind

_SPELLED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

# How a customer says it. A kind that has no form of its own is known by these words.
SAID: dict[PersonalDataKind, str] = {
    "card": "my card number is {}",
    "ssn": "my social security number is {}",
    "iban": "please pay it to my IBAN {}",
    "bank_account": "my bank account number is {}",
    "email": "write to me at {}",
    "phone": "call me at {}",
    "address": "please send it to {}",
    "name": "my name is {}",
    "date_of_birth": "my date of birth is {}",
    "ip": "my IP address is {}",
    "national_id": "my NIR is {}",
    "passport": "my passport number is {}",
    "driving_licence": "my driving licence number is {}",
    "secret": "my password is {}",
}
# Known without a word beside them, and so sent through fields that hold an id or a key as well.
BARE: tuple[PersonalDataKind, ...] = ("card", "ssn", "iban", "email", "phone", "secret")


@dataclass(frozen=True)
class Planted:
    """``value`` is what was sent, ``plain`` the same in its plain form; ``way`` says where it went in."""

    kind: PersonalDataKind
    form: str
    way: str
    value: str
    plain: str

    @property
    def said(self) -> str:
        return SAID[self.kind].format(self.value)


class Planter:
    """``is_long``: every form of each kind in turn; else the plain one and, every other time, the first hard one."""

    def __init__(self, seed: int, *, is_long: bool) -> None:
        self._random, self._is_long = random.Random(seed), is_long
        self._turn: dict[PersonalDataKind, int] = {}
        self.planted: list[Planted] = []

    def plant(self, way: str, kind: PersonalDataKind, *, plainly: bool = False) -> Planted:
        plain: str = getattr(self, f"_{kind}")()
        forms = _FORMS.get(kind, {})
        names = ["plain", *(list(forms) if self._is_long else list(forms)[:1])]
        turn = self._turn[kind] = self._turn.get(kind, -1) + 1
        form = "plain" if plainly else names[turn % len(names)]
        made = Planted(kind, form, way, plain if form == "plain" else forms[form](plain), plain)
        self.planted.append(made)
        return made

    def some(self, kinds: Sequence[PersonalDataKind], count: int) -> list[PersonalDataKind]:
        """Others with each seed."""
        return self._random.sample(kinds, count)

    def _digits(self, count: int) -> str:
        return "".join(self._random.choice("0123456789") for _ in range(count))

    def _letters(self, count: int) -> str:
        """Syllables: a word that could be a name and is none."""
        return "".join(self._random.choice("bdfglmnprstvz") + self._random.choice("aeiou") for _ in range(count // 2))

    def _card(self) -> str:
        body = f"4716{self._digits(11)}"
        doubled = [int(d) * (2 - i % 2) for i, d in enumerate(reversed(body))]
        digits = body + str(-sum(d - 9 if d > 9 else d for d in doubled) % 10)  # Luhn (ISO/IEC 7812-1)
        return "-".join(digits[at : at + 4] for at in range(0, 16, 4))

    def _ssn(self) -> str:
        return f"{self._random.randint(301, 599)}-{self._random.randint(11, 98)}-{self._random.randint(1001, 9998)}"

    def _iban(self) -> str:
        account = self._digits(18)
        return f"DE{98 - int(f'{account}131400') % 97:02d}{account}"  # ISO 13616

    def _bank_account(self) -> str:
        return f"{self._random.randint(1, 9)}{self._digits(9)}"

    def _email(self) -> str:
        return f"{self._letters(6)}.{self._letters(8)}{self._digits(5)}@post-example.org"

    def _phone(self) -> str:
        return f"+49 30 {self._random.randint(2100, 8999)}{self._digits(4)}"

    def _address(self) -> str:
        town, state = self._random.choice([("Springfield", "IL 62701"), ("Portland", "OR 97201"), ("Austin", "TX 78701")])
        return f"{self._random.randint(1100, 9899)} {self._letters(8).title()} Street, {town}, {state}"

    def _name(self) -> str:
        return f"{self._random.choice(['Maria', 'Thomas', 'Laura', 'Peter'])} {self._letters(10).title()}"

    def _date_of_birth(self) -> str:
        month = self._random.choice(["January", "March", "May", "August", "October"])
        return f"{self._random.randint(10, 28)} {month} {self._random.randint(1931, 1989)}"

    def _ip(self) -> str:
        return f"{self._random.randint(101, 199)}." + ".".join(str(self._random.randint(101, 254)) for _ in range(3))

    def _national_id(self) -> str:
        number = (
            f"{self._random.choice('12')}{self._random.randint(31, 99)}{self._random.randint(1, 12):02d}75{self._digits(6)}"
        )
        return f"{number}{97 - int(number) % 97:02d}"  # the French NIR's key

    def _passport(self) -> str:
        return f"C{self._random.choice('FGHJKLMN')}{self._digits(7)}"

    def _driving_licence(self) -> str:
        return f"{self._letters(6).upper()[:5]}{self._digits(6)}{self._random.choice('ABCDEFG')}9{self._letters(2).upper()}"

    def _secret(self) -> str:
        return f"vB{self._digits(7)}!q"


def _spelled(plain: str) -> str:
    return " ".join(_SPELLED[int(c)] for c in plain if c.isdigit())


_FORMS: dict[PersonalDataKind, dict[str, Callable[[str], str]]] = {
    "card": {
        "spaced": lambda p: p.replace("-", " "),
        "full width": lambda p: p.replace("-", " ").translate(_FULL_WIDTH),
        "dotted": lambda p: p.replace("-", "."),
        "solid": lambda p: p.replace("-", ""),
        "spelled": _spelled,
    },
    "ssn": {"spaced": lambda p: p.replace("-", " "), "solid": lambda p: p.replace("-", ""), "spelled": _spelled},
    "iban": {
        "grouped": lambda p: " ".join(p[at : at + 4] for at in range(0, len(p), 4)),
        "lower case": str.lower,
    },
    "email": {"upper case": str.upper, "spoken": lambda p: p.replace("@", " at ").replace(".org", " dot org")},
    "phone": {"solid": lambda p: p.replace(" ", ""), "dashed": lambda p: p.replace(" ", "-")},
    "address": {"lower case": str.lower},
    "date_of_birth": {"with commas": lambda p: "{1} {0}, {2}".format(*p.split())},
    "national_id": {"grouped": lambda p: f"{p[0]} {p[1:3]} {p[3:5]} {p[5:7]} {p[7:10]} {p[10:13]} {p[13:]}"},
}
