"""Runs the cases against the embedded demo shop alone.

    python -m evals.tau_retail DATA_DIR

Exit 1 where an accepted action fails, or one that a shop itself must refuse does not.
"""

import argparse
import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from backoffice.shop.open import open_shop
from evals.tau_retail.cases import Content, accepted_cases, isolate
from evals.tau_retail.convert import convert, read_store
from evals.tau_retail.run import DirectCaller, Report, Runner
from evals.tau_retail.variants import refused_variants


async def check_shop(data_dir: Path, work_dir: Path) -> Report:
    content = Content.of(convert(read_store(data_dir), datetime.now(UTC)))
    accepted = accepted_cases(data_dir, content)
    refused = [v for case in accepted for v in refused_variants(case, content)]
    cases, document = isolate(accepted + [v for v in refused if v.by == "shop"], content)
    shop = open_shop(work_dir)
    await shop.prepare()
    try:
        await shop.load(document)
        return await Runner(DirectCaller(shop), shop).run(cases)
    finally:
        await shop.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Run the cases against the embedded demo shop alone.")
    parser.add_argument("data_dir", type=Path)
    with tempfile.TemporaryDirectory() as work_dir:
        report = asyncio.run(check_shop(parser.parse_args().data_dir, Path(work_dir)))
    print(report.table())
    for verdict in report.failed[:50]:
        print(f"{verdict.case_id}: {verdict.why}")
    raise SystemExit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
