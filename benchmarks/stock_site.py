"""Sets up the stock site (``benchmarks.stock``) with the words of one of our articles, and serves it as the portal."""

import secrets
import sys
from typing import TYPE_CHECKING

from benchmarks.portals import ON_A_PAGE, Filled

if TYPE_CHECKING:
    from benchmarks.ratios import Bench


def serve_stock(bench: "Bench", source: Filled, path: str) -> str:
    """The address of the stock page with the text and comments of the article at ``path``."""
    bench.say("Setting up a stock Wagtail site with django-comments-xtd ...")
    room = bench.house.room("stock")
    story = room / "story.json"
    source.inside("story", "--file", str(story), "--path", path)
    cluster = bench.portals.cluster
    variables = {
        "DJANGO_SETTINGS_MODULE": "benchmarks.stock.settings",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "DATABASE_URL": cluster.database(f"stock-{secrets.token_hex(4)}")
        if cluster
        else f"sqlite:///{room / secrets.token_hex(4)}.sqlite3",
        "MEDIA_ROOT": str(room / "media"),
        "STATIC_ROOT": str(room / "static"),
    }
    bench.house.run([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], variables)
    fill = [sys.executable, "-m", "benchmarks.stock.fill", str(story), str(ON_A_PAGE)]
    stands = bench.house.run(fill, variables).splitlines()[-1]
    return bench.house.serve("stock", "benchmarks.stock.wsgi:application", variables) + stands
