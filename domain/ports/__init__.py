"""What the graph needs of the outside: one tiny protocol a file, met by adapters that `supportgraph/wiring.py` picks."""
