"""The bare yes that may move money, and the bare no that must not. What adds anything new is neither: it asks again."""

from functools import lru_cache
from typing import Literal

from domain.language.people.asks_for_person import asks_for_person
from domain.language.text.phrasebook import Phrasebook, split_words

__all__ = ["asks_for_person", "read_confirmation"]

YES = """yes; ye; yea; yeah; yeh; yep; yup; yap; ya; yah; yas; yse; ys; y; aye; yes sir; yessir; thumbsup; sure; sur; shure;
sure thing; for sure; of course; ofcourse; certainly; definitely; absolutely; affirmative; agreed; i agree; i agree to
that; confirm; confirmed; i confirm; conform; comfirm; conferm; approved; i approve; accepted; i accept; correct;
thats correct; that is correct; its correct; it is correct; you are correct; youre correct; thats right; that is
right; exactly; indeed; yes it is; yes i do; yes i would; yes i am; yes i am sure; im sure; i am sure; yes you can;
yes you may; yes that is; yes id like that; yes i would like that; yes thats what i want; yes that is what i want; yes
i want that; hell yes; hell yeah; mhm; mhm yes; yh; by all means; 100 % yes; yes 100 %; jup; jo; si; si claro; claro;
claro que si; vale; sim; sim por favor; si por favor; si grazie; certo; va bene cosi; ja tack; ja graag; ja tak; tak;
tak prosze; tak poprosze; javisst; yes i want it; yes i want this; yes i want to; ja; jawohl; jep; klar; na klar;
naturlich; gerne; ja gerne; gern; ja gern; genau; einverstanden; oui; ouais; daccord; bien sur; oui cest ca;
ja klar will ich das; ja das will ich; klar will ich das; ja will ich"""

OKAY = """ok; okay; okey; oki; okie; oke; okej; o k; k; kk; okey dokey; okie dokie; alright; all right; allright; fine; thats
fine; that is fine; fine by me; fine with me; sounds good; that sounds good; sounds good to me; sounds great; that
sounds great; sounds fine; works for me; that works; that works for me; is ok; is okay; is fine; is good; okay with
me; ok with me; ok for me; ok by me; its ok for me; in ordnung; passt; cest bon; va bene"""

GO_AHEAD = """go on; go on then; go then; just do it; just do it already; do the needful; please do the needful; pls do the needful;
kindly do the needful; hazlo; adelante; procedi; procedi pure; pode fazer; go ahead; goahead; gohead; go head; go
ahead with it; go ahead with that; go ahead with this; go ahead and do it; go ahead and do that; go for it; do it; do
that; do so; please do; please do it; please do that; do it please; lets do it; lets do that; lets do this; lets go
ahead; lets proceed; proceed; proceed with it; proceed with that; proceed with this; make it so; make it happen; you
can go ahead; you may go ahead; you can proceed; you may proceed; carry on; continue; please continue; process it; i
would like to proceed; id like to proceed; i want to proceed; i am ready to proceed; im ready to proceed; id like
that; i would like that; i would love that; get it done; confirm it; confirm that; confirm this; i confirm it; i
confirm that; i confirm this; please confirm; please confirm it; yes please; and go ahead; and proceed; and confirm;
and confirm it; and do it; mach das; mach es; machen sie das; machen sie es; machen sie;
machen wir so; machen wir das; tun sie das; tun sie es; nur zu; vas y; allez y; faites le; fais le; oui je
confirme; ich bestatige; mach ma; machma; mach mal; mach des; mach des so; mach ma so; machs; machs so; mach so; mach ruhig; mach nur;
moch des; moch ma; machen wa; bitte machen; bitte mach das; so machen; tu das; tuan s; mochn s"""

# Beside a yes they add nothing. Alone they may mean "never mind" as well, or are no more than a sigh: that is asked again.
VAGUE = """basst; basst scho; basst schon; passt scho; passt schon; scho; eh; joa; naja;
hoor; freili; freilich; freilig; mei; wenns sein muss;
von mir aus; meinetwegen; if you must; i guess; i suppose; i guess so; i suppose so; eh scho; eh klar; is goed"""

# A doing that is plain beside a yes only: "jo mach", "ja machen".
DOING = """mach; machen; moch; machn; tu; tun; do; doe maar; schiess los; leg los"""

# May stand beside a yes, and says nothing alone.
BESIDE = """please; pls; plz; plese; plise; sir; madam; maam; mam; dear; mate; buddy; bro; dude; friend; man; then;
now; right away; right now; asap; with that; no problem; bitte; sil vous plait; svp; stp; sofort"""

