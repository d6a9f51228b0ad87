"""The training corpora: treebanks, names and roles, joined into one kind of sentence."""

import gzip
import hashlib
import json
import pathlib
import random
from dataclasses import dataclass, field, replace

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
ENTITY_TYPES = ["PER", "ORG", "LOC", "NORP", "MISC"]
NER_TAGS = ["O"] + [f"{position}-{kind}" for kind in ENTITY_TYPES for position in "BIES"]
CROSSNER = ["politics", "science", "music", "literature", "ai"]
NO_MISC = {"uner-ewt"}
MIN_ROLE_COUNT = 40
PLACES = pathlib.Path(__file__).parent.parent / "data" / "gazetteer" / "places.tsv"


@dataclass(frozen=True)
class Predicate:
    """A predicate (token index) and its arguments as (head token index, role)."""

    index: int
    arguments: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Sentence:
    """Tokens and what the corpora say about them; None where a corpus says nothing. Heads are 1-based, 0 the root.

    In a `reworded` sentence some words are others of the same tag: what is said of it holds only roughly. In a `varied` one names or their types were changed.
    """

    words: list[str]
    source: str
    upos: list[str] | None = None
    xpos: list[str] | None = None
    heads: list[int] | None = None
    deprel: list[str] | None = None
    entities: list[str] | None = None
    predicates: tuple[Predicate, ...] | None = None
    genre: str = ""
    reworded: bool = False
    varied: bool = False

    @property
    def misc_annotated(self) -> bool:
        """Whether an O of this sentence rules out MISC."""
        return self.source not in NO_MISC


@dataclass
class Corpora:
    """Training sentences and the development sets kept out of them."""

    train: list[Sentence]
    trees: dict[str, list[Sentence]] = field(default_factory=dict)
    names: dict[str, list[Sentence]] = field(default_factory=dict)
    roles: dict[str, list[Sentence]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)


def bioes(tags: list[str]) -> list[str]:
    """BIO tags as BIOES."""
    result = []
    for i, tag in enumerate(tags):
        if tag == "O":
            result.append(tag)
            continue
        kind = tag[2:]
        begins = tag[0] == "B" or i == 0 or tags[i - 1][2:] != kind
        ends = i + 1 == len(tags) or tags[i + 1] != f"I-{kind}"
        result.append(("S" if ends else "B") + tag[1:] if begins else ("E" if ends else "I") + tag[1:])
    return result


def gazetteer(kind: str) -> set[str]:
    """Keys of the gazetteer of places that are of this kind before all others, in lower case."""
    lines = (line.split("\t") for line in PLACES.read_text(encoding="utf8").splitlines())
    return {key for key, *kinds in lines if kinds[:1] == [kind]}


def with_common_types(tags: list[str], words: list[str], peoples: set[str], countries: set[str]) -> list[str]:
    """BIOES tags where peoples ('Americans'), persons in GUM, are NORP, and countries, at times groups in GUM, are LOC, as in the other corpora."""
    result, start = list(tags), 0
    for i, (tag, word) in enumerate(zip(tags, words)):
        if tag[0] in "BS":
            start = i
        if tag == "S-PER" and word.lower() in peoples and word.lower().endswith("s"):
            result[i] = "S-NORP"
        if tag in ("S-ORG", "E-ORG") and " ".join(words[start : i + 1]).lower() in countries:
            result[start : i + 1] = [t.replace("ORG", "LOC") for t in tags[start : i + 1]]
    return result


