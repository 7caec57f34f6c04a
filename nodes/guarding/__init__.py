"""What stands around a message: who answers here, consent, personal data, the last look at what goes out."""
