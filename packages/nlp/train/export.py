"""Writes a checkpoint of train.py as ../assets (FORMAT.md), measures the quantised model, and writes parity/ for the runtime's tests.

With --out everything goes into that folder instead, the reference outputs into its subfolder parity.
"""

import argparse
import hashlib
import json
import pathlib

import numpy as np
import torch
from torch import Tensor, nn

from batches import Encoder
from boundaries import EMBEDDED_AT_ONCE, Boundaries, embedded, load_boundaries
from data import Sentence, load_corpora
from evaluate import Analysis, evaluate, predict
from features import Featuriser
from network import Network
from quantise import TABLE_BITS, quantise_network, quantise_products, quantise_rows
from teacher import load_network
from train import GAZETTEERS, HERE

ASSETS = HERE.parent / "assets"
ALIGNMENT = 16
PARITY_SENTENCES = 100


class TensorFile:
    """Collects tensors into one binary with a directory."""

    def __init__(self):
        self.data = bytearray()
        self.directory: dict[str, dict] = {}

    def put(self, name: str, values: np.ndarray, dtype: str, shape: list[int] | None = None) -> None:
        """Append one tensor."""
        self.data.extend(b"\0" * (-len(self.data) % ALIGNMENT))
        self.directory[name] = {"offset": len(self.data), "dtype": dtype, "shape": shape or list(values.shape)}
        self.data.extend(np.ascontiguousarray(values).tobytes())

    def floats(self, name: str, values: Tensor) -> None:
        """A tensor in float32."""
        self.put(name, values.detach().numpy().astype("<f4"), "f32")

    def table(self, name: str, weights: Tensor, bits: int = 8) -> None:
        """A table quantised by rows, and its scales."""
        integers, scales = quantise_rows(weights.detach(), bits)
        values = integers.numpy()
        if bits == 4:
            nibbles = (values + 8).astype(np.uint8)
            self.put(name, nibbles[:, 0::2] | (nibbles[:, 1::2] << 4), "u4", list(values.shape))
        else:
            self.put(name, values, "i8")
        self.floats(f"{name}.scale", scales)

    def linear(self, name: str, module: nn.Linear) -> None:
        """A matrix with its bias."""
        self.table(name, module.weight)
        if module.bias is not None:
            self.floats(f"{name}.bias", module.bias)

    def norm(self, name: str, module: nn.LayerNorm) -> None:
        """Gain and bias of a LayerNorm."""
        self.floats(f"{name}.gain", module.weight)
        self.floats(f"{name}.bias", module.bias)


def put_layers(file: TensorFile, layers: nn.ModuleList, prefix: str = "") -> None:
    """The layers of an encoder."""
    for i, layer in enumerate(layers):
        for part in ("lin", "inp", "out"):
            if hasattr(layer, part):
                file.linear(f"{prefix}{i}.{part}", getattr(layer, part))
        file.norm(f"{prefix}{i}", layer.norm)


def tensors(network: Network, boundaries: Boundaries) -> TensorFile:
    """All tensors of a model under the names of FORMAT.md."""
    file = TensorFile()
    file.table("word", network.word_table(), TABLE_BITS)
    file.table("hash", network.hash.weight[: network.no_feature])
    file.norm("ln0", network.norm0)
    put_layers(file, network.layers)
    file.floats("root", network.root)
    file.floats("ner.transitions", network.transitions.clamp(min=-50) + network.limits)
    file.floats("ner.start", network.start)
    file.floats("ner.end", network.end)
    roles = network.roles
    heads = {
        "upos": network.upos, "xpos": network.xpos, "ner": network.ner, "arcHead": network.arc_head, "arcDep": network.arc_dep,
        "arcBilinear": network.arc_bilinear, "arcHeadBias": network.arc_head_bias, "arcDistDep": network.arc_dist_dep,
        "arcDistHead": network.arc_dist_head, "labelHead": network.label_head, "labelDep": network.label_dep, "deprel": network.deprel,
        "rolePred": roles.pred, "roleArg": roles.arg, "roleBilinearPred": roles.bilinear_pred, "roleBilinearArg": roles.bilinear_arg,
        "roleOut": roles.out, "roleBilinearOut": roles.bilinear_out, "roleDetect1": roles.detect1, "roleDetect2": roles.detect2,
    }  # fmt: skip
    for name, module in heads.items():
        file.linear(name, module)
    file.table("rolePath", roles.path.weight)
    put_layers(file, boundaries.layers, "boundary.")
    file.floats("boundary.glued", boundaries.glued)
    file.linear("boundary.out", boundaries.out)
    return file


def description(network: Network, boundaries: Boundaries, featuriser: Featuriser, file: TensorFile) -> dict:
    """The content of model.json."""
    d = network.d
    return {
        "version": 1,
        "dims": {
            "embedding": d.embedding, "hidden": d.hidden, "recurrent": d.recurrent, "arc": d.arc, "label": d.label,
            "roleHidden": d.role_hidden, "roleBilinear": d.role_bilinear, "roleDetector": d.role_detector,
        },
        "layers": d.layers,
        "boundary": {"layers": boundaries.d.layers, "hidden": boundaries.d.hidden, "recurrent": boundaries.d.recurrent},
        "labels": network.labels,
        "features": featuriser.describe(),
        "tensors": file.directory,
    }  # fmt: skip


