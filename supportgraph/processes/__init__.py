"""Long work that runs in processes of its own."""
