"""What is read and looked at when a process starts: settings, rules, the data folder, the log, and what changed since the last start."""
