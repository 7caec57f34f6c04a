"""The plain words of the business. Imports nothing of ours and no framework but pydantic."""
