"""Unit tests: `python -m unittest tests`."""

import itertools
import unittest

import numpy as np
import torch

from augment import spans, without_final_stop
from data import NER_TAGS, Sentence, bioes
from decode import arguments, best_tree, is_tree, viterbi
from features import fnv, lookup_forms, normalise, sentence_case, shape
from network import GatedScan, Network, Window, transition_limits
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

    def test_partition_sums_over_legal_sequences(self):
        tags = ["O", "B-PER", "I-PER", "E-PER", "S-PER"]
        network = Network.__new__(Network)
        torch.nn.Module.__init__(network)
        network.limits, network.start, network.end = transition_limits(tags)
        network.transitions = torch.nn.Parameter(torch.randn(5, 5))
        emissions = torch.randn(1, 3, 5)
        total = []
        for sequence in itertools.product(range(5), repeat=3):
            score = network.start[sequence[0]] + network.end[sequence[-1]] + sum(emissions[0, i, t] for i, t in enumerate(sequence))
            score = score + sum((network.transitions + network.limits)[a, b] for a, b in itertools.pairwise(sequence))
            total.append(score)
        expected = torch.logsumexp(torch.stack(total), 0)
        self.assertAlmostEqual(network.partition(emissions, torch.ones(1, 3)).item(), expected.item(), places=4)


class Data(unittest.TestCase):
    """Conversions of annotations."""

    def test_bioes(self):
        self.assertEqual(bioes(["B-PER", "I-PER", "O", "B-LOC", "B-LOC"]), ["B-PER", "E-PER", "O", "S-LOC", "S-LOC"])

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
