"""What LangGraph is given to run on: checkpoints, quick routing, points to crash at in tests."""
