"""Made-up questions to a bank under 77 or 150 close labels: for timing the trainer and for comparing its ensembles.

Eleven things times seven troubles, or fifteen times ten, from templates written by hand, with slots, openings, slips of the finger
and a few wrong labels. Real customers vary more, so figures on these texts say how two ensembles compare, not how good one is.
"""

import random
from collections.abc import Iterator, Sequence

from models.intents.training.examples import Row

THINGS = {
    "card": ["card", "debit card", "bank card", "plastic", "visa", "card in my wallet"],
    "virtual card": ["virtual card", "online card", "disposable card", "card in the app", "digital card"],
    "transfer": ["transfer", "bank transfer", "payment to my {who}", "wire", "money I sent to my {who}"],
    "top up": ["top up", "top-up", "deposit from my other bank", "adding money", "topping up"],
    "cash withdrawal": ["cash withdrawal", "ATM withdrawal", "cash machine", "taking out cash", "cashpoint visit"],
    "direct debit": ["direct debit", "automatic collection", "debit by the gym", "collection by my landlord"],
    "cheque": ["cheque", "check", "paper cheque", "cheque I paid in", "bank draft"],
    "standing order": ["standing order", "monthly order", "regular payment", "rent order", "repeat payment"],
    "savings pot": ["savings pot", "savings", "pot", "savings account", "rainy day pot"],
    "loan": ["loan", "personal loan", "credit", "borrowing", "loan instalment"],
    "currency exchange": ["currency exchange", "exchange to {money}", "conversion", "swap into {money}", "{money} purchase"],
    "mortgage": ["mortgage", "home loan", "house loan", "mortgage on the flat", "property loan"],
    "insurance": ["insurance", "travel insurance", "cover", "insurance policy", "phone insurance"],
    "business account": ["business account", "company account", "account of my shop", "firm's account", "corporate account"],
    "statement": ["statement", "bank statement", "monthly statement", "paper statement", "account statement"],
}
TROUBLES = {
    "late": [
        "my {thing} still has not arrived after {n} days",
        "how long does a {thing} take",
        "{thing} is taking for ever",
        "when will the {thing} be there",
        "I have been waiting {n} days for the {thing}",
        "why is the {thing} so slow",
        "expected my {thing} on {day}, nothing so far",
    ],
    "refused": [
        "my {thing} was declined",
        "why did you reject the {thing}",
        "the {thing} does not work",
        "{thing} failed {n} times",
        "the {thing} got refused on {day}",
        "I could not use the {thing}, error message",
        "something went wrong with my {thing}, it bounced",
    ],
    "fee": [
        "why was I charged {n} {money} for the {thing}",
        "is there a fee for a {thing}",
        "what does the {thing} cost",
        "there is an extra charge on the {thing}",
        "I paid a fee with my {thing}, why",
        "{thing} fee seems wrong",
        "do you take commission for the {thing}",
    ],
    "cancel": [
        "I want to cancel the {thing}",
        "please stop my {thing}",
        "how do I get rid of the {thing}",
        "can the {thing} be undone",
        "call off the {thing} from {day}",
        "I made a mistake, revert the {thing}",
        "close my {thing} please",
    ],
    "limit": [
        "what is the limit for a {thing}",
        "how much can a {thing} be at most",
        "raise the maximum of my {thing}",
        "is there a cap on the {thing}",
        "can I do more than {n} {money} by {thing}",
        "{thing} says limit reached",
        "how many times a month may I use the {thing}",
    ],
    "wrong amount": [
        "the amount of the {thing} is wrong",
        "{thing} shows {n} {money} too much",
        "I got less than I should by the {thing}",
        "the {thing} was booked twice",
        "sum of the {thing} differs from what I asked",
        "why is my {thing} {n} {money} short",
        "the rate or total on the {thing} looks off",
    ],
    "set up": [
        "how do I get a {thing}",
        "I would like to set up a {thing}",
        "where do I start a new {thing}",
        "open a {thing} for me",
        "what do I need for a {thing}",
        "can my {who} have a {thing} too",
        "steps to make a {thing} please",
    ],
    "shared": [
        "can my {who} use the {thing} as well",
        "I want to share the {thing} with my {who}",
        "add my {who} to the {thing}",
        "is a joint {thing} possible",
        "my {who} and I want one {thing} for both",
        "give access to the {thing} to my {who}",
        "who else can see my {thing}",
    ],
    "abroad": [
        "does the {thing} work in other countries",
        "I travel on {day}, what about my {thing}",
        "can I have the {thing} from outside the country",
        "is the {thing} valid abroad",
        "using the {thing} on holiday",
        "I moved to another country, what happens to my {thing}",
        "{thing} in {money} while I am away",
    ],
    "stolen": [
        "somebody stole my {thing}",
        "there is a {thing} that I never made",
        "I think a thief used my {thing}",
        "fraud with my {thing} since {day}",
        "I do not recognise the {thing}",
        "a stranger got hold of the {thing}",
        "was my {thing} hacked",
    ],
}
THINGS_OF_77, TROUBLES_OF_77 = 11, 7
OPENINGS = ["", "", "", "hi, ", "hello there. ", "Good morning, ", "quick question: ", "sorry but ", "I am in Spain and "]
CLOSINGS = ["", "", "", "?", "??", " please help", " thanks", ", it is urgent", " - can you tell me", " I checked the app"]
SLOTS = {
    "who": ["brother", "landlord", "wife", "friend", "son", "boss"],
    "money": ["euros", "pounds", "dollars", "yen", "zloty"],
    "day": ["Monday", "Friday", "the first", "last week", "Sunday"],
    "n": ["2", "3", "10", "50", "200", "five"],
}


def bank_questions(count: int, seed: int = 7, labels: int = 77) -> list[Row]:
    """``count`` different texts, the 77 or 150 labels in turn; about one in fifty has the label of another trouble."""
    chance = random.Random(seed)
    things, troubles = list(THINGS), list(TROUBLES)
    if labels < len(things) * len(troubles):
        things, troubles = things[:THINGS_OF_77], troubles[:TROUBLES_OF_77]
    found: dict[str, Row] = {}
    asked = _in_turn(things, troubles)
    while len(found) < count:
        thing, trouble = next(asked)
        named = chance.choice(troubles) if chance.random() < 0.02 else trouble
        text = _text(thing, trouble, chance)
        found.setdefault(text, Row(text, f"{thing} {named}"))
    return list(found.values())


def _in_turn(things: Sequence[str], troubles: Sequence[str]) -> Iterator[tuple[str, str]]:
    while True:
        yield from ((thing, trouble) for thing in things for trouble in troubles)


def _text(thing: str, trouble: str, chance: random.Random) -> str:
    text = chance.choice(TROUBLES[trouble]).replace("{thing}", chance.choice(THINGS[thing]))
    for slot, words in SLOTS.items():
        text = text.replace(f"{{{slot}}}", chance.choice(words))
    text = chance.choice(OPENINGS) + text + chance.choice(CLOSINGS)
    if chance.random() < 0.15:
        at = chance.randrange(1, len(text) - 2)
        text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text if chance.random() < 0.6 else text.lower()
