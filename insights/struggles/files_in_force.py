"""Approved changes of rules and words: the patch that brings them into the company's files, and whether the service runs with them."""

from domain.clock import Clock
from domain.errors import NotFound, ValidationFailed
from domain.messages.messages import Messages
from domain.remedies import PolicyChange, Remedy
from domain.rules.policy import Policy
from insights.history.documents import Document, diff, policy_file, text_files
from insights.struggles.rule_change import changed, value_at
from insights.struggles.text_change import is_in_force, with_words
from records.engine.session import Database
from records.engine.unit import Unit

_BY = {"policy": "the policy file", "text": "the texts"}


async def patch_of(unit: Unit, remedy: Remedy) -> str | None:
    """From the files as they are to those that the remedy wants; of one that was taken back, to what was before it. None where it
    is so already, or the files have become others."""
    is_back = remedy.status == "rolled_back"
    try:
        if remedy.policy is not None and remedy.policy.after is not None:
            return await _of_rule(unit, remedy.policy, is_back=is_back)
        if remedy.text is not None:
            files = await text_files(unit)
            after = with_words(files, remedy.text, Messages.load(), back=is_back)
            return diff([Document(name=n, before=files.get(n), after=t) for n, t in after.items()]) or None
    except (NotFound, ValidationFailed):
        pass
    return None


async def _of_rule(unit: Unit, change: PolicyChange, *, is_back: bool) -> str:
    if is_back:
        change = PolicyChange(field=change.field, before=change.after, after=change.before)
    name, text = await policy_file(unit)
    return diff([Document(name=name, before=text, after=changed(text, change))])


async def note_files_in_force(database: Database, policy: Policy, messages: Messages, clock: Clock) -> None:
    """At a start: a remedy is live where the policy has its rule, the texts its words, and taken back where they no longer have."""
    async with database.read() as unit:
        remedies = await unit.remedies.of_files()
    for remedy in remedies:
        if remedy.policy is not None:
            is_so = value_at(policy, remedy.policy.field) == remedy.policy.after
        elif remedy.text is not None:
            is_so = is_in_force(messages, remedy.text)
        else:
            continue
        now = clock()
        if is_so and remedy.status == "approved":
            changes: dict[str, object] = {"status": "live", "live_at": now}
        elif not is_so and remedy.status == "live":
            changes = {"status": "rolled_back", "rolled_back_by": _BY[remedy.kind], "rolled_back_at": now}
        else:
            continue
        async with database.begin() as writing:
            found = await writing.remedies.lock(remedy.id)
            if found is not None and found.status == remedy.status:
                await writing.remedies.keep(found.model_copy(update=changes))
