"""Whether a clause wants something, refuses it, tells that it was done, or only supposes it."""

from domain.acts import Modality
from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_VERB = (
    r"(?:cancel\w*|cancle|cancellation|return\w*|refund\w*|exchang\w*|swap\w*|invoices?|bills?|receipts?|"
    r"reset\w*|passwords?|delet\w*|clos\w+|chang\w*|"
    r"money(?: back)?|track\w*|unsubscrib\w*|updat\w*|send\w*|emails?|mails?|replac\w*|eras\w*|remov\w*|"
    r"modif\w*|touch|human|agent|person|"
    r"get rid|give (?:it |them )?back|zuruck\w*|storn\w*|annul\w*|cancel\w*)"
)
_WANTS = (
    r"(?:want(?:ed)?|need(?:ed)?|wish(?:ed)?|like|liked|intend(?:ed|ing)?|mean|meant|ask(?:ed)?|plan(?:ned)?|"
    r"have|wanna|tell|told|request(?:ed)?|say|said)"
)

_NEGATES = lazy_pattern(
    r"(?:"
    rf"(?<!why )(?<!but you )(?<!you )(?<!they )(?<!which )\b(?:dont|do not|didnt|did not|dnt|doesnt|"
    rf"does not|would not|wouldnt|wont|will not|never|no longer)(?: really| even| actually| mean to|"
    rf" ever| have to)? {_WANTS}\b(?: (?!anymore|more\b|longer)\w+){{0,4}}? {_VERB}\b|"
    rf"\b(?:you|u) (?:(?:dont|do not) (?:have|need) to|neednt|need not)(?: \w+){{0,2}}? {_VERB}\b|"
    rf"\b(?:never|didnt|did not|havent|have not|nobody|no one) (?:\w+ )?(?:ask|asked|want|wanted|request|requested|tell|told|"
    rf"agree|agreed)\b.{{0,30}}\b{_VERB}\b|"
    rf"(?:^|\bplease |\bpls |\band |\bso |\bjust |\bkindly |\bbut |\bno |\bi said |, )(?:dont|do not|"
    rf"dnt|never|stop|quit|avoid|no more|not)\b(?: you)?(?: dare)?(?: \w+){{0,2}}? {_VERB}\b|"
    rf"\b(?:no need|no reason|not (?:here (?:to|for)|asking|trying|going|looking|planning|want|wanting|interested)|"
    rf"rather not|rather you didnt|no intention|without|nobody (?:asked|told|said|wants)|no ?one (?:asked|"
    rf"told))\b(?: \w+){{0,5}}? {_VERB}\b|"
    rf"\b(?:not|no) (?:a |an |the |my |any )?{_VERB}\b(?! (?:yet|labels?|slips?|forms?|notes?|stickers?|paperwork|codes?|instructions?|"
    rf"address|number|link|mail)\b)|\bno intention of\b|\bnot (?:returning|"
    rf"cancelling|canceling|sending|exchanging|refunding)\b|"
    rf"\b(?:wanted to|was going to|thought about|planned to) {_VERB}\b.*\b(?:but|now) .*\b(?:keep|rather not|not)\b|"
    r"\b(?:kein\w*|nichts) (?!problem|ding|thema|stress|sorge|ahnung|lust|ursache)(?:\w+ ){0,3}?"
    r"(?:andern|umtauschen|tauschen|stornieren|zuruck\w+|erstatten|loschen|wechseln|erstattet|umgetauscht)\b|"
    r"\bnicht (?:mehr )?(?:storn\w*|zuruck\w*|losch\w*|kundig\w*)|\b(?:ne|n) (?:veux|voudrais|souhaite) (?:pas|"
    r"plus) (?:annuler|retourner|supprimer)|\bno (?:quiero|deseo) (?:cancelar|devolver|anular)|\bnon (?:voglio|"
    r"desidero) (?:annullare|restituire|cancellare)|\bnao quero (?:cancelar|devolver)|\bniet (?:annuleren|"
    r"terugsturen|verwijderen)"
    r")"
)
_KEEPS = lazy_pattern(
    r"^(?:please |pls |just |but |and |i want to |i would like to |id like to |i will |ill |id rather |"
    r"i would rather |id prefer to |let me |lets |ill just |can i |could i |i am going to |im going to |"
    r"want to )*(?:keep|keeping|leave)\b(?! (?:(?!every|any)\w+ing\b|getting|receiving|on|me alone|"
    r"a review))|\b(?:i (?:will |"
    r"want to |would rather |would like to |think ill )?keep(?! (?!every|any)\w+ing\b)|"
    r"\b(?:(?:dont|do not) touch|finger weg|hands off|in ruhe lassen)\b|"
    r"\b(?:quedarme con|ficar com)$|should stay|"
    r"i am keeping|im keeping|stays? as (?:it|"
    r"they)|address is fine|(?:is|are) fine as|as (?:it|they) (?:is|are)$)\b"
)
# The remedies, denied by their nouns; who got none ("keine Erstattung bekommen") denies nothing.
_NO_REMEDY = lazy_pattern(
    r"\b(?:kein\w* |pas (?:de |d)?|sans |aucun\w* |no (?:quiero|queremos|deseo) |ningun\w* |sin |niente |nessun\w* "
    r"|non (?:voglio|vogliamo) "
    r"|geen |nenhum\w* |nao quero |inget? |ingen )(?:\w+ ){0,2}?"
    r"(?:umtausch|gutsch\w+|erstattung|ruckerstattung|ruckgabe|rucksendung|retoure|stornierung|ersatz\w*|austausch"
    r"|echange|remboursement|avoir"
    r"|bon d\w+|cambios?|vale|reembolso|devolucion|rimborso|buono|cambio|sostituzione|reso|ruil\w*|omruil\w*|terugbetaling|tegoed\w*|troca"
    r"|estorno|ersattning|refusion)\b"
    r"(?!.{0,40}\b(?:bekommen|bekam|erhalten|gekriegt|gesehen|gekommen|eingegangen|da|auf|sur|recu\w*|recib\w*"
    r"|ricevut\w*|ontvangen|gekregen"
    r"|receb\w*|arriv\w*|lleg\w*|seit|depuis|desde|da)\b)"
)
_KEEPS_ELSEWHERE = lazy_pattern(
    r"\b(?:behalt\w* (?:ich|wir)|(?:ich|wir) (?:\w+ ){0,5}behalt\w*|(?:bleibt|bleiben|behalten|garder|houden)\W*$|(?:je"
    r"|on|nous) (?:\w+ )?gard\w+"
    r"|me (?:l[oa]s?) quedo|me quedo con|(?:me )?l[oaie] tengo|mi tengo|ik (?:hou|houd|bewaar)|(?:hou|houd) ik|fico com"
    r"|laat (?:\S+ ){1,4}(?:staan|zitten|doorgaan)|lass\w* (?:\S+ ){1,4}(?:so|stehen|drin|laufen|bestehen|weiterlaufen))\b"
)
_DENIED_ELSEWHERE = lazy_pattern(r"\b(?:nicht|pas|non|no|niet|kein\w*|nao)\b")
# "(Cancel 1,) but not 2": behind or before what it leaves out, and nothing more.
_LEFT_OUT_ELSEWHERE = lazy_pattern(
    r"^\W*(?:(?:nicht|pas|niet) (?:(?:den|die|das|la|le|les|de|het) )?[\w-]+|(?:(?:die|la|de|nr"
    r"|numero) )?(?:hp)?\d{4,} (?:aber |jedoch |maar "
    r"|bitte |auf keinen fall )*(?:nicht|niet|pas|no|non))\W*$"
)
_ELLIPSIS = lazy_pattern(
    r"^(?:please )?not (?!been|yet|sure|working|received|here|arrived|happy|impressed|come|good|what|"
    r"as|in|on|at|only|\d+\b|two|three|four|five|six|seven|eight|ten|able|possible|delivered|too|really|there|to|for)\b"
)
_STOPS = lazy_pattern(
    r"\b(?:dont|do not|dnt|not) (?:ship|send|deliver|dispatch)\b(?= (?:it|the|my|them|that|this|out))(?!.*\b(?:invoice|"
    r"mail|email|bill|receipt))"
)
_NOT_THAT = lazy_pattern(
    rf"^(?:no |sorry )?(?:(?:its|it is|thats|that is) not|(?:it|that) isnt) .* (?:i|we|id) "
    rf"(?:want|need|would like|like|wanted|meant|am|mean) (?:to )?(?:have )?(?:it )?{_VERB}"
)
_TOLD = lazy_pattern(
    r"\b(?:youve|you have|they have|theyve|you) had (?:my|the|our) return\b|"
    r"\bwhy (?:was|were|is|has|have|did)\b.{0,40}\b(?:deleted|closed|erased|removed|refunded|reset)\b|"
    r"\b(?:i|we) (?:have |had |ve )?(?:already )(?:\w+ed|sent|told)\b|\b(?:ive|i have|we have|weve|"
    r"i) (?:already |just )?(?:cancelled|canceled|returned|refunded|exchanged|sent (?:it |them |this |(?:the |my )?\w+ )?back|"
    r"updated|changed|deleted) (?:it|them|this|that|the|my|both|an|one)?\b|\b(?:i|we) (?:cancelled|"
    r"canceled|returned|exchanged) (?!it$)|"
    r"\b(?:hab|habe|haben|hatte|hatten) (?:ich|wir)\b.{0,30}\b(?:storniert|zuruckgeschickt|zuruckgegeben|umgetauscht|zuruckgesandt)\b|"
    r"\b(?:ich|wir) (?:hab|habe|haben|hatte|hatten)\b.{0,30}\b(?:storniert|zuruckgeschickt|zuruckgegeben|umgetauscht|zuruckgesandt)\b|"
    r"\b(?:you|they) (?:have |ve )?(?:already )?(?:got|have|received|have received) (?:my|the|it) (?:return|"
    r"parcel back|back)\b|"
    r"\b(?:you|they) (?:have )?(?:already )?(?:cancelled|canceled|refunded|sent)\b|\bwas (?:already )?(?:cancelled|"
    r"canceled|returned|refunded)\b"
)
_SUPPOSED = lazy_pattern(
        r"^(?:and |but |so |or )*(?:if|unless|in case)\b(?! (?:possible|you (?:can|could|would|dont mind)|"
        r"so|its possible|that works)\b)|\b(?:unless|or else)\b|\b(?:i|ill|i will|we|well) (?:might|may|"
        r"will (?:have to )?|would )?(?:have to )?(?:cancel|return|refund)\w*(?: \w+){0,3} if (?!possible|"
        r"you can|i may|thats ok)\b"
        # "Bleibt der Gutschein gültig, wenn ich das Konto lösche?": the verb stands last.
        r"|\b(?:wenn|falls|sobald) (?:ich|wir)\b(?:(?! (?:bitte|moglich)\b).){1,40}"
        r"\b(?:losche?n?|stornier\w*|zuruck(?:schick|geb|send)\w*|umtausch\w*|tausche?n?|kundig\w*)\W*$"

)  # fmt: skip


