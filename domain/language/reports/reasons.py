"""Why somebody cancels, returns or wants money back: the reasons that the shipped policy knows, in a clause's words."""

from domain.acts import Problem
from domain.language.danger.hard_times import is_hard_time
from domain.language.folding import folded
from domain.language.quotes.phrases import read_confirmation
from domain.language.reports.problems import problem_in
from domain.language.text.polarity import is_negated
from domain.lazy_pattern import lazy_pattern

_REASONS = [
    ("ordered_by_mistake", lazy_pattern(
        r"\b(?:by (?:mistake|accident|error)|accident\w*|mistak\w*|wrong (?:item|one|thing) by me|ordered (?:it |"
        r"them )?(?:twice|two times|double|wrong)|duplicate|without (?:asking|my permission|telling)|didnt mean to|"
        r"misclick\w*|wrong button|(?:clicked|pressed|tapped|hit) (?:\w+ ){0,2}(?:twice|two times|double)|double click\w*|doppelklick\w*|"
        r"(?:doppelt|zweimal|zwei mal) (?:geklickt|gedruckt|getippt|angeklickt|abgeschickt)|"
        r"(?:clicked|pressed|tapped|chose|picked|hit) (?:on )?the wrong|"
        r"(?:ordered|bought|got|wanted|needed|need|want) (?:a |the |it in (?:a |the )?)?(?:wrong|another|a different|different) (?:size|"
        r"colou?r|model|version|one)|wrong (?:size|colou?r|model|version)|"
        r"versehentlich|(?:aus )?versehen|irrtum(?:lich)?|irrtuemlich|unabsichtlich|ungewollt|mein fehler|"
        r"(?:ver(?:klickt|tippt|bestellt|wahlt|waehlt|sehen))|falsch (?:bestell\w*|gekauft|gewahlt|gewaehlt|ausgewahlt|ausgewaehlt|"
        r"geklickt|getippt|angeklickt)|falsche[nrsm]? (?:gro(?:ß|ss)e|groesse|farbe|artikel|modell|variante|ausfuhrung|ausfuehrung|produkt|"
        r"menge|anzahl|adresse|ding|teil|sache|\w+ (?:bestellt|gekauft|genommen|gewahlt|ausgewahlt|angeklickt))|"
        r"(?:doppelt|zweimal|zwei mal|2x|2 mal) (?:bestellt|gekauft)|par erreur|por error|per errore|por engano|"
        r"per ongeluk)\b"
        )),
    ("too_slow", lazy_pattern(
        r"\b(?:(?:takes?|taking|took) (?:too|so|very) long|too slow|takes forever|too late|found (?:it|"
        r"one|them|a better)?\s?(?:\w+ )?(?:cheaper|elsewhere|better price|somewhere else)|cheaper|wont (?:be here|"
        r"arrive|make it) (?:in time|on time)|arrives? too late|not in time|zu lang(?:e|sam)?|zu spat|zu spaet|dauert (?:mir |das |ewig)|"
        r"nicht (?:mehr )?(?:rechtzeitig|punktlich)|billiger\w*|gunstiger\w*|guenstiger\w*|preiswerter\w*|(?:woanders|anderswo|"
        r"anderweitig|im laden) (?:\w+ )?(?:gefunden|gekauft|bekommen|gesehen|bestellt)|trop long|"
        r"tarda (?:mucho|demasiado)|troppo tempo|duurt te lang)\b"
        )),
    ("no_longer_needed", lazy_pattern(
        r"\b(?:(?:no longer|dont|do not|not|didnt|wont|never) (?:really |even |actually )?(?:need|needed|"
        r"want|require)\w*(?: (?:it|them|this|that|any ?more|any))?|not needed|no longer (?:needed|wanted|"
        r"necessary)|no use for|already (?:have|has|got|own|bought|ordered|found|picked up) (?:me |us )?(?:one|it|them|some|the same)|"
        r"(?:bought|got|gave|ordered) (?:me |us )?(?:one|it|them|some) already|(?:schon|bereits) (?:eine?[nrs]?|so eine?[nrs]?|welche) "
        r"(?:gekauft|besorgt|bestellt|bekommen|geholt|geschenkt)|"
        r"(?:have|got|own) (?:one|it|them) (?:as a \w+ )?already|change of (?:mind|heart|plans?|circumstances)|changed (?:my|our) (?:mind|"
        r"plans?)|change[sd]? my mind|dont need|dont want|(?:brauche?|benotige?|will|mochte|mocht) (?:(?:ich|wir|es|sie|ihn|das|die|"
        r"den|mir|doch|jetzt|nun) )*nicht|nicht mehr|(?:meinung|plane) (?:\w+ )?geandert|anders uberlegt|"
        r"kein(?:en)? bedarf|uberfl(?:u|ue)ssig|"
        r"(?:hab|habe|haben|besitze) (?:(?:ich|wir|doch|es|sie|ihn) )*(?:schon|bereits|noch) (?:eine?[nrs]?|"
        r"so eine?[nrs]?|genug)|plus besoin|"
        r"ya no (?:lo )?(?:necesito|quiero)|non (?:mi )?serve piu|ja nao preciso|niet meer nodig)\b"
        )),
    ("does_not_fit", lazy_pattern(
        r"\b(?:(?:too|way too|much too) (?:small|big|large|tight|loose|short|long|wide|narrow)|(?:doesnt|"
        r"does not|dont|do not|didnt|wont|not) fit\w*|pinch\w*|passt (?:\w+ ){0,2}nicht|zu (?:klein|gro(?:ß|"
        r"ss)|eng|weit|lang|kurz)|trop (?:petit|"
        r"grand|serre)\w*|demasiado (?:pequen\w|grande)|troppo (?:piccol\w|grande)|te (?:klein|groot))\b"
        )),
    ("changed_mind", lazy_pattern(
        r"\b(?:changed (?:my|our) mind|change[sd]? my mind|(?:dont|do not|didnt|doesnt|not) (?:really |"
        r"even |just )?(?:like|love|suit|want|need|happy with|go with|match)|hates?|isnt for me|not (?:for me|"
        r"my style|my taste)|(?:gefallt|gefallen|mag) (?:\w+ ){0,2}nicht|nicht mein (?:geschmack|stil)|"
        r"anders uberlegt|meinung geandert|plait pas|no me gusta|non mi piace|nao gosto|bevalt niet|"
        r"no longer (?:need|want)|unwanted gift)\b"
        )),
]  # fmt: skip
# Asked why, nobody tells it who wants it left as it is.
_LETS_BE = lazy_pattern(
    r"\b(?:keep(?:ing)? (?:it|them|the|my|that|this|everything)|(?:leave|lass\w*) (?:it|that|them|the order|"
    r"everything|es|das|sie|ihn|mal|gut|"
    r"doch|so)|behalt\w*|(?:forget|vergiss|vergessen sie) (?:it|that|about|es|das)|never ?mind|nicht (?:mehr )?storn\w*)\b"
    r"|^\W*(?:(?:nein|dann|ach|lieber)\W+)*doch nicht\b"
)
_SAYS_NO_OR_WAITS = lazy_pattern(
    r"^\W*(?:stopp?|wait|hang on|hold on|moment|warte\w*|no|nope|nah|nein|nee|ne|non)\b(?! (?:longer|reason|"
    r"use|need|money|time|space|room))"
)
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
    # A death, or no money for it, is why it is not wanted any more, where nothing is wrong with it.
    not_wanted = "no_longer_needed" if intent in ("cancel_order", None) else "changed_mind"
    is_of_goods_at_fault = intent not in ("cancel_order", None) and problem_in(text) is not None
    return not_wanted if is_hard_time(text) and not is_of_goods_at_fault else None


def lets_be(text: str) -> bool:
    """Whether the answer to "why?" is that it is better left: "keep it after all", "ich will doch nicht stornieren"."""
    return bool(_LETS_BE.search(folded(text))) or is_negated(text) or read_confirmation(text) == "no"


def may_be_a_reason(text: str) -> bool:
    """Whether the answer to "why?" says neither no nor that it is better left, so that it may tell why in words of its own."""
    return not lets_be(text) and not _SAYS_NO_OR_WAITS.search(folded(text))
