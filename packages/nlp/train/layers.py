"""The layers of the encoders: gated linear recurrence, window convolution, products in half precision. Shapes: B sentences, T tokens."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def reversed_half(x: Tensor, units: int) -> Tensor:
    """x [T, B, 2 units] with the time of its second half of columns turned round."""
    return torch.cat([x[..., :units], x[..., units:].flip(0)], -1)


class GatedScan(torch.autograd.Function):
    """The gated linear recurrence of FORMAT.md over gates [T, B, 4 units], both directions; padding (mask 0) passes states on."""

    @staticmethod
    def forward(context, gates: Tensor, mask: Tensor) -> Tensor:
        units = gates.shape[-1] // 4
        open_gate = torch.sigmoid(gates[..., : 2 * units])
        forget = torch.where(mask, open_gate, 1.0)
        update = gates[..., 2 * units :]
        gated = reversed_half((1 - forget) * update, units)
        turned = reversed_half(forget, units)
        out = torch.empty_like(gated)
        state = torch.zeros_like(gated[0])
        for t in range(len(gated)):
            state = torch.addcmul(gated[t], turned[t], state, out=out[t])
        context.save_for_backward(open_gate, forget, update, turned, out, mask)
        return reversed_half(out, units)

    @staticmethod
    def backward(context, gradient: Tensor) -> tuple[Tensor, None]:
        open_gate, forget, update, turned, out, mask = context.saved_tensors
        units = gradient.shape[-1] // 2
        g = reversed_half(gradient, units)
        for t in range(len(g) - 2, -1, -1):
            g[t].addcmul_(turned[t + 1], g[t + 1])
        d_forget = torch.zeros_like(g)
        torch.mul(g[1:], out[:-1], out=d_forget[1:])
        d_update, d_forget = reversed_half(g, units), reversed_half(d_forget, units)
        d_gates = torch.empty(*g.shape[:-1], 4 * units)
        d_gate = torch.addcmul(d_forget, d_update, update, value=-1).mul_(open_gate).mul_(1 - open_gate).mul_(mask)
        d_gates[..., : 2 * units] = d_gate
        torch.mul(d_update, 1 - forget, out=d_update)
        d_gates[..., 2 * units :] = d_update
        return d_gates, None


class Window(torch.autograd.Function):
    """[B, T, C] -> [B, T, 3C]: each token with its neighbours, zeros outside."""

    @staticmethod
    def forward(context, x: Tensor) -> Tensor:
        width = x.shape[-1]
        out = torch.zeros(*x.shape[:-1], 3 * width)
        out[:, 1:, :width] = x[:, :-1]
        out[..., width : 2 * width] = x
        out[:, :-1, 2 * width :] = x[:, 1:]
        return out

    @staticmethod
    def backward(context, gradient: Tensor) -> Tensor:
        left, centre, right = gradient.chunk(3, -1)
        result = centre.clone()
        result[:, :-1] += left[:, 1:]
        result[:, 1:] += right[:, :-1]
        return result


class HalfProduct(torch.autograd.Function):
    """x W^T in bfloat16 with results in float32: less than half the time of the product in float32 where the processor has it."""

    @staticmethod
    def forward(context, x: Tensor, weight: Tensor) -> Tensor:
        rows, half = x.reshape(-1, x.shape[-1]).bfloat16(), weight.bfloat16()
        context.save_for_backward(rows, half)
        return (rows @ half.t()).float().view(*x.shape[:-1], -1)

    @staticmethod
    def backward(context, gradient: Tensor) -> tuple[Tensor, Tensor]:
        rows, half = context.saved_tensors
        g = gradient.reshape(-1, gradient.shape[-1]).bfloat16()
        return (g @ half).float().view(*gradient.shape[:-1], -1), (g.t() @ rows).float()


class Linear(nn.Linear):
    """A linear map that may be multiplied in half precision while training."""

    def __init__(self, inputs: int, outputs: int, half: bool):
        super().__init__(inputs, outputs)
        self.half_product = half

    def forward(self, x: Tensor) -> Tensor:
        if self.half_product and self.training:
            return HalfProduct.apply(x, self.weight) + self.bias
        return super().forward(x)


class Convolution(nn.Module):
    """Window of three, ReLU, residual where the widths allow, LayerNorm."""

    def __init__(self, inputs: int, outputs: int, half: bool):
        super().__init__()
        self.lin = Linear(3 * inputs, outputs, half)
        self.norm = nn.LayerNorm(outputs)
        self.residual = inputs == outputs

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        y = F.relu(self.lin(Window.apply(x)))
        return self.norm(x + y if self.residual else y) * mask[..., None]


class Recurrence(nn.Module):
    """Bidirectional gated linear recurrence, residual, LayerNorm."""

    def __init__(self, width: int, units: int, dropout: float, half: bool):
        super().__init__()
        self.units, self.dropout = units, dropout
        self.inp = Linear(width, 4 * units, half)
        self.out = Linear(2 * units, width, half)
        self.norm = nn.LayerNorm(width)
        with torch.no_grad():
            self.inp.bias[: 2 * units] += torch.linspace(-1.5, 2.5, units).repeat(2)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        gates = self.inp(x).transpose(0, 1)
        h = GatedScan.apply(gates, mask.t()[..., None] > 0).transpose(0, 1)
        return self.norm(x + self.out(F.dropout(h, self.dropout, self.training))) * mask[..., None]


def encoder_layers(kinds: str, width: int, hidden: int, recurrent: int, dropout: float, half: bool = False) -> nn.ModuleList:
    """The layers named by `kinds`, c a convolution, r a recurrence, over inputs of `width` columns."""
    layers = []
    for kind in kinds:
        layers.append(Convolution(width, hidden, half) if kind == "c" else Recurrence(width, recurrent, dropout, half))
        width = hidden
    return nn.ModuleList(layers)
