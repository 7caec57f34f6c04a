"""Names after the words that introduce a person, in the languages and scripts that customers write."""

import re
from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Cue, Reading
from privacy.vocabulary import word_set

_PART = r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_])){0,40}"
_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁΑ-Ω])"
_BIG = rf"{_CAPITAL}(?:[^\W\d_]|['’-](?=[^\W\d_])){{0,40}}"
_LINK = r"(?:van|von|der|den|de|da|del|della|di|du|la|le|bin|al|el|zu|ter|y|dos|das|do|te|ten|op|af|ibn|bint)"
_FULL = rf"{_BIG}(?:[ \t]+(?:{_LINK}[ \t]+){{0,2}}(?:{_BIG}|(?-i:[A-Z])\.)){{0,3}}"
_INITIAL = rf"(?:(?-i:[A-Z])\.[ \t]?){{1,3}}{_FULL}"
_TITLE = (
    r"(?:mr|mrs|ms|miss|mx|dr|prof|sir|herr|herrn|frau|monsieur|madame|mme|mlle|señor|señora|sr|sra|sig|sig\.ra|"
    r"signora|dhr|mevr|mevrouw|meneer|pan|pani)\.?"
)
_AFTER_CUE = lazy_pattern(
    rf"(?P<link>(?:\s*(?::|=|-|,|is|was|ist|est|es|è|é|lautet|are|on|the|order|account|card)(?![^\W_]))*\s*[:=\"']?\s*)"
    rf"(?:{_TITLE}\s+)*(?P<name>(?:(?-i:[A-Z])\.\s?){{0,2}}{_PART}(?:,?[ \t]+(?:{_PART}|(?-i:[A-Z])\.)){{0,3}})",
    re.IGNORECASE,
)
_TITLED = lazy_pattern(rf"(?<![^\W_]){_TITLE}(?:[ \t]+{_TITLE})?[ \t]+(?P<name>{_FULL})", re.IGNORECASE)
# A name only where two capitals, or what follows, make it one.
_MET = lazy_pattern(
    rf"(?<![^\W_])(?:i'm|i am|this is|it's|it is|ich bin|hier ist|hier spricht|je suis|c'est|ici|hier|"
    rf"soy|sono|sou(?: [oa])?|ik ben|met|jag är|jeg er|jestem|это)[ \t]+(?P<name>{_FULL})(?P<after>[^\n]{{0,14}})",
    re.IGNORECASE,
)
_SPEAKS = lazy_pattern(
    r"\s*(?:,|\.|!|from\b|again\b|here\b|calling\b|speaking\b|writing\b|and\b|und\b|aus\b|de\b|et\b|-|à l'appareil|uit\b|"
    r"y\b|e\b)|\s*$",
    re.IGNORECASE,
)
# "change my last name to Lane", "meinen Nachnamen in Lane ändern"
_BECOMES = lazy_pattern(
    rf"(?<![^\W_])(?:(?:last|first|family|maiden|sur|full|my)[ \t-]?name|(?:mein\w*|den|vor|nach|familien)[ \t]?namens?)[ \t]+"
    rf"(?:to|into|in|auf|zu)[ \t]+(?P<name>{_FULL})",
    re.IGNORECASE,
)
_HERE = lazy_pattern(
    rf"(?:^|(?<=[.!?\n,])\s?|(?<=hi )|(?<=hello )|(?<=hey ))(?P<name>{_FULL})[ \t]+(?:here|hier|à l'appareil|"
    rf"speaking)(?![\w])",
    re.IGNORECASE,
)
_I_THE_UNDERSIGNED = lazy_pattern(rf"(?<![\w])I,[ \t]+(?P<name>{_BIG}[ \t]+{_FULL}),")
_OF_SOMEBODY = lazy_pattern(
    r"(?<![^\W_])(?:my|his|her|our|the|meine?r?|mein|ma|mon|mi|mia|mio|minha|meu|mijn)\s+"
    r"(?:wife|husband|daughter|son|mother|mom|mum|father|dad|sister|brother|friend|neighbou?r|boss|partner|fiancée?|"
    r"colleague|assistant|aunt|uncle|"
    r"frau|mann|tochter|sohn|mutter|vater|schwester|bruder|freundin|freund|femme|mari|fille|fils|mère|père|sœur|frère|"
    r"mujer|marido|esposa|hija|hijo|"
    rf"moglie|marito|figlia|figlio|esposa|filha|filho|vrouw|man|dochter|zoon),?[ \t]+(?P<name>{_FULL})",
    re.IGNORECASE,
)
_BY_SOMEBODY = lazy_pattern(
    r"(?<![^\W_])(?:signed (?:for )?by|handed (?:it )?to|spoke (?:with|to)|talked to|ordered by|placed by|ask for|attn:?|"
    r"attention:?|"
    r"someone called|somebody named|a person named|care of|c/o|in the name|zu händen|z\.\s?hd\.?|unterschrieben von|"
    r"signé par|à l'attention de|"
    rf"firmado por|firmato da|assinado por|getekend door|"
    r"läuft auf|lautet auf|bestellt auf|gebucht auf|registriert auf|ausgestellt auf|"
    r"chatted with|agent called|rep named)(?:[ \t]+(?:someone called|"
    rf"somebody named))?[ \t]+"
    rf"(?:{_TITLE}[ \t]+)?(?P<name>{_INITIAL}|{_FULL})",
    re.IGNORECASE,
)
_CLOSING = (
    r"(?:(?:kind|best|warm|many)?[ ]?regards|sincerely|cheers|thanks|thank you|thx|yours(?: truly)?|best|love|"
    r"grüße[n]?|grüßen|gruß|mfg|lg|vg|"
    r"cordialement|merci|bien à vous|saludos|atentamente|gracias|un saludo|cordiali saluti|saluti|grazie|distinti saluti|"
    r"cumprimentos|obrigad[oa]|"
    r"atenciosamente|abraços|(?:met )?(?:vriendelijke )?groet(?:en)?|groetjes|bedankt|pozdrawiam|hälsningar|hilsen|mvh|"
    r"с уважением)"
)
_SIGNED = lazy_pattern(
    rf"(?<![^\W_]){_CLOSING}\s*[,.!]?\s*\n+\s*(?:-+\s*)?(?P<name>{_INITIAL}|{_FULL})\s*(?:\n|$)", re.IGNORECASE
)
_SIGNED_INLINE = lazy_pattern(rf"(?<![^\W_]){_CLOSING}[,.!]?[ \t]+(?P<name>{_INITIAL}|{_FULL})\s*$", re.IGNORECASE)
_UNSPACED = (
    lazy_pattern(
        r"(?:我叫|我是叫|我的名字是|我的名字叫|名字[:：]?|姓名[:：]|收件人[:：]?|我姓名是)\s?(?P<name>[\u4e00-\u9fff·]{2,4})(?![\u4e00-\u9fff])"
    ),
    lazy_pattern(
        r"(?:名前は|氏名は?[:：]?|名義は|宛名は|お名前[:：])\s?(?P<name>[\u4e00-\u9fff\u3040-\u30ff・ ]{2,12}?)(?=です|と申|といい|と言|"
        r"で[、。す]|[。、,\s]|$)"
    ),
    lazy_pattern(r"(?P<name>[\u4e00-\u9fff]{2,6}|[\u30a0-\u30ff・]{3,14})(?:と申します|と言います|といいます)"),
    lazy_pattern(
        r"(?:이름은|성함은|이름[:：]|수령인[:：]?)\s?(?P<name>[\uac00-\ud7af]{2,4}?)(?=입니다|이에요|예요|이고|라고|이라고|님|[\s.,]|$)"
    ),
    lazy_pattern(
        r"저는\s?(?P<name>[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민][\uac00-\ud7af]{2})(?=입니다|이에요|예요|라고|이라고)"
    ),
)
_COMMON = word_set(
    """
    i im and or but so my your his her our their its it is isnt was were has had have not no yes on in at of to for
    from by with as the a an this that these those you we they he she me who what when where why how can could would
    will please because order email address phone number account wrong misspelled spelled spelt correct incorrect
    missing different changed here there still now also just only very too under supposed written und oder aber ich
    mein meine habe bin nicht ist auf aus mit bei wegen et ou mais je mon ma ai suis pas est dans sur avec pour de
    des du customer client looking trying waiting sorry happy sad angry new old calling writing asking sure
    interested afraid disappointed done back ready unable able going getting having using y o pero mi tengo es con
    para falsch steht stimmt mal écrit escrito mal está errado sbagliato fout verkeerd exp expiry cvv card field form box
    list label printed has e non il io ho ma sono und oder ik en maar heb niet een het eu não e mas um uma tenho no number
    на и я не мой заказ из в с но а و من في على أريد لم لا طلبي انا أنا name first last surname
    """
)
_NOT_NAMES = word_set(
    """
    sorry american british german french canadian english spanish italian dutch portuguese looking waiting trying happy unhappy angry very
    really not so just still also already writing calling asking having getting going interested sure afraid
    disappointed harbour pine great good bad ridiculous unacceptable urgent important wrong right monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december christmas black visa mastercard paypal amex dhl ups fedex hermes royal the a an my your this
    that what how why when where order new okay ok yes no thanks thank hello hi ich der die das ein eine le la les
    un une ce il elle broken damaged defective fine team support all everyone everybody guys folks you customer service
    again anyone somebody nobody me now today tomorrow germany france spain italy england
    bonjour hallo guten dear sir madam unacceptable in on at is are was merry happy and prime it i we they from aus van
    please bitte danke merci gracias grazie obrigado email mail phone address delivery shipping
    """
)
_WEAK = frozenset(  # words of a form: a name follows them only where a sign or capitals say so
    [
        "name",
        "nom",
        "nome",
        "naam",
        "nombre",
        "titular",
        "titulaire",
        "intestatario",
        "recipient",
        "addressee",
        "empfänger",
        "vorname",
        "nachname",
        "prénom",
        "cognome",
        "apellidos",
        "destinataire",
        "destinatario",
        "imię",
        "имя",
        "ονομα",
        "voornaam",
        "achternaam",
        "surname",
        "cardholder",
    ]
)


