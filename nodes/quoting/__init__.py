"""The quote that waits: asked for, confirmed, declined, left."""
