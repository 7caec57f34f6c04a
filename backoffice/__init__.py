"""Orders and customers: the embedded demo shop in SQL, and a merchant's own system over HTTP."""
