"""The encoder while it learns, in torch: the lower layers stay as they are, the upper ones and the heads are learned."""

import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from models.acts.encoder import MAX_TOKENS, STATUSES
from models.acts.goods_roles import ROLES
from models.acts.training.base_encoder import WIDTH

_HEADS = 12
_INNER = 1536
_FAR = -1e4
_DROPPED, _DROPPED_LAST = 0.1, 0.15


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, tensors: dict[str, np.ndarray], number: int) -> None:
        super().__init__()
        self.q, self.k, self.v, self.ao = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.fi, self.fo = nn.Linear(WIDTH, _INNER), nn.Linear(_INNER, WIDTH)
        self.aln, self.oln = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(_DROPPED)
        for name, part in self.named_children():
            if name != "drop":
                _fill(part, tensors[f"l{number}.{name}.w"], tensors[f"l{number}.{name}.b"])

    def forward(self, rows: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
        batch = rows.shape[0]

        def parted(values: torch.Tensor) -> torch.Tensor:
            return values.view(batch, -1, _HEADS, WIDTH // _HEADS).transpose(1, 2)

        q, k, v = parted(self.q(rows)), parted(self.k(rows)), parted(self.v(rows))
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(WIDTH // _HEADS) + hidden, -1)
        told = (weights @ v).transpose(1, 2).reshape(batch, -1, WIDTH)
        rows = self.aln(rows + self.drop(self.ao(told)))
        done: torch.Tensor = self.oln(rows + self.drop(self.fo(functional.gelu(self.fi(rows)))))
        return done


class Network(nn.Module):
    """Embedding, ``kept`` layers as they are, ``learned`` layers, and the heads.

    Every label looks for its own words (attention over the pieces); negated and supposed, it looks with a shift of its own."""

    def __init__(self, tensors: dict[str, np.ndarray], labels: int, *, kept: int, learned: int) -> None:
        super().__init__()
        self.kept = kept
        self.words = nn.Embedding.from_pretrained(torch.tensor(tensors["emb.word"]), freeze=True)
        places = tensors["emb.pos"].reshape(-1, WIDTH)[:MAX_TOKENS] + tensors["emb.type"].reshape(-1, WIDTH)[0]
        self.places = nn.Parameter(torch.tensor(places), requires_grad=False)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        _fill(self.norm, tensors["emb.ln.w"], tensors["emb.ln.b"])
        self.layers = nn.ModuleList(Layer(tensors, number) for number in range(kept + learned))
        for part in (self.norm, *self.layers[:kept]):
            part.requires_grad_(requires_grad=False)
        self.look = nn.Linear(WIDTH, labels)
        self.look_otherwise = nn.Linear(WIDTH, len(STATUSES) - 1)
        self.weights = nn.Parameter(torch.randn(labels, WIDTH) * 0.02)
        self.weights_otherwise = nn.Parameter(torch.zeros(len(STATUSES) - 1, labels, WIDTH))
        self.status = nn.Parameter(torch.randn(len(STATUSES) - 1, 1, WIDTH) * 0.02)
        self.bias = nn.Parameter(torch.tensor([-3.0, -5.0, -5.0])[:, None].repeat(1, labels))
        self.roles, self.owners = nn.Linear(WIDTH, len(ROLES)), nn.Linear(WIDTH, 2 * labels)
        self.drop = nn.Dropout(_DROPPED_LAST)

    def lower(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What does not change while it learns."""
        return self._through(self.norm(self.words(ids) + self.places[: ids.shape[1]]), mask, 0, self.kept)

    def upper(self, rows: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Margins of the acts, where each is said, margins of the words' roles and owners."""
        rows = self.drop(self._through(rows, mask, self.kept, len(self.layers)))
        hidden = (1 - mask)[:, :, None] * _FAR
        looks = self.look(rows)
        shifts = self.look_otherwise(rows)
        acts, where = [], []
        for at in range(len(STATUSES)):
            weights = self.weights if not at else self.weights + self.status[at - 1] + self.weights_otherwise[at - 1]
            seen = torch.softmax((looks if not at else looks + shifts[..., at - 1 : at]) + hidden, 1)
            acts.append((seen * (rows @ weights.t())).sum(1) + self.bias[at])
            where.append(seen)
        return torch.cat(acts, 1), torch.cat(where[:2], 2), self.roles(rows), self.owners(rows)

    def _through(self, rows: torch.Tensor, mask: torch.Tensor, start: int, end: int) -> torch.Tensor:
        hidden = (1 - mask)[:, None, None, :] * _FAR
        for layer in self.layers[start:end]:
            rows = layer(rows, hidden)
        return rows


class AtWork(nn.Module):
    """The network as it is exported: one text, probabilities."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
        mask = torch.ones_like(ids, dtype=torch.float32)
        acts, where, roles, owners = self.network.upper(self.network.lower(ids, mask), mask)
        return torch.sigmoid(acts)[0], where[0], torch.softmax(roles, -1)[0], torch.sigmoid(owners)[0]


def _fill(part: nn.Module, weights: np.ndarray, bias: np.ndarray) -> None:
    kept = {"weight": torch.tensor(weights).view_as(part.get_parameter("weight")), "bias": torch.tensor(bias)}
    part.load_state_dict(kept)
