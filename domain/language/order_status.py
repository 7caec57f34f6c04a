"""The state of an order, as somebody tells which one is meant: "the one that's on its way", "die noch nicht verschickt ist"."""

from domain.language.folding import folded
from domain.language.german_words import goods_of_text
from domain.lazy_pattern import lazy_pattern

_STATES = [
    (("pending", "processed"), lazy_pattern(
        r"\b(?:not (?:yet )?(?:shipped|sent|left)|hasnt (?:left|shipped)|havent (?:sent|shipped)|being prepared|still (?:open|"
        r"pending)|pending|"
        r"in preparation|noch nicht (?:verschickt|versendet|raus|unterwegs|abgeschickt)|in vorbereitung|vorbereitet|offene?)\b"
    )),
    (("shipped",), lazy_pattern(
        r"\b(?:on (?:its|it s|the|their|it is) way|underway|under way|in transit|(?:being |been |was |is |just )?(?:shipped|"
        r"sent out|dispatched)|"
        r"not (?:yet )?(?:here|arrived|delivered|come)|hasnt (?:come|arrived)|unterwegs|auf dem weg|(?:noch )?nicht (?:da|"
        r"angekommen|hier|gekommen)|"
        r"verschickt|versendet|versandt)\b"
    )),
    (("delivered",), lazy_pattern(
        r"\b(?:delivered|already (?:here|came|arrived|have)|arrived|that came|which came|came (?:yesterday|today|last)|zugestellt|"
        r"geliefert|"
        r"angekommen|(?:schon|bereits) da)\b"
    )),
    (("cancelled",), lazy_pattern(r"\b(?:cancell?ed|storniert\w*)\b")),
]  # fmt: skip


def status_meant(text: str) -> tuple[str, ...] | None:
    """The statuses that words tell an order by; None where they tell none. The first that fits: "not delivered" is no "delivered"."""
    said = folded(text)
    return next((status for status, pattern in _STATES if pattern.search(said)), None)


_POINTS = lazy_pattern(
    r"^\W*(?:(?:no|nein|ah|oh|na|well|i mean|ich meine)\W+)*(?:the|that|those|my|die|der|das|den|dem|meine?[nr]?)\b"
)
_MOST_WORDS = 7


def points_at_one(text: str) -> bool:
    """Whether words that answer "which order?" point at one by its state or its goods: "die Tassen halt", "the delivered one"."""
    said = folded(text)
    if "?" in said or len(said.split()) > _MOST_WORDS or not _POINTS.match(said):
        return False
    return status_meant(text) is not None or bool(goods_of_text(text))
