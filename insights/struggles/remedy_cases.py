"""The conversations of a remedy as eval cases: what has to get better is a case from then on."""

from datetime import datetime

from domain.conversation import JsonObject
from domain.errors import ValidationFailed
from domain.ids import new_id
from domain.remedies import Remedy
from insights.conversation_case import stored_case
from records.engine.unit import Unit
from records.flags import EvalCase

MOST = 20  # conversations, the latest


async def keep_cases(unit: Unit, remedy: Remedy, now: datetime) -> None:
    """Up to the turn that struggled, which is to come to what is wanted. Raises ``ValidationFailed`` where none can be a case."""
    wanted = remedy.wanted.model_dump(exclude_none=True) if remedy.wanted else {}
    last = {conversation_id: turn_id for turn_id, conversation_id, _ in await unit.remedies.said(remedy.id)}
    refused: list[ValidationFailed] = []
    for conversation_id, turn_id in list(last.items())[-MOST:]:
        try:
            document = await stored_case(unit, conversation_id, until=turn_id, should=wanted)
        except ValidationFailed as error:  # who wants no model to read it; what cannot be said again
            refused.append(error)
            continue
        _add(unit, remedy.id, conversation_id, document, now)
    if len(refused) == len(last):
        raise refused[0] if refused else ValidationFailed("", [{"field": "kind", "message": "none of its turns is left"}])


def _add(unit: Unit, remedy_id: str, conversation_id: str, document: JsonObject, now: datetime) -> None:
    case_id = new_id()
    unit.eval_cases.add(
        EvalCase(
            id=case_id,
            flag_id=None,
            conversation_id=conversation_id,
            article_id=None,
            remedy_id=remedy_id,
            document={**document, "id": f"conversation-{case_id}"},
            created_at=now,
        )
    )
