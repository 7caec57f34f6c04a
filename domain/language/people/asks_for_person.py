"""The escape hatch in words: does the customer ask for a person? Rules only, so that no model stands between.

English is read by sketches, some twenty other languages by what stands in `asks_for_person.yaml`.

Each clause is first sketched: words of one meaning become one capital letter ("get me a real human" → "G me a real P"),
so that the patterns below read like the sentences that they stand for.
"""

import re
import unicodedata
from functools import lru_cache

from domain.language.folding import REMEMBERED
from domain.language.people.asks_about_us import asks_what_we_are
from domain.language.people.indirect_wishes import names_a_person, wants_somebody
from domain.language.text.as_typed import LONGEST, in_pieces
from domain.language.text.sentences import phrases
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_MEANINGS = {
    # What is not meant, although it has the words: these come first and leave nothing to find.
    "x": """(was|were|been|just|keep|kept) (talking|speaking|chatting);
        (am|was) i (really )?(talking|speaking|chatting); (send|sending|sent|give|giving|bring|ship|mail) back;
        robot(ic)? (vacuum|cleaner|lawn|mower|mop|toy|kit|arm)s?;
        password managers?; (two|three|four|five|six|one|single|\\d+) persons?;
        (cleaning|travel|insurance|estate|bleaching|free|secret|delivery|descaling) agents?; in person; per person;
        (give|get|send|pay|gimme) (me |us )?(back )?my (money|cash|funds|refund|order|stuff|things)( back)?;
        (i|we) will (contact|call|reach|get|phone|ask); nice to (have|talk|chat|speak|know)( i have)?( some ?one)?;
        (not|no|isnt|never|arent) (\\w+ )?(good|great|clever|handy|comfortable|brilliant|skilled) (with|at) (computers?|machines?|ai);
        escalating (prices?|costs?|fees?); (prices?|costs?|fees?) (are |is |keep |were )?(escalating|escalated);
        human (hair|size|sized|body|body s|error|rights|resources|shaped|grade)""",
    "N": """do not; dont; does not; doesnt; never; no need; dont need; rather not; without; instead of; not; avoid;
        prefer not; no reason; nicht; kein(e|en)?; ne; pas""",
    "P": """(real |actual |live |human |living |breathing )+(human being|human|person|people|one|man|woman|soul|employee|colleague|boss)s?;
        (human|personal) (support|help|assistance|contact|intervention|service); human beings?; humann?s?;
        ((customer |client )?(service|support|care|chat|help ?desk) |live |human |real )*(agent|rep|representative)s?;
        ((customer |client )?(service|support|care) |live |human |real )*(operator|advis[eo]r|executive|associate)s?;
        supervisors?; managers?; superiors?; a person; the person in charge; persons?; staff members?;
        member of (your |the )?(staff|team|support team);
        (one|any|some) of your (people|team|staff|colleagues|employees|agents); (support|service) (staff|people);
        a (colleague|employee) of yours; (your|ur|yr|an?|the|another|some) (colleague|employee|co-?worker|boss|staff|higher ?up)(e?s)?;
        (your |the )?customer (services?|support|care)( team| department| desk| line| staff)?;
        (your|the) (support |service |store )?(team|staff|hotline|helpdesk);
        (your|the) (support|service)( team| desk| department| people)?; live (chat|support|help);
        csr; humen; humna; huamn; humman; hunan; preson; perosn; poeple;
        peopel; pepole; agetn; persona[nl]?; hooman;
        (real )?ppl; humanoid being; agnts?; agnets?; agemt;
        represent[ia]tives?; representitives?; represenative; reprasentative; rep; persn; preson; persom; operater;
        mensch(en)?; mitarbeiter(in|n|innen)?; berater(in|n)?; kundenberater(in|n)?; kundendienst; kundenservice;
        ansprechpartner(in)?; humain(e|s)?; conseill(er|ere)s?; operateur; operatrice; une personne; vraie personne;
        service client""",
    "S": """(a )?(lady|gentleman)( or (a )?(lady|gentleman))?; some ?one; some ?body; any ?one; any ?body;
        sum ?1; some1; sumone; sombody; a guy; another person;
        jemand(en|em)?; quelqu ?un""",
    "B": """(chat ?)?bots?; robots?; ai; machines?; computers?;
        automated (system|messages|answers|replies|responses)s?; algorithm; roboter; automate""",
    "T": """speak(ing)?; typ(e|ing)(?= to| with); talk(ing)?; chat(ting)?; tlk; speek; spek; tallk; in (touch|contact); converse; deal;
        dealing; a (quick |short )?word; discuss (this|it|that|my \\w+); sprechen; sprech; reden; telefonieren; parler; parle; discuter;
        echanger""",
    "H": """connect(ed)?; transfer(red)?; forward; redirect; route; pass; hand; refer; switch; move; put; patch;
        direct; conect; connct; tranfer; transfr; verbinden?; weiterleiten; passez; transferez; mettez; connectez""",
    "W": """want; wants; needs; wanna; need; require; demand; request; requesting; prefer; would like; d like; id like;
        insist on; would love; mochte; ich will; brauche; hatte gerne?; veux; voudrais; souhaite; besoin""",
    "G": """get (a )?hold of; get through to; let me have; get; give; gimme; bring; find; fetch; call; reach; contact;
        phone; ring; have; see; ask for; asked for; asking for; waiting for; send; show me; assign; geben; gib""",
}


