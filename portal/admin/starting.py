"""The admin runs no inline script, so that the content policy can forbid it (decision 22). Wagtail 8 starts three
things in one: panels with a list of forms, choosers, and fields for dates. Here each is told as data instead, and
``static/admin/start.js`` starts it: what may be started stands in that file, so data can name nothing else.

The templates of the panels and fields stand in ``templates/wagtailadmin``.
"""

from typing import Any

from django.utils.html import json_script
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser


def start(name: str, *args: Any) -> SafeString:
    """An element that has ``name`` started with ``args``."""
    script = json_script({"start": name, "with": args})
    return mark_safe(script.replace("<script ", "<script data-start ", 1))  # noqa: S308 - made by json_script


def take_over() -> None:
    """Has choosers be started this way."""
    BaseChooser.render = render_chooser


def render_chooser(
    widget: Any, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
) -> SafeString:
    """A chooser's field: what ``BaseChooser.render`` writes, with data in the place of the script."""
    id_ = (attrs or {})["id"]
    data = widget.get_value_data(value)
    html = widget.render_html(name, data, attrs)
    if isinstance(widget, AdminTaskChooser):
        started = start("createTaskChooser", id_)
    else:
        started = start(widget.js_constructor, id_, widget.get_js_init_options(id_, name, data))
    return mark_safe(f"{html}{started}")  # noqa: S308 - Wagtail's own template, and made by json_script
