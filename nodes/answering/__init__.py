"""Answers: from the documents, the shop and the quote that waits, or the plain word that there is none."""
