"""What buttons send in the customer's name. It is read like words that are typed, so it is the same in every language; what
stands on the button is a message."""

OFFERED = {
    "track_order": "Where is my order?",
    "return_items": "I want to return something",
    "refund_order": "I want my money back",
    "exchange_items": "I want to exchange something",
    "cancel_order": "I want to cancel my order",
    "change_shipping_address": "I want to change the delivery address",
    "send_invoice": "Send me an invoice",
    "send_password_reset": "Send me a password reset link",
}
TRACK = "Where is my order {}?"
DELIVERY_TIME = "How long does delivery take?"
CANCEL_WHOLE = "Cancel the whole order {}"
ALL_ITEMS = "All of them"
SEND_AGAIN = "Yes, please send it again"
SO_MANY = "{} of them"
ACCOUNT_FIELDS = {"email": "My e-mail address", "phone": "My phone number", "address": "My address"}
FIELD_WISHES = {"email": "I want to change my e-mail address", "phone": "I want to change my phone number"}
NEITHER = "None of these"
AGREES, DISAGREES = "Yes, I agree", "No, I do not agree"  # the pages know the buttons of consent by these
