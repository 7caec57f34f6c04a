"""The intents that the contract names, in its order. A company can train a classifier with its own beside them."""

OUT_OF_SCOPE = "out_of_scope"

# What a deterministic action can do something about.
ACTION_INTENTS: tuple[str, ...] = (
    "track_order",
    "cancel_order",
    "change_order",
    "change_shipping_address",
    "change_payment_method",
    "return_items",
    "exchange_items",
    "request_refund",
    "track_refund",
    "send_invoice",
    "payment_problem",
    "reset_password",
    "update_account",
    "delete_account",
)

# What is read from the shop for whoever has proved enough.
READING_INTENTS: tuple[str, ...] = ("list_orders", "order_details", "account_details")

# Rights to one's data, and mails that are not wanted.
RIGHTS_INTENTS: tuple[str, ...] = ("request_my_data", "unsubscribe")

# Something is wrong with what was bought; `domain.acts.Problem` says what.
REPORT_PROBLEM = "report_problem"

# Before everything else; `domain.acts.Urgency` says what.
URGENT = "urgent"

# What the documents answer.
QUESTION_INTENTS: tuple[str, ...] = ("product_question", "policy_question")

SMALL_TALK_INTENTS: tuple[str, ...] = ("greeting", "thanks", "goodbye")

# Said for its own sake, unless it is put as a question.
TALK_INTENTS: tuple[str, ...] = (*SMALL_TALK_INTENTS, "complaint")

INTENTS: tuple[str, ...] = (
    *SMALL_TALK_INTENTS,
    "affirm",
    "deny",
    "provide_information",
    "human_agent",
    "complaint",
    *ACTION_INTENTS,
    *QUESTION_INTENTS,
    OUT_OF_SCOPE,
)

# What a reader of acts tells apart beyond the classifier of whole messages.
ACT_INTENTS: tuple[str, ...] = (*INTENTS[:-1], REPORT_PROBLEM, *READING_INTENTS, *RIGHTS_INTENTS, URGENT, OUT_OF_SCOPE)


def act_of_intent(intent: str) -> str:
    """The kind of act (`domain.acts.ActKind`) that an intent is put by, where nothing else says it."""
    if intent in QUESTION_INTENTS:
        return "question"
    if intent in TALK_INTENTS or intent == OUT_OF_SCOPE:
        return "talk"
    if intent in (REPORT_PROBLEM, "payment_problem"):
        return "report"
    return {"affirm": "yes", "deny": "no", "provide_information": "value", URGENT: "urgent"}.get(intent, "wish")
