"""Whether it is asked if something was done: "did you send me a link or not?", "so is it cancelled now", "hast du das jetzt
storniert?"; and of which action that may be. No new wish is read in it."""

from domain.language.acts.wishes import wish_in
from domain.language.folding import folded
from domain.language.reports.problems import problem_in
from domain.language.text.sentences import sentences, without_stops
from domain.lazy_pattern import lazy_pattern

_DONE: list[tuple[frozenset[str] | None, str]] = [
    (
        frozenset({"send_invoice", "send_password_reset"}),
        r"sen[dt]|e?mail(?:ed)?|out|raus|weg|unterwegs|geschickt|abgeschickt|verschickt|zugeschickt|gesendet|gemailt",
    ),
    (frozenset({"cancel_order"}), r"cancel(?:l?ed)?|storniert|abbestellt"),
    (frozenset({"refund_order"}), r"refund(?:ed)?|erstattet"),
    (frozenset({"return_items"}), r"return(?:ed)?|zuruckgegeben|angemeldet"),
    (frozenset({"exchange_items", "change_order_items"}), r"exchanged?|swap(?:ped)?|umgetauscht|getauscht"),
    (
        frozenset({"change_order_items", "change_shipping_address", "change_payment_method", "update_account"}),
        r"changed?|updated?|geandert|umgestellt",
    ),
    (frozenset({"delete_account"}), r"deleted?|geloscht"),
    (
        None,
        r"done|do (?:it|that|this)|sorted|set|booked|registered|through|confirmed|complete|gone through|erledigt|gemacht|durch|geklappt"
        r"|funktioniert|veranlasst|eingetragen",
    ),
]
_VERB = "|".join(words for _, words in _DONE)
_KINDS = [(actions, lazy_pattern(rf"\b(?:{words})\b")) for actions, words in _DONE]
_IT = (
    r"(?:it|that|this|they|everything|all|all of it|(?:the|my|that) (?:[\w-]+ )?"
    r"(?:order|return|refund|invoice|receipt|exchange|swap|link|address|cancellation|thing|e ?-?mail)"
    r"|(?:das|es|sie|alles|jetzt alles|(?:die|der|den|das|meine?|mein) "
    r"(?:rechnung|bestellung|ruckgabe|retoure|erstattung|adresse|link|umtausch|stornierung|anderung|mail|e-mail)))"
)
_LITTLE = (
    r"(?:(?:now|then|already|just|really|actually|been|all|me|us|my|the|a|that|it|this|one|for|to|invoice|order|jetzt|nun|schon|denn|mir|uns"
    r"|auch|wirklich|das|es|die|den|der|link|rechnung|bestellung|alles|mal|eigentlich|gerade|also) )*"
)
_ASKS = lazy_pattern(
    r"^(?:(?:so|and|ok|okay|but|wait|hey|hi|thanks|thank you|great"
    r"|und|aber|also|danke|super|moment|sorry|just checking|quick question|na)\W+)*"
    rf"(?:(?:did|have|has) (?:you|u|ya|it|that) {_LITTLE}(?:{_VERB})\b.{{0,40}}"
    rf"|(?:is|are|was|were|has|have) {_IT} {_LITTLE}(?:{_VERB})\b.{{0,12}}"
    rf"|{_IT} (?:is|are|was|were|has been|have been|ist|sind|wurde) {_LITTLE}(?:{_VERB})"
    r"(?: (?:now|then|already|right|yes|correct|jetzt|dann|ja|oder))*"
    rf"|(?:so |then )?(?:it|that|this)(?:s| is| has been| was) {_LITTLE}(?:{_VERB})(?: (?:now|then|already|right|yes|or not|yeah|correct))+"
    r"|did (?:it|that|this) (?:work|go through|happen|get through|all work)(?: .{0,10})?"
    rf"|(?:hast du|haben sie|habt ihr|hat) {_LITTLE}(?:{_VERB})\b.{{0,15}}"
    rf"|(?:ist|sind|wurde|wurden|war) {_IT} {_LITTLE}(?:{_VERB})\b.{{0,15}}"
    rf"|(?:hat|hatte) (?:das|es|alles) {_LITTLE}(?:{_VERB})\b.{{0,10}})\W*$"
)
_OR_NOT = lazy_pattern(r"\b(?:or not|oder nicht|or no|yet|schon)\b")
_ELSE = lazy_pattern(
    r"\b(?:not|nt|no|never|didnt|havent|again|another|nicht|kein\w*|nie|nochmal|wieder|please|bitte|parcel|package|delivery|paket|lieferung"
    r"|sendung|ware|ships?|shipped)\b"
)
# Without its mark a statement may only tell: "it is done".
_PUT_AS_ONE = lazy_pattern(
    r"^\W*(?:(?:and|ok|okay|but|wait|hey|und|aber|na|thanks|danke)\W+)*(?:so|then|also|did|have|has|is|are|was|were|hast|haben|habt|hat|ist|sind|wurde\w*)\b"
)
_MOST_WORDS = 22


