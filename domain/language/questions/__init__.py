"""Questions to the documents: their form, what they follow up, what can be their answer."""
