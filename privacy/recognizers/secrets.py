"""Passwords, PINs, card codes and keys. A one-time code that the service asked for is none: actions need it."""

import re
from collections.abc import Iterator

from privacy.recognizers.finding import Finding
from privacy.recognizers.word_set import word_set

_KEYS = (
    re.compile(r"(?<![\w-])(?:sk|pk|rk)[-_](?:live_|test_|proj-|ant-)?[A-Za-z0-9_-]{12,}"),
    re.compile(
        r"(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|AKIA[A-Z0-9]{16})"
    ),
    re.compile(r"(?<!\w)(?:AIza[\w-]{30,}|hf_[A-Za-z0-9]{20,}|whsec_[A-Za-z0-9+/=]{16,}|npm_[A-Za-z0-9]{20,})"),
    re.compile(r"(?<!\w)eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?"),
    re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)", re.DOTALL),
    re.compile(r"(?<=[Bb]earer )[\w.~+/-]{16,}=*"),
    re.compile(r"(?<=://)[^\s/:@]+:[^\s/@]+(?=@)"),
)
_NAMED = re.compile(
    r"(?<![^\W_])(?P<word>pass\s?words?|passwd|pwd|pw|pass\s?code|pass\s?phrase|pass|login|passwort|"
    r"kennwort|mot de passe|mdp|contraseña|"
    r"api[ _-]?key|secret(?: key)?|access token|token|maiden name|security answer)(?![^\W_])"
    r"(?P<more>(?:\s+(?:for|to|of|on|at|von|für|de|pour)\s+(?:(?:my|the|your|this|mein\w*|mon|ma|le)\s+)?[\w.@-]+){0,2})"
    r"\s*(?P<link>:|=|\bis(?: now)?(?: still)?\b:?|\bwas\b:?|['’]s\b|\bist\b:?|\blautet\b:?|"
    r"\bwar\b:?|\best\b:?|\bes\b:?|->|-)?\s*"
    r"(?:[\"'«„“](?P<quoted>[^\"'«»“”\n]{2,64})[\"'»“”]|[\"'«„“]?(?P<bare>[^\s\"'«»“”]{2,64}))",
    re.IGNORECASE,
)
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
    korrekt kaputt zurücksetzen oublié invalide expiré pas perdu refusé faux manager field screen form e-mail mail
    button option change changes recovery update der das und ein eine mein meine le la les un une et mais mon ma
    """
)
_CHANGED = re.compile(
    r"(?:set|changed?|reset|updated?|make)\s+(?:my |the |your )?(?:pass\s?word|pwd|pass\s?code|"
    r"pass\s?phrase|pin)\s+to\s+(?:be\s+)?"
    r"[\"'«„“]?(?P<value>(?=[^\s\"'»“”]*[\d!$%&*#^~@_+=])[^\s\"'»“”]{4,64}?)(?=[.,;:?)]*(?:[\s\"'»“”]|$))",
    re.IGNORECASE,
)
_CARD_CODE = re.compile(
    r"(?<![^\W_])(?:(?:the )?(?:three|four|3|4)[ -]digits?(?: code| number)?(?: on (?:the )?(?:back|"
    r"front))|cvv2?|cvc2?|cvn|cid|csc|card verification(?: code| value| number)?|"
    r"security (?:code|number)|prüfziffer|kartenprüfnummer|"
    r"cryptogramme|code de sécurité)(?:\s*(?:code|number|is|ist|est|was|:|=|#|-|on|the|back|of|my|"
    r"card|it's|its|are|,)){0,8}\s*"
    r"(?P<value>\d{3,4})(?!\d|[.,]\d)",
    re.IGNORECASE,
)
_PIN = re.compile(
    r"(?<![^\W_])(?P<whose>(?:my|mein\w*|mon|card|karten-?|the|debit|atm)\s+)?(?:pin)(?:[ -]?(?:code|number|nummer|no\.?))?"
    r"(?:\s+(?:for|to|of)\s+(?:my|the)\s+\w+(?:\s\w+)?)?\s*(?:is|ist|est|was|:|=|#|-)*\s*(?P<value>\d{4,8})(?!\d|[.,]\d)",
    re.IGNORECASE,
)
_SENT_BY_US = re.compile(
    r"(?:one[- ]time|verification|you sent|sent me|received|e-?mailed|texted)[^.\n]{0,40}$", re.IGNORECASE
)


def secrets(text: str) -> Iterator[Finding]:
    for pattern in _KEYS:
        for match in pattern.finditer(text):
            yield Finding("secret", match.start(), match.end())
    for pattern in (_CHANGED, _CARD_CODE):
        for match in pattern.finditer(text):
            yield Finding("secret", match.start("value"), match.end("value"))
    for match in _PIN.finditer(text):
        if not _SENT_BY_US.search(text, max(0, match.start() - 60), match.start()):
            yield Finding("secret", match.start("value"), match.end("value"))
    at = 0
    while named := _NAMED.search(text, at):
        at = named.start("quoted") if named["quoted"] else named.start("bare")
        value = named["quoted"] or named["bare"].rstrip(".,;:?)")
        if value and _is_secret(named, value, text[at + len(value) :]):
            yield Finding("secret", at, at + len(value))
            at += len(value)


def _is_secret(match: re.Match[str], value: str, after: str) -> bool:
    """A value is told from "my password is not working" by its signs, its quotes, or by ending the clause."""
    word, link = match["word"].lower(), (match["link"] or "").strip().lower()
    if value.startswith("["):
        return False  # a token of an earlier masking
    if match["quoted"]:
        return bool(link)
    has_signs = any(sign.isdigit() or sign in "!$%&*#^~@_+=" for sign in value) or _is_mixed(value)
    if word in ("pass", "login", "token", "secret", "pw"):
        return bool(link) and has_signs and len(value) >= 4 and "@" not in value
    if not link:
        return (
            has_signs and any(sign.isdigit() for sign in value) and any(sign.isalpha() for sign in value) and len(value) >= 6
        )
    if has_signs:
        return True
    if value.lower() in _PLAIN_WORDS or value.lower().endswith(("ing", "n't")) or link == "-":
        return False
    return (
        not after.strip()
        or after.lstrip()[0] in ".,;!?)\n"
        or after.startswith("\n")
        or after.lstrip()[:4].lower() in ("and ", "but ", "und ")
    )


def _is_mixed(value: str) -> bool:
    """Capitals inside a word, as in "correctHorse"."""
    return value[1:] != value[1:].lower() and not value.isupper()