def _one_of(words: str) -> str:
    return "(?:" + "|".join(" ".join(part.split()) for part in words.split(";")) + ")"


# Words that may stand between a wish and the person: "get me [in touch with a real] human".
_D = (
    "(?:"
    + _one_of("""a; an; the; your; some; any; one; real; live; actual; proper; different; other; another; competent; senior;
        me; us; to; be; off; sie; in; of; help; from; assistance; please; just; only; with;
        again; directly; else; human; over; eine[mnr]?; einen; ein; einem; ihrem; un; une; vrai; vraie; de; d; a; echten""")
    + " )"
)
# What may follow the person: "a human [please]", but not "a human [skull]".
_END = (
    r"(?= ?$| "
    + _one_of("""please; pls; plz; now; asap; instead; here; there; who; about; right; immediately; today; urgently; not;
        and; or; because; if; is; svp; bitte; over; involved; this;
        that (?:can|could|understands|knows|will); on (?:the|this|it);
        for (?:this|help|me|my); with a; from (?:your|the|support); (?:whom )?i (?:can|could|may); can; could; to me; s il;
        to (?:my|this|help|T|assist|contact|G|call|look|handle|take|solve|explain|answer|please);
        to (?:resolve|sort|fix|join|do|be);
        available; online; around; since; already; twice; again; (?:two|three|four|several) times; help; working; behind; at;
        jetzt; sofort; maintenant; then; dann; halt; eben; i guess; i suppose;
        thanks; thank you; tho; though; lol; man; bro; dude; mate; yo; ffs; omg; ok; okay; already; or what""")
    + r"\b)"
)
_CASE = _one_of("""me; us; this; mich; moi;
    (?:this|my|the|our) (?:chat|case|issue|problem|conversation|call|ticket|request|matter|query|question)""")
_HELPS = _one_of("""help; read; assist; take; look; call; contact; handle; join; answer; step; reply; deal; check; phone;
    write; email; explain; review; G; T; sort; fix; solve; do; decide; add; change; tell; make; approve""")

