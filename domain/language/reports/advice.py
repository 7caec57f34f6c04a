"""Whether advice is wanted on goods that do not quite work, and no remedy: "it wobbles a bit, anything I can do?"."""

from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern

_ADVICE = lazy_pattern(
    r"\b(?:any ?thing|something) (?:(?:that|which) )?(?:i|we|one|you) (?:can|could|should)(?: \w+)? (?:do|try|use)\b"
    r"|\bwhat (?:can|could|should|do|shall) (?:i|we|you) (?:do|try|use|suggest|recommend|advise)\b"
    r"|\b(?:any|a|some|got|have) (?:\w+ )?(?:tips?|tricks?|advice|ideas?|suggestions?)\b"
    r"|\bhow (?:can|do|could|should|to|would)\b.{0,12}\b(?:fix|stop|solve|cure|sort|prevent|get rid of|remove|adjust)\b"
    r"|\bwas (?:kann|konnte|soll|sollte|muss|mache?|konnen|tun) (?:ich|man|wir|sie)\b(?: \w+){0,4}\W*$"
    r"|\b(?:kann|konnte) (?:ich|man) (?:(?:da|dagegen|selbst|selber|noch) )*(?:was|etwas) (?:\w+ ){0,2}(?:machen|tun)\b"
    r"|\bwas (?:\w+ )?(?:dagegen|da) (?:\w+ )?(?:machen|tun|hilft)\b|\b(?:tipps?|ratschlage?|idee\w*|rat|trick\w*)\W*$"
    r"|\bwie (?:kann|bekomm\w*|krieg\w*|behebe?|repariere?) (?:ich|man)\b.{0,20}\b(?:beheben|weg|hin|in den griff|reparieren"
    r"|abstellen|das)\b"
)
# What is amiss in use, and is put right at home more often than not.
_AMISS = lazy_pattern(
    r"\b(?:wobbl\w*|unsteady|rocks|tilts?|squeak\w*|creak\w*|sticks?|sticking|jams?|loose|flicker\w*|hums?|humming|rust\w*"
    r"|lime ?scale|tarnish\w*|stain\w*|smell\w*|fluff\w*|lint|pill\w*|shed\w*|crease\w*|wrinkl\w*|drip\w*|tunnel\w*"
    r"|wackel\w*|kippel\w*|quietsch\w*|knarz\w*|knarr\w*|klemm\w*|locker|flacker\w*|summ\w*|brumm\w*|rost\w*|verkalk\w*|kalk"
    r"|fleck\w*|riech\w*|stink\w*|fluss\w*|fussel\w*|haar\w*|knitter\w*|tropf\w*)\b"
)
_SLIGHTLY = lazy_pattern(
    r"\b(?:(?:just|only) )?(?:a (?:little )?bit|a little|slightly|somewhat|ein (?:wenig|bisschen)|etwas"
    r"|leicht|hast du einen|haben sie einen)\b"
)
_OR_A_REMEDY = lazy_pattern(
    r"\b(?:broke|broken|crack\w*|shatter\w*|smash\w*|split|torn|ripped|snapped|collaps\w*|fell|hurt|injur\w*|cut (?:my|him|her)"
    r"|gas|spark\w*|electric\w*|shock|burn(?:t|ed)|fire|money|refund\w*|return\w*|exchang\w*|replac\w*|swap\w*|new one|send back|warranty"
    r"|kaputt|gebrochen|zerbrochen|abgebrochen|gerissen|riss\w*|defekt\w*|umgekippt|verletz\w*|geld|erstatt\w*|ersatz\w*|ersetz\w*"
    r"|umtausch\w*|zuruck\w*|reklam\w*|garantie|neue[nrs]?|brennt|feuer|strom\w*|funken)\b"
)


@lru_cache(maxsize=REMEMBERED)
def asks_for_advice(text: str) -> bool:
    said = folded(text)
    return bool(_ADVICE.search(said) and _AMISS.search(said)) and not _OR_A_REMEDY.search(said)


def what_is_amiss(text: str) -> str | None:
    """What is told where advice is asked for, folded and without the asking: "der tisch wackelt"; None where none is."""
    return (
        " ".join(_SLIGHTLY.sub(" ", _ADVICE.sub(" ", folded(text))).split()).strip(" ,.?!")
        if asks_for_advice(text)
        else None
    )
