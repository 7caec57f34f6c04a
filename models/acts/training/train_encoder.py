"""Fine-tune the encoder and write what is shipped: `python -m models.acts.training.train_encoder [--epochs N] [--threads N]`.

Needs what `requirements/training.txt` locks, beside the rest. After each epoch a line tells how well messages are read that were held out
(one of ten of the writers'); the network of the best epoch is written, as int8 ONNX."""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch.nn import functional

from models.acts.encoder import FOLDER, LABELS, MODEL, TOKENIZER
from models.acts.training.base_encoder import PADDING, WIDTH, base_encoder
from models.acts.training.encoder_examples import NOT_LEARNED, SEED, EncodedExample, datasets, texts
from models.acts.training.encoder_network import AtWork, Network

KEPT, LEARNED = 3, 6  # layers
EPOCHS = 4
_BATCH, _AT_ONCE = 32, 64
_RATE, _RATE_OF_HEADS = 2.5e-4, 1.5e-3
_OF_THE_LAYER_ABOVE = 0.85  # of its rate a layer learns with, so that what is general in the lower ones stays
_OWNERS = 0.4  # of the loss: who a word speaks for
_READ = 0.5


class Batch:
    """Some datasets, padded to one length."""

    def __init__(self, learned: Sequence[EncodedExample], lower: Sequence[torch.Tensor]) -> None:
        longest, size = max(len(one.ids) for one in learned), len(learned)
        self.rows, self.mask = torch.zeros(size, longest, WIDTH), torch.zeros(size, longest)
        self.roles = torch.full((size, longest), NOT_LEARNED)
        self.owners = torch.zeros(size, longest, learned[0].owners.shape[1])
        self.acts = torch.tensor(np.stack([one.acts for one in learned]))
        for at, (one, rows) in enumerate(zip(learned, lower, strict=True)):
            length = len(one.ids)
            self.rows[at, :length], self.mask[at, :length] = rows.float(), 1
            self.roles[at, :length], self.owners[at, :length] = torch.tensor(one.roles), torch.tensor(one.owners)

    def loss(self, network: Network) -> torch.Tensor:
        acts, _, roles, owners = network.upper(self.rows, self.mask)
        owned = self.owners.sum(-1) > 0
        lost = functional.binary_cross_entropy_with_logits(acts, self.acts, reduction="none").sum(1).mean()
        if (self.roles != NOT_LEARNED).any():
            lost = lost + functional.cross_entropy(roles.flatten(0, 1), self.roles.flatten(), ignore_index=NOT_LEARNED)
        if owned.any():
            of_owners = functional.binary_cross_entropy_with_logits(owners[owned], self.owners[owned], reduction="none")
            lost = lost + _OWNERS * of_owners.sum(-1).mean()
        return lost


class Dataset:
    """Dataset with what the lower layers make of them, which is made once."""

    def __init__(self, network: Network, learned: Sequence[EncodedExample]) -> None:
        self._examples = learned
        self._lower: list[torch.Tensor] = [torch.empty(0)] * len(learned)
        in_length = sorted(range(len(learned)), key=lambda at: len(learned[at].ids))
        network.eval()
        with torch.no_grad():
            for start in range(0, len(learned), _AT_ONCE):
                places = in_length[start : start + _AT_ONCE]
                longest = len(learned[places[-1]].ids)
                ids = [[*learned[at].ids, *[PADDING] * (longest - len(learned[at].ids))] for at in places]
                given = torch.tensor(ids)
                rows = network.lower(given, (given != PADDING).float())
                for at, row in zip(places, rows, strict=True):
                    self._lower[at] = row[: len(learned[at].ids)].half().clone()

    def batches(self, size: int, chance: random.Random | None = None) -> list[list[int]]:
        """Places of datasets of about one length, in any order where ``chance`` is given."""
        places = list(range(len(self._examples)))
        if chance:
            chance.shuffle(places)
        many = 40 * size
        found = []
        for start in range(0, len(places), many):
            part = sorted(places[start : start + many], key=lambda at: len(self._examples[at].ids))
            found += [part[at : at + size] for at in range(0, len(part), size)]
        if chance:
            chance.shuffle(found)
        return found

    def batch(self, places: Sequence[int]) -> Batch:
        return Batch([self._examples[at] for at in places], [self._lower[at] for at in places])