# A liking, or that something is understood: beside a yes or a go-ahead it adds nothing, alone (or after "ok") it only takes note.
LIKING = """great; perfect; good; very good; excellent; wonderful; awesome; lovely; cool; nice; thats nice; thats good; brilliant;
fantastic; fab; oh; ooh; ah; aha; ach; ach so; wow; toll; klasse; perfekt; wunderbar; prima; thats ok; thats okay;
that is ok; that is okay; its ok; its okay; it is ok; it is okay; thats great; that would be great; thats perfect;
that is perfect; that sounds perfect; sounds perfect; looks good; looks great; looks correct; looks right;
that looks good; that looks correct; that looks right; everything looks correct; everything looks good;
i see; got it; understood; makes sense; thats all of it; so thats all of it; thats everything; so thats everything;
verstanden; verstehe; alles klar; everything is correct; all correct; all the details are correct;
all details are correct; those details are correct;
the details are correct; all good; gut; super; parfait"""

THANKS = """thanks; thank you; thank u; thankyou; thanku; thanks a lot; thank you so much; thank you very much;
thanks so much; thank you for your help; thanks for your help; thank you for your assistance; many thanks;
thank you so much for your help; thank; thank you again; thanks again; ty; thx; danke; danke schon; vielen dank;
merci; merci beaucoup; folded; cheers"""

NO = """no; nope; nop; nah; naw; nay; n; non; nein; nee; no way; hell no; thumbsdown; no need; no need for that;
no thanks; no thank you; not now; not yet; not today; not anymore; not at the moment; never; never mind; nevermind;
nvm; forget it; forget about it; forget that; leave it; leave it be; leave it as it is; leave that; just leave it;
dont; do not; dont do it; dont do that; do not do it; do not do that; please dont; please do not; stop; stop it;
stop that; please stop; abort; abort it; wrong; thats wrong; that is wrong; its wrong; thats not right;
that is not right; thats not correct; that is not correct; not correct; not right; incorrect; absolutely not;
not really; definitely not; certainly not; of course not; rather not; id rather not; i would rather not; i dont;
i do not; i dont want that; i dont want it; i dont want to; i dont want this; i do not want that; i do not want it;
i do not want to; i changed my mind; ive changed my mind; changed my mind; i refuse; i disagree; i dont agree;
negative; not interested; dont proceed; do not proceed; dont go ahead; do not go ahead; dont bother; skip it;
hold off; scratch that; strike that; no wait; i dont think so; nein danke; non merci; lieber nicht; lass es; lassen sie es; lass mal;
laisse tomber; surtout pas"""

CANCEL = (
    """cancel; cancel it; cancel that; cancel this; please cancel; please cancel it; please cancel that; lets cancel it"""
)

# Neither a yes nor a no where something else than a cancellation waits.
NOT_CANCEL = """dont cancel; dont cancel it; dont cancel that; dont cancel this; do not cancel; do not cancel it; do not cancel that;
do not cancel this; please dont cancel; please dont cancel it; please dont cancel that; please do not cancel it; no dont cancel it"""

# May stand beside a no.
BESIDE_NO = """thats all; that is all; thats it; that will be all; nothing else; nothing more; im good; im fine;
i am good; i am fine; im ok; all set; im all set; sorry; bye; byebye; bye bye; goodbye; good bye; have a nice day;
have a good day; have a great day"""

# The words of each action, so that "yes, proceed with the exchange" confirms an exchange and nothing else.
_CHANGE = (
    ("change", "modify", "update", "switch"),
    ("change", "changes", "modification", "modifications", "update", "updates"),
)
_ACTION_WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "cancel_order": (("cancel",), ("cancellation", "cancelation")),
    "return_items": (("return",), ("return", "return process", "return request", "returns")),
    "exchange_items": (("exchange", "swap"), ("exchange", "exchanges", "swap")),
    "refund_order": (("refund",), ("refund",)),
    "delete_account": (("delete",), ("deletion",)),
    "change_order_items": _CHANGE,
    "change_shipping_address": _CHANGE,
    "change_payment_method": _CHANGE,
    "update_account": _CHANGE,
}
# In German the verb of the button stands last: "ja, bitte anmelden", "ja, die Rückgabe anmelden".
_REGISTER = ("anmelden", "registrieren", "veranlassen", "starten")
_GERMAN_CHANGE = (("andern", "wechseln"), ("anderung",))
_GERMAN_WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "cancel_order": (("stornieren", "storniere", "storniert", "stornieren sie"), ("stornierung", "storno")),
    "return_items": (
        ("anmelden", "registrieren", "zuruckgeben", "zuruckschicken", "zurucksenden"),
        ("ruckgabe", "retoure", "rucksendung"),
    ),
    "exchange_items": (("anmelden", "registrieren", "umtauschen", "tauschen"), ("umtausch", "tausch")),
    "refund_order": (("erstatten", "erstatte", "erstattet", "erstatten sie"), ("erstattung", "ruckerstattung")),
    "delete_account": (("loschen",), ("loschung",)),
    "change_order_items": _GERMAN_CHANGE,
    "change_shipping_address": _GERMAN_CHANGE,
    "change_payment_method": _GERMAN_CHANGE,
    "update_account": _GERMAN_CHANGE,
}
_RUN_TOGETHER = ["yes", "yeah", "okay", "ok", "sure", "please", "thanks", "thankyou", "no", "confirm", "fine", "sir"]


