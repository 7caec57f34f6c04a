"""How a unit of work reaches the database: two write paths, group commit, notifications."""
