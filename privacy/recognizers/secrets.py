"""Passwords, keys and tokens. A one-time code that the service asked for is none: actions need it."""

import re
from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Cue, Reading
from privacy.vocabulary import word_set

_KEYS = (
    lazy_pattern(r"(?<![\w-])(?:sk|pk|rk)[-_](?:live_|test_|proj-|ant-)?[A-Za-z0-9_-]{12,}"),
    lazy_pattern(
        r"(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|"
        r"glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|A[KS]IA[A-Z0-9]{16})"
    ),
    lazy_pattern(
        r"(?<!\w)(?:AIza[\w-]{30,}|hf_[A-Za-z0-9]{20,}|whsec_[A-Za-z0-9+/=]{16,}|npm_[A-Za-z0-9]{20,}|"
        r"SG\.[\w-]{16,}\.[\w-]{16,})"
    ),
    lazy_pattern(r"(?<!\w)eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?"),
    lazy_pattern(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)", re.DOTALL),
    lazy_pattern(r"(?<=[Bb]earer )[\w.~+/-]{16,}=*"),
    lazy_pattern(r"(?<=://)[^\s/:@]{0,64}:[^\s/@]{1,128}(?=@)"),
)
_SETTING = lazy_pattern(
    r"(?<![^\W_])[\w-]{0,40}(?:secret|token|api_?key|access_?key|passw(?:or)?d|passwd|"
    r"pwd)[\w-]{0,20}[\"']?\s?[=:]\s?[\"']?(?P<value>[^\s\"'&]{6,200})",
    re.IGNORECASE,
)
_LINK = (
    r"(?::|=|\b(?:should|shall|will|would) be\b|"
    r"\bis(?: now)?(?: still)?\b:?|\bwas\b:?|['’]s\b|\bused to be\b|\bist\b:?|\blautet\b:?|\bwar\b:?|"
    r"\bc['’ ]?est\b|\best\b:?|"
    r"\bes\b:?|\bera\b|\bè\b|\bé\b|\be['’](?=\s)|\bjest\b|\bär\b|\ber\b|->|-|\?)"
)
_TOLD = lazy_pattern(
    rf"(?P<more>(?:\s+(?:i use|i have|for|to|of|on|at|von|für|de|pour|del|della|do|da|voor|van|per|para)\s+"
    rf"(?:(?:my|the|your|this|mein\w*|mon|ma|le|mi|la|il|meu|mijn|het)\s+)?(?!is\b)[\w.@-]+){{0,2}})"
    r"(?:\s+(?:that |which )?i(?: always| usually)? (?:use|used|have|had|chose|set|picked)(?=\s))?"
    rf"\s*(?P<aside>(?:\s+(?:that )?i (?:use|have|chose|set|had))?,\s*(?:(?:which|that|das|qui|que|che|die|"
    rf"i use)\s+)?)?(?P<link>{_LINK})?\s*"
    r"(?:[\"'«„“](?P<quoted>[^\"'«»“”\n]{2,64})[\"'»“”]|[\"'«„“(]?(?P<bare>[^\s\"'«»“”]{2,64}))",
    re.IGNORECASE,
)
_UNSPACED = lazy_pattern(r"[\s:：はが是은는の为]{0,4}(?P<value>(?=[!-~]{0,64}\d)[!-~]{4,64})")
_AS = lazy_pattern(
    r"(?<![^\W_])(?:with|tried|try|trying|using|use|used|entered|typed|mit|avec|con|com|"
    r"met)\s+[\"']?(?P<value>[^\s\"',;]{4,64})[\"']?\s+"
    r"(?:as|for|als|comme|como|come)\s+(?:(?:my|the|a|mein|das|mon|mi|mijn|o|il|la)\s+)?(?:pass|kennwort|mot de passe|"
    r"contraseña|senha|wachtwoord|pwd)",
    re.IGNORECASE,
)
_USELESS = lazy_pattern(
    r"(?<!\S)[\"'«„“]?(?P<value>[^\s\"'«»“”,;:]{4,64})[\"'»“”]?\s+(?:does\s?n[o']t|do(?:es)? not|won'?t|will not|isn'?t|is not|never|still "
    r"doesn'?t)\s+(?:work\w*|accepted|taken)\s+(?:as|for)\s+(?:my |the |a )?(?:new |old )?(?:pass|pwd|pin)",
    re.IGNORECASE,
)
_CHANGED = lazy_pattern(
    r"(?<![^\W_])(?:set|changed?|reset|updated?|make|made)\s+(?:my |the |your |it |this )?(?:pass\s?word |pwd |"
    r"pass\s?code |pass\s?phrase |pin )?(?:from (?P<old>[^\s]{4,64}) )?to\s+(?:be\s+)?"
    r"[\"'«„“]?(?P<value>(?=[^\s\"'»“”]*[\d!$%&*#^~@_+=])[^\s\"'»“”]{4,64}?)(?=[.,;:?)]*(?:[\s\"'»“”]|$))",
    re.IGNORECASE,
)
_LOGIN = lazy_pattern(
    r"(?<![^\W_])(?:login|log in|user\s?(?:name)?|account|credentials|benutzer|zugang|identifiant|usuario|utente|"
    r"utilizador)\W{0,3}\s?\S{2,64}?\s?[/|:]\s?(?P<value>[^\s]{4,64})",
    re.IGNORECASE,
)
_NEXT = lazy_pattern(
    r"[\s,;]{1,2}(?:and|but|und|et|y|e|en|or|then|now)\s+(?:now\s+)?(?:(?:it'?s|it is|is|to|ist|est|"
    r"es)\s+)?(?:now\s+)?[\"']?(?P<value>[^\s\"',;]{4,64})",
    re.IGNORECASE,
)
# "1234 is my password", "sonnenblume ist mein neues Passwort": what stands before it.
_BEFORE = lazy_pattern(
    r"(?<![^\s\"'«„“(])(?P<value>[^\s\"'«»“”(),;:?]{4,64})[\"'»“”]?\s+(?:is|was|ist|war|est|es|era|è|é|jest)\s+(?:now\s+)?"
    r"(?:(?:my|our|the|mein|das|mon|le|mi|la|il|mia|minha|a|mijn|het|moje)\s+)?(?:(?:new|old|current|neues|altes|nouveau|nueva|"
    r"nuova|nova|nieuwe)\s+)?$",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 110  # signs
_IN_FOURS = lazy_pattern(
    r"\W{0,3}(?:is\W{1,3})?(?P<value>(?:[a-z]{4}[ -]){3}[a-z]{4})(?![^\W_])"
)  # as Google gives them to applications
# Small and capital letters, digits, and a sign inside: nothing else is written so, and nothing need say what it is.
_MIXED = lazy_pattern(
    r"(?<![^\s\"'«»“”(])(?=\S{0,63}[a-z])(?=\S{0,63}[A-Z])(?=\S{0,63}\d)(?=\S{1,63}[!$^~][^\W_])"
    r"(?!\S*(?:[/@:=?&\[\x00]|\.\w))(?P<value>[^\s\"'«»“”(),;]{8,64})(?![^\s\"'«»“”),;])"
)
_WORDS_MORE = lazy_pattern(r"(?:[ -][a-z]{3,10}){2,11}(?=\s*(?:$|[.,;!?\n]))")
_PLAIN_WORDS = word_set(
    """
    a about after again all already also always am an and another any anymore are as at back be because been before
    being broken but by can cannot changed compromised correct correctly die different do does done either else
    email enough even every expired fine for forgotten from gone good has hacked hard have he help here how i if
    impossible in incorrect insecure invalid is isn it its just keeps known leaked link locked long lost me missing
    my never new no nor not now of off ok okay old on once only or our page please problem protected rejected
    required reset resetting right safe same saved secure secret she short so something stolen still strong stuck
    that the their them then there they this to too unknown unsafe until very was we weak what when where which who
    why will with without working works wrong you your falsch nicht weg vergessen ungültig abgelaufen richtig
    korrekt kaputt zurücksetzen oublié oubliée invalide expiré pas perdu refusé faux manager field screen form e-mail mail
    button option change changes recovery update der das und ein eine mein meine le la les un une et mais mon ma
    geht gehen kein keine funktioniert wurde mot il incorrecta incorrecto olvidada olvidé no mi una el está mal caducada
    dimenticata scaduta sbagliata errata non mia una esquecida errada não minha uma vergeten verlopen onjuist fout niet mijn
    een het werkt grey gray empty visible hidden blocked disabled case-sensitive too sent shown emailed mailed asked needed
    thanks thank hello
    """
)
_NO_VALUES = word_set(
    """
    there which whose nothing something everything somebody someone everybody nobody name username login pets birthday dogs cats
    dies dieses welches wort quel quelle cual question answer address number same yours mine theirs
    """
)
_SIGNS = "!$%&*#^~@_+="
_DIGITS_ALONE = frozenset(["passcode", "pass code"])
_VAGUE = frozenset(["login", "token", "secret", "secret key", "clave", "pass", "pw", "access token", "access key"])


def secrets(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for pattern in _KEYS:
        for match in pattern.finditer(text):
            yield Finding("secret", match.start(), match.end())
    for pattern in (_CHANGED, _AS, _LOGIN, _SETTING, _USELESS):
        for match in pattern.finditer(text):
            if _may_be(pattern, match["value"]):
                value = match["value"].rstrip(".,;:?)")
                yield Finding("secret", match.start("value"), match.start("value") + len(value))
            if pattern is _CHANGED and match["old"] and _has_signs(match["old"]) and "@" not in match["old"]:
                yield Finding("secret", match.start("old"), match.end("old"))
    for match in _MIXED.finditer(text):
        yield Finding("secret", match.start(), match.start() + len(match["value"].rstrip(".:?")))
    for cue in reading.of("secret"):
        yield from _told(reading, cue)
        yield from _told_before(text, cue)
    for cue in reading.of("pin"):
        yield from _told_before(text, cue, only_digits=True)
    if reading.has("secret"):
        for match in re.finditer(r"(?<!\S)[\"']?([^\s\"',;]{5,64})", text):
            if not _has_signs(match[1]) or match[1][0] == "[" or "@" in match[1] or reading.is_numbered(match.start(1)):
                continue
            if reading.is_said_after(match.end(), ("secret",)):
                yield Finding("secret", match.start(1), match.end(1))


def _may_be(pattern: re.Pattern[str], value: str) -> bool:
    if value.startswith("[") or "\x00" in value or value.lower().strip(".,;:?)") in _PLAIN_WORDS:
        return False
    if pattern is _AS:
        return True
    if pattern is _SETTING:
        return _has_signs(value)
    return _has_signs(value) and "@" not in value and "//" not in value


def _told(reading: Reading, cue: Cue) -> Iterator[Finding]:
    """The value after "my password is", and the next after "and now it is"."""
    text = reading.text
    if not text[cue.start : cue.end].isascii() and (match := _UNSPACED.match(text, cue.end)):
        yield Finding("secret", match.start("value"), match.end("value"))
        return
    if match := _IN_FOURS.match(text, cue.end):
        yield Finding("secret", match.start("value"), match.end("value"))
        return
    named = _TOLD.match(text, cue.end)
    if named is None:
        return
    at = named.start("quoted") if named["quoted"] else named.start("bare")
    value = named["quoted"] or named["bare"].rstrip(".,;:?)")
    if not value or not _is_secret(text, cue, named, value, text[at + len(value) :]):
        return
    end = at + len(value)
    if (named["link"] or "").strip() in (":", "=") and value.isalpha() and value.islower():
        more = _WORDS_MORE.match(text, end)
        if more and not _PLAIN_WORDS & set(more.group().split()):
            end = more.end()
    yield Finding("secret", at, end)
    for _ in range(3):
        following = _NEXT.match(text, end)
        if following is None or not _has_signs(following["value"]) or "@" in following["value"]:
            return
        end = following.start("value") + len(following["value"].rstrip(".,;:?)"))
        yield Finding("secret", following.start("value"), end)


def _told_before(text: str, cue: Cue, *, only_digits: bool = False) -> Iterator[Finding]:
    """The value before "is my password", where a clause ends there and asks nothing."""
    if not _ends_clause(text[cue.end :]) or text[cue.end :].lstrip().startswith("?"):
        return
    match = _BEFORE.search(text, max(0, cue.start - _LONGEST_BEFORE), cue.start)
    if match and not match["value"].startswith("[") and "\x00" not in match["value"] and "@" not in match["value"]:
        value = match["value"].lower()
        if value.isdigit() or (not only_digits and value not in _PLAIN_WORDS and value not in _NO_VALUES):
            yield Finding("secret", match.start("value"), match.end("value"))


def _is_secret(text: str, cue: Cue, match: re.Match[str], value: str, after: str) -> bool:
    """A value is told from "my password is not working" by its signs, its quotes, or by ending the clause."""
    word, link = text[cue.start : cue.end].lower(), (match["link"] or "").strip().lower()
    if value.startswith("[") or "\x00" in value:
        return False  # a token of an earlier masking
    if match["quoted"]:
        return bool(link) or _has_signs(value)
    has_signs = _has_signs(value)
    lower = value.lower()
    if word in _DIGITS_ALONE and not link and value.isdigit():
        return len(value) >= 4
    if word in _VAGUE and not (word == "pass" or (word == "pw" and not link)):
        return bool(link) and has_signs and len(value) >= 4 and "@" not in value
    if match["aside"] and not has_signs:
        return False
    if not link:
        if has_signs and any(map(str.isdigit, value)) and any(map(str.isalpha, value)) and len(value) >= 6:
            return True
        return (has_signs and len(value) >= 8 and "@" not in value) or (
            _speaks_of_login(text, cue) and _ends_clause(after) and _is_word(lower)
        )
    if has_signs:
        return len(value) >= 3
    if lower in _PLAIN_WORDS or lower.endswith(("ing", "n't", "ed")):
        return False
    if link in ("-", "?"):  # "my password? sunflower": the last word, and no sentence
        return _is_word(lower) and not after.strip(" .!")
    if _ends_clause(after):
        return True
    return link in (":", "=") and _WORDS_MORE.match(after) is not None and not _PLAIN_WORDS & set(after.split()[:8])


def _speaks_of_login(text: str, cue: Cue) -> bool:
    return (
        re.search(r"(?:login|log in|user\s?name|user)\s+\S+\s+\S+", text[max(0, cue.start - 50) : cue.start], re.I)
        is not None
    )


def _is_word(value: str) -> bool:
    return value not in _PLAIN_WORDS and value.isalpha() and len(value) >= 4


def _ends_clause(after: str) -> bool:
    rest = after.lstrip()
    return not rest or rest[0] in ".,;!?)" or after.startswith("\n") or rest[:4].lower() in ("and ", "but ", "und ", "why ")


def _has_signs(value: str) -> bool:
    """Digits, signs, or capitals inside a word, as in "correctHorse"."""
    value = value.rstrip(".,;:?!)") or value
    return (
        any(sign.isdigit() or sign in _SIGNS for sign in value)
        or (value[1:] != value[1:].lower() and not value.isupper() and value.isalpha())
        or (value.endswith("!") and len(value) > 6)
    )
