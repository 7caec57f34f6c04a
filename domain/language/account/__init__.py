"""The account: the way into it, names and addresses."""
