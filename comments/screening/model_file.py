"""A small model of text that an operator names: weights in a JSON file, read and scored here, with no other package.

A logistic regression over hashed words and pairs of words (K. Weinberger and others, Feature Hashing, 2009). JSON holds
numbers alone. A pickled model is never opened: opening one runs whatever code is in it.
"""

import json
import math
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from comments.models import Finding

FORMAT = "hashed-words-1"
LARGEST = 50 * 1024 * 1024  # bytes
_WORD = re.compile(r"[^\W_]+")


class ModelFileError(Exception):
    """The file is no model. The sentence says why."""


@dataclass(frozen=True)
class Model:
    """``threshold``: the score from 0 to 1 from which on a text is found. ``category``: as what."""

    version: int
    buckets: int
    bias: float
    weights: dict[int, float]
    threshold: float
    category: str

    def score(self, folded: str) -> float:
        """How much a folded text resembles what moderators did not publish: from 0 to 1."""
        found = features(folded, self.buckets)
        total = sum(self.weights.get(each, 0.0) for each in found) / math.sqrt(len(found) or 1)
        return sigmoid(self.bias + total)


def features(folded: str, buckets: int) -> set[int]:
    """The places that the words of a text, and each pair of neighbours, have among the weights."""
    words = _WORD.findall(folded)
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    return {_bucket(each, buckets) for each in (*words, *pairs)}


def sigmoid(value: float) -> float:
    """The logistic function."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, value))))


@lru_cache(maxsize=2)
def model_in(path: str) -> Model:
    """The model in a file, read once in a process. Raises ``ModelFileError``."""
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST:
            raise ModelFileError("it is larger than 50 MB")
        content = json.loads(file.read_text(encoding="utf-8"))
    except OSError:
        raise ModelFileError("it can't be read") from None
    except (ValueError, RecursionError):
        raise ModelFileError("it is not JSON") from None
    return _model(content)


def _model(content: object) -> Model:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ModelFileError(f"it does not have the format {FORMAT}")
    try:
        model = Model(
            version=int(content["version"]),
            buckets=int(content["buckets"]),
            bias=float(content["bias"]),
            weights={int(place): float(weight) for place, weight in content["weights"].items()},
            threshold=float(content["threshold"]),
            category=Finding.Category(content["category"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        raise ModelFileError("a part is missing or is no number") from None
    _demand_sense(model.buckets, model.version, (model.bias, model.threshold, *model.weights.values()))
    return model


def _demand_sense(buckets: int, version: int, numbers: Iterable[float]) -> None:
    if buckets < 1 or not 0 < version <= 32_767 or not all(map(math.isfinite, numbers)):  # noqa: PLR2004 - the column's
        raise ModelFileError("a number is out of its range")


def _bucket(feature: str, buckets: int) -> int:
    return zlib.crc32(feature.encode("utf-8", "surrogatepass")) % buckets
