"""Approved changes of rules: the patch that brings them into the policy file, and whether the service runs under them."""

from domain.clock import Clock
from domain.errors import NotFound, ValidationFailed
from domain.policy import Policy
from domain.remedies import PolicyChange, Remedy
from insights.history.documents import Document, diff, policy_file
from insights.struggles.rule_change import changed, value_at
from records.engine.session import Database
from records.engine.unit import Unit

_BY_THE_FILE = "the policy file"


async def patch_of(unit: Unit, remedy: Remedy) -> str | None:
    """From the file as it is to the one that the remedy wants; of one that was taken back, to what was before it."""
    change = remedy.policy
    if change is None or change.after is None:
        return None
    if remedy.status == "rolled_back":
        change = PolicyChange(field=change.field, before=change.after, after=change.before)
    try:
        name, text = await policy_file(unit)
        return diff([Document(name=name, before=text, after=changed(text, change))])
    except (NotFound, ValidationFailed):  # it is so already, or the file has become another one
        return None


async def note_rules_in_force(database: Database, policy: Policy, clock: Clock) -> None:
    """At a start: a remedy is live where the policy has its rule, and taken back where it has it no longer."""
    async with database.read() as unit:
        remedies = await unit.remedies.of_rules()
    for remedy in remedies:
        if remedy.policy is None:
            continue
        is_so, now = value_at(policy, remedy.policy.field) == remedy.policy.after, clock()
        if is_so and remedy.status == "approved":
            changes: dict[str, object] = {"status": "live", "live_at": now}
        elif not is_so and remedy.status == "live":
            changes = {"status": "rolled_back", "rolled_back_by": _BY_THE_FILE, "rolled_back_at": now}
        else:
            continue
        async with database.begin() as writing:
            found = await writing.remedies.lock(remedy.id)
            if found is not None and found.status == remedy.status:
                await writing.remedies.keep(found.model_copy(update=changes))
