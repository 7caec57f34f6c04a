"""What cannot wait, and what only sounds like it."""
