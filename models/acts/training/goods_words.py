"""Words that name no goods, told by what words mean: `python -m models.acts.training.goods_words` writes `never_goods.txt`.

Words of the table (`goods_references.yaml`) that are none, and goods of the messages that were tuned on, teach a logistic regression
over the embeddings of single words; of the words that the tokenizer knows whole, those are written that hardly can be goods.
"""

import re
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

import domain.language.goods
from domain.language.goods.goods_references import DESCRIBING, NO_GOODS
from models.acts.training.examples import all_examples
from models.acts.training.generate import goods_of_situations
from models.embeddings import MiniLmEmbedder, tokenizer_words

NEVER_GOODS = Path(domain.language.goods.__file__).with_name("never_goods.txt")
_MOST_LIKELY = 0.07  # to be goods; 5 of 100 words that are goods fall below where they were not learned from
_SHORTEST = 4  # letters
_MOST_FREQUENT = 14_000  # of the tokenizer's words, whose numbers follow their frequency


def never_goods() -> list[str]:
    """The words, sorted; the same for the same data."""
    goods = _goods()
    others = {word for word in NO_GOODS - goods - DESCRIBING if re.fullmatch(r"[a-z]{3,}", word)}
    embed = MiniLmEmbedder(cache_size=0).embed_now
    known = [*sorted(goods), *sorted(others)]
    answers = np.repeat([1, 0], [len(goods), len(others)])
    model = LogisticRegression(C=10, class_weight="balanced", max_iter=500).fit(embed(known), answers)
    words = [word for word in _plain_words() if word not in goods and word not in others]
    likely = model.predict_proba(embed(words))[:, 1]
    return sorted(word for word, share in zip(words, likely, strict=True) if share < _MOST_LIKELY)


def _goods() -> set[str]:
    """The last words of the goods that are named in what was tuned on."""
    texts = [ref.text or "" for each in all_examples() if not each.kept_apart for act in each.acts for ref in act.goods]
    heads = {words[-1] for text in [*texts, *goods_of_situations()] if (words := re.findall(r"[a-z]+", text.lower()))}
    return heads - DESCRIBING - {"one", "ones"}


def _plain_words() -> list[str]:
    vocabulary = tokenizer_words()
    words = [word for word in vocabulary if re.fullmatch(rf"[a-z]{{{_SHORTEST},}}", word)]
    return sorted(words, key=lambda word: vocabulary[word])[:_MOST_FREQUENT]


def main() -> None:
    """Write the words where `domain.language` reads them."""
    NEVER_GOODS.write_text("\n".join(never_goods()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
