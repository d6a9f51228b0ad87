"""Trains what tells sentences apart in a text without line breaks: `python boundaries.py final.pt --corpora … --out boundaries.pt`.

A small network of the same layers over the word embeddings of a trained and quantised one, which stay as they are (FORMAT.md, "Sentence starts").
It learns from the treebanks' documents, the sentences of each joined by spaces. Seeded, one thread.
"""

import argparse
import json
import pathlib
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from batches import Encoder
from data import Reader
from layers import encoder_layers
from network import Network
from quantise import quantise_network
from teacher import load_network
from train import GAZETTEERS

EMBEDDED_AT_ONCE = 200
LENGTHS = [24, 48, 96, 128]
BATCH_TOKENS = 3000
THRESHOLD = -0.3


@dataclass(frozen=True)
class Dimensions:
    """Sizes of the layers and rates of dropout."""

    hidden: int = 96
    recurrent: int = 48
    layers: str = "crc"
    dropout: float = 0.15
    input_dropout: float = 0.2
    word_dropout: float = 0.1


@dataclass
class Document:
    """Words [n, embedding]; 1 where a word stands right behind the one before it [n]; 1 where a sentence starts [n]."""

    words: Tensor
    glued: Tensor
    starts: Tensor

    def part(self, start: int, length: int) -> "Document":
        """`length` words from `start` on."""
        return Document(*(values[start : start + length] for values in (self.words, self.glued, self.starts)))


class Boundaries(nn.Module):
    """Scores of words as the first of a sentence."""

    def __init__(self, d: Dimensions, embedding: int):
        super().__init__()
        self.d = d
        self.glued = nn.Parameter(torch.zeros(embedding))
        self.layers = encoder_layers(d.layers, embedding, d.hidden, d.recurrent, d.dropout)
        self.out = nn.Linear(d.hidden, 1)

    def forward(self, words: Tensor, glued: Tensor, mask: Tensor) -> Tensor:
        """[B, T] logits out of embeddings [B, T, embedding] and marks [B, T]."""
        x = F.dropout(words + glued[..., None] * self.glued, self.d.input_dropout, self.training)
        if self.training:
            x = x * (torch.rand(x.shape[:2]) > self.d.word_dropout)[..., None]
        for layer in self.layers:
            x = F.dropout(layer(x, mask), self.d.dropout, self.training)
        return self.out(x).squeeze(-1)

    def scores(self, words: Tensor, glued: Tensor) -> Tensor:
        """Logits of the words of one text."""
        self.eval()
        with torch.no_grad():
            return self(words[None], glued[None], torch.ones(1, len(words)))[0]


def embedded(network: Network, encoder: Encoder, words: list[str]) -> Tensor:
    """The words' embeddings, [n, embedding]; lists and case are looked at a stretch at a time."""
    parts = []
    with torch.no_grad():
        for at in range(0, len(words), EMBEDDED_AT_ONCE):
            ids, rows = encoder.featuriser.sentence(words[at : at + EMBEDDED_AT_ONCE])
            parts.append(network.embed(torch.from_numpy(ids)[None].long(), torch.from_numpy(rows)[None].long())[0])
    return torch.cat(parts)


def documents(reader: Reader, part: str, network: Network, encoder: Encoder, every: int) -> list[Document]:
    """A treebank part's documents, or one in `every` of them."""
    sentences: dict[str, list[dict]] = {}
    for record in reader.records(f"treebank/{part}.json.gz"):
        sentences.setdefault(record["doc"], []).append(record)
    result = []
    for records in list(sentences.values())[::every]:
        words = [word for record in records for word in record["w"]]
        glued = [float(i > 0 and not record["sp"][i - 1]) for record in records for i in range(len(record["w"]))]
        starts = [float(i == 0) for record in records for i in range(len(record["w"]))]
        result.append(Document(embedded(network, encoder, words), torch.tensor(glued), torch.tensor(starts)))
    return result