def names(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for cue in reading.of("name"):
        yield from _told(reading, cue)
    for pattern in (_TITLED, _SIGNED, _SIGNED_INLINE, _BECOMES, _HERE, _I_THE_UNDERSIGNED, _OF_SOMEBODY, _BY_SOMEBODY):
        for match in pattern.finditer(text):
            end = _name_end(match["name"], _NOT_NAMES)
            if text[match.start("name") + end : match.start("name") + end + 1].isdigit():
                continue  # "the pan HP104233"
            if end and not (pattern is _HERE and " " not in match["name"][:end]):
                yield Finding("name", match.start("name"), match.start("name") + end)
    for match in _MET.finditer(text):
        end = _name_end(match["name"], _NOT_NAMES)
        if end and " " in match["name"][:end] and (end < len(match["name"]) or _SPEAKS.match(match["after"])):
            yield Finding("name", match.start("name"), match.start("name") + end)
    if not text.isascii():
        for pattern in _UNSPACED:
            for match in pattern.finditer(text):
                yield Finding("name", match.start("name"), match.end("name"))


def _told(reading: Reading, cue: Cue) -> Iterator[Finding]:
    """Whatever follows is a name, in any case: up to four words, none of them a common one."""
    match = _AFTER_CUE.match(reading.text, cue.end)
    if match is None or (cue.end == match.start("name")):
        return
    word, link, name = reading.text[cue.start : cue.end].lower(), match["link"], match["name"]
    is_marked = any(sign in link for sign in ":=")
    if "\n" in link.strip(" ") and not is_marked:
        return
    end = _name_end(name, _COMMON)
    comma = name.find(",", 0, end)
    if comma > 0 and not name[:comma].isupper():  # "LEE, JENNIFER" is one name, "Quentin, yours is" not
        end = comma
    if not end:
        return
    if word in _WEAK or word in (
        "first name",
        "last name",
        "full name",
        "account holder",
        "card holder",
        "name on card",
        "c o",
    ):
        if not is_marked and not (name[0].isupper() and not link.strip()):
            return
        if not is_marked and word == "name" and not name[:end].istitle() and not name[:end].isupper():
            return
    yield Finding("name", match.start("name"), match.start("name") + end)


def _name_end(candidate: str, stops: frozenset[str]) -> int:
    """The length of the candidate before the first word that is no part of a name."""
    for word in re.finditer(r"\S+", candidate):
        if word.group().lower().strip(".'’,") in stops:
            return len(candidate[: word.start()].rstrip(" ,"))
    return len(candidate.rstrip(","))


_BEFORE = lazy_pattern(rf"(?<![^\W_])(?:(?:{_TITLE}|dipl\.?-ing\.?|ing\.|univ\.?\s?prof\.?)\s*)+$", re.IGNORECASE)
_AFTER = lazy_pattern(
    (
        r"(?:(?:(?<=-)|-)[^\W\d_]+)?(?:\.?,?[ \t]+(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|dds|dvm|b\.?a|"
        r"m\.?a|b\.?sc|m\.?sc|b\.?eng|m\.?eng|mba)(?![^\W_])\.?)?"
    ),
    re.IGNORECASE,
)


def whole_name(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the title before it, and the rest of a double name and the degree after it."""
    before = _BEFORE.search(text, max(0, start - 30), start)
    after = _AFTER.match(text, end)
    return (before.start() if before else start), (after.end() if after else end)
