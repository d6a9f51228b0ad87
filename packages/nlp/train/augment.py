"""Variants of training sentences: headlines in capitals, unknown names of every culture, titles before names, missing final stops."""

import pathlib
import random
from collections import Counter
from dataclasses import dataclass, replace
from math import isqrt

from data import Sentence
from features import is_capitalised

FAMILY_FIRST = {"chinese", "korean", "vi_VN", "hu_HU"}
TITLES = """President|Vice President|Prime Minister|Deputy Prime Minister|Foreign Minister|Defence Minister|Defense Minister|Interior Minister
Finance Minister|Secretary of State|Defense Secretary|Treasury Secretary|Foreign Secretary|Home Secretary|National Security Advisor
National Security Adviser|Attorney General|Chief of Staff|Senator|Sen.|Rep.|Congressman|Governor|Gov.|Mayor|Ambassador|Special Envoy|envoy
spokesman|spokeswoman|opposition leader|General|Gen.|Lt. Gen.|Colonel|Col.|Major|Admiral|Judge|Justice|Chancellor|King|Queen|Prince|Sheikh
Archbishop|Pope|Rabbi|Imam|Professor|Prof.|Dr.|Mr.|Mrs.|Ms.|Sir|Chairman|Chief Executive|Commissioner|High Representative|Secretary-General""".replace("\n", "|").split("|")
AGENCIES = ["Reuters", "AP", "AFP", "Associated Press", "Bloomberg", "CNN", "Xinhua", "UPI", "DPA", "TASS"]
COMPANY_ENDINGS = """Group Holdings Trade Trading Energy Capital Bank Industries Systems Technologies Media Motors Foods Partners Petroleum Logistics Networks
Pharma Steel Airlines Telecom Robotics Mining Ventures Shipping Labs Security""".split()
BODY_SUBJECTS = """Food Water Health Housing Energy Aviation Security Intelligence Transport Trade Border Youth Statistics Nuclear Railway Maritime Drug Election Welfare
Labour Communications Disaster Fisheries Broadcasting Competition Customs Heritage Space Refugee""".split()
BODY_KINDS = "Agency Authority Commission Service Bureau Council Office Board Administration Directorate Corporation Institute Fund Ministry Department Inspectorate".split()
BODY_SCOPES = "National Federal State Central Supreme General International Regional European African Royal".split()
FORCE_KINDS = "Brigade Brigades Front Movement Army Battalion Militia Network Gang Alliance Collective Cartel Faction Unit Group".split()
SYLLABLES = "sor va ka lin tor mex ra del ni co qua zen tra bel ar go lu mi fen dor ex vel pa ros il ven sta kor ul ber no ga ti sha".split()
ACRONYM_LETTERS = "ABCDEFGHIKLMNOPRSTUW"
INTRODUCTIONS = {
    "ORG": """a group calling itself|the hacker group|hackers known as|a group known as|an armed group called|the militant group|the rebel group|the company
the firm|the charity|the aid group|the state broadcaster|the state-owned|the opposition party|the ruling party|the Islamist group|the gang|the union
the news agency|the newspaper|the rights group|the think tank|the intelligence agency|the shipping firm|the militia""".replace("\n", "|").split("|"),
    "LOC": """the town of|the village of|the city of|the port of|the province of|the island of|the border town of|the northern city of|the capital ,
the district of|the region of|the southern province of|the coastal town of|nearby|neighbouring|central|southern""".replace("\n", "|").split("|"),
}  # fmt: skip
OPEN_TAGS = "NN NNS VB VBD VBG VBN VBP VBZ JJ JJR JJS RB".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True)
class Rates:
    """Probabilities of each change to a sentence that allows it."""

    case: float = 0.1
    no_final_stop: float = 0.06
    person: float = 0.15
    state: float = 0.04
    group: float = 0.15
    invented_group: float = 0.35
    abbreviation: float = 0.1
    place: float = 0.2
    long_place: float = 0.1
    invented_place: float = 0.05
    introduction: float = 0.06
    place_as_family: float = 0.06
    other_word: float = 0.25
    nationality: float = 0.15
    weekday: float = 0.06
    title: float = 0.1
    dateline: float = 0.04


def spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """(start, end exclusive, type) of a BIOES sequence."""
    result, start = [], 0
    for i, tag in enumerate(tags):
        if tag[0] in "BS":
            start = i
        if tag[0] in "ES":
            result.append((start, i + 1, tag[2:]))
    return result


