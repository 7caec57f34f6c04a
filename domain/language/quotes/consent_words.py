"""A yes or no to "May I read your messages?": what agrees to any question, and what answers this one ("you may", "von mir aus")."""

import re
from functools import lru_cache
from typing import Literal

from domain.language.acts.wishes import wish_in
from domain.language.folding import folded
from domain.language.quotes.phrases import BESIDE, GO_AHEAD, LIKING, NO, OKAY, THANKS, YES, read_confirmation
from domain.language.quotes.refusal import refuses
from domain.language.reports.problems import problem_in
from domain.language.text.phrasebook import Phrasebook
from domain.language.text.statements import starts_with_a_yes
from domain.lazy_pattern import lazy_pattern

_FEW_WORDS = 6

_YES = """yes i agree; i agree to this; i do agree; i consent; i do consent; i give my consent; i give consent; you have my consent;
consent given; you may; yes you may; you can; you can read it; you can read them; you can read my messages; you may read it;
you may read them; you may read my messages; feel free; be my guest; why not; sure why not; no problem; not a problem;
i dont mind; dont mind; thats ok; thats okay; its ok; its okay; its fine; yes its fine; i am ok with that; im ok with that;
im okay with that; im fine with that; i am fine with that; i have no objection; no objection; no objections;
ich stimme zu; stimme zu; ich stimme dem zu; zugestimmt; ich bin einverstanden; bin einverstanden; bin damit einverstanden;
damit bin ich einverstanden; ich bin damit einverstanden; einverstanden; ich willige ein; ich erlaube es; erlaubt;
durfen sie; das durfen sie; sie durfen; sie durfen das; sie durfen es; sie durfen meine nachrichten lesen; darfst du;
du darfst; du darfst das; konnen sie; das konnen sie; von mir aus; meinetwegen; kein problem; kein thema; warum nicht;
gut; na gut; also gut; nun gut; ist ok; ist okay; ist gut; das ist ok; das ist okay; das ist gut; das passt; passt schon;
ist in ordnung; das ist in ordnung; das ist fur mich ok; das ist fur mich in ordnung; das geht in ordnung; geht klar;
alles klar; ja klar; klar; klar doch; ja mach; ja machen sie; machen sie; mach ruhig; machen sie ruhig; jaja;
habe nichts dagegen; ich habe nichts dagegen; nichts dagegen; meine zustimmung haben sie; lesen sie ruhig;
je suis daccord; jaccepte; oui jaccepte; pas de probleme; pas de souci; allez y; vous pouvez; de acuerdo; estoy de acuerdo;
acepto; sin problema; puede; sono daccordo; accetto; akkoord; ik ga akkoord; zgoda; zgadzam sie; pode; pode ser; concordo; aceito; is goed;
dat mag; mag; prima; i consent to that; i agree to that; i agree with that; agree; accept; i accept that; consent; permission granted;
you have my permission; yes do; thats fine by me; fine by me; no problem at all; read away; read on; go ahead and read;
go ahead and read it; go ahead and read them; freilich; freili;
freilig; gern; gerne doch; aber gerne; aber sicher; aber ja; sicher doch; kloar; kloa; eh klar; eh kloar; passt scho; passt schon;
basst; basst scho; joa; jou; jo eh; eh; selbstverstandlich durfen sie das; naturlich durfen sie das; klar durfen sie das"""

_NO = """i do not agree; i dont agree; i do not consent; i dont consent; i refuse; you may not; you can not; you cannot; you cant;
rather not; id rather not; i do mind; i object; ich stimme nicht zu; stimme nicht zu; ich stimme dem nicht zu;
nicht einverstanden; ich bin nicht einverstanden; bin nicht einverstanden; damit bin ich nicht einverstanden;
ich bin damit nicht einverstanden; ich willige nicht ein; durfen sie nicht; sie durfen nicht; das durfen sie nicht;
du darfst nicht; darfst du nicht; auf keinen fall; keinesfalls; mochte ich nicht; das mochte ich nicht; ich mochte das nicht;
will ich nicht; das will ich nicht; ich will das nicht; lieber nicht; je refuse; je ne suis pas daccord; je naccepte pas;
no acepto; no estoy de acuerdo; non accetto; non sono daccordo; ik ga niet akkoord"""

_BESIDE = """please; thanks; thank you; many thanks; ty; danke; vielen dank; danke schon; bitte; merci; gracias; then; now; with that;
with this; for me; sir; madam; schon; ruhig; gern; gerne; dann; doch; halt; eben; fur mich; read it;
read them; read my messages; and read it; and read them; dear; love; mate; whatever; whatever you like; help me; please help; mei; scho;
hoor; toch; also; na; oh; ok then; eh; bitte sehr; gern geschehen; tak; svp; sil vous plait; por favor; per favore; alsjeblieft; prosze"""


_CLAUSE_END = lazy_pattern(r"[.,!;:\n–—]+\s*|\s+-\s+")
_OF_THE_CONSENT = lazy_pattern(
    r"^\W*(?:but|only|if|unless|as long|provided|except|aber|nur|wenn|falls|sofern|außer)\b"
    r"|\b(?:consent|privacy|data|delete it|store[sd]?|read (?:it|them|my)|who reads|datenschutz|daten|zustimm\w*|einwillig\w*"
    r"|speicher\w*|lesen)\b",
    re.IGNORECASE,
)


def read_consent(text: str) -> Literal["yes", "no"] | None:
    """Read a whole message as the answer to the question of consent; None where it is anything else, or asks back."""
    if (answer := read_confirmation(text)) is not None:
        return answer
    kinds = _book().read(text)
    if kinds is None or {"yes", "no"} <= kinds:
        return None
    return "no" if "no" in kinds else "yes" if "yes" in kinds or "okay" in kinds else None


def beside_consent(text: str) -> str | None:
    """What stands behind a plain yes to the question: "Yes, I agree. Where is my order?". None where the yes is not all of its clause,
    or where what follows leans away, sets a condition or is about the consent itself."""
    for end in list(_CLAUSE_END.finditer(text))[:3]:
        first, rest = text[: end.start()], text[end.end() :].strip()
        if rest and read_consent(first) == "yes":
            later = beside_consent(rest)
            rest = later or rest
            leans = _OF_THE_CONSENT.search(rest) or read_consent(rest) == "no" or refuses(rest) is not None
            return None if leans else rest
    return None


def only_agrees(text: str) -> bool:
    """Whether words that were no plain yes say nothing beside one: "yeah why the hell not". Once consent is given they need no answer."""
    said = folded(text)
    is_short = len(said.split()) <= _FEW_WORDS and "?" not in said and not any(sign.isdigit() for sign in said)
    return is_short and starts_with_a_yes(said) and wish_in(text) is None and problem_in(text) is None


def _phrases(group: str) -> list[str]:
    return [phrase.strip() for phrase in group.split(";")]


@lru_cache(maxsize=1)
def _book() -> Phrasebook:
    groups = {"beside": _BESIDE, "yes": _YES, "no": _NO}
    phrases = {kind: _phrases(group) for kind, group in groups.items()}
    phrases["okay"] = [*_phrases(OKAY), "of course", "selbstverstandlich", "naturlich", "sicher"]
    phrases["yes"] += [*_phrases(YES), *_phrases(GO_AHEAD)]
    phrases["no"] += _phrases(NO)
    phrases["beside"] += [*_phrases(BESIDE), *_phrases(LIKING), *_phrases(THANKS)]
    return Phrasebook(phrases)
