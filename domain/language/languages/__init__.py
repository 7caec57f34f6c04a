"""Which language a text is in, and German in English words."""