_ASKS = [
    rf"\bT (?:\w+ ){{0,3}}?(?:to|with|w|2|mit|a|avec) {_D}{{0,4}}(?:[PS]\b|\[name_|support$)",  # talk to a person
    rf"\b(?:mit|an) {_D}{{0,3}}[PS] (?:\w+ ){{0,3}}?[TH]\b",  # mit einem Menschen sprechen
    rf"\bT {_D}{{0,2}}P\b{_END}",  # speak human; talk agent
    r"\b[PS] (?:(?:who|that|whom|i|we|can|could|may|to|please|for|me|is|there|might) ){1,4}T\b",  # someone I can talk to
    rf"\bH (?:{_CASE} |{_D}){{0,5}}?(?:(?:on |through )?to|onto|with|2|a|an|mit) {_D}{{0,4}}[PS]\b",  # transfer me
    r"\bH (?:moi|mich) (?:a )?[PS]\b",
    rf"\bH {_CASE}(?: through| thru| over| on| now| please| pls| up| to| bitte)*$",  # put me through
    r"\bescalat(?:e|ed|ing)\b",
    rf"\b(?:W|G)(?: [WG])? {_D}{{0,6}}P\b{_END}",  # I want a human; get me an agent
    rf"\b(?:W|G) {_D}{{0,4}}S (?:real|human|alive|else|actual|who|that (?:can|understands)|from (?:your|the)|"
    rf"with a|on (?:the|this)|"
    rf"to (?:T|G|help|assist|call|explain|look|take|sort|fix|contact))\b",  # I need someone real
    rf"\b(?:let|have) {_D}{{0,3}}[PS] (?:please )?{_HELPS}\b",  # have an agent call me
    rf"\b(?:is|are|isnt|arent) there {_D}{{0,3}}(?:not |no |even )?{_D}{{0,2}}P\b{_END}",  # is there a human
    r"\b(?:is|are|isnt) there (?:not |even |really )?S (?:real|human|else|who|that|i|to T|G|available|at|from|in your)\b",
    rf"\b(?:is|are) {_D}{{0,3}}P (?:available|around|online|there|here|free)\b",
    rf"\b(?:can|could|may|would|should) {_D}{{0,3}}P (?:please |just |maybe )?{_HELPS}\b",  # can a person look at this
    r"\b(?:can|could|would|will) S (?:please )?\w+ (?:\w+ ){0,4}personally\b",
    rf"\b(?:can|could|would|will) S (?:real|human|else|from your \w+) (?:please )?{_HELPS}\b",
    r"\b[SP] (?:please |should |must |needs to |has to |needs |to |from your \w+ |can |could |W to )*(?:G|call|"
    r"phone|ring|contact) me\b",
    r"(?:please|pls|can you|could you|would you) G me(?: please| pls| back| now| today| tomorrow| asap)*$",  # please call me
    r"\bG me (?:back|at|on|under) (?:\[|\d|\+|this|my|please$|now|asap|today|tomorrow)|\bG me back$",
    r"\b(?:call ?back|G back|rappel|ruckruf)\b(?= ?$| please| pls| request| from| bitte| on| at)|"
    r"\brappelez moi\b|\bruf(?:en sie)? mich\b|\bphone G\b",
    r"\b(?:W|G) (?:a |an )?(?:G from|telephone G|phone call|call from)\b",
    rf"\bW (?:\w+ ){{0,2}}from {_D}{{0,2}}P\b{_END}",
    r"\bW (?:to )?(?:be|get) (?:called|phoned|rung|telephoned)\b",
    rf"\b(?:stop|end|kill|quit|disable|turn off|switch off|H off|get rid of|G rid of|remove|skip|enough|leave|"
    rf"bypass) (?:of |with )?(?:this |the |that |your )?(?:\w+ )?B\b{_END}",
    rf"\b(?:N|hate|hates|sick|tired|fed up|done|refuse|cant stand|no longer|enough)\b (?:\w+ ){{0,4}}?(?:T|to|"
    rf"with|of|by|using|use|write|writing|W|G) {_D}{{0,3}}(?:this )?(?:\w+ )?B\b{_END}",
    r"^(?:please )?no (?:more )?B\b|\b[PS] (?:and )?(?:N|not) (?:a |an |the |this |some |another )?(?:\w+ )?B\b|"
    r"^N you (?:a )?P$|\bpas (?:a )?un B\b",
    rf"\b(?:number|line|mail|address) (?:of|for|to) {_D}{{0,3}}P\b{_END}",
    rf"\bi (?:said|say|repeat) {_D}{{0,3}}P\b{_END}",
    r"^(?:and |but |so |also |und |aber )*(?:yes|yeah|yep|ok|okay|ja|gerne) (?:please )?(?:to|for|zu|zur|mit) "
    r"(?:the |a |an |that |your |der |einer |einem |dem )?P$",
    rf"\b(?:W|H|back|take me|change) to (?:a |an |the )?P\b{_END}",
    r"\b(?:with|from|by|via) (?:a |an )?(?:real |live |actual )*(?:P|S (?:real|human|alive))\b (?:please|instead|now)",
    r"\bP (?:please|pls|plz|now|asap|immediately|bitte|svp|needed|required|wanted|jetzt)\b",
    r"\bS (?:real|human|alive)\b(?= ?$| please| now| here| there)|\bany P\b(?= ?$| there| here| around|"
    r" available| online)",
]
# "Is this answered by humans or by AI?" asks which of them it is; "is this a bot or can I get a human" asks for one.
_ASKS_WHICH = lazy_pattern(
    r"^(?:(?:is|are|am|was|were|who|do|does|did|what)\b(?!.*\b[WGH]\b)(?!.*\b(?:can|just|only)\b).*|(?:a |an |by )?)"
    r"\b(?:P\b.*\bor\b.*\bB|B\b.*\bor\b.*\b(?:P|S (?:real|human)))\b"
)
_PATTERNS = [lazy_pattern(pattern) for pattern in _ASKS]
_SYMBOLS = [(letter, lazy_pattern(rf"(?<![\w\[]){_one_of(words)}(?![\w\]])")) for letter, words in _MEANINGS.items()]
_CLAUSE = lazy_pattern(r"[.!?;:,\n()]+|\s[-–—]\s|\b(?:but|because|so that|so|just|aber|mais)\b")
_NEGATED = lazy_pattern(
    r"\bN (?:\w+ ){0,2}?[WTHG]\b(?: (?!B\b)\S+)*? [PS]\b(?! \w* ?N? ?B)|\bN (?:a |an |the |any )?[PS]\b"
    r"|(?<!there )\bno P (?:please|pls|needed|thanks|required)\b"
)
_BARE_FILLER = lazy_pattern(
    r"\b(?:please|pls|plz|now|a|an|the|your|real|live|actual|yes|no|ok|okay|i|said|immediately|asap|right|W|T|G|"
    r"H|to|with|me|"
    r"just|only|sir|mam|needed|required|again|instead|directly|bitte|svp|s il vous plait|un|une|ein|einen|eine|einem|einer)\b"
)
# "Ok then a person", "na gut, dann halt ein Mensch": who gives in and takes what was offered, or is always to be had.
_RESIGNED = lazy_pattern(
    r"\b(?:then|i (?:guess|suppose|think)|whatever|fine|well|so|alright|oh|hm+|ugh|maybe|rather|better|go on|anyway|"
    r"it is|it will have to be|it (?:has|ll have) to be|let it be|make it|na gut|na ja|naja|also|dann|halt|eben|doch|meinetwegen|"
    r"von mir aus|lieber|eher|alors|bon|eh bien|plutot)\b"
)


