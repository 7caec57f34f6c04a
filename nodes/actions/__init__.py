"""One deterministic action a file, all in the frame of `frame.py`."""
