"""What is said to a quote or a question of ours: yes, no, hesitations, and what is asked beside it."""
