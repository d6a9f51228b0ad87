"""What a network learns from: the corpora's labels, and a teacher's probabilities mixed with them."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from batches import UNKNOWN, Batch
from network import Network
from teacher import Teachers, View


@dataclass(frozen=True)
class Weights:
    """How much each head counts; `soft_share` is the share of the teachers where there are known labels too."""

    label_smoothing: float = 0.02
    xpos: float = 0.5
    relations: float = 0.7
    names: float = 1.5
    taught_names: float = 0.75
    roles: float = 1.5
    soft_share: float = 0.6


@dataclass
class Taught:
    """A teacher's probabilities, the share [B, 1] they have in the loss beside known labels, and which tokens there are [B, T]."""

    probabilities: Tensor
    share: Tensor
    mask: Tensor


class Losses:
    """The losses of a network on batches."""

    def __init__(self, weights: Weights, network: Network, teachers: Teachers | None):
        self.weights, self.network, self.teachers = weights, network, teachers

    def mixed(self, scores: Tensor, gold: Tensor, taught: Taught | None, smoothing: float) -> Tensor:
        """Summed loss over tokens against the gold labels (UNKNOWN counts nothing), mixed with a teacher's probabilities where there is one."""
        hard = F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN, label_smoothing=smoothing, reduction="none")
        hard = hard.view(gold.shape)
        if taught is None:
            return hard.sum()
        soft = -(taught.probabilities * F.log_softmax(scores, -1)).sum(-1)
        share = torch.where(gold == UNKNOWN, 1.0, taught.share)
        return (((1 - share) * hard + share * soft) * taught.mask).sum()

    def of(self, batch: Batch, with_roles: bool) -> dict[str, Tensor]:
        """Weighted losses by head, each as a mean over the batch's tokens. Roles are learnt only `with_roles`.

        With teachers every sentence has tags, a tree, names and roles to learn.
        """
        network, weights = self.network, self.weights
        tokens = batch.mask.sum()
        e = network.embed(batch.words, batch.rows, batch.names)
        x = network.encode(e, batch.mask)
        view = self.teachers.view(batch, batch.heads) if self.teachers else None
        invented = torch.tensor([[sentence.sentence.reworded] for sentence in batch.encoded])
        share = torch.where(invented, 1.0, weights.soft_share)
        rows = torch.arange(len(x)) if view else (batch.heads[:, 0] != UNKNOWN).nonzero().squeeze(1)
        result: dict[str, Tensor] = {}
        if len(rows):
            xs, mask = x[rows], batch.mask[rows]
            heads = (view.chosen if view else batch.heads)[rows].clamp(min=0)

            def loss(name: str, scores: Tensor, smoothing: float = weights.label_smoothing) -> Tensor:
                taught = Taught(getattr(view, name), share, mask) if view else None
                return self.mixed(scores, getattr(batch, name)[rows], taught, smoothing) / tokens

            result["upos"] = loss("upos", network.upos(xs))
            result["xpos"] = weights.xpos * loss("xpos", network.xpos(xs))
            arcs = network.arcs(xs, mask)
            result["arcs"] = loss("heads", arcs, 0.0)
            result["labels"] = weights.relations * loss("deprel", network.dependency_labels(xs, heads))
            if with_roles:
                drawn = torch.zeros_like(batch.heads)
                drawn[rows] = arcs.detach().argmax(-1) * mask.long()
                result |= {name: weights.roles * loss / tokens for name, loss in self.roles(batch, e, x, drawn, view, share).items()}
        return result | {name: loss / tokens for name, loss in self.names(batch, x, view).items()}

    def names(self, batch: Batch, x: Tensor, view: View | None) -> dict[str, Tensor]:
        """Weighted sums of the losses of names: against the corpora's, and against the teachers', who know less of the names put into variants."""
        network, weights = self.network, self.weights
        annotated = torch.tensor([sentence.allowed is not None for sentence in batch.encoded])
        rows = annotated.nonzero().squeeze(1)
        result: dict[str, Tensor] = {}
        varied = torch.tensor([sentence.sentence.varied for sentence in batch.encoded])
        share = torch.where(varied, 0.0, weights.soft_share) if view else torch.zeros(len(x))
        if len(rows):
            hard = network.name_losses(x[rows], batch.allowed[rows], batch.mask[rows])
            result["names"] = (weights.names * (1 - share[rows]) * hard).sum()
        if view:
            weight = torch.where(annotated, weights.names * share, weights.taught_names)
            result["taught names"] = (weight * network.taught_name_losses(x, batch.mask, view.ner, view.moves)).sum()
        return result

    def roles(self, batch: Batch, e: Tensor, x: Tensor, heads: Tensor, view: View | None, share: Tensor) -> dict[str, Tensor]:
        """Summed losses of predicates and arguments, over the trees the network itself would draw (`heads`)."""
        network = self.network
        annotated = [i for i, sentence in enumerate(batch.encoded) if sentence.predicates is not None]
        rows = torch.arange(len(x)) if view else torch.tensor(annotated, dtype=torch.long)
        if not len(rows):
            return {}
        z, mask = network.role_input(e[rows], x[rows]), batch.mask[rows]
        gold = batch.predicates()
        wanted = gold.is_predicate[rows].float()
        if view:
            known = torch.tensor([[sentence.predicates is not None] for sentence in batch.encoded])
            part = torch.where(known, share, 1.0)
            wanted = (1 - part) * wanted + part * view.predicates
        detection = F.binary_cross_entropy_with_logits(network.roles.detect(z), wanted, reduction="none")
        result = {"predicates": (detection * mask).sum()}
        sentences, tokens = view.of if view else gold.is_predicate[rows].nonzero(as_tuple=True)
        if len(sentences):
            with torch.no_grad():
                labels = network.dependency_labels(x[rows], heads[rows]).argmax(-1)
            scores = network.roles(z, sentences, tokens, heads[rows], labels)
            taught = Taught(view.roles, share[sentences], mask[sentences]) if view else None
            result["roles"] = self.mixed(scores, gold.roles(rows[sentences], tokens), taught, 0.0)
        return result
