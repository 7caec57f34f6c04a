"""What in a sentence must be literally true to its source: numbers, amounts, periods, months, weekdays, a "not"."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from models.chat.language import SMALL_WORDS

_NUMBER_WORDS = {
    "two zwei deux dos": "2",
    "three drei trois tres": "3",
    "four vier quatre cuatro": "4",
    "five fünf cinq cinco": "5",
    "six sechs seis": "6",
    "seven sieben sept siete": "7",
    "eight acht huit ocho": "8",
    "nine neun nueve": "9",
    "ten zehn dix diez": "10",
    "twelve dozen zwölf douze doce": "12",
    "fourteen vierzehn quatorze catorce": "14",
    "fifteen fünfzehn quinze quince": "15",
    "twenty zwanzig vingt veinte": "20",
    "thirty dreißig trente treinta": "30",
    "forty vierzig quarante cuarenta": "40",
    "fifty fünfzig cinquante cincuenta": "50",
    "sixty sechzig soixante sesenta": "60",
    "ninety neunzig noventa": "90",
    "hundred hundert cent cien": "100",
}
_UNITS = {
    "minute minutes minuten minuto minutos": "minute",
    "hour hours stunde stunden heure heures hora horas": "hour",
    "day days tag tage tagen werktag werktage werktagen jour jours día días": "day",
    "week weeks woche wochen semaine semaines semana semanas": "week",
    "month months monat monate monaten mois mes meses": "month",
    "year years jahr jahre jahren an ans année années año años": "year",
    "% percent prozent pourcent": "%",
}
_DATES = {
    "january januar janvier enero": "january",
    "february februar février febrero": "february",
    "march märz mars marzo": "march",
    "april avril abril": "april",
    "june juni juin junio": "june",
    "july juli juillet julio": "july",
    "august août agosto": "august",
    "september septembre septiembre": "september",
    "october oktober octobre octubre": "october",
    "november novembre noviembre": "november",
    "december dezember décembre diciembre": "december",
    "monday montag lundi lunes": "monday",
    "tuesday dienstag mardi martes": "tuesday",
    "wednesday mittwoch mercredi miércoles": "wednesday",
    "thursday donnerstag jeudi jueves": "thursday",
    "friday freitag vendredi viernes": "friday",
    "saturday samstag samedi sábado": "saturday",
    "sunday sonntag dimanche domingo": "sunday",
}
_CURRENCIES = {
    "$ usd dollar dollars": "USD",
    "€ eur euro euros": "EUR",
    "£ gbp pound pounds pfund livres": "GBP",
    "cad": "CAD",
}
_NOES = {
    "en": "not no never cannot none nor without neither unable",
    "de": "nicht kein keine keinen keiner keinem nie niemals ohne",
    "fr": "ne pas jamais aucun aucune sans",
    "es": "nunca sin ningún ninguna",
}
_NO = frozenset(word for words in _NOES.values() for word in words.split())
_SHORT_NOT = re.compile(r"\w+n['’]t\b", re.IGNORECASE)

_PIECE = re.compile(r"\d+(?:[.,’' ]\d{3})*(?:[.,:]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|[$€£%]")
_STEM = 5  # letters: "returned", "returns" and "Rückgabe", "Rückgaben" meet


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: meaning for words, meaning in table.items() for word in words.split()}


_NUMBER_BY_WORD, _UNIT_BY_WORD, _DATE_BY_WORD, _CURRENCY_BY_WORD = map(
    _by_word, (_NUMBER_WORDS, _UNITS, _DATES, _CURRENCIES)
)


@dataclass(frozen=True)
class Facts:
    numbers: frozenset[str]
    periods: frozenset[tuple[str, str]]  # ("30", "day")
    dates: frozenset[str]  # months and weekdays, in English
    currencies: frozenset[str]
    is_negative: bool

    def stand_in(self, sources: Sequence["Facts"]) -> bool:
        """Whether every number, period, date and currency occurs in one of ``sources``."""
        return all(
            mine <= frozenset().union(*theirs)
            for mine, theirs in (
                (self.numbers, [source.numbers for source in sources]),
                (self.periods, [source.periods for source in sources]),
                (self.dates, [source.dates for source in sources]),
                (self.currencies, [source.currencies for source in sources]),
            )
        )


def facts_of(text: str) -> Facts:
    pieces = [piece.lower() for piece in _PIECE.findall(unicodedata.normalize("NFKC", text))]
    numbers: list[tuple[int, str]] = []
    for at, piece in enumerate(pieces):
        if piece[0].isdigit():
            numbers.append((at, _plain(piece)))
        elif piece in _NUMBER_BY_WORD:
            numbers.append((at, _NUMBER_BY_WORD[piece]))
    return Facts(
        numbers=frozenset(number for _, number in numbers),
        periods=frozenset((number, unit) for at, number in numbers if (unit := _unit_after(pieces, at))),
        dates=frozenset(_DATE_BY_WORD[piece] for piece in pieces if piece in _DATE_BY_WORD),
        currencies=frozenset(_CURRENCY_BY_WORD[piece] for piece in pieces if piece in _CURRENCY_BY_WORD),
        is_negative=any(piece in _NO for piece in pieces) or bool(_SHORT_NOT.search(text)),
    )


def word_stems(text: str) -> frozenset[str]:
    """The content words, cut to stems and without accents, and the numbers."""
    stems = set()
    for piece in _PIECE.findall(unicodedata.normalize("NFKC", text).lower()):
        if piece[0].isdigit():
            stems.add(_plain(piece))
        elif piece in _NUMBER_BY_WORD:
            stems.add(_NUMBER_BY_WORD[piece])
        elif len(piece) > 2 and piece not in SMALL_WORDS and piece not in _NO:
            letters = unicodedata.normalize("NFKD", piece)
            stems.add("".join(letter for letter in letters if not unicodedata.combining(letter))[:_STEM])
    return frozenset(stems)


def _unit_after(pieces: list[str], at: int) -> str | None:
    """The period or per cent that a number counts: "30 days", "3-5 working days"."""
    for piece in pieces[at + 1 : at + 4]:
        if piece in _UNIT_BY_WORD:
            return _UNIT_BY_WORD[piece]
    return None


def _plain(number: str) -> str:
    """1,000 and 1.000 are 1000; 12.50 and 12,5 are 12.5."""
    whole = re.sub(r"[.,’' ](?=\d{3}(?!\d))", "", number).replace(",", ".")
    if "." in whole and ":" not in whole:
        whole = whole.rstrip("0").rstrip(".")
    return whole.lstrip("0") or "0"
