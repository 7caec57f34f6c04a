"""Why somebody cancels, returns or wants money back: the reasons that the shipped policy knows, in a clause's words."""

from domain.acts import Problem
from domain.language.hard_times import is_hard_time
from domain.language.refusal import folded
from domain.lazy_pattern import lazy_pattern

_REASONS = [
    ("ordered_by_mistake", lazy_pattern(
        r"\b(?:by (?:mistake|accident|error)|accident\w*|mistak\w*|wrong (?:item|one|thing) by me|ordered (?:it |"
        r"them )?(?:twice|two times|double|wrong)|duplicate|without (?:asking|my permission|telling)|didnt mean to|"
        r"misclick\w*|wrong button|(?:clicked|pressed|tapped|chose|picked|hit) (?:on )?the wrong|"
        r"versehentlich|aus versehen|par erreur|por error|per errore|por engano|"
        r"per ongeluk)\b"
        )),
    ("too_slow", lazy_pattern(
        r"\b(?:(?:takes?|taking|took) (?:too|so|very) long|too slow|takes forever|too late|found (?:it|"
        r"one|them|a better)?\s?(?:\w+ )?(?:cheaper|elsewhere|better price|somewhere else)|cheaper|wont (?:be here|"
        r"arrive|make it) (?:in time|on time)|arrives? too late|not in time|zu lange|zu langsam|trop long|"
        r"tarda (?:mucho|demasiado)|troppo tempo|duurt te lang)\b"
        )),
    ("no_longer_needed", lazy_pattern(
        r"\b(?:(?:no longer|dont|do not|not|didnt|wont|never) (?:really |even |actually )?(?:need|needed|"
        r"want|require)\w*(?: (?:it|them|this|that|any ?more|any))?|not needed|no longer (?:needed|wanted|"
        r"necessary)|no use for|already (?:have|got|own) (?:one|it|them)|"
        r"(?:have|got|own) (?:one|it|them) (?:as a \w+ )?already|change of (?:mind|heart|plans?|circumstances)|changed (?:my|our) (?:mind|"
        r"plans?)|change[sd]? my mind|dont need|dont want|brauche (?:ich |es )?nicht|nicht mehr|plus besoin|"
        r"ya no (?:lo )?(?:necesito|quiero)|non (?:mi )?serve piu|ja nao preciso|niet meer nodig)\b"
        )),
    ("does_not_fit", lazy_pattern(
        r"\b(?:(?:too|way too|much too) (?:small|big|large|tight|loose|short|long|wide|narrow)|(?:doesnt|"
        r"does not|dont|do not|didnt|wont|not) fit\w*|pinch\w*|passt nicht|zu (?:klein|gross|eng)|trop (?:petit|"
        r"grand|serre)\w*|demasiado (?:pequen\w|grande)|troppo (?:piccol\w|grande)|te (?:klein|groot))\b"
        )),
    ("changed_mind", lazy_pattern(
        r"\b(?:changed (?:my|our) mind|change[sd]? my mind|(?:dont|do not|didnt|doesnt|not) (?:really |"
        r"even |just )?(?:like|love|suit|want|need|happy with|go with|match)|hates?|isnt for me|not (?:for me|"
        r"my style|my taste)|gefallt (?:mir )?nicht|plait pas|no me gusta|non mi piace|nao gosto|bevalt niet|"
        r"no longer (?:need|want)|unwanted gift)\b"
        )),
]  # fmt: skip
_OF_PROBLEM: dict[Problem, str] = {
    "damaged": "damaged",
    "wrong_item": "not_as_described",
    "not_as_described": "not_as_described",
    "missing": "missing",
    "not_received": "missing",
    "lost": "missing",
}


def reason_in(text: str, intent: str | None, problem: Problem | None = None) -> str | None:
    """The reason that a text gives for ``intent``, an action's intent; a reported ``problem`` is one for goods."""
    said = folded(text)
    if intent != "cancel_order" and problem in _OF_PROBLEM:
        return _OF_PROBLEM[problem]
    for reason, pattern in _REASONS:
        of_cancelling = reason in ("ordered_by_mistake", "too_slow", "no_longer_needed")
        if of_cancelling == (intent in ("cancel_order", None)) and pattern.search(said):
            return reason
    # A death, or no money for it, is why it is not wanted any more.
    not_wanted = "no_longer_needed" if intent in ("cancel_order", None) else "changed_mind"
    return not_wanted if is_hard_time(text) else None
