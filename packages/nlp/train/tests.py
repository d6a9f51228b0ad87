"""Unit tests: `python -m unittest tests`."""

import itertools
import pathlib
import random
import unittest

import numpy as np
import torch

from augment import Augmenter, Rates, spans, without_final_stop, words_by_tag
from batches import UNKNOWN, Encoded, PredicateLabels, collate
from data import NER_TAGS, UPOS, Sentence, bioes, with_common_types
from decode import arguments, best_tree, is_tree, viterbi
from features import fnv, lookup_forms, normalise, sentence_case, shape
from layers import GatedScan, HalfProduct, Window
from losses import Losses, Taught, Weights
from network import Dimensions, Network, transition_limits
from prune import pruned
from quantise import quantise_rows


class Features(unittest.TestCase):
    """The definitions of FORMAT.md."""

    def test_normalise_makes_quotes_and_dashes_plain(self):
        self.assertEqual(normalise("“it’s"), "\"it's")
        self.assertEqual(normalise("—"), "--")
        self.assertEqual(normalise("a\u00adb"), "ab")
        self.assertEqual(normalise("\u200b"), "\u200b")

    def test_shape_cuts_runs(self):
        self.assertEqual(shape("Washington"), "Xxx")
        self.assertEqual(shape("U.S."), "X.X.")
        self.assertEqual(shape("A380s"), "Xddx")
        self.assertEqual(shape("東京"), "cc")

    def test_hash_is_stable(self):
        self.assertEqual(fnv(""), fnv(""))
        self.assertNotEqual(fnv("p1a"), fnv("s1a"))

    def test_sentence_case(self):
        self.assertEqual(sentence_case("UN COUNCIL CONDEMNS ATTACK".split()), 1)
        self.assertEqual(sentence_case("Turkey Denies Funding Militia in Syria".split()), 2)
        self.assertEqual(sentence_case("Turkey denies funding a militia".split()), 0)

    def test_lookup_forms(self):
        self.assertEqual(lookup_forms("gov."), ["gov.", "gov.", "gov"])
        self.assertEqual(lookup_forms("anti-hamas")[-1], "hamas")


class Decoding(unittest.TestCase):
    """Exact searches against brute force."""

    def test_best_tree_is_the_best_with_one_root_child(self):
        generator = np.random.default_rng(0)
        for _ in range(200):
            n = 4
            scores = generator.normal(size=(n, n + 1))
            scores[np.arange(n), np.arange(n) + 1] = -1e9
            found = best_tree(scores.copy())
            self.assertTrue(is_tree(found))
            root = int(np.flatnonzero(found == 0)[0])
            rivals = [
                sum(scores[i, h] for i, h in enumerate(heads))
                for heads in itertools.product(range(n + 1), repeat=n)
                if is_tree(np.array(heads)) and heads[root] == 0
            ]
            self.assertAlmostEqual(sum(scores[i, h] for i, h in enumerate(found)), max(rivals), places=6)

    def test_viterbi_obeys_bioes(self):
        moves, start, end = (t.numpy() for t in transition_limits(NER_TAGS))
        generator = np.random.default_rng(1)
        for _ in range(50):
            tags = [NER_TAGS[t] for t in viterbi(generator.normal(size=(6, len(NER_TAGS))), moves, start, end)]
            covered = {i for a, b, _ in spans(tags) for i in range(a, b)}
            self.assertEqual(covered, {i for i, t in enumerate(tags) if t != "O"})

    def test_core_roles_have_one_holder(self):
        scores = np.log(np.array([[0.1, 0.6, 0.3], [0.1, 0.8, 0.1], [0.9, 0.05, 0.05]]))
        self.assertEqual(arguments(scores, [1]).tolist(), [2, 1, 0])


