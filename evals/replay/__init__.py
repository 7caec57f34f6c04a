"""Recorded conversations run again, on any graph version, answered from what was recorded."""
