"""Change name, e-mail, phone or default address of the account. Values stay tokens until the back office gets them."""

from domain.conversation import JsonObject
from domain.emails import written_email
from domain.language.statements import only_introduces
from nodes.actions.pipeline.addresses import asked_address
from nodes.actions.pipeline.own_addresses import address_in_words
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import NeedsInput, Plan, Request
from nodes.button_words import ACCOUNT_FIELDS
from nodes.deps import DepsRuntime
from nodes.drafts import button
from nodes.state import ConversationState

_FIELDS = ("email", "phone", "name")


class UpdateAccount:
    name = "update_account"
    needs_order = False

    async def plan(self, request: Request) -> Plan:
        say = request.say
        entities, given = request.state.get("entities", {}), request.arguments
        for field in _FIELDS:
            tokens = entities.get(f"{field}s") or []
            if field == "name" and only_introduces(request.text):
                continue
            if tokens:  # what is said now outweighs what was said before
                given[field] = tokens[0]
        given |= {field: value for field, value in _quoted_before(request).items() if not given.get(field)}
        if (
            entities.get("addresses")
            or given.get("address")
            or (
                not any(given.get(field) for field in _FIELDS)
                and "address" in request.text.casefold()
                and "mail" not in request.text.casefold()
            )
        ):
            await asked_address(request)
        if given.get("email"):
            original = await request.deps.detokenize(str(given["email"]))
            if original is not None and written_email(original) is None:
                raise NeedsInput("email", say("email-not-whole"))
        changed = {k: given[k] for k in (*_FIELDS, "address") if given.get(k)}
        if not changed:
            choices = [
                button(say("account-field.button", field=field), value=sent) for field, sent in ACCOUNT_FIELDS.items()
            ]
            raise NeedsInput("email", say("which-account-change"), choices)
        said = {k: await address_in_words(request, v) if k == "address" else v for k, v in changed.items()}
        changes = [say("account-field", field=field, value=str(value)) for field, value in said.items()]
        words, done = say("update-account", changes=changes), say("update-account.done", changes=changes)
        return Plan("update_account", words, arguments=dict(changed), done=done, changes_email="email" in changed)


def _quoted_before(request: Request) -> JsonObject:
    """What else was quoted, where this message names one value anew."""
    withdrawn = request.state.get("withdrawn")
    if (
        not withdrawn
        or withdrawn["name"] != UpdateAccount.name
        or request.state.get("entities", {}).get("leans") != "corrects"
    ):
        return {}
    return {field: value for field, value in withdrawn["arguments"].items() if field in _FIELDS}


async def update_account(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(UpdateAccount(), state, runtime)
