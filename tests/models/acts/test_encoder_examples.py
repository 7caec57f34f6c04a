"""What the encoder learns from a labelled message, and how the weights that it begins with are read."""

import json

import numpy as np
from tokenizers import Tokenizer

from models.acts.encoder import FOLDER, LABELS, STATUSES, TOKENIZER
from models.acts.goods_roles import ROLES
from models.acts.training.base_encoder import tensor
from models.acts.training.encoder_examples import NOT_LEARNED, ExampleEncoder
from models.acts.training.examples import Example, act_of

TEXT = "don't cancel the kettle, where is HP104233"
ACTS = [act_of("!wish:cancel_order =kettle"), act_of("wish:track_order @HP104233")]


def test_an_encoded_example_says_which_acts_and_which_word_is_whose() -> None:
    tokenizer = Tokenizer.from_file(str(FOLDER / TOKENIZER))
    labels = json.loads((FOLDER / LABELS).read_text())
    encoded = ExampleEncoder(tokenizer, labels).encode(Example(TEXT, ACTS))
    cancelled, tracked = labels.index("cancel_order"), labels.index("track_order")
    negated = STATUSES.index("negated") * len(labels)
    assert set(np.flatnonzero(encoded.acts)) == {tracked, negated + cancelled}

    offsets = tokenizer.encode(TEXT).offsets
    pieces = {word: [n + 1 for n, (a, b) in enumerate(offsets) if a < end and start < b]
              for word in ("kettle", "HP104233", "where")
              for start in [TEXT.index(word)] for end in [start + len(word)]}  # fmt: skip
    assert {encoded.roles[n] for n in pieces["kettle"]} == {ROLES.index("goods")}
    assert {encoded.roles[n] for n in pieces["where"]} == {ROLES.index("none")}
    assert encoded.roles[0] == encoded.roles[-1] == NOT_LEARNED
    whose = {word: set(np.flatnonzero(encoded.owners[places].any(axis=0))) for word, places in pieces.items()}
    assert whose == {"kettle": {len(labels) + cancelled}, "HP104233": {tracked}, "where": set()}


def test_weights_of_four_bits_are_read_in_blocks() -> None:
    pairs = np.arange(16, dtype=np.uint8) | (15 << 4)
    block = np.float16(0.5).tobytes() + pairs.tobytes()
    assert tensor(block, 32).tolist() == [(low - 8) / 2 for low in range(16)] + [3.5] * 16
    assert tensor(np.float32([1.5, -2]).tobytes(), 2).tolist() == [1.5, -2]
