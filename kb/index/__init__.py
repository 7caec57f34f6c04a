"""The segments' index: dense and lexical search, their fusion, filters and boosts."""