def asks_whether_done(text: str, action: str) -> bool:
    """Whether a message asks if ``action``, the last one that was spoken of, was done, and asks for nothing."""
    if len(text.split()) > _MOST_WORDS or not ("?" in text or _PUT_AS_ONE.match(folded(text))):
        return False
    said = [" ".join(_OR_NOT.sub(" ", folded(one)).split()) for one in without_stops(sentences(text))]
    asking = [one for one in said if _ASKS.match(one) and not _ELSE.search(one)]
    others = [one for one in said if one not in asking]
    if not asking or any(wish_in(one) or problem_in(one) or _ELSE.search(one) for one in others):
        return False
    kinds = [actions for actions, pattern in _KINDS if pattern.search(asking[-1])]
    return not kinds or any(actions is None or action in actions for actions in kinds)


_COMES = lazy_pattern(
    r"\b(?:get|receiv\w*|com(?:e|es|ing)|arriv\w*|sen[dt]|sending|e ?-?mail\w*|mail(?:ed)?|post(?:ed)?|print\w*|where(?:s| is)|how"
    r"|komm\w*|bekomm\w*|krieg\w*|erhalt\w*|\w*schick\w*|per|wo|wie)\b"
    r"|^\W*(?:(?:and|what about|und|was ist mit|wo bleibt) )*(?:the|my|das|mein|den|der) [\w ]{3,25}\W*$"
)


def asks_how_it_comes(text: str) -> bool:
    """ "By post?", "where is it?": which way something comes that was sent, and not what to do with it."""
    return bool(_COMES.search(folded(text)))


_WORD_OF_IT = (
    r"(?:(?:an?|any|some|the|eine?n?|ne|noch|dazu|daruber|auch|another|e ?-?mail|mail|written|schriftliche\w*|emailed) )*"
    r"(?:confirmations?(?: (?:e ?-?)?mail)?|e ?-?mails?|mails?|something in writing|bestatigung\w*|\w*bestatigung|(?:et)?was schriftliches)"
)
_CONFIRMS = lazy_pattern(
    r"^\W*(?:(?:and|so|ok|okay|great|thanks|thank you|cool|perfect|und|danke|super|gut)\W+)*"
    r"(?:(?:do|will|would|should|can|could|did) (?:i|you|we) "
    r"(?:also |still |be )?(?:get|getting|receive|have|send|send me|sent|sent me|expect|email me|mail me)"
    r"|(?:is|are) (?:there|you sending(?: me)?)"
    r"|(?:bekomm\w*|krieg\w*|erhalt\w*|kann|konnte) ich(?: da| dazu| dafur| noch| auch| jetzt| dann| daruber)*"
    r"|(?:schick\w*|kommt|gibt|send\w*)(?: (?:es|ihr|sie|du|mir|da|dazu|dafur|noch|auch|jetzt|dann|daruber))*)"
    rf" {_WORD_OF_IT}(?: (?:about|for|of|on|confirming|with|regarding) (?:it|that|this|all that|the \w+))?"
    r"(?: (?:too|as well|now|then|dazu|dafur|daruber|davon|auch|noch|bekommen|haben|kriegen|per mail|by e ?-?mail|by mail))*\W*$"
)


def asks_for_word_of_it(text: str) -> bool:
    """ "Will I get an email about it?", once something was done."""
    return bool(_CONFIRMS.match(folded(text)))
