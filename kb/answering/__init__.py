"""Whether the documents answer a question, and the answer in their own words."""
