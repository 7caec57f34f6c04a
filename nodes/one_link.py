"""`support-v3`: a wish for a link by e-mail, with the address that it should go to, is one wish."""

from domain.acts import Reading
from domain.language.acts.wishes import has_words_of
from domain.language.text.entities import find_entities


def one_link(reading: Reading, text: str) -> Reading:
    """ "Send a new password link to bob@example.com" says where it goes, and changes no e-mail address."""
    links = [act for act in reading.acts if act.intent == "reset_password" and act.act == "wish" and not act.negated]
    if not links or not find_entities(text).get("emails") or has_words_of("update_account", text):
        return reading
    others = [act for act in reading.acts if act not in links and act.intent != "update_account" and act.act != "value"]
    link = links[0].model_copy(update={"text": text, "start": 0, "end": len(text)})
    return reading.model_copy(update={"acts": [link, *others]})
