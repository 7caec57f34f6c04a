"""What `wiring.py` puts together: stores, models, the back office, turns, rights, jobs."""
