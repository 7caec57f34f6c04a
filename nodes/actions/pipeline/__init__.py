"""What every action runs through, and what they share."""
