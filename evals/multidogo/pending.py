"""What real customers type, sent while a refund waits for a yes: only a yes may move the money.

    python -m evals.multidogo.pending DATA_DIR [--sample N] [--report FILE]

Every distinct text goes through the rules (understanding and the edge behind it), a sample of them over HTTP.
Exit 1 where anything but a yes executes, under 90 % of the plain yeses do, or more than 2 % of the values, thanks and
goodbyes of the sample are counted as failures.
"""

import argparse
import asyncio
import json
import random
import tempfile
from pathlib import Path

from evals.multidogo.by_rules import ByRules
from evals.multidogo.over_http import take_all
from evals.multidogo.turns import Report, Said, read_turns
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import IntentModel

SEED = 11


def sampled(said: list[Said], n: int) -> list[Said]:
    """The same texts at every run, ``n`` or a few more; every act has the same share, or all it has."""
    acts = sorted({one.act for one in said})
    chance = random.Random(SEED)
    chosen: list[Said] = []
    for i, act in enumerate(sorted(acts, key=lambda a: sum(one.act == a for one in said))):
        mine = [one for one in said if one.act == act]
        share = -(-(n - len(chosen)) // (len(acts) - i))
        chosen += chance.sample(mine, min(share, len(mine)))
    return chosen


async def check(data_dir: Path, sample: int) -> tuple[Report, Report]:
    said = read_turns(data_dir)
    rules = ByRules(MiniLmEmbedder(), IntentModel.load())
    by_rules = Report(taken=[await rules.take(one) for one in said])
    with tempfile.TemporaryDirectory() as store_dir:
        over_http = Report(taken=await take_all(sampled(said, sample), Path(store_dir)))
    return by_rules, over_http


def main() -> None:
    parser = argparse.ArgumentParser(description="Send real turns while a refund waits for a yes.")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--sample", type=int, default=300, metavar="N", help="how many texts go over HTTP (300)")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write how every text was taken as JSON")
    options = parser.parse_args()
    by_rules, over_http = asyncio.run(check(options.data_dir, options.sample))
    for name, report in (("by the rules", by_rules), ("over HTTP", over_http)):
        print(f"{name}: {len(report.taken)} distinct texts\n{report.table()}\n")
        for one in report.wrong[:20]:
            print(f"  executed: {one.text!r}")
    if options.report:
        both = {"by_rules": by_rules.model_dump(mode="json"), "over_http": over_http.model_dump(mode="json")}
        options.report.write_text(json.dumps(both, indent=1), encoding="utf-8")
    raise SystemExit(0 if by_rules.passed and over_http.passed else 1)


if __name__ == "__main__":
    main()
