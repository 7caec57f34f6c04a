"""What is said around a matter: small talk, regret, what was not understood, offers."""
