"""What Prometheus is told (docs/operations.md). Labels are words of ours from closed lists: no ids, nothing that somebody wrote."""

from prometheus_client import Counter, Gauge, Histogram, Info, disable_created_metrics

from domain.intents import INTENTS

# A second series a metric, which no rule of ours reads.
disable_created_metrics()  # type: ignore[no-untyped-call]  # the library gives it no types
_FAST = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds

REQUESTS = Counter("supportgraph_requests_total", "HTTP requests", ["method", "route", "status"])
REQUEST_SECONDS = Histogram(
    "supportgraph_request_seconds", "Seconds until the first byte of an answer", ["method", "route"], buckets=_FAST
)

TURNS = Counter("supportgraph_turns_total", "Turns that were committed", ["intent", "outcome"])
TURN_SECONDS = Histogram(
    "supportgraph_turn_seconds", "Seconds from a turn's acceptance to its commit, waiting included", ["kind"], buckets=_FAST
)
LEASES_TAKEN_OVER = Counter(
    "supportgraph_leases_taken_over_total", "Conversations taken over from a process whose lease ran out"
)

BACKOFFICE_CALLS = Counter("supportgraph_backoffice_calls_total", "Calls of the back office", ["call", "result"])
BACKOFFICE_SECONDS = Histogram(
    "supportgraph_backoffice_call_seconds", "Seconds of a call of the back office", ["call"], buckets=_FAST
)
MODEL_CALLS = Counter("supportgraph_model_calls_total", "Requests to the chat model, each try one", ["call", "result"])
MODEL_SECONDS = Histogram(
    "supportgraph_model_call_seconds", "Seconds of a request to the chat model", ["call"], buckets=_FAST
)
SEARCHES = Counter("supportgraph_searches_total", "Searches of the articles", ["call", "result"])
SEARCH_SECONDS = Histogram("supportgraph_search_seconds", "Seconds of a search of the articles", ["call"], buckets=_FAST)

# Looked up when Prometheus asks (`api/scrape.py`).
HANDOFFS_WAITING = Gauge("supportgraph_handoffs_waiting", "Hand-offs that nobody has claimed", ["kind"])
HANDOFFS_OLDEST_SECONDS = Gauge(
    "supportgraph_handoffs_oldest_waiting_seconds", "For how long the oldest of them waits; 0 where none does", ["kind"]
)
JOBS = Gauge("supportgraph_jobs", "Background jobs of the last 30 days", ["kind", "state"])
BREAKER_OPEN = Gauge("supportgraph_model_breaker_open", "1 while the chat model is given a rest after failures")
BACKOFFICE_UP = Gauge("supportgraph_backoffice_up", "0 while the back office is known to be away or wrong")
DATABASE_CONNECTIONS = Gauge("supportgraph_database_connections", "Connections of this process's pool", ["state"])
DATABASE_UP = Gauge("supportgraph_database_up", "0 where the database could not be asked just now")
BUILD = Info("supportgraph_build", "The release that runs")


def intent_label(intent: str | None) -> str:
    """One of the contract's intents; a company's own are "other"."""
    return "none" if intent is None else intent if intent in INTENTS else "other"