def words_by_tag(sentences: list[Sentence]) -> dict[str, list[str]]:
    """Lower-case words of the open classes by their tag, each as often as the square root of its count; of adverbs those in -ly."""
    counts: dict[str, Counter] = {tag: Counter() for tag in OPEN_TAGS}
    for s in sentences:
        for word, tag in zip(s.words, s.xpos or []):
            if tag in counts and word.islower() and word.isalpha() and (tag != "RB" or word.endswith("ly")):
                counts[tag][word] += 1
    return {tag: [w for w, c in sorted(found.items()) for _ in range(isqrt(c))] for tag, found in counts.items()}


def name_tags(length: int, kind: str) -> list[str]:
    """BIOES tags of one name."""
    return [f"S-{kind}"] if length == 1 else [f"B-{kind}", *[f"I-{kind}"] * (length - 2), f"E-{kind}"]


class Augmenter:
    """Draws variants of sentences; deterministic for a seeded generator."""

    def __init__(self, sentences: list[Sentence], lists: pathlib.Path, gazetteers: pathlib.Path, rates: Rates, generator: random.Random):
        """`lists` is the folder with person-names.tsv and groups.txt, `gazetteers` the one with places.tsv."""
        self.rates, self.random = rates, generator
        self.people = []
        for line in (lists / "person-names.tsv").read_text(encoding="utf8").splitlines():
            if not line.startswith("#"):
                culture, given, family = line.split("\t")
                self.people.append((culture, given.split(" "), family.split(" ")))
        self.places: dict[str, list[str]] = {}
        self.kind_of_place: dict[str, str] = {}
        self.long_places: list[str] = []
        for line in (gazetteers / "places.tsv").read_text(encoding="utf8").splitlines():
            key, *kinds = line.split("\t")
            if len(kinds) == 1 and key.isalpha():
                self.kind_of_place[key] = kinds[0]
                self.places.setdefault(kinds[0], []).append(key)
            elif len(kinds) == 1 and " " in key and key.replace(" ", "").isalpha() and kinds[0] != "demonym":
                self.long_places.append(key.title())
        self.family_places = [p.capitalize() for kind in ("city", "town") for p in self.places[kind] if len(p) > 3]
        self.words_by_tag = words_by_tag(sentences)
        self.things = sorted({w.capitalize() for tag in ("NN", "NNS") for w in self.words_by_tag[tag] if len(w) > 3})
        self.groups: dict[int, list[str]] = {}
        for s in sentences:
            for start, end, kind in spans(s.entities or []):
                if kind == "ORG":
                    self.groups.setdefault(end - start, []).append(" ".join(s.words[start:end]))
        self.known_groups: dict[int, list[str]] = {}
        for line in (lists / "groups.txt").read_text(encoding="utf8").splitlines():
            for name in line.split(" | ") if not line.startswith("#") else []:
                self.known_groups.setdefault(len(name.split()), []).append(name.strip())

    def chance(self, probability: float) -> bool:
        """True with that probability."""
        return self.random.random() < probability

    def variant(self, sentence: Sentence) -> Sentence:
        """The sentence itself (the same object) or a changed copy."""
        before = sentence
        if sentence.entities:
            sentence = self.with_other_names(sentence)
            if sentence.heads is None:
                sentence = self.with_introduction(self.with_longer_names(sentence))
            if sentence.heads is None and self.chance(self.rates.title):
                sentence = self.with_title(sentence)
            if sentence.heads is None and self.chance(self.rates.weekday):
                sentence = self.with_weekday(sentence)
            if sentence.heads is None and self.chance(self.rates.dateline):
                sentence = self.with_dateline(sentence)
        headline = self.chance(self.rates.case)
        if self.chance(0.5 if headline else self.rates.no_final_stop):
            sentence = without_final_stop(sentence)
        sentence = self.in_other_case(sentence) if headline else sentence
        return sentence if sentence is before else replace(sentence, varied=True)

    def reworded(self, sentence: Sentence) -> Sentence:
        """The sentence with other nouns, verbs, adjectives and adverbs of the same tag, outside names; itself where it has no tags."""
        if not sentence.xpos:
            return sentence
        words = list(sentence.words)
        for i, (word, tag) in enumerate(zip(sentence.words, sentence.xpos)):
            if tag in self.words_by_tag and word.islower() and self.chance(self.rates.other_word):
                words[i] = self.random.choice(self.words_by_tag[tag])
        return replace(sentence, words=words, reworded=True)

    def in_other_case(self, sentence: Sentence) -> Sentence:
        """All capitals, title case or all lower case."""
        draw = self.random.random()
        if draw < 0.4:
            words = [w.upper() for w in sentence.words]
        elif draw < 0.8:
            words = [w[:1].upper() + w[1:] if len(w) > 3 else w for w in sentence.words]
        else:
            words = [w.lower() for w in sentence.words]
        return replace(sentence, words=words)

    def with_other_names(self, sentence: Sentence) -> Sentence:
        """Some names replaced by others of the same type and number of tokens."""
        words, tags = list(sentence.words), list(sentence.entities)
        for start, end, kind in spans(sentence.entities):
            old = words[start:end]
            if kind == "PER" and end == start + 1 and self.chance(self.rates.state) and not (start and is_capitalised(words[start - 1])):
                words[start], tags[start] = self.place("country" if self.chance(0.7) else "city"), "S-LOC"
                continue
            words[start:end] = self.other_name(old, kind) or old
        changed = words != sentence.words
        return replace(sentence, words=words, entities=tags) if changed else sentence

    def other_name(self, old: list[str], kind: str) -> list[str] | None:
        """A replacement of the same length, or None."""
        if kind == "PER" and self.chance(self.rates.person) and all(map(is_capitalised, old)):
            return self.person(old)
        if kind == "ORG" and self.chance(self.rates.group):
            if len(old) <= 3 and self.chance(self.rates.invented_group):
                return self.invented_group(len(old))
            pool = (self.known_groups if self.chance(0.5) else self.groups).get(len(old))
            return self.random.choice(pool).split() if pool else None
        if kind == "LOC" and len(old) == 1 and self.chance(self.rates.place):
            same = self.kind_of_place.get(old[0].lower())
            return [self.place(same)] if same else None
        if kind == "LOC" and len(old) == 1 and self.chance(self.rates.invented_place):
            return [self.coined()]
        if kind == "NORP" and len(old) == 1 and self.chance(self.rates.nationality):
            new = self.place("demonym")
            return [new] if new.endswith("s") == old[0].endswith("s") else None
        return None

    def with_longer_names(self, sentence: Sentence) -> Sentence:
        """A place of one token replaced by one of several ('Khan Younis'), an abbreviation after an organisation ('the … Front (BLF)')."""
        words, tags = list(sentence.words), list(sentence.entities)
        for start, end, kind in reversed(spans(sentence.entities)):
            if kind == "LOC" and end == start + 1 and words[start].lower() in self.kind_of_place and self.chance(self.rates.long_place):
                place = self.random.choice(self.long_places).split(" ")
                words[start:end], tags[start:end] = place, name_tags(len(place), "LOC")
            if kind == "ORG" and end > start + 2 and words[end : end + 1] != ["("] and self.chance(self.rates.abbreviation):
                letters = "".join(w[0] for w in words[start:end] if w[0].isupper())
                if len(letters) > 1:
                    words[end:end], tags[end:end] = ["(", letters, ")"], ["O", "S-ORG", "O"]
        return sentence if words == sentence.words else replace(sentence, words=words, entities=tags)

    def with_introduction(self, sentence: Sentence) -> Sentence:
        """Words before a group or a place that say what it is ('a group calling itself …', 'the village of …'), the name itself at times an invented one."""
        names = [(start, end, kind) for start, end, kind in spans(sentence.entities) if kind in INTRODUCTIONS and end <= start + 3]
        names = [n for n in names if n[0] == 0 or sentence.words[n[0] - 1].islower() and sentence.words[n[0] - 1] not in ("the", "a", "an", "its", "his", "their")]
        if not names or not self.chance(self.rates.introduction):
            return sentence
        start, end, kind = self.random.choice(names)
        name = sentence.words[start:end]
        if self.chance(0.5):
            name = self.invented_group(len(name)) if kind == "ORG" else [self.coined()]
        words = self.random.choice(INTRODUCTIONS[kind]).split(" ")
        if start == 0:
            words[0] = words[0].capitalize()
        return replace(
            sentence,
            words=[*sentence.words[:start], *words, *name, *sentence.words[end:]],
            entities=[*sentence.entities[:start], *["O"] * len(words), *name_tags(len(name), kind), *sentence.entities[end:]],
        )

    def coined(self) -> str:
        """A made-up name of two or three syllables."""
        return "".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, 3))).capitalize()

    def invented_group(self, length: int) -> list[str]:
        """A group nobody has heard of, of 1 to 3 tokens: an acronym, a made-up word, a thing's name, a company, an agency, an armed group."""
        choose, thing = self.random.choice, self.random.choice(self.things)
        coined = self.coined()
        letters = [choose(ACRONYM_LETTERS) for _ in range(self.random.randint(2, 5))]
        acronym = "".join(f"{x}." for x in letters) if self.chance(0.2) else "".join(letters)
        if length == 1:
            return [choose([acronym, acronym, coined, thing])]
        if length == 2:
            return choose([[coined, choose(COMPANY_ENDINGS)], [choose(BODY_SUBJECTS), choose(BODY_KINDS)], [thing, choose(FORCE_KINDS)]])
        force = [choose(self.things), thing, choose(FORCE_KINDS)]
        return choose([[choose(BODY_SCOPES), choose(BODY_SUBJECTS), choose(BODY_KINDS)], force, [coined, choose(COMPANY_ENDINGS), choose(COMPANY_ENDINGS)]])

    def place(self, kind: str) -> str:
        """A random place of a kind, of one token."""
        return self.random.choice(self.places[kind]).capitalize()

    def person(self, old: list[str]) -> list[str]:
        """A name from a random culture, as long as the old one."""
        culture, given, family = self.random.choice(self.people)
        first, last = self.random.choice(given), self.random.choice(family)
        if self.chance(self.rates.place_as_family):
            last = self.random.choice(self.family_places)
        if len(old) == 1:
            return [last if self.chance(0.7) else first]
        if culture in FAMILY_FIRST:
            first, last = last, first
        return [first, *old[1:-1], last]

    def with_title(self, sentence: Sentence) -> Sentence:
        """A title, at times with a country or an organ before it, put before a person's name."""
        people = [start for start, _, kind in spans(sentence.entities) if kind == "PER"]
        people = [i for i in people if i == 0 or not is_capitalised(sentence.words[i - 1])]
        if not people:
            return sentence
        at = self.random.choice(people)
        words = self.random.choice(TITLES).split(" ")
        tags = ["O"] * len(words)
        draw = self.random.random()
        if draw < 0.3:
            power = self.random.choice(["US", "U.S.", "UK", "EU"])
            words, tags = [power, *words], ["S-ORG" if power == "EU" else "S-LOC", *tags]
        elif draw < 0.5:
            words, tags = [self.place("country"), *words], ["S-LOC", *tags]
        elif draw < 0.75:
            words, tags = [self.place("demonym"), *words], ["S-NORP", *tags]
        return replace(
            sentence, words=sentence.words[:at] + words + sentence.words[at:], entities=sentence.entities[:at] + tags + sentence.entities[at:]
        )

    def with_weekday(self, sentence: Sentence) -> Sentence:
        """A day of the week before the sentence or its final stop."""
        day = self.random.choice(WEEKDAYS)
        words, tags = sentence.words, sentence.entities
        if words[-1] == "." and self.chance(0.7):
            added = ["on", day] if self.chance(0.6) else [day]
            return replace(sentence, words=[*words[:-1], *added, "."], entities=[*tags[:-1], *["O"] * len(added), "O"])
        added = ["On", day, ","]
        return replace(sentence, words=added + words, entities=["O"] * 3 + tags)

    def with_dateline(self, sentence: Sentence) -> Sentence:
        """City, date and agency as news puts them before its first sentence, at times standing alone."""
        city = self.place("city")
        words, tags = [city.upper() if self.chance(0.8) else city], ["S-LOC"]
        if self.chance(0.25):
            date = f"19{self.random.randint(90, 99)}-{self.random.randint(10, 12)}-{self.random.randint(10, 28)}"
            return replace(sentence, words=[*words, date], entities=[*tags, "O"])
        if self.chance(0.3):
            words += [",", self.random.choice(MONTHS), str(self.random.randint(1, 31))]
            tags += ["O"] * 3
        if self.chance(0.7):
            agency = self.random.choice(AGENCIES).split(" ")
            words += ["(", *agency, ")"]
            tags += ["O", *name_tags(len(agency), "ORG"), "O"]
        words.append(self.random.choice(["-", "--", "—", ":"]))
        tags.append("O")
        return replace(sentence, words=words + sentence.words, entities=tags + sentence.entities)


def without_final_stop(sentence: Sentence) -> Sentence:
    """The sentence without its last full stop, where nothing hangs on it."""
    last = len(sentence.words)
    if last < 3 or sentence.words[-1] != "." or (sentence.heads and last in sentence.heads):
        return sentence
    cut = {f: getattr(sentence, f)[:-1] for f in ("words", "upos", "xpos", "heads", "deprel", "entities") if getattr(sentence, f)}
    return replace(sentence, **cut)
