"""How an intent model is trained and judged."""
