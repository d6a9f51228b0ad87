"""The network: embeddings, convolutions and gated linear recurrences, and one head each for tags, names, trees and roles.

FORMAT.md says what it computes; this is the trainable form, with dropout. Shapes: B sentences, T tokens, K predicates.
"""

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from layers import Linear, encoder_layers

DISTANCE_CLASSES = 20
DISTANCE_EDGES = [2, 3, 4, 5, 7, 10, 15, 25]
ROOT_CLASS, SELF_CLASS = 18, 19
PATH_TYPES = 11
ARC_SCALE = 1 / 8
FORBIDDEN = -1e4
MAX_TOKENS = 420


@dataclass(frozen=True)
class Dimensions:
    """Sizes of the layers (see FORMAT.md) and rates of dropout."""

    embedding: int = 80
    hidden: int = 128
    recurrent: int = 96
    layers: str = "crcrcr"
    arc: int = 128
    label: int = 80
    role_hidden: int = 112
    role_bilinear: int = 80
    role_detector: int = 64
    dropout: float = 0.15
    word_dropout: float = 0.08
    name_dropout: float = 0.2
    tuned_dropout: float = 0.4
    feature_dropout: float = 0.2
    half_products: bool = False


SIZES = {
    "small": Dimensions(hidden=112, recurrent=72, arc=96, label=64, role_hidden=96, role_bilinear=48, role_detector=48, dropout=0.1),
    "middle": Dimensions(),
    "large": Dimensions(
        embedding=128, hidden=288, recurrent=192, arc=192, label=112, role_hidden=160, role_bilinear=112, role_detector=96, dropout=0.22, half_products=True
    ),
}  # fmt: skip


def distance_classes(size: int) -> Tensor:
    """[size, size + 1] classes of (dependent i + 1, head j); head 0 is the root."""
    dependents = np.arange(1, size + 1)[:, None]
    delta = np.arange(size + 1)[None] - dependents
    classes = np.digitize(np.abs(delta), DISTANCE_EDGES) + np.where(delta > 0, 9, 0)
    classes[delta == 0] = SELF_CLASS
    classes[:, 0] = ROOT_CLASS
    return torch.from_numpy(classes.astype(np.int64))


CLASSES = distance_classes(MAX_TOKENS)


class RoleHead(nn.Module):
    """Predicates and their arguments."""

    def __init__(self, d: Dimensions, roles: int, deprels: int, root_label: int):
        super().__init__()
        width = d.hidden + d.embedding
        self.deprels, self.root_label = deprels, root_label
        half = d.half_products
        self.pred, self.arg = Linear(width, d.role_hidden, half), Linear(width, d.role_hidden, half)
        self.bilinear_pred, self.bilinear_arg = Linear(width, d.role_bilinear, half), Linear(width, d.role_bilinear, half)
        self.path = nn.EmbeddingBag(4 * PATH_TYPES * deprels + DISTANCE_CLASSES, d.role_hidden, mode="sum")
        nn.init.normal_(self.path.weight, 0, 0.05)
        self.out = nn.Linear(d.role_hidden, roles)
        self.bilinear_out = nn.Linear(d.role_bilinear, roles, bias=False)
        self.detect1, self.detect2 = nn.Linear(width, d.role_detector), nn.Linear(d.role_detector, 1)

    def detect(self, z: Tensor) -> Tensor:
        """[B, T] logits of being a predicate."""
        return self.detect2(F.dropout(F.relu(self.detect1(z)), 0.2, self.training)).squeeze(-1)

    def path_rows(self, b: Tensor, p: Tensor, heads: Tensor, labels: Tensor) -> Tensor:
        """[K, T, 5] rows of the path table for predicates p (0-based) of sentences b, given 1-based heads and label ids."""
        sentences, tokens = heads.shape
        count = len(b)
        zero = torch.zeros(sentences, 1, dtype=torch.long)
        h = torch.cat([zero, heads], 1)[b]
        d = torch.cat([zero + self.root_label, labels], 1)[b]
        c = torch.arange(1, tokens + 1).expand(count, tokens)
        p = (p + 1)[:, None]
        c1 = h[:, 1:]
        c2 = h.gather(1, c1)
        c3 = h.gather(1, c2)
        p1 = h.gather(1, p)
        p2 = h.gather(1, p1)
        p3 = h.gather(1, p2)
        conditions = [
            c == p, c1 == p, c == p1, c2 == p, (c1 == p1) & (p1 > 0), (c == p2) & (p2 > 0), (c1 == p2) & (p2 > 0),
            (c2 == p1) & (p1 > 0), c3 == p, ((c1 == p3) | (c == p3)) & (p3 > 0),
        ]  # fmt: skip
        kind = torch.zeros(count, tokens, dtype=torch.long)
        for i, condition in reversed(list(enumerate(conditions, 1))):
            kind = torch.where(condition, i, kind)
        around = [d[:, 1:], d.gather(1, p).expand(count, tokens), d.gather(1, c1), d.gather(1, p1).expand(count, tokens)]
        rows = [(i * PATH_TYPES + kind) * self.deprels + label for i, label in enumerate(around)]
        rows.append(4 * PATH_TYPES * self.deprels + CLASSES[(p - 1).expand(count, tokens), c])
        return torch.stack(rows, -1)

    def forward(self, z: Tensor, b: Tensor, p: Tensor, heads: Tensor, labels: Tensor) -> Tensor:
        """[K, T, roles] scores of every token as an argument of predicate p[k] in sentence b[k]."""
        count, tokens = len(b), z.shape[1]
        of_predicate = z[b, p]
        path = self.path(self.path_rows(b, p, heads, labels).view(-1, 5)).view(count, tokens, self.path.embedding_dim)
        t = F.relu(self.pred(of_predicate)[:, None] + self.arg(z)[b] + path)
        q = F.relu(self.bilinear_pred(of_predicate))[:, None] * F.relu(self.bilinear_arg(z))[b]
        drop = 0.25
        return self.out(F.dropout(t, drop, self.training)) + self.bilinear_out(F.dropout(q, drop, self.training))


