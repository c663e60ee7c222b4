"""The words of ``words.txt``, by kind, as the detector looks them up."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("words.txt")
_REPEATED = re.compile(r"(.)\1+")
KINDS = {
    *("slur", "insult", "you", "phrase", "threat", "hatred", "group", "less", "self", "filler"),
    *("coarse", "many", "kin", "curse", "rules", "innocent"),
}
_HALF_OF_MANKIND = {"men", "women", "mujeres", "frauen", "roma", "polen", "trans"}
_ANYWHERE = 5  # letters of a word that is looked for within text that was spaced out


class Entry(NamedTuple):
    """A word or phrase, its kind, and the only language in which it is abuse ("" for all)."""

    kind: str
    words: str
    language: str


@cache
def entries() -> tuple[Entry, ...]:
    """All of them. Raises ``ValueError`` for a line that is none."""
    return tuple(_entries(_FILE.read_text(encoding="utf-8")))


def _entries(text: str) -> Iterator[Entry]:
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, space, rest = line.partition(" ")
            words, _colon, language = rest.partition(":")
            if not space or kind not in KINDS:
                raise ValueError(f"“{line}” is no entry.")
            yield Entry(kind, words, language)


@cache
def single_words() -> dict[str, Entry]:
    """Slurs and insults by their skeletons."""
    return {skeleton(entry.words): entry for entry in entries() if entry.kind in {"slur", "insult"}}


@cache
def long_words() -> tuple[Entry, ...]:
    """Those that are looked for in text that was spaced out, where words have no borders."""
    return tuple(entry for entry in single_words().values() if len(entry.words) >= _ANYWHERE)


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One pattern for each kind of phrase."""
    kinds = ("phrase", "threat", "hatred")
    return tuple((kind, _alternatives(entry.words for entry in entries() if entry.kind == kind)) for kind in kinds)


@cache
def said_to_somebody(language: str) -> re.Pattern[str]:
    """Words that are insults only when they are said to a person: "you are such a liar", "eres un payaso"."""
    return re.compile(
        r"(?<!make )(?<!makes )(?<!made )(?<!no )(?<!nunca )(?<![^\W_])"
        r"(?:(?:you|u|ya|you guys|you people|you all) (?:are |r |'re )?|you're |youre |your |ur |"
        r"(?:sois|eres|sos|pedazo de|cacho) |du (?:bist )?|ihr seid |sie sind )"
        rf"(?:{_any_of('filler')} ){{0,3}}{_any_of('you', language)}(?![^\W_])"
    )


@cache
def against_a_group() -> re.Pattern[str]:
    """Groups of people called less than people."""
    between = (
        r"(?>(?: (?:are|is|all|son|todos|todas|sind|alle|nothing|but|just|only|nur|solo|"
        r"unos|unas|a|an|should|must|be|deberian|deben|ser|"
        r"sollen|sollten|gehoren|werden)\b)+)"
    )
    return re.compile(rf"(?<![^\W_]){_any_of('group')}{between} {_any_of('less')}(?![^\W_])")


@cache
def against_hated() -> re.Pattern[str]:
    """Groups of people who are cursed, or told to run the world."""
    hated = (
        r"(?:the )?(?:jews|zionists|muslims|freemasons)|(?:los )?(?:judios|sionistas|moros|musulmanes)"
        r"|(?:die )?(?:juden|zionisten|moslems|muslime)"
    )
    runs = (
        r"(?:run|runs|own|owns|control|controls|rule|rules|are behind|controlan|dominan|manejan|gobiernan"
        r"|beherrschen|regieren|kontrollieren|steuern)"
    )
    cursed = {each.words for each in entries() if each.kind == "group"} - _HALF_OF_MANKIND
    return re.compile(
        rf"(?<![^\W_])(?:{_any_of('curse')} {_alternation(cursed)}|(?:{hated}) {runs} {_any_of('rules')})(?![^\W_])"
    )


