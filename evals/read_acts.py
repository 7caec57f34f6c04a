"""What a turn's acts are in a report, and whether they are the ones that a case expects."""

from typing import Any

Json = dict[str, Any]  # the API's own JSON


def in_words(turn: Json) -> list[str]:
    """One line for all acts of a turn: "read: wish cancel_order HP1 · not wish return_items"; none where nothing was read."""
    told = []
    for act in turn.get("acts") or []:
        parts = [act["act"], act.get("intent"), act.get("order_id"), f"× {act['quantity']}" if act.get("quantity") else None]
        parts += [act.get("amount"), act.get("reason")]
        told.append(("not " if act.get("negated") else "") + " ".join(str(part) for part in parts if part))
    language = f" ({turn['language']})" if turn.get("language") else ""
    return [f"read{language}: {' · '.join(told)}"] if told else []


def differences(expected: list[Json] | None, turn: Json) -> list[str]:
    """The expected acts that were not read, and wishes and reports that were read beside them; empty where all is well."""
    if expected is None:
        return []
    left = list(turn.get("acts") or [])
    wrong = []
    for wanted in expected:
        match = next((act for act in left if all(act.get(name) == value for name, value in wanted.items())), None)
        if match is None:
            wrong.append(f"reads no {' '.join(map(str, wanted.values()))}: {'; '.join(in_words(turn)) or 'nothing'}")
        else:
            left.remove(match)
    more = [act for act in left if act["act"] in ("wish", "report", "urgent") and not act.get("negated")]
    return wrong + [f"reads a {act['act']} {act.get('intent')} that was not expected" for act in more]