def parity_record(encoder: Encoder, words: list[str], analysis: Analysis, with_features: bool) -> dict:
    """Predictions, and on demand features, of one sentence."""
    encoded = encoder.encode(Sentence(words, "parity"))
    features = {"wordIds": encoded.words.tolist(), "rows": encoded.rows.tolist()} if with_features else {}
    arguments: dict[int, list] = {p: [] for p in sorted(analysis.predicates)}
    for p, token, role in sorted(analysis.arguments):
        arguments[p].append([token, encoder.labels["roles"][role]])
    return {
        "words": words,
        **features,
        "upos": [encoder.labels["upos"][k] for k in analysis.upos],
        "xpos": [encoder.labels["xpos"][k] for k in analysis.xpos],
        "heads": analysis.heads.tolist(),
        "deprel": [encoder.labels["deprel"][k] for k in analysis.deprel],
        "ner": [encoder.labels["ner"][k] for k in analysis.tags],
        "predicates": [{"index": p, "arguments": found} for p, found in arguments.items()],
    }


def own_sentences() -> list[list[str]]:
    """The words of our own sentences."""
    return [line.split() for line in (HERE / "parity/own-sentences.txt").read_text(encoding="utf8").splitlines() if line.strip()]


def write_boundary_parity(folder: pathlib.Path, network: Network, encoder: Encoder, boundaries: Boundaries) -> None:
    """boundaries.json: our own sentences as one text, with a space before every word that begins with a letter or digit."""
    words = [word for sentence in own_sentences() for word in sentence][:EMBEDDED_AT_ONCE]
    glued = [int(i > 0 and not word[0].isalnum()) for i, word in enumerate(words)]
    scores = boundaries.scores(embedded(network, encoder, words), torch.tensor(glued).float())
    record = {"words": words, "glued": glued, "scores": [round(score, 3) for score in scores.tolist()]}
    (folder / "boundaries.json").write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf8")


def write_parity(folder: pathlib.Path, network: Network, encoder: Encoder, treebank: list[Sentence]) -> None:
    """own.json from our own sentences, ewt-dev.json from the treebank's development part."""
    own = own_sentences()
    borrowed = [s.words for s in treebank if len(s.words) > 3][:PARITY_SENTENCES]
    for name, source, sentences in (
        ("own", "own sentences", own),
        ("ewt-dev", "UD English EWT, dev part, CC BY-SA 4.0, https://universaldependencies.org", borrowed),
    ):
        analyses = predict(network, [encoder.encode(Sentence(words, "parity")) for words in sentences])
        records = [parity_record(encoder, words, a, name == "own") for words, a in zip(sentences, analyses)]
        lines = ",\n".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in records)
        (folder / f"{name}.json").write_text(f'{{"source": "{source}", "sentences": [\n{lines}\n]}}\n', encoding="utf8")


def other_run(path: pathlib.Path | None) -> dict | None:
    """Scores, recipe, dimensions and digests of a run that the exported one went on from or learnt from."""
    if path is None:
        return None
    saved = torch.load(path, weights_only=False)
    return {"float": saved["scores"], "recipe": saved["recipe"], "dimensions": saved["dimensions"], "trainingData": saved["digests"]}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--held-out", type=float, default=0.35)
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--first-stage", type=pathlib.Path, help="checkpoint that the last training went on from, for its scores")
    parser.add_argument("--teacher", type=pathlib.Path, help="checkpoint of the teacher, for its scores")
    parser.add_argument("--boundaries", type=pathlib.Path, required=True, help="checkpoint of boundaries.py, made with this network")
    parser.add_argument("--every", type=int, default=1, help="as for train.py")
    parser.add_argument("--out", type=pathlib.Path, help="folder to write into")
    options = parser.parse_args()
    assets, parity = (options.out, options.out / "parity") if options.out else (ASSETS, HERE / "parity")
    parity.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    saved = torch.load(options.checkpoint, weights_only=False)
    network, encoder = load_network(options.checkpoint, GAZETTEERS)
    featuriser = encoder.featuriser

    boundaries, told = load_boundaries(options.boundaries)

    file = tensors(network, boundaries)
    (assets / "model.bin").write_bytes(file.data)
    (assets / "model.json").write_text(json.dumps(description(network, boundaries, featuriser, file), ensure_ascii=False) + "\n", encoding="utf8")
    (assets / "vocabulary.txt").write_text("".join(word + "\n" for word in saved["vocabulary"]), encoding="utf8")

    corpora = load_corpora(options.corpora, options.held_out, options.final, options.every)
    quantise_network(network)
    quantise_products(boundaries)
    scores = evaluate(network, encoder, corpora.trees, corpora.names, corpora.roles)
    report = {
        "quantised": scores, "float": saved["scores"], "recipe": saved["recipe"], "dimensions": saved["dimensions"],
        "firstStage": other_run(options.first_stage), "teacher": other_run(options.teacher), "sentenceStarts": told["scores"],
        "heldOutShare": options.held_out, "trainedOnDevelopmentParts": options.final, "trainingData": saved["digests"],
    }  # fmt: skip
    (assets / "evaluation.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf8")
    names = ("model.bin", "model.json", "vocabulary.txt")
    sums = [f"{hashlib.sha256((assets / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (assets / "checksums.sha256").write_text("".join(sums))
    write_boundary_parity(parity, network, encoder, boundaries)
    write_parity(parity, network, encoder, next(iter(corpora.trees.values())))
    print(json.dumps(report, indent=1))
    print({n: (assets / n).stat().st_size for n in names})


if __name__ == "__main__":
    main()
