"""How orders and their lines are named, and what is asked and wanted of them."""
