"""Real customer turns in the middle of a chat, read while a quote waits for a yes."""