def is_negated(clause: str) -> bool:
    """Whether the clause names a wish to say that it is not meant, or wants things to stay as they are."""
    said = _STOPS.sub("stop", folded(clause).strip())
    return bool(_NEGATES.search(said) or _KEEPS.search(said) or _NO_REMEDY.search(said) or _keeps_elsewhere(said))


def keeps(clause: str) -> bool:
    """Whether it only says that something is to be left as it is: "keep HP104233"."""
    said = folded(clause).strip()
    return bool(_KEEPS.search(said)) or _keeps_elsewhere(said)


def _keeps_elsewhere(said: str) -> bool:
    return bool(_KEEPS_ELSEWHERE.search(said)) and not _DENIED_ELSEWHERE.search(said)


_HANDS_OFF = (
    r"(?:(?:dont|do not|never) (?:you )?(?:dare )?touch|hands off|said (?:to )?keep|finger weg|nicht an(?:fassen|ruhren|ruehren)|"
    r"lass\w* (?:die|den|das|sie|ihn) (?:\w+ )?in ruhe|^\W*(?:please )?keep (?:order )?hp\w+\W*$)"
)
_LEAVES_IT_ALONE = lazy_pattern(rf"\b{_HANDS_OFF}")
_OF_A_QUOTE = lazy_pattern(
    rf"\b(?:{_HANDS_OFF}|keep(?:ing)? (?:it|that|this|them|the|my|hp)\b|behalt\w*|lass\w* (?:die|den|das|sie|ihn)\b)"
)
_SOMETHING_ELSE = lazy_pattern(
    r"\b(?:only|just|nur|bloss|bloß|instead|stattdessen|sondern|but|aber|rather|other|ander\w*)\b"
)


