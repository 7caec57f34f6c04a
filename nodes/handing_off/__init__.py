"""The way to a person, and back."""
