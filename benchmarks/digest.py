"""How long the canonical text and the digest of an article of 50 KB take: cold, with nothing remembered, and warm.

    .venv/bin/python -m benchmarks.digest

Needs no database. What a request adds are the queries for references, pictures and decisions.
"""

import cProfile
import os
import pstats
import statistics
import time
from collections.abc import Callable

SIZE = 50_000  # characters of the stored body
LIMIT = 10.0  # milliseconds, cold
ROUNDS = 41

SENTENCE = "Multiple myeloma is a cancer of plasma cells, which live in the bone marrow and make antibodies. "


def stored_body(size: int = SIZE) -> list[dict]:
    """A body of ``size`` characters, of the kinds of block that articles have, as the database gives it."""
    found: list[dict] = []
    length = 0
    while length < size:
        number = len(found)
        block = {"id": f"{number:032x}", **_block(number)}
        length += len(str(block))
        found.append(block)
    return found


def _block(number: int) -> dict:
    match number % 6:
        case 3:
            items = [_item(f"<p data-block-key='i{number}{at}'>{SENTENCE}</p>", number, at) for at in range(3)]
            return {"type": "do", "value": {"items": items}}
        case 4:
            columns = [{"type": "text", "heading": "Treatment"}, {"type": "number", "heading": "Months"}]
            rows = [{"values": [f"Drug {at} [[ref:source-{at}]]", f"{at}.5"]} for at in range(8)]
            table = {"columns": columns, "rows": rows, "caption": "How long it lasted"}
            return {"type": "table", "value": {"table": table, "first_column_is_header": True, "note": ""}}
        case 5:
            questions = [_item(f"What happens if we wait {at}?", number, at) for at in range(5)]
            return {"type": "questions", "value": {"title": "Questions", "introduction": "", "questions": questions}}
    return {"type": "text", "value": _section(number)}


def _item(value: str, number: int, at: int) -> dict:
    return {"type": "item", "id": f"{number:016x}{at:016x}", "value": value}


def _section(number: int) -> str:
    key = f'data-block-key="{number:05x}"'
    points = "".join(f"<li {key}>{SENTENCE}<b>Ask</b> your team.</li>" for _ in range(4))
    return (
        f"<h2 {key}>What it means, part {number}</h2>"
        f"<p {key}>{SENTENCE * 3}It is <b>common</b> and <i>can be treated</i>.[[ref:source-{number % 40}]]</p>"
        f'<p {key}>See <a href="https://example.org/{number}?a=1&amp;b=2">a study</a>. {SENTENCE * 2}</p>'
        f"<ul>{points}</ul>"
    )


def article(stored: list[dict]):
    """An article with this body, as a request finds it: nothing of it was looked at."""
    from articles.models import ArticlePage

    page = ArticlePage(title="When myeloma comes back", summary=SENTENCE, id=1, page_ptr_id=1, content_type_id=1)
    page.article_authors = []
    page.body = page.body.stream_block.to_python(stored)
    return page


def references() -> dict:
    """The sources that the body cites, as the library gives them."""
    from articles.models import Reference

    return {
        f"source-{number}": Reference(
            pk=number,
            key=f"source-{number}",
            title=SENTENCE,
            authors="Moreau P, Kumar SK",
            year=2021,
            doi=f"10.1/{number}",
        )
        for number in range(40)
    }


def digest_of_one(stored: list[dict], library: dict) -> str:
    """What is measured: from the stored body to the digest."""
    from articles.models.decision import digest_of_text
    from articles.review.canonical import canonical_text
    from articles.review.materials import materials_of

    page = article(stored)
    return digest_of_text(canonical_text(page, materials_of(page, references=library)))


def forget() -> None:
    """Empties what is remembered between requests."""
    from articles.review.blocks import _content
    from articles.review.rich_text import paragraphs

    _content.cache_clear()
    paragraphs.cache_clear()


def milliseconds(task: Callable[[], object], before: Callable[[], object]) -> list[float]:
    """Processor time of each round, without that of ``before``, shortest first."""
    times = []
    for _ in range(ROUNDS):
        before()
        begun = time.process_time()
        task()
        times.append((time.process_time() - begun) * 1000)
    return sorted(times)


def calls(task: Callable[[], object]) -> int:
    """How many Python calls ``task`` makes: the same on every machine."""
    profile = cProfile.Profile()
    profile.runcall(task)
    return pstats.Stats(profile).total_calls


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    stored, library = stored_body(), references()
    task = lambda: digest_of_one(stored, library)  # noqa: E731
    task()
    for name, before in (("cold", forget), ("warm", lambda: None)):
        times = milliseconds(task, before)
        before()
        print(
            f"{name}: median {statistics.median(times):.2f} ms, best {times[0]:.2f} ms, worst {times[-1]:.2f} ms,"
            f" {calls(task)} Python calls"
        )
    forget()
    cold = statistics.median(milliseconds(task, forget))
    print(f"limit, cold: {LIMIT} ms: {'kept' if cold < LIMIT else 'MISSED'}")


if __name__ == "__main__":
    main()
