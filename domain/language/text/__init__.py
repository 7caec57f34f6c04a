"""Any text: its clauses, what it names, whether it wants or refuses, and how people type."""
