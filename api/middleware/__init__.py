"""What every request passes before its route: layers of the HTTP application."""
