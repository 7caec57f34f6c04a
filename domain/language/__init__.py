"""Pure text → facts: what words say, without a model and without state."""
