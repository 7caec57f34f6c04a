"""The policy: its fields, the values they take, what contradicts itself in one, and the strict YAML it is written in."""