def transition_limits(tags: list[str]) -> tuple[Tensor, Tensor, Tensor]:
    """0 or FORBIDDEN for every transition, start and end of a BIOES sequence."""
    n = len(tags)
    moves = torch.zeros(n, n)
    start = torch.tensor([0.0 if t[0] in "OBS" else FORBIDDEN for t in tags])
    end = torch.tensor([0.0 if t[0] in "OES" else FORBIDDEN for t in tags])
    for a, before in enumerate(tags):
        for b, after in enumerate(tags):
            continues = after[0] in "IE"
            allowed = continues and before[2:] == after[2:] if before[0] in "BI" else not continues
            moves[a, b] = 0.0 if allowed else FORBIDDEN
    return moves, start, end


class Network(nn.Module):
    """Encoder and heads. Word vectors are a projection of frozen GloVe vectors plus tuned rows for words seen in training."""

    def __init__(self, d: Dimensions, labels: dict[str, list[str]], vectors: np.ndarray, tuned_rows: np.ndarray, hash_rows: int):
        """`vectors` [words, 100] and `tuned_rows` [words] (0 = no own row) are indexed by word id."""
        super().__init__()
        self.d, self.labels = d, labels
        self.root_label = labels["deprel"].index("root")
        self.register_buffer("vectors", torch.from_numpy(vectors))
        self.register_buffer("tuned_rows", torch.from_numpy(tuned_rows))
        self.projection = nn.Linear(vectors.shape[1], d.embedding, bias=False)
        self.tuned = nn.Embedding(int(tuned_rows.max()) + 1, d.embedding)
        nn.init.zeros_(self.tuned.weight)
        self.no_feature = hash_rows
        self.hash = nn.EmbeddingBag(hash_rows + 1, d.embedding, mode="sum")
        nn.init.normal_(self.hash.weight, 0, 0.1)
        with torch.no_grad():
            self.hash.weight[hash_rows] = 0
        self.norm0 = nn.LayerNorm(d.embedding)
        width, half = d.hidden, d.half_products
        self.layers = encoder_layers(d.layers, d.embedding, d.hidden, d.recurrent, d.dropout, half)
        self.upos, self.xpos = nn.Linear(width, len(labels["upos"])), nn.Linear(width, len(labels["xpos"]))
        self.ner = nn.Linear(width, len(labels["ner"]))
        moves, start, end = transition_limits(labels["ner"])
        self.register_buffer("limits", moves)
        self.register_buffer("start", start)
        self.register_buffer("end", end)
        self.transitions = nn.Parameter(torch.zeros_like(moves))
        self.root = nn.Parameter(torch.zeros(width))
        self.arc_head, self.arc_dep = Linear(width, d.arc, half), Linear(width, d.arc, half)
        self.arc_bilinear = nn.Linear(d.arc, d.arc, bias=False)
        self.arc_head_bias = nn.Linear(d.arc, 1)
        self.arc_dist_dep, self.arc_dist_head = nn.Linear(d.arc, DISTANCE_CLASSES), nn.Linear(d.arc, DISTANCE_CLASSES)
        self.label_head, self.label_dep = Linear(width, d.label, half), Linear(width, d.label, half)
        self.deprel = nn.Linear(d.label, len(labels["deprel"]))
        self.roles = RoleHead(d, len(labels["roles"]), len(labels["deprel"]), self.root_label)
        self.folded: Tensor | None = None

    def word_table(self) -> Tensor:
        """The word vectors as the runtime sees them: [words, embedding]."""
        return self.projection(self.vectors) + self.tuned(self.tuned_rows)

    def embed(self, words: Tensor, rows: Tensor, names: Tensor | None = None) -> Tensor:
        """e of FORMAT.md, [B, T, embedding]. `names` marks the tokens whose word vector is dropped more often."""
        d = self.d
        if self.folded is not None:
            e = self.folded[words]
        elif self.training:
            rate = d.word_dropout if names is None else torch.where(names, d.name_dropout, d.word_dropout)
            kept = torch.rand(words.shape) > rate
            tuned = self.tuned_rows[words] * (kept & (torch.rand(words.shape) > d.tuned_dropout))
            rows = torch.where(torch.rand(rows.shape) < d.feature_dropout, self.no_feature, rows)
            e = self.projection(self.vectors[words] * kept[..., None]) + self.tuned(tuned)
        else:
            e = self.projection(self.vectors[words]) + self.tuned(self.tuned_rows[words])
        return self.norm0(e + self.hash(rows.flatten(0, 1)).view(e.shape))

    def encode(self, e: Tensor, mask: Tensor) -> Tensor:
        """The state all heads read, [B, T, hidden]."""
        drop = self.d.dropout
        x = F.dropout(e, drop * 0.6, self.training) * mask[..., None]
        for layer in self.layers:
            x = F.dropout(layer(x, mask), drop, self.training)
        return x

    def with_root(self, x: Tensor) -> Tensor:
        """The states with the artificial root before them, [B, T + 1, hidden]."""
        return torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)

    def arcs(self, x: Tensor, mask: Tensor) -> Tensor:
        """[B, T, T + 1] scores of heads."""
        drop = self.d.dropout
        sentences, tokens, _ = x.shape
        head = F.dropout(F.relu(self.arc_head(self.with_root(x))), drop, self.training)
        dep = F.dropout(F.relu(self.arc_dep(x)), drop, self.training)
        bias = self.arc_head_bias(head).transpose(1, 2).expand(sentences, tokens, tokens + 1)
        scores = torch.baddbmm(bias, self.arc_bilinear(dep), head.transpose(1, 2), alpha=ARC_SCALE)
        classes = CLASSES[:tokens, : tokens + 1].expand(sentences, tokens, tokens + 1)
        scores = scores + self.arc_dist_dep(dep).gather(2, classes)
        scores = scores + self.arc_dist_head(head).gather(2, classes.transpose(1, 2)).transpose(1, 2)
        absent = torch.cat([torch.ones(sentences, 1), mask], 1)[:, None, :] == 0
        itself = classes == SELF_CLASS
        return scores.masked_fill(absent | itself, -1e9)

    def dependency_labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """[B, T, labels] scores of relations to the given heads."""
        of_heads = self.label_head(self.with_root(x)).gather(1, heads[..., None].expand(-1, -1, self.d.label))
        return self.deprel(F.dropout(F.relu(of_heads + self.label_dep(x)), self.d.dropout, self.training))

    def role_input(self, e: Tensor, x: Tensor) -> Tensor:
        """z of FORMAT.md."""
        return torch.cat([x, F.dropout(e, 0.2, self.training)], -1)

    def name_losses(self, x: Tensor, allowed: Tensor, mask: Tensor) -> Tensor:
        """-log P(tags within `allowed` [B, T, tags]) by sentence: a CRF with partial labels."""
        emissions = self.ner(x)
        sentences = len(x)
        constrained = emissions + (1 - allowed) * FORBIDDEN
        both = torch.cat([emissions, constrained])
        log_z = self.partition(both, torch.cat([mask, mask]), self.transitions)
        return log_z[:sentences] - log_z[sentences:]

    def taught_name_losses(self, x: Tensor, mask: Tensor, tags: Tensor, moves: Tensor) -> Tensor:
        """Expected -log P(tag sequence) by sentence under a teacher with these marginals [B, T, tags] and expected transitions [B, tags, tags]."""
        emissions = self.ner(x)
        expected = (emissions * tags * mask[..., None]).sum((1, 2)) + (self.transitions * moves).sum((1, 2))
        return self.partition(emissions, mask, self.transitions) - expected

    def partition(self, emissions: Tensor, mask: Tensor, transitions: Tensor) -> Tensor:
        """Log of the sum over all legal tag sequences, by sentence; `transitions` [tags, tags] or one such matrix a sentence."""
        moves = (transitions + self.limits).exp()
        steps, present = emissions.unbind(1), (mask > 0).unsqueeze(2).unbind(1)
        state = steps[0] + self.start
        for emission, there in zip(steps[1:], present[1:]):
            top = state.amax(1, keepdim=True).detach()
            likely = (state - top).exp()
            reached = likely @ moves if moves.ndim == 2 else torch.bmm(likely[:, None], moves).squeeze(1)
            following = reached.clamp_min(1e-30).log() + top + emission
            state = torch.where(there, following, state)
        return torch.logsumexp(state + self.end, 1)