def measured(network: Network, held: Dataset) -> dict[str, float]:
    """Of messages: those all of whose acts are right; of words: the F1 of goods."""
    network.eval()
    right = messages = found = wrong = missed = 0
    with torch.no_grad():
        for places in held.batches(_AT_ONCE):
            batch = held.batch(places)
            acts, _, roles, _ = network.upper(batch.rows, batch.mask)
            shares = torch.sigmoid(acts)
            read = shares >= _READ
            read[torch.arange(len(places)), shares.argmax(1)] = True
            right += int((read.float() == batch.acts).all(1).sum())
            messages += len(places)
            said, known = roles.argmax(-1), batch.roles != NOT_LEARNED
            found += int(((said == batch.roles) & (batch.roles > 0)).sum())
            wrong += int(((said != batch.roles) & (said > 0) & known).sum())
            missed += int(((said != batch.roles) & (batch.roles > 0)).sum())
    return {"acts right": round(right / messages, 4), "goods F1": round(2 * found / max(1, 2 * found + wrong + missed), 4)}


def train_encoder(folder: Path, *, epochs: int = EPOCHS) -> dict[str, float]:
    """Learn, write the files into ``folder``, and give the figures of what was held out."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    base = base_encoder(texts())
    labels, learned, held = datasets(base.tokenizer)
    network = Network(base.tensors, len(labels), kept=KEPT, learned=LEARNED)
    of_held, of_learned = Dataset(network, held), Dataset(network, learned)
    body = [list(layer.parameters()) for layer in network.layers[KEPT:]]
    heads = [part for name, part in network.named_parameters() if part.requires_grad and not name.startswith("layers.")]
    rates = [*(_RATE * _OF_THE_LAYER_ABOVE ** (LEARNED - 1 - at) for at in range(LEARNED)), _RATE_OF_HEADS]
    learned_parts = [*body, heads]
    groups = [{"params": part, "lr": rate} for part, rate in zip(learned_parts, rates, strict=True)]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * len(of_learned.batches(_BATCH)) + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps, pct_start=0.1)
    best: dict[str, float] = {}
    for epoch in range(epochs):
        network.train()
        began = time.perf_counter()
        for places in of_learned.batches(_BATCH, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):  # twice as fast where the processor knows it
                loss = of_learned.batch(places).loss(network)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([part for parts in learned_parts for part in parts], 1.0)
            optimizer.step()
            schedule.step()
        figures = measured(network, of_held)
        sys.stderr.write(f"epoch {epoch + 1}: {figures}, {time.perf_counter() - began:.0f} s\n")
        if not best or figures["acts right"] >= best["acts right"]:
            best = figures
            _write(network, folder)
    base.tokenizer.no_truncation()
    (folder / TOKENIZER).write_text(base.tokenizer.to_str(), encoding="utf-8")
    (folder / LABELS).write_text(json.dumps(labels, indent=0) + "\n", encoding="utf-8")
    return best


def _write(network: Network, folder: Path) -> None:
    network.eval()
    with tempfile.TemporaryDirectory() as made:
        whole = Path(made) / "whole.onnx"
        torch.onnx.export(
            AtWork(network),
            (torch.tensor([[0, 5, 6, 7, 8, 2]]),),
            whole,
            dynamo=False,
            opset_version=17,
            input_names=["ids"],
            output_names=["acts", "where", "roles", "owners"],
            dynamic_axes={"ids": {1: "pieces"}, "where": {0: "pieces"}, "roles": {0: "pieces"}, "owners": {0: "pieces"}},
        )
        quantize_dynamic(
            whole, folder / MODEL, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"]
        )


def main() -> None:
    """Train, and write the encoder that is shipped."""
    parser = argparse.ArgumentParser(description="Fine-tune the encoder of acts.")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--to", type=Path, default=FOLDER, help="a folder")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    sys.stdout.write(json.dumps(train_encoder(options.to, epochs=options.epochs)) + "\n")


if __name__ == "__main__":
    main()