def read_confirmation(text: str, pending: str | None = None) -> Literal["yes", "no"] | None:
    """Read a whole message as a bare yes or a bare no to what was just quoted; None for everything else.

    ``sounds_like_yes`` tells those that are nearly one.

    ``pending`` is the name of the quoted action: with it, "yes, proceed with the exchange" is a yes to an exchange
    (and to nothing else), and "cancel it" is no longer a no where a cancellation waits, but asks again.
    """
    kinds = _book(pending).read(text)
    if kinds is None:
        return None
    if "no" in kinds:
        return "no" if kinds <= {"no", "beside", "beside_no", "thanks"} else None
    sure = kinds & {"yes", "go_ahead"}
    if not sure and "okay" not in kinds:
        return None
    if kinds & {"liking", "named"} and not sure:
        return None
    if "doing" in kinds and "yes" not in kinds:
        return None
    if "thanks" in kinds and not kinds & {"yes", "go_ahead", "named"}:
        return None  # "ok thanks" often ends a talk
    return "yes" if kinds <= {"yes", "okay", "go_ahead", "doing", "beside", "liking", "named", "thanks"} else None


def sounds_like_yes(text: str, pending: str | None = None) -> bool:
    """Whether a message is made of agreement only and still is no plain yes: "ok thanks", "perfect", "great, thank you"."""
    kinds = _book(pending).read(text)
    agreeing = {"yes", "okay", "go_ahead", "liking", "named", "vague", "doing"}
    return bool(kinds and kinds & agreeing and kinds <= {*agreeing, "beside", "thanks"}) and not read_confirmation(
        text, pending
    )


def names_the_step(text: str, pending: str) -> bool:
    """Whether words speak of the quoted action by its own name: "go ahead and cancel" is of no other question than that."""
    own = {word for group in _ACTION_WORDS.get(pending, ()) for phrase in group for word in split_words(phrase)}
    return bool(own & set(split_words(text)))


def _phrases(group: str) -> list[str]:
    return [phrase.strip() for phrase in group.split(";")]


@lru_cache(maxsize=32)
def _book(pending: str | None) -> Phrasebook:
    phrases = {
        "beside_no": _phrases(BESIDE_NO),
        "thanks": _phrases(THANKS),
        "liking": _phrases(LIKING),
        "vague": _phrases(VAGUE),
        "doing": _phrases(DOING),
        "beside": _phrases(BESIDE),
        "okay": _phrases(OKAY),
        "yes": _phrases(YES),
        "no": _phrases(NO) + _phrases(CANCEL),
        "kept": _phrases(NOT_CANCEL) if pending != "cancel_order" else [],
        "named": [phrase for phrase in _naming(pending) if "go ahead" not in phrase],
        "go_ahead": [*_phrases(GO_AHEAD), *(phrase for phrase in _naming(pending) if "go ahead" in phrase)],
    }
    return Phrasebook(phrases, _RUN_TOGETHER)


def _naming(pending: str | None) -> set[str]:
    verbs, nouns = _ACTION_WORDS.get(pending or "", ((), ()))
    named = {
        f"{start} {verb} {what}"
        for start in ("", "and", "to", "you can", "go ahead and", "proceed to", "i want to", "i would like to", "id like to")
        for verb in verbs
        for what in (
            "",
            "it",
            "that",
            "this",
            "them",
            "the order",
            "my order",
            "the whole order",
            "the entire order",
            "the item",
        )
    }
    named |= {
        f"{start} {the} {noun}"
        for start in (
            "with",
            "make",
            "go ahead and make",
            "process",
            "initiate",
            "start",
            "do",
            "go ahead with",
            "proceed with",
        )
        for the in ("the", "this", "that", "my", "those")
        for noun in nouns
    }
    verbs, nouns = _GERMAN_WORDS.get(pending or "", ((), ()))
    its = ("", "es", "sie", "das", "die", "den", "ihn", "die bestellung", "den artikel", "die ware", "meine bestellung")
    so = ("", "bitte", "so", "so bitte", "bitte so")
    named |= {f"{what} {how} {verb}" for what in its for how in so for verb in verbs}
    named |= {f"{verb} {sie} {what}" for what in its for verb in verbs for sie in ("", "sie")}
    if "anmelden" in verbs:
        what_is_registered = (*its, *(f"{the} {noun}" for the in ("die", "den") for noun in nouns))
        melden = ("meld", "melde", "melden sie")
        named |= {f"{verb} {what} {how} an" for verb in melden for what in what_is_registered for how in so}
    named |= {
        f"{the} {noun} {bitte} {verb}"
        for the in ("", "die", "den")
        for noun in nouns
        for bitte in ("", "bitte")
        for verb in _REGISTER
    }
    return {f"{please}{' '.join(phrase.split())}" for please in ("", "please ") for phrase in named}
