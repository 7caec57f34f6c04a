"""Whether the rules that score conversations agree with people who read them."""
