"""Messages with personal data in them, and as many without, made from a seed."""
