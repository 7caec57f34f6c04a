"""What `serve --demo` fills: the demo shop, its help centre, and a quarter of traffic."""
