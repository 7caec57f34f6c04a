"""What is measured and traced of a run: metrics, spans, what is observed of a call, and the ids that log lines carry."""
