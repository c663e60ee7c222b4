"""No function, method, class or import that nothing uses. Names that only a template uses count as used.

What a framework calls by name is listed in ``CALLED_BY_NAME``.
"""

import re
import sys
from pathlib import Path

from vulture import Vulture
from vulture.core import Item

PROJECT_DIR = Path(__file__).resolve().parent.parent
ROOTS = ("portal", "consent", "articles", "comments", "demo", "tests", "tools", "benchmarks", "deploy", "manage.py")
REPORTED = {"class", "function", "import", "method", "property", "unreachable_code"}
FRAMEWORK_DECORATORS = [
    "@actions.register_action",
    "@admin.*",
    "@cached_property",
    "@checks.register",
    "@examines",
    "@field_validator",
    "@hooks.register",
    "@measures",
    "@model_validator",
    "@*.register_action",
    "@pytest.*",
    "@receiver",
    "@register*",
    "@register.*",
]
CALLED_BY_NAME = [
    "*Config",
    "*Middleware",
    "Command",
    "Originals",  # STORAGES, with Renditions
    "LeakedPasswordValidator",  # AUTH_PASSWORD_VALIDATORS, with validate
    "validate",
    "MessageStorage",  # MESSAGE_STORAGE
    "PictureForm",  # WAGTAILIMAGES_IMAGE_FORM_BASE
    "PortalBackend",
    "Meta",
    "_urls",  # Django's sitemaps
    "_purge_urls",  # Wagtail's caches in front
    "do_*",  # http.server, with log_message
    "log_message",
    "add_arguments",
    "add_item_elements",  # Django's feeds, with author_name, feed_*, item_* and subtitle
    "as_postgresql",  # Django's expressions, with as_sqlite
    "as_sqlite",
    "author_name",
    "chunks",  # Django's files
    "capture_envelope",  # the library of error reports
    "clean*",
    "collect",  # Prometheus' library, with describe
    "connection_class",  # Django's backend for SMTP
    "construct_options",  # Wagtail's adapters for script
    "describe",
    "decorate_paginated_queryset",  # Wagtail's reports
    "execute_action",
    "expand_*",  # Wagtail's handlers of links
    "feed_*",
    "form_valid",  # Django's form views
    "formatException",  # the formatters of logging, with formatMessage and formatStack
    "formatMessage",
    "formatStack",
    "format_comment",
    "format_message",
    "get_*",
    "handle",
    "handle_*",  # aiosmtpd
    "item_*",
    "label_from_instance",  # Django's choice fields
    "new_file",  # Django's handlers of uploads, with receive_data_chunk and file_complete
    "receive_data_chunk",
    "file_complete",
    "normalize_choice",  # Wagtail's blocks of choices
    "process_exception",  # Django's middleware, with process_view
    "process_request",
    "process_response",
    "process_view",
    "publish_approved",  # WAGTAIL_FINISH_WORKFLOW_ACTION
    "pytest_*",
    "ready",
    "Renditions",
    "register_chooser_viewset",  # Wagtail's snippets
    "render_component",  # Wagtail's menu
    "*Storage",  # Django's storages, settings name them
    "AddIndexWhileInUse",  # migrations use it, with RemoveIndexWhileInUse and database_*
    "RemoveIndexWhileInUse",
    "database_backwards",
    "StaffAction",  # Wagtail's log
    "kill_each",  # tests run it in a process of its own
    "redirect_request",  # urllib
    "settings_customise_sources",  # pydantic
    "search_queryset",  # Wagtail's lists
    "subtitle",
    "test_*",
    "validateLink",  # markdown-it-py
]


def unused() -> list[str]:
    """One line for each piece of code that nothing uses."""
    vulture = Vulture(ignore_names=CALLED_BY_NAME, ignore_decorators=FRAMEWORK_DECORATORS)
    vulture.scavenge([str(PROJECT_DIR / root) for root in ROOTS], exclude=["*/migrations/*"])
    named = names_in_templates() | names_in_strings()
    return [
        item.get_report()
        for item in vulture.get_unused_code(min_confidence=60)
        if item.typ in REPORTED and item.name not in named and not is_model(item)
    ]


def names_in_templates() -> set[str]:
    """Every word of the templates."""
    files = [*PROJECT_DIR.glob("templates/**/*.*"), *PROJECT_DIR.glob("*/templates/**/*.*")]
    return {word for path in files for word in re.findall(r"\w+", path.read_text())}


def names_in_strings() -> set[str]:
    """Every string of the code that is a name: search fields, panels and columns are named that way. In tests, the last
    part of a dotted name: classes that settings name.
    """
    files = [
        path
        for root in ("portal", "consent", "articles", "comments", "demo")
        for path in (PROJECT_DIR / root).rglob("*.py")
    ]
    names = {name for path in files for name in re.findall(r"[\"'](\w+)[\"']", path.read_text())}
    tests = (PROJECT_DIR / "tests").rglob("*.py")
    return names | {name for path in tests for name in re.findall(r"[\"']tests\.[\w.]+\.(\w+)[\"']", path.read_text())}


def is_model(item: Item) -> bool:
    """Whether an unused class is a model, which Django knows by its app."""
    return item.typ == "class" and "models" in item.filename.parts


if __name__ == "__main__":
    found = unused()
    print("\n".join(found))
    sys.exit(bool(found))
