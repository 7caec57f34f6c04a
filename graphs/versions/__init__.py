"""Named graph versions: which there are, who gets which, and what becomes of older states."""
