"""National and tax numbers of the regions served: checked where a check exists, named by their words elsewhere."""

import re
from collections.abc import Iterator

from stdnum.ca import sin
from stdnum.de import idnr
from stdnum.fr import nir

from privacy.recognizers.context import follows, is_numbered
from privacy.recognizers.finding import Finding

_NINO = re.compile(
    r"(?<![\w])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?\d{2}){3}[ -]?[A-D](?!\w)", re.IGNORECASE
)
_NIR = re.compile(
    r"(?<![\w])[12][ .-]?\d{2}[ .-]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .-]?\d[\dABab][ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{2}(?!\w)"
)
_IDNR = re.compile(r"(?<![\w-])\d{2}[ /]?\d{3}[ /]?\d{3}[ /]?\d{3}(?![\w-])")
_SIN = re.compile(r"(?<![\w-])\d{3}[ -]\d{3}[ -]\d{3}(?![\w-])")
_WORDS = (
    r"national id(?:entity|entification)?(?: card)?(?: number| no\.?)?|id card(?: number| no\.?)?|"
    r"identity card(?: number| no\.?)?|"
    r"government id|tax(?:payer)? ?(?:id(?:entification)?|number|no\.?)(?: number)?|tin|s\.?i\.?n\.?(?: number)?|"
    r"social insurance(?: number| no\.?)?|nhs(?: number| no\.?)?|nino?|ni number|national insurance(?: number| no\.?)?|"
    r"(?:personal)?ausweis(?:nummer|nr\.?)?|steuer-?\s?(?:id(?:nr)?|nummer|identifikationsnummer|nr)\.?|"
    r"sozialversicherungsnummer|carte (?:nationale )?d'identité|cni|"
    r"(?:numéro de )?sécurité sociale|sécu|nir|numéro fiscal|dni|nie|codice fiscale|bsn|pesel|cpf|aadhaar|curp"
)
_VALUE = re.compile(
    r"(?<![\w-])(?=[A-Za-z]{0,4}-?\d)(?=(?:[A-Za-z]{0,4}[ ./-]?\d){4})[A-Za-z0-9](?:[ ./-]?[A-Za-z0-9"
    r"]*\d[A-Za-z0-9]*){0,8}[A-Za-z0-9](?![\w-])"
)
_SPELLED_FORM = re.compile(r"(?<!\w)SIN(?!\w)")


def national_ids(text: str) -> Iterator[Finding]:
    for match in _NINO.finditer(text):
        if not is_numbered(text, match.start()):
            yield Finding("national_id", match.start(), match.end())
    for match in _NIR.finditer(text):
        if nir.is_valid(match.group()):
            yield Finding("national_id", match.start(), match.end())
    for match in _IDNR.finditer(text):
        if not match.group().isdigit() and idnr.is_valid(match.group()):
            yield Finding("national_id", match.start(), match.end())
    for match in _SIN.finditer(text):
        if sin.is_valid(match.group()) and _SPELLED_FORM.search(text):
            yield Finding("national_id", match.start(), match.end())
    for match in _VALUE.finditer(text):
        if follows(text, match.start(), _WORDS):
            yield Finding("national_id", match.start(), match.end())
