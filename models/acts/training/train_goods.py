"""Train the tagger of goods on the hand-written messages: `python -m models.acts.training.train_goods`."""

from collections.abc import Sequence

import numpy as np
from sklearn.decomposition import PCA
from sklearn.neural_network import MLPClassifier

from domain.acts import Act
from domain.language.tagged_goods import WORD, places_of
from models.acts.goods_tagger import ROLES, SHIPPED, GoodsTagger, word_features
from models.acts.training.examples import Example, all_examples
from models.embeddings import DIMENSIONS, MiniLmEmbedder

SEED = 5
_VECTORS = 3  # a word's own and its neighbours'
_KEPT = 128  # directions of the embedding that the network is given
_HIDDEN = 64


def train_goods(examples: Sequence[Example], embedder: MiniLmEmbedder | None = None) -> GoodsTagger:
    """Learn from whole messages, the same for the same messages."""
    embedder = embedder or MiniLmEmbedder(cache_size=0)
    features, roles = [], []
    for example in examples:
        if WORD.search(example.text):
            features.append(word_features(example.text, embedder.embed_tokens_now(example.text)))
            roles.append(word_roles(example.text, example.acts))
    return fit(np.vstack(features), np.concatenate(roles))


def fit(features: np.ndarray, roles: np.ndarray) -> GoodsTagger:
    """``features`` of `goods_tagger.word_features`, ``roles`` as places in ``ROLES``."""
    projection = PCA(_KEPT, random_state=SEED).fit(features[:, :DIMENSIONS]).components_.T.astype(np.float32)
    blocks = [features[:, n * DIMENSIONS : (n + 1) * DIMENSIONS] @ projection for n in range(_VECTORS)]
    network = MLPClassifier(
        (_HIDDEN,), alpha=1e-3, batch_size=256, early_stopping=True, n_iter_no_change=5, max_iter=60, random_state=SEED
    ).fit(np.hstack([*blocks, features[:, _VECTORS * DIMENSIONS :]]), roles)
    first, last = network.coefs_
    # The projection is folded into the first layer: at work there is one product less.
    whole = [projection @ first[n * _KEPT : (n + 1) * _KEPT] for n in range(_VECTORS)]
    first = np.vstack([*whole, first[_VECTORS * _KEPT :]])
    return GoodsTagger(list(zip((first, last), network.intercepts_, strict=True)))


def word_roles(text: str, acts: Sequence[Act]) -> np.ndarray:
    """The role of each word by the acts' references; goods by which an order is named are goods."""
    words = [found[0] for found in WORD.finditer(text)]
    roles = np.zeros(len(words), int)
    for act in acts:
        named = [(order.goods, "goods") for order in act.orders]
        named += [(ref.text, "wanted" if ref.wanted else "excluded" if ref.excluded else "goods") for ref in act.goods]
        for description, role in named:
            for at in places_of(description or "", words):
                roles[at] = ROLES.index(role)
    return roles


def main() -> None:
    """Train, and write the tagger that is shipped."""
    train_goods([example for example in all_examples() if not example.kept_apart]).save(SHIPPED)


if __name__ == "__main__":
    main()