def leaves_it_alone(text: str, *, quoted: bool = False) -> bool:
    """Whether a message says of something only that it is not to be touched: "no! I said keep the skillet, don't touch that one".
    Of what is ``quoted`` plain words tell it as well: "keep the skillet"."""
    said, pattern = folded(text), _OF_A_QUOTE if quoted else _LEAVES_IT_ALONE
    return bool(pattern.search(said)) and "?" not in text and not _SOMETHING_ELSE.search(said)


_ONLY_KEEPS = lazy_pattern(
    r"(?:(?:no|nope|nah|nein|ne|nee|sorry|actually|oh|wait|ok|okay|well|then|dann)\W+)*(?:(?:i|we|id|ill|wed|would|will|"
    r"rather|just|prefer to|like to|want to|then|think|ich|wir|lieber|doch|mochte|wurde|dann) )*"
    r"(?:keep|hold on to|behalt\w*)(?: (?:ich|wir|lieber|doch|dann))* "
    r"(?:the|my|our|it|them|this|that|these|den|die|das|es|sie|mein\w*)(?: \w+){0,3}(?: (?:behalten))?\W*"
)


def only_keeps(text: str) -> bool:
    """Whether a whole message says no more than that goods are kept: "no I'd rather keep the kettle" puts none in place of a quote's."""
    return bool(_ONLY_KEEPS.fullmatch(folded(text).strip()))


