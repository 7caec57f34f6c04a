"""What the demo shop is filled with: a catalogue, people and orders, all invented, the same at every seeding."""
