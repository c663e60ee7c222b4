"""One type of page, with a text."""

from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page


class StockPage(Page):
    """An article as a new Wagtail project has it."""

    body = RichTextField(blank=True)
    allow_comments = models.BooleanField(default=True)

    template = "stock/stock_page.html"
