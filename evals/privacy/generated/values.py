"""Values of each kind as people write them, plain and disguised. Numbers have right check digits."""

import random
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

import phonenumbers
from faker import Faker
from stdnum import luhn

from evals.privacy.generated.languages import AT, DOT, SPELLED

LOCALES = {
    "en": ["en_US", "en_GB", "en_CA", "en_AU"], "de": ["de_DE", "de_AT", "de_CH"], "fr": ["fr_FR"], "es": ["es_ES"],
    "it": ["it_IT"], "pt": ["pt_PT", "pt_BR"], "nl": ["nl_NL", "nl_BE"],
}  # fmt: skip
_BRANDS = [
    ("4", 16),
    ("51", 16),
    ("55", 16),
    ("2345", 16),
    ("34", 15),
    ("37", 15),
    ("6011", 16),
    ("36", 14),
    ("3540", 16),
    ("62", 16),
]

# What a national number is called, by region: stdnum's module, its form (# a digit, @ a letter), the words.
NATIONAL: list[tuple[str, str, str, list[str]]] = [
    ("GB", "gb.nhs", "### ### ####", ["my NHS number is {}"]),
    ("GB", "gb.utr", "##########", ["UTR {}"]),
    ("DE", "de.idnr", "## ### ### ###", ["Steuer-ID {}", "meine IdNr. ist {}"]),
    ("FR", "fr.nir", "2 85 07 75 ### ### ##", ["numéro de sécu {}", "{} est mon numéro"]),
    ("ES", "es.dni", "########@", ["mi DNI es {}", "{}"]),
    ("ES", "es.nie", "Y-#######-@", ["NIE {}", "mi número es {}"]),
    ("IT", "it.codicefiscale", "BNCLCU79T11H501@", ["codice fiscale {}", "{} per la fattura"]),
    ("NL", "nl.bsn", "#########", ["BSN {}", "mijn burgerservicenummer is {}"]),
    ("BE", "be.nn", "85.07.14-###.##", ["rijksregisternummer {}", "numéro de registre national {}"]),
    ("AT", "at.vnr", "#### 140288", ["SVNR {}", "Sozialversicherungsnummer {}"]),
    ("CH", "ch.ssn", "756.####.####.##", ["AHV {}", "{} ist meine AHV-Nummer"]),
    ("PL", "pl.pesel", "850714#####", ["PESEL {}", "mój pesel to {}"]),
    ("PT", "pt.nif", "2########", ["NIF {}", "contribuinte {}"]),
    ("SE", "se.personnummer", "880214-####", ["personnummer {}", "mitt personnr är {}"]),
    ("NO", "no.fodselsnummer", "140288 #####", ["fødselsnummer {}", "personnummer {}"]),
    ("FI", "fi.hetu", "140288-###C", ["henkilötunnus {}", "hetu {}"]),
    ("DK", "dk.cpr", "140288-####", ["CPR {}", "mit cpr-nummer er {}"]),
    ("IE", "ie.pps", "#######@", ["PPS {}", "my PPSN is {}"]),
    ("BR", "br.cpf", "###.###.###-##", ["CPF {}", "{}"]),
    ("IN", "in_.aadhaar", "4### #### ####", ["aadhaar {}", "my Aadhaar card number is {}"]),
    ("CN", "cn.ric", "11010119900307####", ["身份证 {}", "{}"]),
    ("KR", "kr.rrn", "900307-1######", ["주민등록번호 {}", "{}"]),
    ("AU", "au.tfn", "### ### ###", ["TFN {}", "my tax file number is {}"]),
    ("CA", "ca.sin", "4## ### ###", ["my SIN is {}", "social insurance number {}"]),
]


class _Writer(NamedTuple):
    """Who writes: with the names and places of a locale, from a region, in a language."""

    faker: Faker
    region: str
    language: str


