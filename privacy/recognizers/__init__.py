"""Rules that find personal data in folded text: one family a file, each a function from a text to findings."""
