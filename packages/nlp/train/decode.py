"""From scores to structures: Viterbi for names, the maximum spanning tree, and one holder per core role."""

import numpy as np

NO_ARC = -1e12
CORE_ROLES = ("ARG0", "ARG1", "ARG2", "ARG3", "ARG4")


def viterbi(emissions: np.ndarray, transitions: np.ndarray, start: np.ndarray, end: np.ndarray) -> list[int]:
    """The best tag sequence for emissions [tokens, tags]."""
    count = len(emissions)
    best = emissions[0] + start
    back = []
    for i in range(1, count):
        options = best[:, None] + transitions
        choice = options.argmax(0)
        back.append(choice)
        best = options[choice, np.arange(options.shape[1])] + emissions[i]
    tags = [int((best + end).argmax())]
    for choice in reversed(back):
        tags.append(int(choice[tags[-1]]))
    return tags[::-1]


def is_tree(heads: np.ndarray) -> bool:
    """Whether 1-based heads (0 = root) form a tree with exactly one child of the root."""
    if (heads == 0).sum() != 1:
        return False
    state = np.zeros(len(heads) + 1, np.int8)
    state[0] = 2
    for i in range(1, len(heads) + 1):
        path, j = [], i
        while not state[j]:
            state[j] = 1
            path.append(j)
            j = int(heads[j - 1])
        if state[j] == 1:
            return False
        state[path] = 2
    return True


def find_cycle(heads: np.ndarray) -> list[int] | None:
    """A cycle of a graph where every node but 0 has one head."""
    state = np.zeros(len(heads), np.int8)
    state[0] = 2
    for i in range(1, len(heads)):
        path, j = [], i
        while not state[j]:
            state[j] = 1
            path.append(j)
            j = int(heads[j])
        if state[j] == 1:
            return path[path.index(j) :]
        state[path] = 2
    return None


def arborescence(weights: np.ndarray) -> np.ndarray:
    """Chu-Liu-Edmonds: heads of the maximum spanning arborescence from node 0; weights[dependent, head]."""
    size = len(weights)
    np.fill_diagonal(weights, NO_ARC)
    weights[0] = NO_ARC
    heads = weights.argmax(1)
    heads[0] = -1
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [i for i in range(size) if i not in inside]
    top = len(rest)
    small = np.full((top + 1, top + 1), NO_ARC)
    small[:top, :top] = weights[np.ix_(rest, rest)]
    total = sum(weights[i, heads[i]] for i in cycle)
    entered, left = {}, {}
    for a, node in enumerate(rest):
        gains = [weights[c, node] - weights[c, heads[c]] for c in cycle]
        best = int(np.argmax(gains))
        small[top, a] = gains[best] + total
        entered[a] = cycle[best]
        outward = [weights[node, c] for c in cycle]
        best = int(np.argmax(outward))
        small[a, top] = outward[best]
        left[a] = cycle[best]
    contracted = arborescence(small)
    result = heads.copy()
    for a, node in enumerate(rest):
        if a:
            result[node] = left[a] if contracted[a] == top else rest[contracted[a]]
    entry = int(contracted[top])
    result[entered[entry]] = rest[entry]
    return result


def best_tree(scores: np.ndarray) -> np.ndarray:
    """1-based heads for scores[dependent, head], head 0 the root; one child of the root."""
    count = len(scores)
    heads = scores.argmax(1)
    if is_tree(heads):
        return heads
    others = scores[:, 1:].copy()
    np.fill_diagonal(others, -np.inf)
    root = int((scores[:, 0] - others.max(1)).argmax()) if count > 1 else 0
    weights = np.full((count + 1, count + 1), NO_ARC)
    weights[1:] = scores
    weights[1:, 0] = -1e8
    weights[root + 1] = -1e9
    weights[root + 1, 0] = 1e6
    return arborescence(weights)[1:]


def arguments(log_probabilities: np.ndarray, core: list[int]) -> np.ndarray:
    """A role for every token; each of the `core` roles at most once, its best holder keeps it."""
    scores = log_probabilities.copy()
    while True:
        roles = scores.argmax(1)
        clash = False
        for role in core:
            holders = np.flatnonzero(roles == role)
            if len(holders) > 1:
                keeper = holders[scores[holders, role].argmax()]
                scores[holders[holders != keeper], role] = -1e9
                clash = True
        if not clash:
            return roles
