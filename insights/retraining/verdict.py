"""Whether a candidate may be proposed, by what it was measured on. The rules are those of `docs/retraining.md`."""

from collections.abc import Iterable, Sequence

from domain.remedies import SuiteTried
from domain.retraining import IntentFigure, LearnedFrom, MeasuredOn

INTENT_MAY_FALL = 0.03
STRANGERS_MAY_FALL = 0.01
MOST_CALIBRATION_ERROR = 0.05
FEWEST_FOR_CALIBRATION = 200  # of fewer texts, the error of ten bins is mostly chance
SUITE_MAY_FALL = 0.03
FEWEST_READ_OTHERWISE, MOST_READ_OTHERWISE = 5, 0.5  # utterances, and their share: beyond both the label is in doubt
_ROUNDING = 1e-9


def problems_of(
    learned: Sequence[LearnedFrom],
    measured: Sequence[MeasuredOn],
    suites: Sequence[SuiteTried],
    must_hold_broken: Sequence[str],
) -> list[str]:
    """Why the candidate is refused, in words; none where it is proposed."""
    found = [] if any(part.accepted for part in learned) else ["There is nothing new to learn from."]
    if not any(m.texts == "frozen" for m in measured):
        found.append("Nothing was measured: there are no frozen rows.")
    found += [
        f"{part.role}: {odd.n} of {odd.of} utterances accepted as {odd.intent} are surely {odd.read_as} to the model in force."
        for part in learned
        for odd in part.read_otherwise
        if odd.n >= FEWEST_READ_OTHERWISE and odd.n > MOST_READ_OTHERWISE * odd.of
    ]
    for one in measured:
        found += [f"{one.role}, {one.texts}: {problem}" for problem in _of_figures(one)]
    if must_hold_broken:
        found.append(f"suites: cases that every version has to pass fail now: {', '.join(must_hold_broken[:10])}.")
    for suite in suites:
        if suite.before - suite.after > SUITE_MAY_FALL * suite.cases + _ROUNDING:
            found.append(f"suite {suite.suite}: {suite.after} of {suite.cases} cases pass, {suite.before} before.")
    return found


def _of_figures(one: MeasuredOn) -> Iterable[str]:
    """A fall that one text explains is none, where there are so few texts that one is more than what may be lost."""
    before, after = one.before, one.after
    if after.macro_f1 < before.macro_f1 - _one_of(before.n) - _ROUNDING:
        yield f"macro-F1 {after.macro_f1:.4f}, {before.macro_f1:.4f} before."
    for intent, was in before.by_intent.items():
        is_now = after.by_intent.get(intent, IntentFigure(n=was.n, f1=0.0))
        if was.f1 - is_now.f1 > max(INTENT_MAY_FALL, _one_of(was.n)) + _ROUNDING:
            yield f"{intent}: F1 {is_now.f1:.3f}, {was.f1:.3f} before (of {was.n} texts)."
    if before.out_of_scope_recall is not None and after.out_of_scope_recall is not None:
        allowed = max(STRANGERS_MAY_FALL, _one_of(before.out_of_scope_n))
        if before.out_of_scope_recall - after.out_of_scope_recall > allowed + _ROUNDING:
            yield (
                f"of texts that are nobody's intent {after.out_of_scope_recall:.3f} are turned away, "
                f"{before.out_of_scope_recall:.3f} before."
            )
    error = after.calibration_error
    if error is not None and after.n >= FEWEST_FOR_CALIBRATION and error > MOST_CALIBRATION_ERROR:
        yield f"calibration error {error:.3f}, at most {MOST_CALIBRATION_ERROR} is wanted."


def _one_of(n: int) -> float:
    return 1 / n if n else 0.0
