"""Predictions of a network and their scores."""

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from augment import spans
from batches import Encoded, Encoder, collate, grouped
from data import Sentence
from decode import CORE_ROLES, arguments, best_tree, viterbi
from network import Network

SCORED_TYPES = ("PER", "ORG", "LOC")
SCORED_ROLES = ("ARG0", "ARG1", "ARG2", "ARGM-TMP", "ARGM-LOC", "ARGM-NEG")


@dataclass
class Analysis:
    """Everything predicted for one sentence; heads 1-based, labels as indices, arguments as (predicate, token, role)."""

    upos: np.ndarray
    xpos: np.ndarray
    heads: np.ndarray
    deprel: np.ndarray
    tags: list[int]
    predicates: set[int]
    arguments: set[tuple[int, int, int]]


def labelled(network: Network, x: Tensor, heads: Tensor) -> Tensor:
    """Label ids for given heads: `root` exactly for the words under the root."""
    scores = network.dependency_labels(x, heads).clone()
    scores[..., network.root_label] = torch.where(heads == 0, 1e9, -1e9)
    return scores.argmax(-1)


def predict(network: Network, encoded: list[Encoded]) -> list[Analysis]:
    """Full analyses by the model in evaluation mode, as the runtime does them."""
    network.eval()
    result: list[Analysis | None] = [None] * len(encoded)
    with torch.no_grad():
        moves = (network.transitions.clamp(min=-50) + network.limits).numpy()
        for group in grouped(encoded, 3000):
            batch = collate([encoded[i] for i in group], len(network.labels["ner"]))
            e = network.embed(batch.words, batch.rows)
            x = network.encode(e, batch.mask)
            upos, xpos = network.upos(x).argmax(-1).numpy(), network.xpos(x).argmax(-1).numpy()
            emissions, arcs = network.ner(x).numpy(), network.arcs(x, batch.mask).double().numpy()
            heads = torch.zeros_like(batch.words)
            for j, sentence in enumerate(batch.encoded):
                n = len(sentence)
                heads[j, :n] = torch.from_numpy(best_tree(arcs[j, :n, : n + 1]).copy())
            deprel = labelled(network, x, heads)
            z = network.role_input(e, x)
            found = (network.roles.detect(z) > 0) & (batch.mask > 0)
            b, p = found.nonzero(as_tuple=True)
            scores = F.log_softmax(network.roles(z, b, p, heads, deprel), -1).numpy() if len(b) else []
            for j, (i, sentence) in enumerate(zip(group, batch.encoded)):
                n = len(sentence)
                tags = viterbi(emissions[j, :n], moves, network.start.numpy(), network.end.numpy())
                predicates = set(found[j].nonzero().flatten().tolist())
                result[i] = Analysis(upos[j, :n], xpos[j, :n], heads[j, :n].numpy(), deprel[j, :n].numpy(), tags, predicates, set())
            core = [network.labels["roles"].index(r) for r in CORE_ROLES if r in network.labels["roles"]]
            for k in range(len(b)):
                i = group[int(b[k])]
                roles = arguments(scores[k][: len(encoded[i])], core)
                result[i].arguments |= {(int(p[k]), int(t), int(roles[t])) for t in np.flatnonzero(roles)}
    return result


def f1(true: int, predicted: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 in percent."""
    p, r = true / max(predicted, 1), true / max(gold, 1)
    return {"precision": round(100 * p, 2), "recall": round(100 * r, 2), "f1": round(200 * p * r / max(p + r, 1e-9), 2)}


def tree_scores(encoder: Encoder, sentences: list[Sentence], analyses: list[Analysis]) -> dict[str, float]:
    """UPOS, XPOS, UAS and LAS (relations without subtypes), percent of tokens."""
    deprel = [d.split(":")[0] for d in encoder.labels["deprel"]]
    hits = dict.fromkeys(("upos", "xpos", "uas", "las"), 0)
    tokens = 0
    for s, a in zip(sentences, analyses):
        tokens += len(s.words)
        attached = a.heads == np.array(s.heads)
        hits["upos"] += sum(encoder.labels["upos"][k] == g for k, g in zip(a.upos, s.upos))
        hits["xpos"] += sum(encoder.labels["xpos"][k] == g for k, g in zip(a.xpos, s.xpos))
        hits["uas"] += int(attached.sum())
        hits["las"] += sum(ok and deprel[k] == g.split(":")[0] for ok, k, g in zip(attached, a.deprel, s.deprel))
    return {name: round(100 * count / max(tokens, 1), 2) for name, count in hits.items()}


def name_scores(encoder: Encoder, sentences: list[Sentence], analyses: list[Analysis]) -> dict[str, float]:
    """Exact spans of PER, ORG and LOC."""
    true = predicted = gold = 0
    for s, a in zip(sentences, analyses):
        ours = {x for x in spans([encoder.labels["ner"][t] for t in a.tags]) if x[2] in SCORED_TYPES}
        theirs = {x for x in spans(s.entities) if x[2] in SCORED_TYPES}
        true, predicted, gold = true + len(ours & theirs), predicted + len(ours), gold + len(theirs)
    return f1(true, predicted, gold)


def role_scores(encoder: Encoder, sentences: list[Sentence], analyses: list[Analysis]) -> dict[str, dict[str, float]]:
    """Predicates, and argument heads over SCORED_ROLES with the model's own predicates."""
    counts = {"predicates": [0, 0, 0], "arguments": [0, 0, 0]} | {role: [0, 0, 0] for role in SCORED_ROLES}
    for s, a in zip(sentences, analyses):
        gold = {p.index for p in s.predicates}
        sets = {"predicates": (a.predicates, gold)}
        ours = {(p, t, encoder.labels["roles"][r]) for p, t, r in a.arguments}
        theirs = {(p.index, t, r) for p in s.predicates for t, r in p.arguments}
        for role in SCORED_ROLES:
            sets[role] = ({x for x in ours if x[2] == role}, {x for x in theirs if x[2] == role})
        sets["arguments"] = ({x for x in ours if x[2] in SCORED_ROLES}, {x for x in theirs if x[2] in SCORED_ROLES})
        for name, (found, wanted) in sets.items():
            for k, size in enumerate((len(found & wanted), len(found), len(wanted))):
                counts[name][k] += size
    return {name: f1(*c) for name, c in counts.items()}


def evaluate(network: Network, encoder: Encoder, trees: dict, names: dict, roles: dict) -> dict:
    """Scores on every development set."""
    result: dict = {"trees": {}, "names": {}, "roles": {}}
    for part, sets, score in (("trees", trees, tree_scores), ("names", names, name_scores), ("roles", roles, role_scores)):
        for name, sentences in sets.items():
            if sentences:
                analyses = predict(network, [encoder.encode(s) for s in sentences])
                result[part][name] = score(encoder, sentences, analyses)
    return result
