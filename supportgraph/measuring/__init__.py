"""What the commands measure with: services for evals, replays, the canary, the index looked through."""
