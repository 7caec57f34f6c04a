"""What the mask finds and what it hides wrongly, measured: `python -m evals.privacy`."""