class Learning(unittest.TestCase):
    """Hand-written gradients and the CRF."""

    def test_gradients(self):
        gates = torch.randn(5, 2, 8, dtype=torch.double, requires_grad=True)
        mask = torch.ones(5, 2, 1, dtype=torch.bool)
        torch.set_default_dtype(torch.double)
        try:
            self.assertTrue(torch.autograd.gradcheck(lambda g: GatedScan.apply(g, mask), gates))
            self.assertTrue(torch.autograd.gradcheck(Window.apply, torch.randn(2, 4, 3, requires_grad=True)))
        finally:
            torch.set_default_dtype(torch.float)

    def test_half_products_are_close(self):
        x, weight = torch.randn(3, 4, 64), torch.randn(32, 64, requires_grad=True)
        y = HalfProduct.apply(x, weight)
        self.assertLess((y - x @ weight.t()).abs().max().item(), 0.3)
        (y.sum()).backward()
        self.assertLess((weight.grad - x.sum((0, 1))).abs().max().item(), 0.3)

    def test_partition_sums_over_legal_sequences(self):
        network = names_only()
        emissions = torch.randn(1, 3, 5)
        expected = torch.logsumexp(torch.stack([sequence_score(network, emissions[0], s) for s in itertools.product(range(5), repeat=3)]), 0)
        self.assertAlmostEqual(network.partition(emissions, torch.ones(1, 3), network.transitions).item(), expected.item(), places=4)
        self.assertAlmostEqual(network.partition(emissions, torch.ones(1, 3), network.transitions[None]).item(), expected.item(), places=4)

    def test_a_sure_teacher_of_names_is_like_gold_labels(self):
        network = names_only()
        network.ner = torch.nn.Identity()
        emissions = torch.randn(1, 3, 5)
        tags = torch.eye(5)[[1, 3, 0]][None]
        moves = torch.zeros(1, 5, 5)
        moves[0, 1, 3] = moves[0, 3, 0] = 1
        mask = torch.ones(1, 3)
        gold = network.name_losses(emissions, tags, mask)
        self.assertAlmostEqual(network.taught_name_losses(emissions, mask, tags, moves).item(), gold.item(), places=3)

    def test_unknown_labels_are_left_to_the_teacher(self):
        losses = Losses(Weights(), tiny_network(), None)
        scores, gold = torch.randn(1, 2, 3), torch.tensor([[1, UNKNOWN]])
        log = torch.log_softmax(scores, -1)
        taught = Taught(torch.full((1, 2, 3), 1 / 3), torch.zeros(1, 1), torch.ones(1, 2))
        self.assertAlmostEqual(losses.mixed(scores, gold, None, 0.0).item(), -log[0, 0, 1].item(), places=5)
        self.assertAlmostEqual(losses.mixed(scores, gold, taught, 0.0).item(), -log[0, 0, 1].item() - log[0, 1].mean().item(), places=5)

    def test_padding_of_predicates_is_unknown(self):
        sentence = tiny_sentence(3)
        sentence.predicates = [(1, np.array([0, 0, 2]))]
        found = PredicateLabels([sentence], 5)
        self.assertEqual(found.is_predicate.nonzero().tolist(), [[0, 1]])
        self.assertEqual(found.roles(torch.tensor([0, 0]), torch.tensor([1, 2])).tolist(), [[0, 0, 2, UNKNOWN, UNKNOWN], [UNKNOWN] * 5])


