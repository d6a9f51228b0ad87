"""Soft targets from an earlier model: its averaged predictions under dropout for the training sentences (self-distillation)."""

import pathlib
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

from batches import Batch, Encoder, collate, grouped
from data import Sentence
from features import Featuriser
from network import Dimensions, Network


@dataclass
class Soft:
    """Probabilities for one sentence of n tokens: tags [n, labels], heads [n, n + 1], relations to the gold heads [n, labels], predicates [n]."""

    upos: np.ndarray
    xpos: np.ndarray
    heads: np.ndarray
    deprel: np.ndarray
    predicates: np.ndarray
    ner: np.ndarray


def load_network(path: pathlib.Path, gazetteers: pathlib.Path) -> tuple[Network, Encoder]:
    """A saved model and the encoder with its vocabulary."""
    saved = torch.load(path, weights_only=False)
    featuriser = Featuriser(saved["vocabulary"], gazetteers)
    state = saved["state"]
    vectors, tuned = state["vectors"].numpy(), state["tuned_rows"].numpy()
    network = Network(Dimensions(**saved["dimensions"]), saved["labels"], vectors, tuned, featuriser.rows)
    network.load_state_dict(state)
    return network, Encoder(featuriser, saved["labels"])


class Teacher:
    """An earlier model. Dropout stays on, so that it does not merely repeat what it has memorised of its training sentences."""

    def __init__(self, path: pathlib.Path, gazetteers: pathlib.Path, labels: dict[str, list[str]], passes: int = 3):
        """`labels` are the label sets of the learner; labels that the teacher does not know get no probability."""
        self.network, self.encoder = load_network(path, gazetteers)
        self.passes = passes
        self.columns = {}
        for name in ("upos", "xpos", "deprel", "ner"):
            own = {label: i for i, label in enumerate(self.network.labels[name])}
            self.columns[name] = ([own[label] for label in labels[name] if label in own], [label in own for label in labels[name]])

    def targets(self, sentences: list[Sentence]) -> list[Soft | None]:
        """Soft targets of sentences with trees, None for the others."""
        chosen = [i for i, s in enumerate(sentences) if s.heads]
        encoded = [self.encoder.encode(sentences[i]) for i in chosen]
        result: list[Soft | None] = [None] * len(sentences)
        self.network.train()
        for group in grouped(encoded, 3000):
            batch = collate([encoded[k] for k in group], len(self.network.labels["ner"]))
            outputs = [self.outputs(batch) for _ in range(self.passes)]
            means = {name: sum(o[name] for o in outputs) / self.passes for name in outputs[0]}
            for j, k in enumerate(group):
                n = len(encoded[k])
                parts = {name: self.aligned(name, values[j, :n]).astype(np.float16) for name, values in means.items()}
                parts["heads"] = parts["heads"][:, : n + 1]
                result[chosen[k]] = Soft(**parts)
        return result

    def aligned(self, name: str, values: np.ndarray) -> np.ndarray:
        """Columns in the learner's order of labels."""
        if name not in self.columns:
            return values
        own, known = self.columns[name]
        result = np.zeros((len(values), len(known)), np.float32)
        result[:, known] = values[:, own]
        return result

    def outputs(self, batch: Batch) -> dict[str, np.ndarray]:
        """Probabilities of one pass under dropout."""
        network = self.network
        with torch.no_grad():
            e = network.embed(batch.words, batch.rows, batch.names)
            x = network.encode(e, batch.mask)
            result = {
                "upos": F.softmax(network.upos(x), -1),
                "xpos": F.softmax(network.xpos(x), -1),
                "heads": F.softmax(network.arcs(x, batch.mask), -1),
                "deprel": F.softmax(network.dependency_labels(x, batch.heads.clamp(min=0)), -1),
                "predicates": torch.sigmoid(network.roles.detect(network.role_input(e, x))),
            }
        emissions = network.ner(x).detach().requires_grad_()
        (result["ner"],) = torch.autograd.grad(network.partition(emissions, batch.mask).sum(), emissions)
        return {name: values.numpy() for name, values in result.items()}
