"""Symmetric quantisation by rows, and the network as the runtime will see it."""

import torch
from torch import Tensor, nn

from network import Network

TABLE_BITS = 4
CLIPPING = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65]


def quantise_rows(weights: Tensor, bits: int) -> tuple[Tensor, Tensor]:
    """Integers [rows, columns] and scales [rows]; of a few clippings of each row the one with the least squared error."""
    limit = 2 ** (bits - 1) - 1
    top = weights.abs().amax(1, keepdim=True).clamp(min=1e-8)
    best_error = torch.full_like(top, torch.inf)
    best_scale = top / limit
    for clipping in CLIPPING if bits < 8 else CLIPPING[:1]:
        scale = top * clipping / limit
        rounded = (weights / scale).round().clamp(-limit, limit)
        error = ((rounded * scale - weights) ** 2).sum(1, keepdim=True)
        better = error < best_error
        best_error = torch.where(better, error, best_error)
        best_scale = torch.where(better, scale, best_scale)
    integers = (weights / best_scale).round().clamp(-limit, limit)
    return integers.to(torch.int8), best_scale.squeeze(1)


def rounded_rows(weights: Tensor, bits: int) -> Tensor:
    """The weights after quantisation."""
    integers, scales = quantise_rows(weights, bits)
    return integers.float() * scales[:, None]


def quantise_network(network: Network) -> None:
    """Replaces the weights by their quantised values, in place; word vectors are folded into one table."""
    with torch.no_grad():
        network.folded = rounded_rows(network.word_table(), TABLE_BITS)
        network.hash.weight.copy_(rounded_rows(network.hash.weight, 8))
        network.roles.path.weight.copy_(rounded_rows(network.roles.path.weight, 8))
        quantise_products(network, network.projection)


def quantise_products(model: nn.Module, but: nn.Module | None = None) -> None:
    """Replaces the weights of the model's linear maps (but one) by their quantised values, in place."""
    with torch.no_grad():
        for module in model.modules():
            if isinstance(module, nn.Linear) and module is not but:
                module.weight.copy_(rounded_rows(module.weight, 8))
