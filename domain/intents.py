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
