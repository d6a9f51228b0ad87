"""Token features of the model: word ids, hashed affixes and shapes, sentence case, gazetteer hits. FORMAT.md is the definition."""

import pathlib
import re
import unicodedata
from dataclasses import dataclass

import numpy as np

HASHED_ROWS = {"p1": 256, "p2": 1024, "p3": 3072, "s1": 256, "s2": 1024, "s3": 3072, "s4": 6144, "sh": 1024}
PLACE_KINDS = ["country", "demonym", "region", "city", "town"]
NAME_KINDS = {"first": 1, "last": 2, "both": 3}
MAX_GAZETTEER_TOKENS = 6

INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛ʼ′´`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–", "-"),
    **dict.fromkeys("—―", "--"),
    "…": "...",
}
TYPOGRAPHY_TABLE = str.maketrans(TYPOGRAPHY)
ASCII_DIGIT = re.compile("[0-9]")
ASCII_LOWER = re.compile("[a-z]")
LONG_ASCII_WORD = re.compile("[A-Za-z]{4,}")


def normalise(token: str) -> str:
    """The text of a token that features are computed from: plain quotes and dashes, no invisible characters."""
    return INVISIBLE.sub("", token).translate(TYPOGRAPHY_TABLE) or token


def fnv(text: str) -> int:
    """32-bit FNV-1a over UTF-8 with a final mix."""
    value = 2166136261
    for byte in text.encode("utf8", "surrogatepass"):
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    value ^= value >> 15
    value = (value * 0x2C1B3C6D) & 0xFFFFFFFF
    return value ^ (value >> 12)


def character_class(character: str) -> str:
    """X, x, d, c for upper case, lower case, digit, other letter or mark; else the character."""
    category = unicodedata.category(character)
    if category in ("Lu", "Ll", "Nd"):
        return {"Lu": "X", "Ll": "x", "Nd": "d"}[category]
    return "c" if category[0] in "LM" else character


def shape(text: str) -> str:
    """Character classes with runs cut to two (after the first three characters)."""
    result = ""
    for character in text[:24]:
        kind = character_class(character)
        if len(result) < 3 or not (result[-1] == kind and result[-2] == kind):
            result += kind
    return result


def is_capitalised(text: str) -> bool:
    """Whether the first character is an upper-case letter."""
    return unicodedata.category(text[0]) == "Lu"


def sentence_case(tokens: list[str]) -> int:
    """1 for a sentence without lower-case letters, 2 for title case, else 0. Takes normalised tokens."""
    if len(tokens) > 3 and not any(ASCII_LOWER.search(t) for t in tokens):
        return 1
    words = [t for t in tokens if LONG_ASCII_WORD.match(t)]
    capitals = sum("A" <= w[0] <= "Z" for w in words)
    return 2 if len(words) >= 4 and capitals / len(words) > 0.8 else 0


@dataclass
class PhraseList:
    """A gazetteer of phrases: key -> (kind, whether it must stand in capitals), and the proper prefixes of its keys."""

    entries: dict[str, tuple[int, bool]]
    prefixes: set[str]

    @staticmethod
    def read(path: pathlib.Path, kinds: list[str]) -> "PhraseList":
        """Read a list of `key TAB kind [TAB caps]`."""
        entries, prefixes = {}, set()
        for line in path.read_text(encoding="utf8").splitlines():
            if line.startswith("#"):
                continue
            key, kind, *rest = line.split("\t")
            entries[key] = (kinds.index(kind), rest == ["caps"])
            words = key.split(" ")
            prefixes.update(" ".join(words[:i]) for i in range(1, len(words)))
        return PhraseList(entries, prefixes)

    def marks(self, tokens: list[str], lowered: list[str]) -> list[int]:
        """Per token 0, or 1 + 4 * kind + position (0 begin, 1 inside, 2 end, 3 single) in the longest hit."""
        count = len(tokens)
        result = [0] * count
        start = 0
        while start < count:
            end, kind = self.longest(tokens, lowered, start) if is_capitalised(tokens[start]) else (-1, 0)
            if end < 0:
                start += 1
                continue
            for i in range(start, end + 1):
                position = 3 if start == end else 0 if i == start else 2 if i == end else 1
                result[i] = 1 + 4 * kind + position
            start = end + 1
        return result

    def longest(self, tokens: list[str], lowered: list[str], start: int) -> tuple[int, int]:
        """Last token and kind of the longest hit beginning at `start`; (-1, 0) for none."""
        end, kind, key = -1, 0, ""
        for i in range(start, min(len(tokens), start + MAX_GAZETTEER_TOKENS)):
            key = f"{key} {lowered[i]}" if key else lowered[i]
            entry = self.entries.get(key)
            if entry and not (entry[1] and any(unicodedata.category(c) == "Ll" for t in tokens[start : i + 1] for c in t)):
                end, kind = i, entry[0]
            if key not in self.prefixes:
                break
        return end, kind


def lookup_forms(lowered: str) -> list[str]:
    """The forms under which a word is looked up in the vocabulary, best first."""
    forms = [lowered, ASCII_DIGIT.sub("0", lowered)]
    if len(lowered) > 1 and lowered.endswith("."):
        forms.append(lowered[:-1])
    last_part = lowered.rpartition("-")[2]
    if last_part and last_part != lowered:
        forms.append(last_part)
    return forms


class Featuriser:
    """Maps tokens to word ids and rows of the hash table."""

    def __init__(self, vocabulary: list[str], gazetteers: pathlib.Path):
        """`vocabulary[i]` gets id i + 1; `gazetteers` is the folder with places.tsv, names.tsv and groups.tsv."""
        self.vocabulary = vocabulary
        self.word_ids = {word: i + 1 for i, word in enumerate(vocabulary)}
        self.places = PhraseList.read(gazetteers / "places.tsv", PLACE_KINDS)
        self.groups = PhraseList.read(gazetteers / "groups.tsv", ["group"])
        lines = (gazetteers / "names.tsv").read_text(encoding="utf8").splitlines()
        self.names = {k: NAME_KINDS[kind] for k, kind in (line.split("\t") for line in lines if not line.startswith("#"))}
        self.offsets, rows = {}, 0
        for name, size in HASHED_ROWS.items():
            self.offsets[name] = rows
            rows += size
        self.flag_offset = rows
        self.place_offset = self.flag_offset + 3
        self.name_offset = self.place_offset + 1 + 4 * len(PLACE_KINDS)
        self.group_offset = self.name_offset + 4
        self.rows = self.group_offset + 5
        self.slots = len(HASHED_ROWS) + 4
        self.cache: dict[str, tuple[str, str, int, list[int], int]] = {}

    def token(self, text: str) -> tuple[str, str, int, list[int], int]:
        """Normalised text, its lower case, word id, hashed rows and name row of one token."""
        known = self.cache.get(text)
        if known is None:
            n = normalise(text)
            low = n.lower()
            word = next((self.word_ids[form] for form in lookup_forms(low) if form in self.word_ids), 0)
            values = {"p1": n[:1], "p2": low[:2], "p3": low[:3], "s1": n[-1:], "s2": low[-2:], "s3": low[-3:], "s4": low[-4:], "sh": shape(n)}
            hashed = [self.offsets[k] + fnv(k + v) % HASHED_ROWS[k] for k, v in values.items()]
            name = self.name_offset + (self.names.get(low, 0) if is_capitalised(n) else 0)
            known = self.cache[text] = (n, low, word, hashed, name)
        return known

    def sentence(self, tokens: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """Word ids [n] and hash-table rows [n, slots] of a sentence."""
        known = [self.token(t) for t in tokens]
        normal, lowered = [k[0] for k in known], [k[1] for k in known]
        flag = self.flag_offset + sentence_case(normal)
        places = self.places.marks(normal, lowered)
        groups = self.groups.marks(normal, lowered)
        words = np.array([k[2] for k in known], np.int32)
        rows = np.array(
            [[*k[3], flag, self.place_offset + p, k[4], self.group_offset + g] for k, p, g in zip(known, places, groups)], np.int32
        )
        return words, rows

    def describe(self) -> dict:
        """The `features` part of model.json."""
        return {
            "slots": self.slots,
            "hashed": [{"name": k, "rows": size, "offset": self.offsets[k]} for k, size in HASHED_ROWS.items()],
            "flagOffset": self.flag_offset,
            "placeOffset": self.place_offset,
            "nameOffset": self.name_offset,
            "groupOffset": self.group_offset,
            "rows": self.rows,
            "placeKinds": PLACE_KINDS,
        }
