"""What a message does to the conversation: read by rules, then by models, and put on the agenda."""
