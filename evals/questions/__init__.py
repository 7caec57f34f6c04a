"""Questions to the documents, as people put them: whether they are answered, and of the rest, whether honestly."""
