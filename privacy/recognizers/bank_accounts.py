"""Account, routing and sort numbers, which only their words tell from other numbers."""

import re
from collections.abc import Iterator

from privacy.recognizers.context import follows
from privacy.recognizers.digits import digit_runs
from privacy.recognizers.finding import Finding

_WORDS = (
    r"(?:bank|checking|savings|chequing|current|giro)\s+(?:account|acct|a/c|konto)(?:\s*(?:number|no\.?|nr\.?|#))?|"
    r"(?:bank|checking|savings)\s+(?:number|acc)|(?:account|acct|a/c)\.?\s*(?:number|no\.?|nr\.?|#)|acct\.?|"
    r"routing(?:\s*(?:number|no\.?|#))?|aba(?:\s*(?:number|routing))?|rtn|sort\s?code|bsb|transit(?: number)?|"
    r"institution number|konto(?:nummer|nr\.?)?|bankkonto|blz|bankleitzahl|compte(?: bancaire)?|rib|"
    r"numéro de compte|code banque"
)
_SORT_CODE = re.compile(r"(?<![\w-])\d{2}-\d{2}-\d{2}(?![\w-])")
_SHOP_ACCOUNT = re.compile(r"(?:shop|store|customer|loyalty|membership|rewards?)\s+(?:account|acct)[^\d]*$", re.IGNORECASE)
_BANKING = re.compile(r"\b(?:bank\w*|routing|sort code|checking|savings|direct debit|wire|konto\w*|compte)\b", re.IGNORECASE)


def bank_accounts(text: str) -> Iterator[Finding]:
    is_banking = _BANKING.search(text) is not None
    for run in digit_runs(text):
        words = f"{_WORDS}|account" if is_banking else _WORDS
        if not follows(text, run[0].start, words) or _SHOP_ACCOUNT.search(text, 0, run[0].start):
            continue
        count, end = 0, 0
        while end < len(run) and count + len(run[end].digits) <= 18:
            if end and any(sign in text[run[end - 1].end : run[end].start] for sign in ",;\n"):
                break
            count += len(run[end].digits)
            end += 1
        if end and count >= (6 if is_banking else 8):
            yield Finding("bank_account", run[0].start, run[end - 1].end)
    if is_banking:
        for match in _SORT_CODE.finditer(text):
            yield Finding("bank_account", match.start(), match.end())
