"""Words that say nothing about the subject: two sentences that differ in these alone are about the same."""

from kb.text.words import stems

_WORDS = """
accept accepted allow allowed apply ask available back be become begin buy call can change charge check choose come company
contact cost costs customer customers day days do done fee fees find first full get give given go goods guarantee happen have
help hold hour hours item items keep last lasts let long made make may maximum mean minimum minutes month months much need
new offer one order ordered orders our parcel pay paid people per period please possible price prices product products provide
purchase purchased put quick receive received request require right run say see send sent set shop show simply small start
stay take takes team thing things time times total up use used usual usually valid wait want way week weeks within work
working year years faq question questions answer information info details about general overview guide
"""


def key(stem: str) -> str:
    """Stems of one word family fall together: `deliveri` and `deliv`."""
    return stem[:5]


NEUTRAL = frozenset(key(stem) for stem in stems(_WORDS))


def keys(text: str) -> frozenset[str]:
    """What a text is about: its words without those that carry no subject, and without numbers."""
    return frozenset(key(stem) for stem in stems(text) if not any(c.isdigit() for c in stem)) - NEUTRAL