class Pruning(unittest.TestCase):
    """Cutting a network down."""

    def test_units_that_do_nothing_are_the_ones_cut(self):
        network = tiny_network()
        dead = [1, 6]
        with torch.no_grad():
            for weights in (network.arc_dep, network.label_head, network.label_dep, network.roles.detect1):
                weights.weight[dead], weights.bias[dead] = 0, 0
            network.arc_bilinear.weight[:, dead] = network.arc_dist_dep.weight[:, dead] = network.deprel.weight[:, dead] = 0
        small = pruned(network, [tiny_sentence(n) for n in (4, 7, 9)], Dimensions(**TINY | {"label": 6, "role_detector": 6}))
        batch = collate([tiny_sentence(6)], len(NER_TAGS))
        self.assertEqual(small.deprel.weight.shape[1], 6)
        with torch.no_grad():
            for one, other in zip(outputs(network, batch), outputs(small, batch)):
                self.assertLess((one - other).abs().max().item(), 1e-4)

    def test_every_dimension_can_be_cut(self):
        small = pruned(tiny_network(), [tiny_sentence(n) for n in (4, 7, 9)], Dimensions(**{k: v // 2 for k, v in TINY.items() if k != "embedding"}, embedding=8))
        batch = collate([tiny_sentence(6), tiny_sentence(4)], len(NER_TAGS))
        self.assertTrue(all(torch.isfinite(values).all() for values in outputs(small, batch)))


TINY = {"embedding": 8, "hidden": 10, "recurrent": 8, "arc": 8, "label": 8, "role_hidden": 8, "role_bilinear": 8, "role_detector": 8}


def tiny_network() -> Network:
    """An untrained network of a few columns."""
    torch.manual_seed(3)
    labels = {"upos": UPOS, "xpos": ["NN", "VB"], "deprel": ["nsubj", "obj", "root"], "ner": NER_TAGS, "roles": ["_", "ARG0", "ARG1"]}
    vectors = np.random.default_rng(0).normal(size=(20, 5)).astype(np.float32)
    return Network(Dimensions(**TINY), labels, vectors, np.arange(20), 30).eval()


def tiny_sentence(length: int) -> Encoded:
    """A sentence of words and features by chance, nothing annotated."""
    generator = np.random.default_rng(length)
    unknown = np.full(length, UNKNOWN)
    rows = generator.integers(0, 30, (length, 4))
    words = generator.integers(0, 20, length)
    return Encoded(Sentence(["w"] * length, "x"), words, rows, unknown, unknown, unknown, unknown, None, np.zeros(length, bool), None)


def outputs(network: Network, batch) -> list[torch.Tensor]:
    """Scores of all heads."""
    e = network.embed(batch.words, batch.rows)
    x = network.encode(e, batch.mask)
    heads = torch.zeros_like(batch.words)
    z = network.role_input(e, x)
    first = torch.tensor([0])
    return [
        network.upos(x), network.ner(x), network.arcs(x, batch.mask).clamp(min=-100), network.dependency_labels(x, heads), network.roles.detect(z),
        network.roles(z, first, first + 1, heads, heads),
    ]  # fmt: skip


def names_only() -> Network:
    """A network that has nothing but the transitions of five tags."""
    network = Network.__new__(Network)
    torch.nn.Module.__init__(network)
    network.limits, network.start, network.end = transition_limits(["O", "B-PER", "I-PER", "E-PER", "S-PER"])
    network.transitions = torch.nn.Parameter(torch.randn(5, 5))
    return network


def sequence_score(network: Network, emissions: torch.Tensor, sequence: tuple[int, ...]) -> torch.Tensor:
    """Score of one tag sequence."""
    score = network.start[sequence[0]] + network.end[sequence[-1]] + sum(emissions[i, t] for i, t in enumerate(sequence))
    return score + sum((network.transitions + network.limits)[a, b] for a, b in itertools.pairwise(sequence))


class Variants(unittest.TestCase):
    """What augmentation does to sentences."""

    @classmethod
    def setUpClass(cls):
        here = pathlib.Path(__file__).parent
        cls.named = Sentence("Leaders of Acme met in Paris .".split(), "x", entities=["O", "O", "S-ORG", "O", "O", "S-LOC", "O"])
        cls.tagged = Sentence("The old horse slept in Paris .".split(), "x", xpos="DT JJ NN VBD IN NNP .".split())
        other = Sentence("A young goose barked".split(), "x", xpos="DT JJ NN VBD".split())
        always = Rates(group=1, invented_group=1, introduction=1, other_word=1, case=0, long_place=0, dateline=0, weekday=0, title=0, no_final_stop=0)
        cls.augmenter = Augmenter([cls.named, cls.tagged, other], here / "data", here.parent / "data" / "gazetteer", always, random.Random(1))

    def test_names_stay_names_of_their_type(self):
        for _ in range(50):
            variant = self.augmenter.variant(self.named)
            self.assertEqual(len(variant.words), len(variant.entities))
            self.assertEqual([kind for _, _, kind in spans(variant.entities)], ["ORG", "LOC"])
            self.assertTrue(variant.varied)
            self.assertNotIn("Acme", variant.words)

    def test_invented_groups_have_the_length_asked_for(self):
        for length in (1, 2, 3):
            self.assertEqual({len(self.augmenter.invented_group(length)) for _ in range(50)}, {length})

    def test_other_words_have_the_same_tag(self):
        variant = self.augmenter.reworded(self.tagged)
        self.assertTrue(variant.reworded)
        self.assertEqual([variant.words[i] for i in (0, 4, 5, 6)], ["The", "in", "Paris", "."])
        self.assertIn(variant.words[2], ("horse", "goose"))

    def test_sentences_without_tags_keep_their_words(self):
        self.assertIs(self.augmenter.reworded(self.named), self.named)


class Data(unittest.TestCase):
    """Conversions of annotations."""

    def test_bioes(self):
        self.assertEqual(bioes(["B-PER", "I-PER", "O", "B-LOC", "B-LOC"]), ["B-PER", "E-PER", "O", "S-LOC", "S-LOC"])

    def test_peoples_and_countries_have_the_types_of_the_other_corpora(self):
        words = ["Americans", "in", "South", "Korea", "and", "Adams", "of", "Acme"]
        tags = ["S-PER", "O", "B-ORG", "E-ORG", "O", "S-PER", "O", "S-ORG"]
        expected = ["S-NORP", "O", "B-LOC", "E-LOC", "O", "S-PER", "O", "S-ORG"]
        self.assertEqual(with_common_types(tags, words, {"americans"}, {"south korea"}), expected)

    def test_other_words_keep_tag_and_case(self):
        sentence = Sentence(["The", "cat", "Cat", "ran", "very"], "x", xpos=["DT", "NN", "NN", "VBD", "RB"])
        found = words_by_tag([sentence])
        self.assertEqual((found["NN"], found["VBD"], found["RB"]), (["cat"], ["ran"], []))

    def test_final_stop_goes_only_where_nothing_hangs_on_it(self):
        sentence = Sentence(["He", "left", "."], "x", heads=[2, 0, 2], deprel=["nsubj", "root", "punct"])
        self.assertEqual(without_final_stop(sentence).heads, [2, 0])

    def test_quantisation_error_is_small(self):
        weights = torch.randn(10, 16)
        for bits, bound in ((8, 0.02), (4, 0.35)):
            integers, scales = quantise_rows(weights, bits)
            self.assertLess((integers.float() * scales[:, None] - weights).abs().max().item(), bound * 2)


if __name__ == "__main__":
    unittest.main()