def cut(texts: list[Document], generator: random.Random) -> Iterator[list[Document]]:
    """Batches of stretches of the documents, of like length, in random order."""
    stretches = []
    for text in texts:
        at = 0
        while at < len(text.starts):
            length = generator.choice(LENGTHS)
            stretches.append(text.part(at, length))
            at += length
    keys = [(len(s.starts) + generator.random() * 6, i) for i, s in enumerate(stretches)]
    batches, size = [[]], 0
    for _, i in sorted(keys):
        if size > BATCH_TOKENS:
            batches.append([])
            size = 0
        batches[-1].append(stretches[i])
        size += len(stretches[i].starts)
    generator.shuffle(batches)
    return iter(batches)


def padded(stretches: list[Document]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Words, marks, labels and mask of a batch."""
    columns = [nn.utils.rnn.pad_sequence([getattr(s, name) for s in stretches], batch_first=True) for name in ("words", "glued", "starts")]
    mask = nn.utils.rnn.pad_sequence([torch.ones(len(s.starts)) for s in stretches], batch_first=True)
    return columns[0], columns[1], columns[2], mask


def train(model: Boundaries, texts: list[Document], epochs: int, rate: float, generator: random.Random) -> None:
    """Adam with a rate that falls to almost nothing. The first word of a stretch says nothing: what precedes it is unseen."""
    optimiser = torch.optim.AdamW(model.parameters(), rate, weight_decay=0.01)
    for epoch in range(epochs):
        total, batches = 0.0, list(cut(texts, generator))
        for step, batch in enumerate(batches):
            done = (epoch + step / len(batches)) / epochs
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, (epoch * len(batches) + step + 1) / 50) * max(0.02, 1 - done)
            words, glued, starts, mask = padded(batch)
            model.train()
            counted = mask.clone()
            counted[:, 0] = 0
            losses = F.binary_cross_entropy_with_logits(model(words, glued, mask), starts, reduction="none")
            loss = (losses * counted).sum() / counted.sum()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            total += loss.item()
        print(f"epoch {epoch + 1} {total / len(batches):.4f}", flush=True)


def sentence_spans(starts: np.ndarray) -> set[tuple[int, int]]:
    """(first word, end) of the sentences; the first word of a text always starts one."""
    firsts = [0, *(np.flatnonzero(starts[1:]) + 1).tolist()]
    return set(zip(firsts, [*firsts[1:], len(starts)]))


def evaluate(model: Boundaries, texts: list[Document]) -> float:
    """F1 of whole sentences, percent."""
    right = found = gold = 0
    for text in texts:
        ours = sentence_spans((model.scores(text.words, text.glued) > THRESHOLD).numpy())
        theirs = sentence_spans((text.starts > 0).numpy())
        right, found, gold = right + len(ours & theirs), found + len(ours), gold + len(theirs)
    return round(200 * right / max(found + gold, 1), 2)


def load_boundaries(path: pathlib.Path) -> tuple[Boundaries, dict]:
    """A saved model, and all that was saved with it."""
    saved = torch.load(path, weights_only=False)
    model = Boundaries(Dimensions(**saved["dimensions"]), saved["state"]["glued"].numel())
    model.load_state_dict(saved["state"])
    return model, saved


def main() -> None:
    """Train on the training parts, measure on the development parts, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=pathlib.Path, help="the network whose embeddings are used")
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--learning-rate", type=float, default=4e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, help="take one document in so many, for a trial run")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    network, encoder = load_network(options.checkpoint, GAZETTEERS)
    network.eval()
    quantise_network(network)
    reader = Reader(options.corpora)
    texts = {
        part: documents(reader, part, network, encoder, options.every if part.endswith("train") else 1)
        for part in ("ewt-train", "gum-train", "ewt-dev", "gum-dev")
    }
    model = Boundaries(Dimensions(), network.d.embedding)
    train(model, texts["ewt-train"] + texts["gum-train"], options.epochs, options.learning_rate, random.Random(options.seed))
    scores = {part: evaluate(model, texts[part]) for part in ("ewt-dev", "gum-dev")}
    content = {"dimensions": asdict(model.d), "state": model.state_dict(), "scores": scores, "digests": reader.digests}
    torch.save(content, options.out)
    print(json.dumps({"sentences F1, one line": scores}))


if __name__ == "__main__":
    main()