class Values:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self._fakers = {locale: Faker(locale) for locales in LOCALES.values() for locale in locales}
        for faker in self._fakers.values():
            faker.seed_instance(rng.randrange(1 << 30))

    def make(self, kind: str, language: str) -> tuple[str, str]:
        """A value and the region that its message comes from."""
        locale = self.rng.choice(LOCALES[language])
        makers: dict[str, Callable[[_Writer], str]] = {
            "card": self._card,
            "ssn": lambda _: self._ssn(),
            "iban": lambda _: self._iban(),
            "bank_account": lambda _: self._account(),
            "email": self._email,
            "phone": self._phone,
            "address": self._address,
            "name": self._name,
            "date_of_birth": self._born,
            "passport": lambda _: self._passport(),
            "driving_licence": lambda _: self._licence(),
            "secret": self._secret,
            "ip": self._ip,
        }
        return makers[kind](_Writer(self._fakers[locale], locale[-2:], language)), locale[-2:]

    def national_id(self) -> tuple[str, str]:
        """A whole message with ``⟦…⟧`` around the number, and its region."""
        region, module, form, said = self.rng.choice(NATIONAL)
        number = import_module(f"stdnum.{module}")
        while not number.is_valid(value := self._filled(form)):
            pass
        if self.rng.random() < 0.3 and region not in ("ES", "BR", "CN", "KR"):
            value = "".join(sign for sign in value if sign.isalnum())
        return self.rng.choice(said).format(f"⟦national_id:{value}⟧"), region

    def digits(self, count: int) -> str:
        return "".join(self.rng.choice("0123456789") for _ in range(count))

    def _filled(self, form: str) -> str:
        letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
        return "".join(self.digits(1) if s == "#" else self.rng.choice(letters) if s == "@" else s for s in form)

    def _card(self, who: _Writer) -> str:
        prefix, length = self.rng.choice(_BRANDS)
        body = prefix + self.digits(length - len(prefix) - 1)
        return self._disguised(body + luhn.calc_check_digit(body), who.language)

    def _disguised(self, digits: str, language: str) -> str:
        cuts = {16: [4, 8, 12], 15: [4, 10], 14: [4, 10]}[len(digits)]
        groups = [digits[a:b] for a, b in zip([0, *cuts], [*cuts, len(digits)], strict=True)]
        ways: list[Callable[[], str]] = [
            lambda: digits, lambda: " ".join(groups), lambda: "-".join(groups), lambda: ".".join(groups),
            lambda: self.rng.choice(["•", "·", "/", "_", "~", " - ", "\u00a0", "|", "+", "  "]).join(groups),
            lambda: " ".join(SPELLED[language][int(digit)] for digit in digits), lambda: " ".join(digits),
            lambda: digits.replace("0", "O"), lambda: digits.replace("1", "l") if digits[0] != "1" else digits,
            lambda: "".join(chr(0xFF10 + int(digit)) for digit in digits), lambda: "\u200b".join(groups),
            lambda: "\n".join(groups), lambda: "%20".join(groups), lambda: ", ".join(groups), lambda: " then ".join(groups),
        ]  # fmt: skip
        return self.rng.choice(ways)()

    def _ssn(self) -> str:
        digits = f"{self.rng.randint(100, 599)}{self.rng.randint(10, 99)}{self.rng.randint(1000, 9999)}"
        a, b, c = digits[:3], digits[3:5], digits[5:]
        return self.rng.choice([f"{a}-{b}-{c}", f"{a} {b} {c}", digits, f"{a}.{b}.{c}", " ".join(digits), f"{a}–{b}–{c}"])

    def _iban(self) -> str:
        plain = self._fakers[
            self.rng.choice(["de_DE", "fr_FR", "es_ES", "it_IT", "pt_PT", "nl_NL", "en_GB", "de_AT", "de_CH"])
        ].iban()
        fours = [plain[at : at + 4] for at in range(0, len(plain), 4)]
        ways = [
            plain,
            " ".join(fours),
            plain.lower(),
            "-".join(fours),
            " ".join(fours).lower(),
            "_".join(fours),
            "\n".join(fours),
        ]
        return self.rng.choice(ways)

    def _account(self) -> str:
        digits = self.digits(self.rng.choice([8, 9, 10, 12]))
        return self.rng.choice([digits, f"{digits[:4]} {digits[4:]}", f"{digits[:3]}-{digits[3:]}"])

    def _email(self, who: _Writer) -> str:
        plain = who.faker.ascii_free_email() if self.rng.random() < 0.5 else who.faker.ascii_email()
        if self.rng.random() < 0.6:
            return self.rng.choice([plain, plain, plain.upper(), plain.replace("@", " @ "), plain.replace("@", "＠")])
        local, domain = plain.split("@")
        at, dot = f" {AT[who.language]} ", f" {DOT[who.language]} "
        spoken = local.replace(".", dot) + at + domain.replace(".", dot)
        return self.rng.choice([spoken, spoken, f"{local}[at]{domain}", f"{local}(at){domain.replace('.', '(dot)')}"])

    def _phone(self, who: _Writer) -> str:
        kind = self.rng.choice([phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE])
        example = phonenumbers.example_number_for_type(who.region, kind)
        assert example is not None
        number = phonenumbers.PhoneNumber()
        while True:
            plain = str(example.national_number)
            number.country_code, number.national_number = example.country_code, int(plain[:-4] + self.digits(4))
            number.italian_leading_zero = bool(example.italian_leading_zero)
            if phonenumbers.is_valid_number(number):
                break
        forms = phonenumbers.PhoneNumberFormat
        way = self.rng.choice([forms.NATIONAL, forms.NATIONAL, forms.INTERNATIONAL, forms.E164])
        written = phonenumbers.format_number(number, way)
        return self.rng.choice(
            [written, written, written.replace(" ", "-"), written.replace(" ", "."), written.replace(" ", "")]
        )

    def _address(self, who: _Writer) -> str:
        street = who.faker.street_address().replace("\n", ", ")
        place = f"{who.faker.postcode()} {who.faker.city()}"
        if who.region in ("US", "AU", "CA"):
            state = who.faker.province_abbr() if who.region == "CA" else who.faker.state_abbr()
            place = f"{who.faker.city()}, {state} {who.faker.postcode()}"
        elif who.region in ("GB", "BR"):
            place = f"{who.faker.city()} {who.faker.postcode()}"
        return self.rng.choice([f"{street}, {place}", f"{street}, {place}", street, f"{street}\n{place}"])

    def _name(self, who: _Writer) -> str:
        name = f"{who.faker.first_name()} {who.faker.last_name()}"
        return self.rng.choice([name, name, name, name.upper(), name.lower()])

    def _born(self, who: _Writer) -> str:
        day = who.faker.date_of_birth(minimum_age=18, maximum_age=90)
        ways = [f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", f"{day:%Y-%m-%d}", f"{day:%d/%m/%y}"]
        if who.language == "en":
            ways += [f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}", f"{day:%m%d%Y}"]
        return self.rng.choice(ways)

    def _passport(self) -> str:
        return self._filled(self.rng.choice(["@########", "C##@##@##", "#########", "##@@#####", "@@#######", "@@ #######"]))

    def _licence(self) -> str:
        return self._filled(
            self.rng.choice(["@###-####-####", "@#######", "@@#######@", "########", "@###@@#@##", "#########"])
        )

    def _secret(self, who: _Writer) -> str:
        word = who.faker.last_name().split()[0].replace("'", "").replace("’", "")
        return self.rng.choice(
            [
                f"{word}{self.digits(2)}",
                f"{word.lower()}_{self.digits(4)}",
                f"{word}!",
                who.faker.password(),
                f"{word.lower()}{self.digits(1)}",
            ]
        )

    def _ip(self, who: _Writer) -> str:
        return self.rng.choice([who.faker.ipv4_public(), who.faker.ipv6()])
