"""A public benchmark's retail shop as cases: actions that its policy accepts, and variants of them that must be refused."""