# "I do not need to speak to anyone", but not "I do not want to talk to a bot".
_DECLINES = lazy_pattern(
    r"\b(?:dont|do not|didnt|did not|no need|never|without|rather not|wont) (?:\w+ ){0,3}?"
    r"(?:speak|talk|call|chat|phone|put|connect|transfer|hand|person|human|agent)"
    r"(?!.*\b(?:bot|chatbot|robot|machine|computer|ai|understand|get it)\b)"
)
# "Talk me through returning it" wants to be told how; "can someone talk me through it" wants somebody.
_THROUGH = lazy_pattern(r"\b(?:talk|walk|guide|take|run) (?:me|us) through\b")
_SOMEBODY = lazy_pattern(r"\b(?:some(?:one|body)|any(?:one|body)|person|human|agent|colleague)\b")
_ABOUT_HOURS = ("when ", "what hours", "how long", "how late")


_OTHERS = shipped_table("domain.language.people", "asks_for_person.yaml")
_YES_A = r"(?:oui|si|sim|tak|ja|jo|da|evet|ano|igen|hai|так|да|ναι)\W+(?:(?:une?|una|uma?|een|en|ett?|et)\W+)?"


@lru_cache(maxsize=REMEMBERED)
def asks_for_person(text: str) -> bool:
    """Whether the message asks for a human, by any of the ways people ask, in English and some twenty languages more. It may be long."""
    return not asks_what_we_are(text) and any(_asks_in(_folded(piece)) for piece in in_pieces(text))


def _asks_in(folded: str) -> bool:
    parts = _CLAUSE.split(folded)
    if len(meant := [part for part in parts if not _REFUSES.search(part)]) < len(parts):
        folded = " . ".join(meant)  # "no human, thanks" asks for none
    clauses = [_sketch(clause) for clause in meant]
    if any(_asks(_NEGATED.sub(" x ", clause)) for clause in clauses if not clause.startswith(_ABOUT_HOURS)):
        return True
    if (names_a_person(folded) or wants_somebody(folded)) and not _DECLINES.search(folded):
        return True
    plain = [clause for clause in _CLAUSE.split(folded) if not _DECLINES.search(clause)]
    return any(asks.search(clause) and not (no and no.search(clause)) for clause in plain for asks, no in _ELSEWHERE)


def declines_a_person(text: str) -> bool:
    """Whether a text says that no person is wanted, only asks whether one or a machine answers, or sounds like asking for one."""
    folded = _folded(text)
    if asks_what_we_are(text):
        return True
    if _THROUGH.search(folded) and not _SOMEBODY.search(folded):
        return True
    if _WHETHER_ANYONE_MUST.search(folded) or refuses_a_person(text):
        return True
    return any(_ASKS_WHICH.search(_sketch(part)) for part in _CLAUSE.split(folded))


