"""What earlier models say about a batch: the soft targets that a smaller network learns from (distillation)."""

import pathlib
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from torch import Tensor

from batches import Batch, Encoder
from features import Featuriser
from network import Dimensions, Network

CALM = {"dropout": 0.1, "word_dropout": 0.03, "name_dropout": 0.06, "feature_dropout": 0.06}


@dataclass
class View:
    """Probabilities averaged over the teachers, B sentences of T tokens.

    Tags [B, T, labels], heads [B, T, T + 1], relations [B, T, labels] to the heads `chosen` [B, T], predicates [B, T], name tags [B, T, tags] and
    expected numbers of their transitions [B, tags, tags]; roles [K, T, roles] of the predicates `of` (sentences [K], tokens [K]).
    """

    upos: Tensor
    xpos: Tensor
    heads: Tensor
    chosen: Tensor
    deprel: Tensor
    predicates: Tensor
    ner: Tensor
    moves: Tensor
    of: tuple[Tensor, Tensor]
    roles: Tensor


def load_network(path: pathlib.Path, gazetteers: pathlib.Path, **changes: float) -> tuple[Network, Encoder]:
    """A saved model, its dimensions changed where wanted, and the encoder with its vocabulary."""
    saved = torch.load(path, weights_only=False)
    featuriser = Featuriser(saved["vocabulary"], gazetteers)
    state = saved["state"]
    vectors, tuned = state["vectors"].numpy(), state["tuned_rows"].numpy()
    dimensions = replace(Dimensions(**saved["dimensions"]), **changes)
    network = Network(dimensions, saved["labels"], vectors, tuned, featuriser.rows)
    network.load_state_dict(state)
    return network, Encoder(featuriser, saved["labels"])


class Teachers:
    """Models with the same labels and vocabulary. Some dropout stays on, so that they do not merely repeat what they have memorised."""

    def __init__(self, paths: list[pathlib.Path], gazetteers: pathlib.Path):
        loaded = [load_network(path, gazetteers, **CALM) for path in paths]
        self.networks = [network.train() for network, _ in loaded]
        self.encoder = loaded[0][1]
        for network, encoder in loaded[1:]:
            if network.labels != self.encoder.labels or encoder.featuriser.vocabulary != self.encoder.featuriser.vocabulary:
                raise ValueError("the teachers differ in labels or vocabulary")

    def view(self, batch: Batch, heads: Tensor) -> View:
        """What the teachers say about a batch; `heads` [B, T] are the known ones, negative where the teachers have to find them.

        Roles are those of the annotated predicates, or of those that the teachers find where a sentence has no annotation.
        """
        with torch.no_grad():
            states = []
            for network in self.networks:
                e = network.embed(batch.words, batch.rows, batch.names)
                states.append((e, network.encode(e, batch.mask)))
            arcs = self.mean([F.softmax(n.arcs(x, batch.mask), -1) for n, (_, x) in zip(self.networks, states)])
            own = arcs.argmax(-1) * batch.mask.long()
            chosen = torch.where(heads < 0, own, heads)
            inputs = [network.role_input(e, x) for network, (e, x) in zip(self.networks, states)]
            predicates = self.mean([torch.sigmoid(n.roles.detect(z)) for n, z in zip(self.networks, inputs)])
            of = self.pairs(batch, predicates)
            roles = []
            for network, (_, x), z in zip(self.networks, states, inputs):
                labels = network.dependency_labels(x, own).argmax(-1)
                roles.append(F.softmax(network.roles(z, *of, own, labels), -1) if len(of[0]) else torch.zeros(0))
            names = [marginals(network, x, batch.mask) for network, (_, x) in zip(self.networks, states)]
            return View(
                upos=self.mean([F.softmax(n.upos(x), -1) for n, (_, x) in zip(self.networks, states)]),
                xpos=self.mean([F.softmax(n.xpos(x), -1) for n, (_, x) in zip(self.networks, states)]),
                heads=arcs, chosen=chosen,
                deprel=self.mean([F.softmax(n.dependency_labels(x, chosen), -1) for n, (_, x) in zip(self.networks, states)]),
                predicates=predicates, ner=self.mean([tags for tags, _ in names]), moves=self.mean([moves for _, moves in names]),
                of=of, roles=self.mean(roles),
            )  # fmt: skip

    def pairs(self, batch: Batch, predicates: Tensor) -> tuple[Tensor, Tensor]:
        """Sentences and tokens of the predicates, given their probabilities."""
        annotated = torch.tensor([e.predicates is not None for e in batch.encoded])
        found = (predicates > 0.5) & (batch.mask > 0) & ~annotated[:, None]
        for i, e in enumerate(batch.encoded):
            for index, _ in e.predicates or ():
                found[i, index] = True
        sentences, tokens = found.nonzero(as_tuple=True)
        return sentences, tokens

    @staticmethod
    def mean(values: list[Tensor]) -> Tensor:
        """The average of what the teachers say."""
        return torch.stack(values).mean(0) if len(values) > 1 else values[0]


def marginals(network: Network, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """Probabilities of name tags [B, T, tags] and expected transitions [B, tags, tags] of the network's CRF."""
    with torch.enable_grad():
        emissions = network.ner(x).detach().requires_grad_()
        moves = network.transitions.detach().expand(len(x), -1, -1).clone().requires_grad_()
        return torch.autograd.grad(network.partition(emissions, mask, moves).sum(), (emissions, moves))
