"""Counts a checkpoint's errors on the development parts by their causes: `python errors.py small.pt --other large.pt --corpora …`.

With a second network it also says how many errors both make alike: those are hard, ambiguous or wrong in the corpus.
"""

import argparse
import pathlib
from collections import Counter
from collections.abc import Iterable

import torch

from augment import spans
from batches import Encoder
from data import Sentence, load_corpora
from evaluate import SCORED_TYPES, Analysis, predict
from teacher import load_network
from train import GAZETTEERS

SHOWN = 14
CAUSES = {
    "phrase behind a preposition": {"nmod", "obl"},
    "coordination": {"conj", "cc"},
    "clause on a word": {"advcl", "acl", "ccomp", "xcomp", "csubj", "parataxis"},
    "root": {"root"},
    "punctuation": {"punct"},
    "inside a noun phrase": {"compound", "flat", "amod", "nummod", "appos", "det", "fixed", "goeswith"},
    "adverb": {"advmod", "discourse", "vocative", "dislocated"},
    "subject or object": {"nsubj", "obj", "iobj", "expl"},
    "function word": {"case", "mark", "aux", "cop"},
    "list": {"list", "dep", "reparandum", "orphan"},
}
Answers = list[tuple[Sentence, Analysis]]


def universal(relation: str) -> str:
    """A relation without its subtype."""
    return relation.split(":")[0]


def cause(relation: str) -> str:
    """The kind of attachment that a relation of the gold tree is."""
    return next((name for name, relations in CAUSES.items() if universal(relation) in relations), "other")


def table(title: str, counts: Counter, total: int) -> None:
    """The largest counts, with their shares in percent of `total`."""
    shown = ", ".join(f"{name} {count} ({100 * count / max(total, 1):.0f}%)" for name, count in counts.most_common(SHOWN))
    print(f"{title}: {shown}")


def tag_errors(answers: Answers, labels: list[str]) -> Counter:
    """Pairs of a gold tag and the predicted one."""
    return Counter(
        f"{gold} as {labels[found]}" for s, a in answers for gold, found in zip(s.upos, a.upos) if labels[found] != gold
    )  # fmt: skip


def wrong_heads(answers: Answers) -> dict[tuple[int, int], tuple[str, int]]:
    """For the sentence and token of each wrong head: its gold relation and the head found."""
    return {
        (k, i): (s.deprel[i], int(a.heads[i]))
        for k, (s, a) in enumerate(answers)
        for i in range(len(s.words))
        if a.heads[i] != s.heads[i]
    }


def wrong_labels(answers: Answers, labels: list[str]) -> Counter:
    """Pairs of a gold relation and the predicted one, where the head is right."""
    pairs = Counter()
    for s, a in answers:
        for i, gold in enumerate(s.deprel):
            found = labels[a.deprel[i]]
            if a.heads[i] == s.heads[i] and universal(found) != universal(gold):
                pairs[f"{universal(gold)} as {universal(found)}"] += 1
    return pairs


def trees(name: str, answers: Answers, others: Answers | None, encoder: Encoder) -> None:
    """What is wrong in tags and trees."""
    tokens = sum(len(s.words) for s, _ in answers)
    tags, heads, labels = tag_errors(answers, encoder.labels["upos"]), wrong_heads(answers), wrong_labels(answers, encoder.labels["deprel"])
    count = sum(tags.values())
    print(f"\n{name}: {tokens} tokens; {count} wrong tags, {len(heads)} wrong heads, {sum(labels.values())} wrong relations to the right head")
    table("tags", tags, count)
    table("heads by what the word is", Counter(cause(relation) for relation, _ in heads.values()), len(heads))
    table("relations", labels, sum(labels.values()))
    rooted = {k for k, (s, a) in enumerate(answers) if 0 in a.heads and s.heads.index(0) != list(a.heads).index(0)}
    print(f"heads in the {len(rooted)} sentences with a wrong root: {sum(k in rooted for k, _ in heads)}")
    genres = Counter(answers[k][0].genre for k, _ in heads)
    sizes = Counter()
    for s, _ in answers:
        sizes[s.genre] += len(s.words)
    print("UAS by genre: " + ", ".join(f"{genre} {100 - 100 * genres[genre] / size:.1f}" for genre, size in sorted(sizes.items())))
    if others:
        theirs = wrong_heads(others)
        alike = sum(key in theirs and theirs[key][1] == head for key, (_, head) in heads.items())
        same_tags = sum(
            int(x == y and encoder.labels["upos"][x] != gold) for (s, a), (_, b) in zip(answers, others) for gold, x, y in zip(s.upos, a.upos, b.upos)
        )
        print(f"made alike by the other network: {same_tags} of the wrong tags, {alike} of the wrong heads")


def names(name: str, answers: Answers, encoder: Encoder) -> None:
    """What is wrong in names."""
    causes: Counter = Counter()
    kinds: Counter = Counter()
    for s, a in answers:
        gold = {x for x in spans(s.entities) if x[2] in SCORED_TYPES}
        found = {x for x in spans([encoder.labels["ner"][t] for t in a.tags]) if x[2] in SCORED_TYPES}
        any_found, any_gold = spans([encoder.labels["ner"][t] for t in a.tags]), spans(s.entities)
        for x in gold - found:
            causes[f"gold {fate(x, any_found, kinds)}"] += 1
        for x in found - gold:
            causes[f"found {fate(x, any_gold, Counter())}"] += 1
    table(f"{name} names", causes, sum(causes.values()))
    table("  kinds, gold as found", kinds, sum(kinds.values()))


def fate(span: tuple[int, int, str], others: Iterable[tuple[int, int, str]], kinds: Counter) -> str:
    """How a span that is not among the others differs from them; a difference of kind is counted in `kinds`."""
    start, end, kind = span
    for other in others:
        if other[:2] == (start, end):
            kinds[f"{kind} as {other[2]}"] += 1
            return "of another kind"
    overlaps = any(a < end and start < b for a, b, _ in others)
    return "with other bounds" if overlaps else "alone"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=pathlib.Path, help="trained without the development parts")
    parser.add_argument("--other", type=pathlib.Path, help="a second network")
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--held-out", type=float, default=0.35)
    options = parser.parse_args()
    torch.set_num_threads(1)
    corpora = load_corpora(options.corpora, options.held_out, False)
    network, encoder = load_network(options.checkpoint, GAZETTEERS)
    other = load_network(options.other, GAZETTEERS) if options.other else None
    for name, sentences in corpora.trees.items():
        answers = list(zip(sentences, predict(network, [encoder.encode(s) for s in sentences])))
        theirs = list(zip(sentences, predict(other[0], [other[1].encode(s) for s in sentences]))) if other else None
        trees(name, answers, theirs, encoder)
    print()
    for name, sentences in corpora.names.items():
        names(name, list(zip(sentences, predict(network, [encoder.encode(s) for s in sentences]))), encoder)


if __name__ == "__main__":
    main()
