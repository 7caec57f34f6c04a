"""What a turn by words costs on each graph version, side by side in one run, on a service that runs with `--demo`:

    python -m evals.benchmarks.versions URL ENGINEER_KEY [--rounds N]

The same messages are said to new conversations of each version in turn, so that what the machine does meanwhile meets all
alike. The service's own ``duration_ms`` of the turns is compared, as a ratio to the first version's. Start the service with
`SUPPORTGRAPH_RATE_LIMIT=0`.
"""

import argparse
import statistics

import httpx

VERSIONS = ("support-v1", "support-v2", "support-v3")
SAID = (
    "How long does delivery take?",
    "where is my order HP104251?",
    "I want my money back for HP104233, it arrived broken",
    "what is your return policy?",
    "do you ship to Canada?",
    "cancel my order HP104268, ordered by mistake",
    "is there a student discount?",
    "how do I clean the skillet?",
    "my parcel is late",
    "can I exchange something?",
)


def measured(http: httpx.Client, rounds: int) -> dict[str, list[int]]:
    """Milliseconds of each turn by version; the first round, which warms up, is left out."""
    took: dict[str, list[int]] = {version: [] for version in VERSIONS}
    for at in range(rounds + 1):
        for version in VERSIONS:
            for said in SAID:
                body = {"region": "US", "consent": True, "graph_version": version}
                made = http.post("/v1/conversations", json=body).raise_for_status().json()
                head = {"Authorization": f"Bearer {made['token']}"}
                text = f"{said} ({at}{version[-1]})"  # an embedding of its own
                path = f"/v1/conversations/{made['id']}/messages"
                answer = http.post(path, json={"text": text}, headers=head).raise_for_status().json()
                if at:
                    took[version].append(answer["turn"]["duration_ms"])
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description="A turn by words on each graph version.")
    parser.add_argument("url")
    parser.add_argument("key", help="an engineer's key")
    parser.add_argument("--rounds", type=int, default=8)
    options = parser.parse_args()
    head = {"Authorization": f"Bearer {options.key}"}
    with httpx.Client(base_url=options.url, timeout=60, headers=head) as http:
        took = measured(http, options.rounds)
    first = statistics.median(took[VERSIONS[0]])
    print(f"{'version':12} {'p50 ms':>8} {'p95 ms':>8} {'p50 ratio':>10}")
    for version, times in took.items():
        p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        print(f"{version:12} {p50:8.0f} {p95:8.0f} {p50 / first:10.2f}")


if __name__ == "__main__":
    main()
