"""How acts are read by rules: the words of wishes, their references, what was asked, and all of them together."""
