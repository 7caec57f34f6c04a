"""The demo in one place: its help centre (`articles/`), and the goods, people and orders of its shop (`shop/`). Data, not service."""
