"""`python -m evals.scores`: Cohen's kappa of the two readings, and of the rules with each."""

import sys

from domain.scores import DIMENSIONS
from evals.scores.readings import agree, by_rules, kept, read_by
from insights.scores.agreement import Agreement
from privacy.in_clear import holds_personal_data


def _shown(found: Agreement) -> str:
    kappa = "   -" if found.kappa is None else f"{found.kappa:.2f}"
    return f"{kappa} ({found.same}/{found.n})"


def main() -> None:
    some = kept()
    first, second, rules = read_by("first"), read_by("second"), by_rules(some, holds_personal_data())
    for title, chosen in (
        ("kept apart", [one for one in some if one.apart]),
        ("mended by", [one for one in some if not one.apart]),
        ("all", some),
    ):
        ids = [one.facts.id for one in chosen]
        print(f"{title}: {len(ids)} conversations; kappa (equal of all)")
        print(f"  {'':<13} {'first, second':<15} {'rules, first':<15} {'rules, second':<15}")
        for d in DIMENSIONS:
            pairs = (agree(first, second, ids, d), agree(rules, first, ids, d), agree(rules, second, ids, d))
            print(f"  {d:<13} " + " ".join(f"{_shown(p):<15}" for p in pairs))
    if "--differences" in sys.argv:  # those that a rule may be mended by
        for one in (one for one in some if not one.apart):
            i = one.facts.id
            for d in DIMENSIONS:
                if not rules[i][d] == first[i][d] == second[i][d]:
                    print(f"{i} {d}: rules {rules[i][d]}, first {first[i][d]}, second {second[i][d]}")


main()
