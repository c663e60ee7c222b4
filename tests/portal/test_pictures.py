"""How a picture is written into a page: formats, sizes, and when it is fetched."""

import re

import pytest
from bs4 import BeautifulSoup

from articles.models import ArticlePage
from portal.pictures import CARD, FIGURE, PORTRAIT, picture_html
from tests.reviewing import add_live, save_and_publish


def written(picture, shape, **options):
    return BeautifulSoup(picture_html(picture, shape, alt="Six cells", **options), "html.parser").picture


@pytest.mark.parametrize(("shape", "widths"), [(FIGURE, [480, 800]), (CARD, [400, 800]), (PORTRAIT, [160, 320])])
def test_a_picture_comes_in_modern_formats_in_several_widths_and_is_never_enlarged(picture, shape, widths):
    html = written(picture, shape)
    assert [source["type"] for source in html.select("source")] == ["image/avif", "image/webp"]
    for source in html.select("source"):
        assert [int(width) for width in re.findall(r" (\d+)w", source["srcset"])] == widths
        assert source["sizes"] == shape.sizes
    assert html.img["src"].endswith(".png"), "for browsers that know neither"
    assert int(html.img["width"]) == widths[-1]
    assert int(html.img["height"]) > 0
    assert html.img["alt"] == "Six cells"


def test_what_stands_first_is_fetched_first_and_the_rest_when_it_comes_near(picture):
    first, later = written(picture, CARD, eager=True).img, written(picture, CARD).img
    assert (first["loading"], first["fetchpriority"]) == ("eager", "high")
    assert (later["loading"], later.get("fetchpriority")) == ("lazy", None)


def test_a_figure_is_fetched_first_only_where_it_begins_the_text(client, topic, picture):
    figure = {"type": "figure", "value": {"image": {"image": picture.pk, "alt_text": "Six", "decorative": False}}}
    text = {"type": "text", "value": "<p>It is active again.</p>"}
    page = add_live(topic, ArticlePage(title="Pictures", slug="pictures", body=[figure, text, figure]))

    def fetched():
        html = BeautifulSoup(client.get("/multiple-myeloma/pictures/").content, "html.parser")
        return [image.get("fetchpriority") for image in html.select(".figure img")]

    assert fetched() == ["high", None]
    page.body = [text, text, figure]
    save_and_publish(page)
    assert fetched() == [None]
