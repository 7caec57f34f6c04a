"""Fitting and measuring retrieval and answerability, on questions of our own."""
