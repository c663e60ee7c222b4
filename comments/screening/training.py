"""Makes a local model from what moderators decided: the wordings they published against those they did not.

A word or pair counts only if several people's comments have it, so that no name of one person gets into the weights.
"""

import math
from collections import Counter
from collections.abc import Sequence

from comments.models import Comment, CommentRevision, Decision, Finding
from comments.screening.model_file import FORMAT, features, sigmoid
from comments.screening.text import Text

BUCKETS, EPOCHS, RATE, DECAY = 65_536, 20, 0.5, 1e-4
FEWEST_COMMENTS = 3  # that have a feature
FEWEST_EXAMPLES = 20  # of each kind
MOST_DECISIONS = 50_000  # the newest
THRESHOLD = 0.8
State = Comment.State
REFUSED = {State.REJECTED, State.SPAM, State.REMOVED}

Example = tuple[set[int], bool]


class TooFewExamplesError(Exception):
    """Moderators have not decided enough yet."""


def examples() -> list[Example]:
    """The features of each wording that a moderator judged, and whether it was refused. The newest judgement holds."""
    rows = Decision.objects.filter(actor=Decision.Actor.MODERATOR).order_by("-number")
    judged: dict[tuple[int, int], str] = {}
    for comment, revision, state in rows.values_list("comment_id", "revision", "to_state")[:MOST_DECISIONS]:
        judged.setdefault((comment, revision), state)
    wordings = CommentRevision.objects.exclude(text="").values_list("comment_id", "number", "text")
    return [
        (features(Text(text).folded, BUCKETS), judged[comment, number] in REFUSED)
        for comment, number, text in wordings.order_by("pk").iterator(chunk_size=2000)
        if judged.get((comment, number)) in {State.PUBLISHED, *REFUSED}
    ]


def train(known: Sequence[Example], *, version: int) -> dict:
    """The content of a model file. The same examples make the same model. Raises ``TooFewExamplesError``."""
    refused = sum(1 for _features, is_refused in known if is_refused)
    if min(refused, len(known) - refused) < FEWEST_EXAMPLES:
        raise TooFewExamplesError
    frequent = {
        each for each, count in Counter(f for found, _is in known for f in found).items() if count >= FEWEST_COMMENTS
    }
    weights: dict[int, float] = dict.fromkeys(sorted(frequent), 0.0)
    bias = 0.0
    for epoch in range(EPOCHS):
        rate = RATE / (1 + epoch)
        for found, is_refused in known:
            kept = found & frequent
            norm = math.sqrt(len(found) or 1)
            weight = len(known) / (2 * (refused if is_refused else len(known) - refused))
            error = weight * (is_refused - sigmoid(bias + sum(weights[each] for each in kept) / norm))
            bias += rate * error
            for each in kept:
                weights[each] += rate * (error / norm - DECAY * weights[each])
    return {
        "format": FORMAT,
        "version": version,
        "buckets": BUCKETS,
        "bias": round(bias, 5),
        "weights": {str(place): round(weight, 5) for place, weight in weights.items() if abs(weight) > 1e-4},  # noqa: PLR2004
        "threshold": THRESHOLD,
        "category": Finding.Category.OTHER,
    }
