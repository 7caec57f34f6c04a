"""The key figures' shapes. What each one counts is defined in docs/kpis.md."""

from pydantic import BaseModel


class Rate(BaseModel):
    """``count`` of ``n``, with the 95 % Wilson interval; ``value`` is null where n is 0."""

    value: float | None
    count: int
    n: int
    low: float
    high: float


class ResolvedByAi(BaseModel):
    confirmed: int
    assumed: int


class Spread(BaseModel):
    """Percentiles; null of nothing."""

    p50: float | None
    p90: float | None


class SpreadAndMean(Spread):
    mean: float | None


class HandlingParts(BaseModel):
    """Means, which add up to the mean handling time; null of nothing."""

    with_assistant: float | None
    waiting_for_person: float | None
    with_person: float | None


class EndedOnly(BaseModel):
    """The rates over conversations that have ended (closed, or silent for half an hour)."""

    conversations: int
    deflection_rate: Rate
    containment_rate: Rate
    handoff_rate: Rate
    gave_up_rate: Rate


class FirstResponse(BaseModel):
    p50: float | None
    p95: float | None


class Csat(BaseModel):
    share_satisfied: Rate
    mean: float | None
    responses: int
    response_rate: Rate


class FlagCounts(BaseModel):
    raised: int
    fixed: int
    dismissed: int


class Cost(BaseModel):
    """Of the conversations whose turns had a price; null of none. In the currency of the model's prices."""

    mean: float | None
    total: float | None
    conversations: int
    tokens: int


class Kpis(BaseModel):
    conversations: int
    resolved_by_ai: ResolvedByAi
    handed_off: int
    gave_up: int
    unknown: int
    deflection_rate: Rate
    containment_rate: Rate
    gave_up_rate: Rate
    handoff_rate: Rate
    handoff_reasons: dict[str, int]
    handoff_hours: dict[str, int]  # of the day in UTC, two digits, those with any
    aht_seconds: SpreadAndMean
    aht_parts_seconds: HandlingParts
    time_to_human_seconds: Spread
    first_response_ms: FirstResponse
    csat: Csat
    failure_rate: Rate
    reopened_rate: Rate
    first_contact_resolution_rate: Rate
    repeat_rate: Rate
    still_open: int
    ended: EndedOnly
    flags: FlagCounts
    flag_to_fix_seconds: Spread
    cost_per_conversation: Cost


class KpiGroup(Kpis):
    group: dict[str, str | None]  # what was grouped by → its value; empty for the whole
