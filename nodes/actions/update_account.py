"""Change name, e-mail, phone or default address of the account. Values stay tokens until the back office gets them."""

import re

from nodes.actions.addresses import asked_address
from nodes.actions.frame import perform
from nodes.actions.own_addresses import address_in_words
from nodes.actions.request import NeedsInput, Plan, Request
from nodes.deps import DepsRuntime
from nodes.drafts import button
from nodes.state import ConversationState

_FIELDS = ("email", "phone", "name")
# "My name is …" says who is writing; "my name is … now" or "change my name to …" wants it changed.
_INTRODUCES = re.compile(r"\b(?:name is|name['’]s|i am|i['’]m|this is|just my name|zip|post ?code)\b", re.IGNORECASE)
_RENAMES = re.compile(
    r"\bname\b.*\b(?:to|now|instead)\b|\b(?:new|correct|wrong|change|update|misspelled|misspelt)\b.*\bname\b|\bmarried\b",
    re.IGNORECASE,
)


class UpdateAccount:
    name = "update_account"
    needs_order = False

    async def plan(self, request: Request) -> Plan:
        entities, given = request.state.get("entities", {}), request.arguments
        for field in _FIELDS:
            tokens = entities.get(f"{field}s") or []
            if field == "name" and _INTRODUCES.search(request.text) and not _RENAMES.search(request.text):
                continue
            if tokens and not given.get(field):
                given[field] = tokens[0]
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
        changed = {k: given[k] for k in (*_FIELDS, "address") if given.get(k)}
        if not changed:
            choices = [button("My e-mail address"), button("My phone number"), button("My address")]
            raise NeedsInput("email", "What shall I change, and to what?", choices)
        said = {k: await address_in_words(request, v) if k == "address" else v for k, v in changed.items()}
        words = " and ".join(f"{'e-mail' if k == 'email' else k} to {v}" for k, v in said.items())
        return Plan("update_account", f"change on your account: {words}", arguments=dict(changed), yes_label="Change it")


async def update_account(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(UpdateAccount(), state, runtime)