@cache
def against_many() -> re.Pattern[str]:
    """People in the plural: "a bunch of ...", "... like you"; and somebody's family: "tu madre es una ..."."""
    crowd = r"(?:bunch|pack|load|crowd|gang|panda|pandilla|atajo|hatajo|punado|bande|haufen) (?:of |de |von )?"
    family = _alternation({each.words for each in entries() if each.kind in {"coarse", "insult", "slur"}})
    filler, many = _any_of("filler"), _any_of("many")
    return re.compile(
        rf"(?<![^\W_])(?:{crowd}(?:{filler} )?{many}|{many} (?:like you|como (?:tu|vosotros|ustedes)|wie (?:du|ihr))"
        rf"|(?:your|ur|tu|vuestra|vuestro|deine|dein) {_any_of('kin')} (?:is|was|es|era|ist|war)"
        rf" (?:{filler} ){{0,3}}{family})(?![^\W_])"
    )


@cache
def innocent() -> re.Pattern[str]:
    """Where no word is abuse: "idiot-proof", and titles in quotation marks."""
    word = _alternation({each.words for each in entries() if each.kind == "insult"})
    title = rf"[\"'](?:the|el|la|der|die) {word}[\"'](?= (?:by|de|von|is a|is the|es una?|ist ein)\b)"
    works = r"(?:novel|book|film|movie|series|song|reading|read|watched|novela|libro|pelicula|buch|roman)"
    read = rf"{works} [\"'](?:\w+ ){{0,2}}{word}[\"']"
    return re.compile(rf"(?<![^\W_]){_any_of('innocent')}(?![^\W_])|{title}|{read}")


@cache
def coarse_words() -> frozenset[str]:
    """Words that are found alone only behind a disguise."""
    return frozenset(each.words for each in entries() if each.kind == "coarse")


@cache
def words_behind_stars() -> tuple[str, ...]:
    """What stars may stand for letters of: coarse words before those of phrases."""
    coarse = [each.words for each in entries() if each.kind in {"coarse", "slur", "insult"}]
    in_phrases = [word for each in entries() if each.kind in {"phrase", "threat"} for word in each.words.split()]
    return tuple(dict.fromkeys([*coarse, *(word for word in in_phrases if word.isalpha() and len(word) > 3)]))


@cache
def of_oneself() -> re.Pattern[str]:
    """What stands before an insult that somebody says of themselves."""
    return re.compile(rf"\b{_any_of('self')}(?>(?: {_any_of('filler')}\b)*) ?$")


@cache
def denied() -> re.Pattern[str]:
    """What stands before an insult that somebody is told not to be: "you are not an idiot"."""
    no = (
        r"(?:not|never|hardly|by no means|aren't|arent|isn't|isnt|ain't|wasn't|weren't|nobody is|no one is"
        r"|no|nunca|ningun|ninguna|nadie es|nicht|nie|niemand ist|kein|keine|keinen)"
    )
    who = r"(?: (?:eres|sos|es|sois|son|soy))?"
    return re.compile(rf"\b{no}(?! (?:just|only|solo|nur)\b){who}(?>(?: {_any_of('filler')}\b)*) ?$")


def skeleton(word: str) -> str:
    """A word with doubled letters as one, and "l" as "i": for "1" both are written."""
    return _REPEATED.sub(r"\1", word).replace("l", "i")


def _any_of(kind: str, language: str = "") -> str:
    found = {each.words for each in entries() if each.kind == kind and each.language in {"", language}}
    return _alternation(found)


def _alternation(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, reverse=True)))})"


def _alternatives(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(_spellings, sorted(phrases, reverse=True)))})(?![^\W_])")


def _spellings(phrase: str) -> str:
    """The phrase, also as people write it in haste."""
    return re.sub(r"\byou(rself)?\b", _in_haste, re.escape(phrase))


def _in_haste(word: re.Match[str]) -> str:
    return "(?:yourself|urself)" if word.group(1) else "(?:you|u|ya)"
