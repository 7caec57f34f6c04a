"""Options and variants: sizes, colours, what is wanted in their place."""
