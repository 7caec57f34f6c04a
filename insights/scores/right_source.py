"""Right source: what was quoted was live, and neither an agent nor the customer said that it was the wrong one."""

from domain.scores import Verdict
from insights.scores.conversation import ScoredConversation, complains

_SAY_IT_IS_WRONG = frozenset({"wrong", "outdated", "incomplete"})  # flags of agents


def right_source(c: ScoredConversation) -> Verdict:
    quoted = [(t, m) for t, m in c.replies if m.cites]
    if not quoted:
        return Verdict(value=None, reason="nothing_quoted")
    for turn, message in quoted:
        later = c.after(turn)
        wrong = (
            ("not_live", bool(message.dead)),
            ("flagged", bool(_SAY_IT_IS_WRONG.intersection(message.flags))),
            ("rated_unhelpful", message.helpful is False),
            ("did_not_help", later is not None and (complains(later) or c.says_again(later, turn))),
        )
        for reason, holds in wrong:
            if holds:
                return Verdict(value=0, reason=reason, turn_id=turn.id)
    return Verdict(value=1, reason="quoted", turn_id=quoted[-1][0].id)
