"""Messages: a sentence around a value, or a sentence without one."""

import random
from collections.abc import Iterator

from demo.shop.catalogue import catalogue
from evals.privacy.generated.languages import AROUND, CLEAN, SAID
from evals.privacy.generated.values import Values
from evals.privacy.measure import MarkedText, marked

_NATIONAL_SHARE = 0.08  # of the messages with personal data; their sentences come with the number
_REGIONS = {"en": "US", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "pt": "PT", "nl": "NL"}


def generated(count: int, seed: int) -> Iterator[MarkedText]:
    """``count`` messages, every second one clean; the same for the same seed."""
    rng = random.Random(seed)
    values = Values(rng)
    goods = [product.name for product in catalogue(rng)]
    for number in range(count):
        yield _clean(values, goods) if number % 2 else _personal(values)


def _personal(values: Values) -> MarkedText:
    rng = values.rng
    if rng.random() < _NATIONAL_SHARE:
        return marked(*values.national_id())
    language = rng.choice(list(SAID))
    kind = rng.choice(list(SAID[language]))
    value, region = values.make(kind, language)
    sentence = rng.choice(SAID[language][kind]).format(f"⟦{kind}:{value}⟧")
    return marked(rng.choice(AROUND[language]) + sentence, region)


def _clean(values: Values, goods: list[str]) -> MarkedText:
    rng = values.rng
    language = rng.choice(list(CLEAN))
    text = rng.choice(CLEAN[language])
    while "{" in text:
        slot = text[text.index("{") : text.index("}") + 1]
        text = text.replace(slot, _filled(slot, values, goods), 1)
    return MarkedText(text, _REGIONS[language])


def _filled(slot: str, values: Values, goods: list[str]) -> str:
    rng = values.rng
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.choice([2024, 2025])
    return {
        "{number}": lambda: rng.choice(["HP", "#W", "", "#", "R-"]) + values.digits(rng.choice([6, 7, 8, 10])),
        "{parcel}": lambda: rng.choice(["1Z" + values.digits(16), "00340434" + values.digits(12), "JD" + values.digits(16)]),
        "{date}": lambda: rng.choice(
            [f"{day:02}.{month:02}.{year}", f"{month}/{day}/{year}", f"{year}-{month:02}-{day:02}"]
        ),
        "{money}": lambda: rng.choice([f"${rng.randint(5, 2000)}.{rng.randint(0, 99):02}", f"{rng.randint(5, 900)},90 €"]),
        "{product}": lambda: rng.choice(goods),
        "{n}": lambda: str(rng.randint(1, 12)),
    }[slot]()
