"""The demo in one place: its help centre (`articles/`), and the goods, people and orders of its shop (`shop/`). Data, not service."""

from pathlib import Path

ARTICLES = Path(__file__).with_name("articles")
PREPARED = ARTICLES / "vectors.npz"  # of the articles' texts: made ahead by `supportgraph.demo.prepare`