class Reader:
    """Reads corpus files and keeps their digests."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.peoples, self.countries = gazetteer("demonym"), gazetteer("country")
        self.digests: dict[str, str] = {}

    def records(self, name: str) -> list[dict]:
        """All records of a .json.gz or .jsonl.gz file below the corpora."""
        data = (self.folder / name).read_bytes()
        self.digests[name] = hashlib.sha256(data).hexdigest()
        text = gzip.decompress(data).decode("utf8")
        return [json.loads(line) for line in text.splitlines()] if name.endswith(".jsonl.gz") else json.loads(text)

    def trees(self, part: str) -> list[Sentence]:
        """A treebank part such as ewt-train."""
        return [
            Sentence(r["w"], part.split("-")[0], r["u"], r["x"], r["h"], r["d"], genre=r.get("g", ""))
            for r in self.records(f"treebank/{part}.json.gz")
        ]

    def names(self, part: str, source: str) -> list[Sentence]:
        """A corpus of names, BIOES."""
        result = []
        for r in self.records(f"ner/{part}.json.gz"):
            given = bioes(r["t"])
            tags = with_common_types(given, r["w"], self.peoples, self.countries) if source == "gum" else given
            result.append(Sentence(r["w"], source, entities=tags, varied=tags != given))
        return result

    def with_roles(self, trees: list[Sentence], part: str) -> list[Sentence]:
        """The trees with the predicates of a roles file, joined by their words."""
        found: dict[tuple[str, ...], list[tuple[Predicate, ...]]] = {}
        for record in self.records(f"roles/{part}.jsonl.gz"):
            predicates = tuple(
                Predicate(p["i"], tuple((a["head"], a["role"]) for a in p["args"])) for p in record["preds"]
            )
            found.setdefault(tuple(record["w"]), []).append(predicates)
        result = []
        for tree in trees:
            choices = found.get(tuple(tree.words))
            if choices:
                tree = replace(tree, predicates=choices.pop(0) if len(choices) > 1 else choices[0])
            result.append(tree)
        return result


def with_names(trees: list[Sentence], names: list[Sentence]) -> list[Sentence]:
    """The trees with the names annotated on the same words; names without a tree follow on their own."""
    by_words: dict[tuple[str, ...], list[Sentence]] = {}
    for sentence in names:
        by_words.setdefault(tuple(sentence.words), []).append(sentence)
    result = []
    for tree in trees:
        matches = by_words.get(tuple(tree.words))
        match = matches.pop(0) if matches else None
        result.append(replace(tree, entities=match.entities, source=match.source, varied=match.varied) if match else tree)
    return result + [s for rest in by_words.values() for s in rest]


def kept_apart(sentences: list[Sentence], share: float, generator: random.Random) -> tuple[list[Sentence], list[Sentence]]:
    """A random share of the sentences, and the others."""
    held, others = [], []
    for sentence in sentences:
        (held if generator.random() < share else others).append(sentence)
    return held, others


def load_corpora(folder: pathlib.Path, held_out: float, final: bool, every: int = 1) -> Corpora:
    """Everything the model is trained and measured on.

    `held_out` is the share of uner-ewt-dev, crossner-*-dev and wikigold kept for measuring. With `final`, the treebanks' development parts
    are trained on too, but for that share of them. Of all sentences one in `every` is taken.
    """
    reader = Reader(folder)
    generator = random.Random(7)
    ewt = reader.with_roles(reader.trees("ewt-train"), "ewt-train")
    ewt_dev = reader.with_roles(reader.trees("ewt-dev"), "ewt-dev")
    ewt_dev = with_names(ewt_dev, reader.names("uner-ewt-dev", "uner-ewt"))
    gum = with_names(reader.trees("gum-train"), reader.names("gum-train", "gum"))
    gum_dev = with_names(reader.trees("gum-dev"), reader.names("gum-dev", "gum"))
    train = ewt + gum
    corpora = Corpora(train, digests=reader.digests)

    ewt_held, ewt_rest = kept_apart(ewt_dev, held_out, generator)
    gum_held, gum_rest = kept_apart(gum_dev, held_out, generator)
    if final:
        train += ewt_rest + gum_rest
        ewt_dev, gum_dev = ewt_held, gum_held
    else:
        train += [Sentence(s.words, s.source, entities=s.entities) for s in ewt_rest if s.entities]
    corpora.trees = {"ewt-dev": [s for s in ewt_dev if s.heads], "gum-dev": gum_dev}
    corpora.roles = {"ewt-dev": [s for s in ewt_dev if s.predicates is not None]}
    corpora.names = {"uner-ewt": [s for s in ewt_held if s.entities], "gum": gum_dev}

    for domain in CROSSNER:
        train += reader.names(f"crossner-{domain}-train", "crossner")
        held, rest = kept_apart(reader.names(f"crossner-{domain}-dev", "crossner"), held_out, generator)
        corpora.names[f"crossner-{domain}"] = held
        train += rest
    held, rest = kept_apart(reader.names("wikigold", "wikigold"), held_out, generator)
    corpora.names["wikigold"] = held
    train += rest
    return corpora if every == 1 else thinned(corpora, every)


def thinned(corpora: Corpora, every: int) -> Corpora:
    """One sentence in `every` of each set."""
    sets = {kind: {name: s[::every] for name, s in getattr(corpora, kind).items()} for kind in ("trees", "names", "roles")}
    return replace(corpora, train=corpora.train[::every], **sets)


def label_sets(sentences: list[Sentence]) -> dict[str, list[str]]:
    """The output labels of every head, in the order of their indices."""
    roles: dict[str, int] = {}
    for sentence in sentences:
        for predicate in sentence.predicates or ():
            for _, role in predicate.arguments:
                roles[role] = roles.get(role, 0) + 1
    frequent = [r for r, count in sorted(roles.items(), key=lambda item: (-item[1], item[0])) if count >= MIN_ROLE_COUNT]
    return {
        "upos": UPOS,
        "xpos": sorted({x for s in sentences for x in s.xpos or ()}),
        "deprel": sorted({d for s in sentences for d in s.deprel or ()}),
        "ner": NER_TAGS,
        "roles": ["_", *frequent],
    }