def is_not_that(clause: str) -> bool:
    """Whether it says of what something is not wanted: "it's not the lamp I want to return"."""
    return bool(_NOT_THAT.search(folded(clause).strip()))


def excludes(clause: str) -> bool:
    """Whether it takes something out of what was just said: "(return the pillows,) not the sheets"."""
    said = folded(clause).strip()
    return bool(_ELLIPSIS.match(said) or _LEFT_OUT_ELSEWHERE.match(said))


def modality_of(clause: str) -> Modality:
    said = folded(clause).strip()
    if _SUPPOSED.search(said):
        return "supposed"
    return "told" if _TOLD.search(said) else "asked"


_FALLS_BACK = lazy_pattern(
    r"^(?:and |but |or |und |aber )*(?:if (?:neither|none|not|you (?:cant|cannot|dont)|(?:that|this|it)(?:s| is)? ?(?:not|isnt|impossible)"
    r"|(?:that|it) (?:doesnt|does not|cant|wont))|otherwise|failing that|wenn (?:nicht|das nicht|keine?s?|es nicht)|falls nicht|sonst"
    r"|ansonsten)\b"
)


def falls_back(text: str) -> bool:
    """Whether a clause is wanted only where what stands before it cannot be: "if neither, cancel it"."""
    return bool(_FALLS_BACK.match(folded(text).strip()))
