"""Words of danger that slipped: letters swapped, left out, doubled or, in long words, replaced by another one.

"Dei" is no word on its own account, but beside a word of wanting it is "die". Long words can hardly be anything else.
"""

from collections.abc import Iterable, Iterator

_BESIDE = 4  # words since a word of wanting within which a short word is read as one of danger
_LONG = 6  # letters from which a replaced letter is still clear
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Words that are always read so, wherever they stand.
_ALONE = (
    *("suicide", "suicidal", "suicidio", "suicidarme", "suicidar", "suicidarse", "selbstmord", "umbringen"),
    *("myself", "unalive", "desvivirme", "matarme"),
)
_OF_WANTING = ("want", "wanna", "quiero", "mochte")
_AFTER_WANTING = (
    *("die", "dying", "live", "living", "kill", "killing", "dead", "hang", "life", "exist", "disappear"),
    *("vivir", "morir", "morirme", "matar", "muerto", "muerta", "desvivir", "sterben", "leben", "ahorcarme"),
)
_WANT = frozenset(
    (
        *("want", "wants", "wanted", "wanting", "wanna", "wish", "need", "going", "gonna", "ready", "hope", "quiero"),
        *("quisiera", "queria", "deseo", "ganas", "voy", "prefiero", "will", "mochte", "moechte", "wollte", "dont"),
    )
)
# Words of their own, in one of the languages, that lie that near.
_INNOCENT = frozenset(
    (
        *(
            "ahorcare",
            "dad",
            "dea",
            "deed",
            "ded",
            "ding",
            "eben",
            "edad",
            "exit",
            "exits",
            "hag",
            "han",
            "leb",
            "leen",
        ),
        *("lesen", "lie", "lief", "lif", "liking", "lining", "machte", "mata", "mori", "muera", "muero", "starben"),
        *("streben", "suicida", "suicidas", "suicido", "vivi", "wann"),
    )
)


def slips(word: str) -> set[str]:
    """The forms of ``word`` that are one slip away."""
    places = range(len(word))
    found = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places[:-1]}
    found |= {word[:at] + word[at] + word[at:] for at in places}
    if len(word) > 3:
        found |= {word[:at] + word[at + 1 :] for at in places[1:]}
    if len(word) >= _LONG:
        found |= {word[:at] + letter + word[at + 1 :] for at in places[1:-2] for letter in _LETTERS}
    return found - {word}


def _table(words: Iterable[str]) -> dict[str, str]:
    known = {*_ALONE, *_OF_WANTING, *_AFTER_WANTING, *_WANT, *_INNOCENT}
    return {slip: word for word in words for slip in slips(word) if slip not in known}


ALONE = _table((*_ALONE, *_OF_WANTING))
_BESIDE_WANTING = _table(_AFTER_WANTING)


def mended(words: Iterable[str]) -> Iterator[str]:
    """The words, those that slipped as they were meant."""
    since = _BESIDE + 1
    for word in words:
        if word == ".":
            since = _BESIDE + 1
        if since <= _BESIDE:
            word = _BESIDE_WANTING.get(word, word)
        word = ALONE.get(word, word)
        since = 0 if word in _WANT else since + 1
        yield word
