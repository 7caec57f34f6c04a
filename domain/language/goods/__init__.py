"""How goods are named, how many of them, and whose they are."""
