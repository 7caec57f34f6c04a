"""E-mail addresses, also in the words that people hide them in, in seven languages; and IP addresses, version 4 and 6."""

import ipaddress
import re
from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Reading
from privacy.vocabulary import word_set

_LOCAL = r"[\w!#$%&'*+/=?^{|}~-]{1,64}(?:\.[\w!#$%&'*+/=?^{|}~-]{1,64}){0,9}"  # bounded: texts may be hostile
_DOMAIN = r"(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}"
_WRITTEN = lazy_pattern(rf"(?<![\w.+-]){_LOCAL}@(?:{_DOMAIN}|\[[\d.:a-fA-F]+\])(?![^\W\d]|-)")
_QUOTED = lazy_pattern(rf"\"[^\"\n]{{1,64}}\"@{_DOMAIN}")
_AT_WORD = r"(?:at|ät|arroba|arobase|chiocciola|apenstaartje|klammeraffe|snabel-?a|małpa|at-sign|at sign|at the domain)"
_DOT_WORD = r"(?:dot|punkt|point|punto|ponto|punt|kropka|period)"
_SIGN_WORD = (
    r"(?:underscore|unterstrich|dash|hyphen|minus|bindestrich|tiret|guion|trattino|hífen|streepje|plus|tiret bas|guión bajo)"
)
_AT = rf"(?:\s*[\(\[{{<]\s*(?:{_AT_WORD}|@|a)\s*[\)\]}}>]\s*|\s+-?{_AT_WORD}-?\s+|\s*@\s*)"
_DOT = rf"(?:\s*[\(\[{{<]\s*(?:{_DOT_WORD}|\.)\s*[\)\]}}>]\s*|\s+-?{_DOT_WORD}-?\s+|\s?[.,]\s?)"
_SPOKEN_SIGN = rf"(?:\s+(?:{_DOT_WORD}|{_SIGN_WORD})\s+|\.)"
_TLD = (
    r"(?:com|net|org|edu|gov|io|co|info|biz|me|de|fr|uk|ca|us|at|ch|es|it|nl|be|pt|br|pl|se|no|dk|fi|ie|au|nz|in|cn|jp|"
    r"kr|ru|mx|"
    r"eu|example|test|app|dev|email|shop|family|online|cloud)"
)
_SPOKEN_LOCAL = rf"[\w+-]{{1,64}}(?:{_SPOKEN_SIGN}[\w+-]{{1,64}}){{0,4}}"
_SPOKEN_DOMAIN = (
    rf"(?:(?:hot|g|proton|google) mail|out look|i cloud|[\w-]{{1,63}})"
    rf"(?:(?:\s+{_SIGN_WORD}\s+|{_DOT})[\w-]{{1,63}}){{0,4}}{_DOT}{_TLD}(?:{_DOT}(?:uk|au|nz|br))?"
)
_SPOKEN = lazy_pattern(
    rf"(?<![\w.+@-])(?P<local>{_SPOKEN_LOCAL})(?P<at>{_AT})(?P<domain>{_SPOKEN_DOMAIN})(?![\w-])", re.IGNORECASE
)
_PROVIDERS = (
    r"(?:gmail|googlemail|yahoo|hot ?mail|outlook|live|icloud|me|aol|gmx|web|proton(?:mail)?|orange|"
    r"free|laposte|t-online|mail|posteo|libero|ziggo|sapo|wanadoo|qq|163)"
)
_PROVIDER = lazy_pattern(rf"{_PROVIDERS}(?![\w])", re.IGNORECASE)
_NO_DOMAIN = lazy_pattern(
    r"(?<![\w.+@-])(?P<local>[\w+-]{2,40}(?:\.[\w+-]{1,40}){0,3})(?:\s?@\s?|\s+at\s+|\s?\(at\)\s?)"
    r"(?:gmail|googlemail|yahoo|hot ?mail|outlook|icloud|protonmail|gmx|ok\w{3,10}|ybl|paytm|upi|"
    r"apl)(?![\w.@-]|\s?[.,]\s?\w|\s+(?:dot|punkt|point))",
    re.IGNORECASE,
)
_MY_PROVIDER = lazy_pattern(
    r"(?<![^\W_])(?:my|meine?|mon|mi|mijn)\s+(?:gmail|yahoo|hotmail|outlook|icloud|gmx)(?:\s+(?:address|adresse|account|"
    r"name|id|mail))?"
    r"\s*(?::|=|is|ist|est|es)\s*(?P<local>[\w+-]{2,40}(?:\.[\w+-]{1,40}){0,4})(?![\w@])",
    re.IGNORECASE,
)
_LETTERS = lazy_pattern(r"(?<![\w.])(?:[\w.+-] ){1,40}@ ?(?:[\w.-] ?){3,40}(?![\w])")
_PLAIN_WORDS = word_set(
    """
    is my the a me it or and to at on in i we you are was am be by mail email adresse address correo e ist meine est
    mon es mi la il mia meu o é è mijn write contact use here at call look arrived bought saw found meet home work not
    but new old schreib an
    """
)
_LOCAL_WORDS = lazy_pattern(r"(?:[a-z0-9+_-]{1,30} ){1,3}$", re.IGNORECASE)


