"""How much is measured, and for how long. The sizes of the aims take an hour; by default a tenth of them is made."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RATIOS = range(1, 9)
LEAST_ROUNDS = 5  # fewer medians are none


@dataclass(frozen=True)
class Sizes:
    """What a database holds, as ``manage.py make_dataset`` takes it."""

    articles: int
    comments: int
    contacts: int
    decisions: int

    def arguments(self) -> list[str]:
        """As they stand on its command line."""
        return [f"--{name}={value}" for name, value in vars(self).items()]


SMALL = Sizes(articles=1_000, comments=10_000, contacts=1_000, decisions=1_000)
USUAL = Sizes(articles=10_000, comments=100_000, contacts=100_000, decisions=10_000)
FULL = Sizes(articles=100_000, comments=1_000_000, contacts=1_000_000, decisions=100_000)
QUICK = Sizes(articles=3_000, comments=30_000, contacts=30_000, decisions=10_000)


@dataclass(frozen=True)
class Options:
    """What somebody asked for."""

    only: tuple[int, ...]
    rounds: int
    seconds: float
    large: Sizes
    small: Sizes
    database: str
    results: Path
    is_quick: bool = False
    kept: Path | None = None


def read(arguments: Sequence[str]) -> Options:
    """The options on a command line. Ends the program with a sentence for what makes no sense."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        only = tuple(sorted({int(part) for part in given.only.split(",") if part}))
    except ValueError:
        parser.error(f"--only takes numbers of ratios, such as 1,3, and not “{given.only}”.")
    if unknown := set(only) - set(RATIOS):
        parser.error(f"There is no ratio {min(unknown)}: they go from 1 to {RATIOS[-1]}.")
    if given.rounds < LEAST_ROUNDS:
        parser.error(f"A median needs {LEAST_ROUNDS} rounds or more.")
    if given.seconds is not None and given.seconds <= 0:
        parser.error("A round takes more than no time: --seconds 1, for example.")
    base = FULL if given.full else QUICK if given.quick else USUAL
    sizes = {name: getattr(given, name) or value for name, value in vars(base).items()}
    if min(sizes.values()) < 1 or sizes["articles"] < SMALL.articles or sizes["comments"] < SMALL.comments:
        parser.error(f"The large set holds at least what the small one does: {SMALL}.")
    return Options(
        only=only or tuple(RATIOS),
        rounds=given.rounds,
        seconds=given.seconds or (1.0 if given.quick else 3.0),
        large=Sizes(**sizes),
        small=SMALL,
        database=given.database,
        results=given.results,
        is_quick=given.quick,
        kept=given.keep,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description="Measures every ratio beside its target.")
    parser.add_argument("--quick", action="store_true", help="Small sets, rounds of a second.")
    parser.add_argument("--full", action="store_true", help="The sizes of the aims. Takes an hour.")
    parser.add_argument("--only", default="", help="Numbers of ratios with commas between them, such as 1,3.")
    parser.add_argument("--rounds", type=int, default=LEAST_ROUNDS, help="How often everything takes its turn.")
    parser.add_argument("--seconds", type=float, default=None, help="How long each turn takes.")
    for name in vars(USUAL):
        parser.add_argument(f"--{name}", type=int, help=f"How many {name} the large set holds.")
    choices = ("best", "postgresql", "sqlite")
    parser.add_argument("--database", choices=choices, default="best", help="Best: PostgreSQL where it is installed.")
    parser.add_argument("--keep", type=Path, help="A folder in which filled databases stay for the next run.")
    parser.add_argument("--results", type=Path, default=Path(__file__).with_name("results"), help="Where they go.")
    return parser
