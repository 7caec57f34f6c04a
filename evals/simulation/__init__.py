"""Seeded customers who drive a service over HTTP, and know what became of them."""
