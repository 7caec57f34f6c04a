"""Change name, e-mail, phone or default address of the account. Values stay tokens until the back office gets them."""

from collections.abc import Sequence

from domain.contact import written_email
from domain.conversation import JsonObject
from domain.language.account.new_names import only_asks, part_named, speaks_of_a_name, whole_name
from domain.language.account.new_values import new_of
from domain.language.text.statements import only_introduces
from domain.personal_data import in_part
from nodes.actions.pipeline.addresses import asked_address
from nodes.actions.pipeline.own_addresses import address_in_words
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import NeedsInput, Plan, Request
from nodes.deps import DepsRuntime
from nodes.drafts import ACCOUNT_FIELDS, button
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
            if field == "name" and not _renames(request):
                continue
            if field == "name" and tokens:
                given[field] = await _new_name(request, tokens)
            elif tokens and (new := new_of(request.text, tokens)):  # what is said now outweighs what was said before
                given[field] = new
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
        await _whole_name(request)
        changed = {k: given[k] for k in (*_FIELDS, "address") if given.get(k)}
        if not changed:
            choices = [
                button(say("account-field.button", field=field), value=sent) for field, sent in ACCOUNT_FIELDS.items()
            ]
            raise NeedsInput("email", say("which-account-change"), choices)
        said = {k: await _in_words(request, k, v) for k, v in changed.items()}
        changes = [say("account-field", field=field, value=str(value)) for field, value in said.items()]
        words, done = say("update-account", changes=changes), say("update-account.done", changes=changes)
        return Plan("update_account", words, arguments=dict(changed), done=done, changes_email="email" in changed)


def _renames(request: Request) -> bool:
    """Whether a name in these words is a new one for the account: it is asked for, or they speak of one. A question asks for none."""
    was_asked = (request.state.get("task") or {}).get("asked") == "name"
    return was_asked or (
        not only_asks(request.text) and speaks_of_a_name(request.text) and not only_introduces(request.text)
    )


async def _new_name(request: Request, tokens: Sequence[str]) -> str:
    """Of several the last that is written as a name is: "not Lane but Lake", "my surname is misspelt, it should be Lake"."""
    told = [(token, await request.deps.detokenize(token)) for token in tokens]
    return next((token for token, original in reversed(told) if original and original[0].isupper()), tokens[0])


async def _whole_name(request: Request) -> None:
    """ "My last name is Lane now" leaves the first one as it is; one word that may be either is asked about."""
    given, token = request.arguments, request.arguments.get("name")
    told = await request.deps.detokenize(str(token)) if token else None
    if told is None or request.customer is None or request.state["turn"]["kind"] != "text" or not request.text:
        return
    whole = whole_name(told, request.customer.name, part_named(request.text))
    if whole is None:
        del given["name"]
        raise NeedsInput("name", request.say("whole-name"))
    if whole != told:
        given["name"] = await request.deps.tokenize("name", whole)


async def _in_words(request: Request, field: str, token: str) -> str:
    """A value as a quote says it: its token, and enough of it to see that it was read rightly."""
    if field == "address":
        return await address_in_words(request, token)
    original = await request.deps.detokenize(token)
    hint = in_part(field, original) if original else ""
    return request.say("value-given", token=token, hint=hint) if hint else token


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