# "Does anyone have to sign for it?": asked about somebody of one's own.
_WHETHER_ANYONE_MUST = lazy_pattern(
    r"\b(?:muss|mussen|musste|darf|soll)\b (?:\w+ ){0,4}?(?:jemand|wer|einer)\b|\b(?:jemand|wer) (?:\w+ ){0,4}?(?:muss|musste)\b"
    r"|\b(?:does|do|did|must|should|will|would) (?:some|any)(?:one|body) (?:\w+ ){0,2}?(?:have|need|be)\b"
    r"|\b(?:must|should) (?:some|any)(?:one|body)\b"
)
_ONLY_A_NO = lazy_pattern(
    r"\W*(?:(?:no|nope|nein|nee|nah|thanks|thank you|thx|danke|bitte|please|pls|ok|okay|sorry|oh|for now)\W*)+"
)
_REFUSES = lazy_pattern(
    r"(?<!there is )(?<!there are )(?<!theres )(?<!is there )(?<!gibt es )(?<!have )(?<!why )"
    r"\b(?:no|not|without|kein\w*|ohne|nicht) (?:(?:an?|the|any|more|other|real|human|eine?n?|weitere\w*|need for|need of) )*"
    r"(?:persons?|humans?|people|colleagues?|agents?|representatives?|operators?|staff|mensch(?:en)?|person(?:en)?|mitarbeiter\w*|kolleg\w*)\b"
    r"(?! (?:home|here|there|came|answer\w*|helps?|helped|da|hier|zu ?hause|kam|antwortet|hilft|ist|war|sondern|but))"
)


@lru_cache(maxsize=REMEMBERED)
def refuses_a_person(text: str) -> bool:
    """Whether a text says that no person is wanted: "no agent please", "Nein, keine Person". Not that none is there."""
    clauses = [clause for clause in _CLAUSE.split(_folded(text)) if clause.strip()]
    return any(_REFUSES.search(clause) or _DECLINES.search(clause) for clause in clauses) and not asks_for_person(text)


def without_a_refused_person(text: str) -> str | None:
    """What a message says beside that no person is wanted, and beside a no or thanks to that; ``""`` where that is nothing, None where
    none is refused."""
    if not refuses_a_person(text):
        return None
    parts = phrases(text)
    kept = [part for part in parts if not (_REFUSES.search(_folded(part)) or _DECLINES.search(_folded(part)))]
    says_more = any(not _ONLY_A_NO.fullmatch(_folded(part)) for part in kept)
    return "".join(kept).strip(" ,") if says_more else ""


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKD", text[:LONGEST].lower())
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    text = re.sub(r"(?<=\w)['’`´](?=(?:t|d|m|re|ve|ll)\b)", "", text)
    text = re.sub(r"['’`´]", " ", text)
    return re.sub(r"([^\W\d_])\1{2,}", r"\1", text)


def _sketch(clause: str) -> str:
    words = " ".join(re.findall(r"\[\w+\]|\w+", clause))
    for letter, pattern in _SYMBOLS:
        words = pattern.sub(letter, words)
    return words


def _asks(clause: str) -> bool:
    if _ASKS_WHICH.search(clause):
        return False
    if any(pattern.search(clause) for pattern in _PATTERNS):
        return True
    given_in = _RESIGNED.sub(" ", clause)
    left = _BARE_FILLER.sub(" ", given_in).split()
    # "Somebody" alone is no wish; "somebody then" is one.
    return 0 < len(left) <= 4 and set(left) <= ({"P"} if given_in == clause else {"P", "S"})


def _elsewhere() -> list[tuple[re.Pattern[str], re.Pattern[str] | None]]:
    """Of each language what asks (the wish and the person in either order, a person alone, or what asks by itself) and what declines."""
    reach = _OTHERS["reach"]
    found = []
    for language in (table for table in _OTHERS.values() if isinstance(table, dict)):
        whole = [_folded(part) for part in language.get("whole", ())]
        if "person" in language:
            person = "|".join(_folded(word) for word in language["person"])
            wants = "|".join(_folded(word) for word in language["wants"])
            gap = rf".{{0,{reach}}}?"
            whole.append(rf"(?<!\w)(?:{wants})(?!\w){gap}(?<!\w)(?:{person})(?!\w)")
            whole.append(rf"(?<!\w)(?:{person})(?!\w){gap}(?<!\w)(?:{wants})(?!\w)")
            whole.append(rf"^\W*(?:{_YES_A})?(?:{person})\W*$")
        declines = "|".join(_folded(part) for part in language.get("declines", ()))
        found.append((lazy_pattern("|".join(whole)), re.compile(declines) if declines else None))
    return found


_ELSEWHERE = _elsewhere()
