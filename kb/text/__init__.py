"""Articles as text: cut into segments and sentences, and the words that matter in them."""
