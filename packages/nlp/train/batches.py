"""Sentences as arrays, and batches of them."""

import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from data import Sentence
from features import Featuriser

UNKNOWN = -1


@dataclass
class Encoded:
    """A sentence as numbers; labels that are not annotated are UNKNOWN."""

    sentence: Sentence
    words: np.ndarray
    rows: np.ndarray
    upos: np.ndarray
    xpos: np.ndarray
    heads: np.ndarray
    deprel: np.ndarray
    allowed: np.ndarray | None
    names: np.ndarray
    predicates: list[tuple[int, np.ndarray]] | None

    def __len__(self) -> int:
        return len(self.words)


@dataclass
class Batch:
    """Padded tensors of several sentences."""

    encoded: list[Encoded]
    words: Tensor
    rows: Tensor
    names: Tensor
    mask: Tensor
    upos: Tensor
    xpos: Tensor
    heads: Tensor
    deprel: Tensor
    allowed: Tensor

    def predicates(self) -> "PredicateLabels":
        """The annotated predicates and their arguments."""
        return PredicateLabels(self.encoded, self.words.shape[1])


class PredicateLabels:
    """Gold predicates [B, T] and the roles of all tokens for each of them."""

    def __init__(self, encoded: list[Encoded], length: int):
        self.length = length
        self.is_predicate = torch.zeros(len(encoded), length, dtype=torch.bool)
        self.found: dict[tuple[int, int], np.ndarray] = {}
        for i, sentence in enumerate(encoded):
            for index, roles in sentence.predicates or ():
                self.is_predicate[i, index] = True
                self.found[i, index] = np.pad(roles, (0, length - len(roles)), constant_values=UNKNOWN)

    def roles(self, sentences: Tensor, tokens: Tensor) -> Tensor:
        """[K, T] role ids for the predicates at these places, UNKNOWN where there is no annotation."""
        unknown = np.full(self.length, UNKNOWN)
        return torch.from_numpy(np.stack([self.found.get(at, unknown) for at in zip(sentences.tolist(), tokens.tolist())]))


class Encoder:
    """Turns sentences into arrays with the label sets of a model."""

    def __init__(self, featuriser: Featuriser, labels: dict[str, list[str]]):
        self.featuriser, self.labels = featuriser, labels
        self.index = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
        misc = [tag.endswith("MISC") for tag in labels["ner"]]
        self.outside_or_misc = np.array([float(tag == "O" or m) for tag, m in zip(labels["ner"], misc)], np.float32)

    def encode(self, sentence: Sentence) -> Encoded:
        """Arrays of one sentence."""
        words, rows = self.featuriser.sentence(sentence.words)
        count = len(words)
        names = np.zeros(count, bool)
        if sentence.upos:
            names |= np.array([u == "PROPN" for u in sentence.upos])
        allowed = None
        if sentence.entities:
            names |= np.array([t != "O" for t in sentence.entities])
            allowed = np.eye(len(self.labels["ner"]), dtype=np.float32)[[self.index["ner"][t] for t in sentence.entities]]
            if not sentence.misc_annotated:
                allowed[[t == "O" for t in sentence.entities]] = self.outside_or_misc
        return Encoded(
            sentence, words, rows, self.column(sentence.upos, "upos", count), self.column(sentence.xpos, "xpos", count),
            np.array(sentence.heads if sentence.heads else [UNKNOWN] * count), self.column(sentence.deprel, "deprel", count),
            allowed, names, self.roles(sentence, count),
        )  # fmt: skip

    def column(self, values: list[str] | None, name: str, count: int) -> np.ndarray:
        """Label ids, UNKNOWN where there are none."""
        index = self.index[name]
        return np.array([index.get(v, UNKNOWN) for v in values] if values else [UNKNOWN] * count)

    def roles(self, sentence: Sentence, count: int) -> list[tuple[int, np.ndarray]] | None:
        """For each predicate its index and the role ids of all tokens."""
        if sentence.predicates is None:
            return None
        result = []
        for predicate in sentence.predicates:
            if predicate.index >= count:
                continue
            roles = np.zeros(count, np.int64)
            for head, role in predicate.arguments:
                if head < count:
                    roles[head] = self.index["roles"].get(role, 0)
            result.append((predicate.index, roles))
        return result


def grouped(encoded: list[Encoded], tokens: int, generator: random.Random | None = None) -> list[list[int]]:
    """Indices of sentences of like length, about `tokens` padded tokens a group; shuffled when a generator is given."""
    jitter = [len(e) + (generator.random() * 3 if generator else 0) for e in encoded]
    order = sorted(range(len(encoded)), key=lambda i: jitter[i])
    groups, current, longest = [], [], 0
    for i in order:
        longest = max(longest, len(encoded[i]))
        if current and longest * (len(current) + 1) > tokens:
            groups.append(current)
            current, longest = [], len(encoded[i])
        current.append(i)
    if current:
        groups.append(current)
    if generator:
        generator.shuffle(groups)
    return groups


def collate(encoded: list[Encoded], tags: int) -> Batch:
    """Padded tensors; padding has mask 0, UNKNOWN labels and all tags allowed."""
    count, length = len(encoded), max(map(len, encoded))
    slots = encoded[0].rows.shape[1]
    words = np.zeros((count, length), np.int64)
    rows = np.zeros((count, length, slots), np.int64)
    names = np.zeros((count, length), bool)
    mask = np.zeros((count, length), np.float32)
    labels = {name: np.full((count, length), UNKNOWN, np.int64) for name in ("upos", "xpos", "heads", "deprel")}
    allowed = np.ones((count, length, tags), np.float32)
    for i, e in enumerate(encoded):
        n = len(e)
        words[i, :n], rows[i, :n], names[i, :n], mask[i, :n] = e.words, e.rows, e.names, 1
        for name, column in labels.items():
            column[i, :n] = getattr(e, name)
        if e.allowed is not None:
            allowed[i, :n] = e.allowed
    tensors = {name: torch.from_numpy(column) for name, column in labels.items()}
    return Batch(
        encoded, torch.from_numpy(words), torch.from_numpy(rows), torch.from_numpy(names), torch.from_numpy(mask),
        allowed=torch.from_numpy(allowed), **tensors,
    )  # fmt: skip
