"""Whether somebody asks for a person, and what is asked of who answers here."""