def emails(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    if "@" in text:
        for pattern in (_WRITTEN, _QUOTED, _LETTERS):
            for match in pattern.finditer(text):
                if pattern is not _LETTERS or re.search(r"\.", match.group().partition("@")[2]):
                    yield Finding("email", match.start(), match.start() + len(match.group().rstrip(" .")))
    for match in _SPOKEN.finditer(text):
        if _is_address(reading, match):
            yield Finding("email", _with_words_before(reading, match), match.end())
    for match in _NO_DOMAIN.finditer(text):
        if match["local"].lower() not in _PLAIN_WORDS:
            yield Finding("email", match.start(), match.end())
    for match in _MY_PROVIDER.finditer(text):
        local = match["local"]
        if len(local) >= 5 and (any(not sign.isalpha() for sign in local) or not text[match.end() :].strip()):
            yield Finding("email", match.start("local"), match.end("local"))


def _is_address(reading: Reading, match: re.Match[str]) -> bool:
    """ "ana at gmail.com" is an address, "I bought it at example.com" and "look at it. It is" are not."""
    at, domain, local = match["at"].strip().lower(), match["domain"].lower(), match["local"].lower()
    if re.fullmatch(rf"-?{_AT_WORD}-?", at) and at.strip("-") != "at":
        return True  # nobody says "arroba" of anything else
    if at.strip("-") != "at":
        return "," not in domain or at == "@"
    has_spoken_dot = re.search(rf"[\s(\[]-?{_DOT_WORD}", domain) is not None
    if has_spoken_dot or at != "at":
        return not re.search(r"[.,]\s", domain)
    if re.search(r"[.,]\s|\s[.,]|,", domain):
        return False
    return local not in _PLAIN_WORDS and (
        _PROVIDER.match(domain) is not None or reading.follows(match.start(), ("email",), 20) or "." in local
    )


def _with_words_before(reading: Reading, match: re.Match[str]) -> int:
    """ "ana k 9 at hotmail dot com": the words before "at" that are no words of the sentence. None before "ana@": that is whole."""
    start = match.start()
    if match["at"].startswith("@"):
        return start
    before = _LOCAL_WORDS.search(reading.text, max(0, start - 40), start)
    if before is None or reading.text[start - 1 : start] != " ":
        return start
    follows = [cue.end for cue in reading.of("email") if cue.end <= start]
    for word in reversed(list(re.finditer(r"\S+", before.group()))):
        at = before.start() + word.start()
        if word.group().lower() in _PLAIN_WORDS or reading.text[at - 1 : at] in ("'", "’") or (follows and at < follows[-1]):
            break
        if not follows and not any(sign.isdigit() for sign in reading.text[at : match.start("at")]):
            break
        start = at
    return start


def plain_email(value: str) -> str:
    """The address that a found text means, lower case."""
    text = re.sub(rf"{_AT}", "@", value.strip(), count=1, flags=re.IGNORECASE)
    text = re.sub(rf"\s*[\(\[{{<]\s*(?:{_DOT_WORD}|\.)\s*[\)\]}}>]\s*|\s+-?{_DOT_WORD}-?\s+", ".", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+(?:underscore|unterstrich|tiret bas|guión bajo)\s+", "_", text, flags=re.IGNORECASE)
    text = re.sub(
        r"\s+(?:dash|hyphen|minus|bindestrich|tiret|guion|trattino|hífen|streepje)\s+", "-", text, flags=re.IGNORECASE
    )
    text = re.sub(r"\s+plus\s+", "+", text, flags=re.IGNORECASE)
    return re.sub(r"\s+", "", text).replace(",", ".").lower()


_IP_DOT = r"(?:\.|\[\.\]|\(\.\)|\s?\[?\(?dot\)?\]?\s?)"
_FOUR = lazy_pattern(rf"(?<![\w.])\d{{1,3}}(?:{_IP_DOT}\d{{1,3}}){{3}}(?![\w]|\.\d)(?::\d{{2,5}}(?!\d))?", re.IGNORECASE)
_SIX = lazy_pattern(r"(?<![\w:.])(?:[0-9a-fA-F]{0,4}:){2,7}(?:[0-9a-fA-F]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?:%\w+)?(?![\w:])")
_VERSION = lazy_pattern(r"(?:version|ver\.?|v|firmware|release|fw|build)\W{0,3}$", re.IGNORECASE)
_LEAST = 3  # digits: "::1" is everybody's own


def ips(reading: Reading) -> Iterator[Finding]:
    for pattern in (_FOUR, _SIX):
        for match in pattern.finditer(reading.text):
            if _is_ip(match.group()) and not _VERSION.search(reading.text, max(0, match.start() - 12), match.start()):
                yield Finding("ip", match.start(), match.end())


def _is_ip(text: str) -> bool:
    if sum(sign.isalnum() for sign in text) < _LEAST:
        return False
    if text[0].isdigit() and text.count(":") <= 1:
        numbers = [int(number) for number in re.findall(r"\d+", text.partition(":")[0])]
        return len(numbers) == 4 and max(numbers) <= 255 and numbers[0] > 0
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
