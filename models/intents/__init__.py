"""The intent classifier: its utterances, its trainer, and the trained model that is shipped."""
