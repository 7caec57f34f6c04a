"""Rules that find personal data in a read text: one family a file, each a function from a reading to findings."""
