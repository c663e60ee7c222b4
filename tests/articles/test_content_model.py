"""docs/content-model.md says what the code does: its tables are compared with models, blocks and checks."""

from pathlib import Path

from django.apps import apps
from django.utils.text import capfirst
from wagtail.models import Page

from articles.models import ArticlePage
from articles.publication.problems import CHECKS

DOCUMENT = (Path(__file__).parents[2] / "docs" / "content-model.md").read_text()


def table(heading):
    """The rows of the table under ``heading``, without its head."""
    section = DOCUMENT.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in rows if not row[0].startswith(" ---")][1:]


def pages():
    return [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]


def label(model):
    return capfirst(str(model._meta.verbose_name))


def fields(model):
    """What an editor fills in on a page of this type beside what every page has, in the order of the form."""
    of_every_page = {field.name for field in Page._meta.get_fields()}
    found = []
    for panel in [*model.content_panels, *model.promote_panels]:
        for part in getattr(panel, "children", [panel]):
            if heading := getattr(part, "heading", "") if hasattr(part, "relation_name") else "":
                found.append(str(heading).lower())
            elif (name := getattr(part, "field_name", None)) and name not in of_every_page:
                found.append(str(model._meta.get_field(name).verbose_name))
    return found


def parents(model):
    kinds = [allowed for allowed in model.allowed_parent_page_models() if allowed is not Page]
    return ", ".join(sorted(label(kind) for kind in kinds)) or "the root"


def test_every_page_type_is_described_with_its_fields_and_its_place():
    expected = [
        [label(model), parents(model), ", ".join(fields(model)), str(model.page_description)] for model in pages()
    ]
    assert sorted(table("Pages")) == sorted(expected)


def test_every_block_is_described():
    blocks = ArticlePage.body.field.stream_block.child_blocks.values()
    expected = [[f"`{block.name}`", str(block.label), str(block.get_description())] for block in blocks]
    assert table("The text of an article") == expected


def test_every_check_is_described_in_its_order():
    expected = [[check.name, "blocks" if check.may_block else "advises"] for check in CHECKS]
    assert [row[:2] for row in table("Before publication")] == expected
    assert all(len(row[2]) > 20 for row in table("Before publication"))
