import pytest

from portal.markup import Kind, attribute, attributes, plain, plain_lines, split


def nodes(html):
    return [(node.kind.value, node.html) for node in split(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a title=\"x>y\" b='>'>c</a>", [("start", "<a title=\"x>y\" b='>'>"), ("text", "c"), ("end", "</a>")]),
        ("2 < 3 & <p>", [("text", "2 < 3 & "), ("start", "<p>")]),
        ('<a "x>y">', [("start", '<a "x>'), ("text", 'y">')]),
        ("<!-- <p> --><p>", [("opaque", "<!-- <p> -->"), ("start", "<p>")]),
        ("<!--><p>", [("opaque", "<!-->"), ("start", "<p>")]),
        (
            "<script>a<b</scripted></script>",
            [("start", "<script>"), ("opaque", "a<b</scripted>"), ("end", "</script>")],
        ),
        ("<!doctype html><?x?></ x>", [("opaque", "<!doctype html>"), ("opaque", "<?x?>"), ("opaque", "</ x>")]),
        ("caf&eacute;&nbsp;&amp;&#91;", [("text", "café\u00a0&amp;[")]),
    ],
)
def test_html_is_split_as_browsers_split_it(html, expected):
    assert nodes(html) == expected


@pytest.mark.parametrize("html", ['<a href="x', "<b", "text <i class='"])
def test_unfinished_tag_becomes_text_instead_of_swallowing_the_page(html):
    assert split(html)[-1].kind is Kind.TEXT
    assert split(html)[-1].html.startswith("&lt;")


def test_entities_that_could_become_markup_stay_entities():
    assert nodes("&lt;b&gt; &amp;lt; &#60;") == [("text", "&lt;b&gt; &amp;lt; &#60;")]


def test_attributes_are_read_with_and_without_quotes():
    tag = "<img ALT = 'a \"b\"' data-x=1/2 hidden id=x>"
    assert [found["name"] for found in attributes(tag)] == ["ALT", "data-x", "hidden", "id"]
    assert attribute(tag, "alt") == 'a "b"'
    assert attribute(tag, "data-x") == "1/2"
    assert attribute(tag, "hidden") == ""
    assert attribute(tag, "src") is None


def test_plain_text_keeps_words_of_one_line_together():
    assert plain(split("<p>un<b>usual</b> &amp; rare</p>")) == "unusual & rare"
    assert plain_lines("<p>One</p><p>Two<br>Three</p><ul><li>Four <i>and</i> five</li></ul>") == [
        "One",
        "Two",
        "Three",
        "Four and five",
    ]


@pytest.mark.parametrize(
    "unit", ["<a ", '<a x="', "<a x='\"", "<!--", "<!", "</", "<script>", "<title>x</", "&#91;", "&#"]
)
def test_hostile_html_takes_linear_time(unit, grows_linearly):
    assert grows_linearly(lambda size: split(unit * (size // 4)))
