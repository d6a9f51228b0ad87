"""Cuts a trained network down to smaller dimensions by leaving out its least important units: where a smaller network starts from."""

import copy
from collections.abc import Iterable
from dataclasses import replace

import torch
from torch import Tensor, nn

from batches import Encoded, collate, grouped
from layers import Convolution
from network import Dimensions, Network


class Importance:
    """How much every input of a linear map matters: spread of its values over some sentences times the length of its column of weights."""

    def __init__(self, network: Network):
        self.network = network
        self.sums: dict[nn.Linear, Tensor] = {}
        self.squares: dict[nn.Linear, Tensor] = {}
        self.counts: dict[nn.Linear, int] = {}

    def measure(self, encoded: list[Encoded]) -> None:
        """Run the network over sentences."""
        network = self.network.eval()
        hooks = [m.register_forward_pre_hook(self.record) for m in network.modules() if isinstance(m, nn.Linear)]
        with torch.no_grad():
            for group in grouped(encoded, 3000):
                batch = collate([encoded[i] for i in group], len(network.labels["ner"]))
                e = network.embed(batch.words, batch.rows)
                x = network.encode(e, batch.mask)
                for head in (network.upos, network.xpos, network.ner):
                    head(x)
                heads = network.arcs(x, batch.mask).argmax(-1)
                labels = network.dependency_labels(x, heads).argmax(-1)
                z = network.role_input(e, x)
                sentences, tokens = (network.roles.detect(z) > 0).nonzero(as_tuple=True)
                network.roles(z, sentences, tokens, heads, labels)
        for hook in hooks:
            hook.remove()

    def record(self, module: nn.Linear, inputs: tuple[Tensor, ...]) -> None:
        """Note the inputs of one call."""
        values = inputs[0].reshape(-1, inputs[0].shape[-1])
        self.sums[module] = self.sums.get(module, 0) + values.sum(0)
        self.squares[module] = self.squares.get(module, 0) + (values**2).sum(0)
        self.counts[module] = self.counts.get(module, 0) + len(values)

    def of(self, module: nn.Linear) -> Tensor:
        """Squared importance of each input of a map."""
        count = self.counts[module]
        variance = self.squares[module] / count - (self.sums[module] / count) ** 2
        return variance * module.weight.detach().square().sum(0)


def best(importance: Tensor, count: int) -> Tensor:
    """Indices of the most important units, in order."""
    return importance.topk(count).indices.sort().values


def keep(module: nn.Linear, outputs: Tensor | None = None, inputs: Tensor | None = None) -> None:
    """Leaves only these outputs and inputs of a linear map."""
    weight, bias = module.weight.data, module.bias
    if outputs is not None:
        weight = weight[outputs]
        if bias is not None:
            module.bias = nn.Parameter(bias.data[outputs].clone())
    if inputs is not None:
        weight = weight[:, inputs]
    module.weight = nn.Parameter(weight.clone())
    module.out_features, module.in_features = module.weight.shape


def keep_norm(norm: nn.LayerNorm, columns: Tensor) -> None:
    """Leaves only these columns of a LayerNorm."""
    norm.weight, norm.bias = nn.Parameter(norm.weight.data[columns].clone()), nn.Parameter(norm.bias.data[columns].clone())
    norm.normalized_shape = (len(columns),)


def state_readers(network: Network) -> Iterable[nn.Linear]:
    """The maps of the heads that read states alone."""
    return (network.upos, network.xpos, network.ner, network.arc_head, network.arc_dep, network.label_head, network.label_dep)


def role_readers(network: Network) -> Iterable[nn.Linear]:
    """The maps that read states and embeddings side by side."""
    roles = network.roles
    return (roles.pred, roles.arg, roles.bilinear_pred, roles.bilinear_arg, roles.detect1)


def hidden_importance(network: Network, importance: Importance) -> Tensor:
    """Importance of every column of the state over all that read it."""
    width = network.d.hidden
    total = torch.zeros(width)
    for i, layer in enumerate(network.layers):
        if i:
            total += importance.of(layer.lin).view(3, width).sum(0) if isinstance(layer, Convolution) else importance.of(layer.inp)
    for module in state_readers(network):
        total += importance.of(module)
    for module in role_readers(network):
        total += importance.of(module)[:width]
    return total


def pruned(network: Network, encoded: list[Encoded], dimensions: Dimensions) -> Network:
    """A copy of the network with smaller `hidden`, `recurrent` and head dimensions; `encoded` are sentences to measure on."""
    small = copy.deepcopy(network)
    importance = Importance(small)
    importance.measure(encoded)
    d, old = dimensions, network.d
    if (d.embedding, d.layers) != (old.embedding, old.layers):
        raise ValueError("embeddings and layers cannot be pruned")
    states = best(hidden_importance(small, importance), d.hidden)
    prune_heads(small, importance, d)
    for i, layer in enumerate(small.layers):
        keep_norm(layer.norm, states)
        if isinstance(layer, Convolution):
            window = torch.cat([states + k * old.hidden for k in range(3)])
            keep(layer.lin, states, window if i else None)
        else:
            units = old.recurrent
            by_direction = importance.of(layer.out).view(2, units)
            kept = torch.cat([best(by_direction[k], d.recurrent) + k * units for k in range(2)])
            keep(layer.inp, torch.cat([kept, kept + 2 * units]), states)
            keep(layer.out, states, kept)
            layer.units, layer.dropout = d.recurrent, d.dropout
    small.root = nn.Parameter(small.root.data[states].clone())
    for module in state_readers(small):
        keep(module, inputs=states)
    with_embedding = torch.cat([states, torch.arange(old.hidden, old.hidden + old.embedding)])
    for module in role_readers(small):
        keep(module, inputs=with_embedding)
    small.d = replace(d)
    return small


def prune_heads(network: Network, importance: Importance, d: Dimensions) -> None:
    """Fewer units inside the heads."""
    heads = best(importance.of(network.arc_dist_head) + importance.of(network.arc_head_bias), d.arc)
    dependents = best(importance.of(network.arc_bilinear) + importance.of(network.arc_dist_dep), d.arc)
    keep(network.arc_head, heads)
    keep(network.arc_dep, dependents)
    keep(network.arc_bilinear, heads, dependents)
    for module in (network.arc_head_bias, network.arc_dist_head):
        keep(module, inputs=heads)
    keep(network.arc_dist_dep, inputs=dependents)
    labels = best(importance.of(network.deprel), d.label)
    for module in (network.label_head, network.label_dep):
        keep(module, labels)
    keep(network.deprel, inputs=labels)
    roles = network.roles
    units = best(importance.of(roles.out), d.role_hidden)
    for module in (roles.pred, roles.arg):
        keep(module, units)
    keep(roles.out, inputs=units)
    roles.path.weight = nn.Parameter(roles.path.weight.data[:, units].clone())
    roles.path.embedding_dim = len(units)
    products = best(importance.of(roles.bilinear_out), d.role_bilinear)
    for module in (roles.bilinear_pred, roles.bilinear_arg):
        keep(module, products)
    keep(roles.bilinear_out, inputs=products)
    detectors = best(importance.of(roles.detect2), d.role_detector)
    keep(roles.detect1, detectors)
    keep(roles.detect2, inputs=detectors)
