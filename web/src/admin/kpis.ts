/** The key figures as `GET /v1/kpis` gives them. */
export interface Rate {
  value: number | null;
  count: number;
  n: number;
  low: number;
  high: number;
}

export interface Kpis {
  conversations: number;
  resolved_by_ai: { confirmed: number; assumed: number };
  handed_off: number;
  gave_up: number;
  unknown: number;
  deflection_rate: Rate;
  containment_rate: Rate;
  gave_up_rate: Rate;
  handoff_rate: Rate;
  handoff_reasons: Record<string, number>;
  aht_seconds: { p50: number | null; p90: number | null; mean: number | null };
  time_to_human_seconds: { p50: number | null; p90: number | null };
  first_response_ms: { p50: number | null; p95: number | null };
  csat: { share_satisfied: Rate; mean: number | null; responses: number; response_rate: Rate };
  failure_rate: Rate;
  reopened_rate: Rate;
}
