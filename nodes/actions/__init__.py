"""One deterministic action a file, all run by `pipeline/perform.py`."""
