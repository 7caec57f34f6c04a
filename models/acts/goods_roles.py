"""What a word may name, in the order in which models put it out."""

ROLES = ("none", "goods", "wanted", "excluded")
