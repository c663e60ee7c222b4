"""Every word that readers see has a translation in every language of ``locale/``, and the compiled files are current.

Staff screens are translated as far as Wagtail is; their own words stay in English.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.template import Engine
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.translation import override

from tools.messages import PROJECT_DIR, Message, catalogues, compiled, read_catalogue

TEMPLATES = PROJECT_DIR / "templates"
FOR_STAFF = {"admin", "desk", "importing", "wagtailadmin", "wagtailsettings"}
# Modules whose words stand on readers' pages. In some of them others are for staff, and may stay in English.
MODULES = (
    "articles/citations/superscripts.py",
    "articles/corrections/forms.py",
    "articles/feeds/atom.py",
    "articles/head.py",
    "articles/models/search.py",
    "articles/newsletter.py",
    "articles/register.py",
    "articles/review/lines.py",
    "articles/review/public_record.py",
    "articles/templatetags/article_tags.py",
    "articles/templatetags/reading_tags.py",
    "comments/joining/handling.py",
    "comments/joining/names/cleaning.py",
    "comments/joining/pages.py",
    "comments/joining/screens.py",
    "comments/joining/sending.py",
    "comments/joining/typed.py",
    "comments/exporting.py",
    "comments/register.py",
    "comments/status/forms.py",
    "comments/help/facts.py",
    "comments/reading/public_html.py",
    "comments/reading/thread_html.py",
    "comments/taking_part/report_form.py",
    "comments/taking_part/reporting_views.py",
    "comments/knowing/durations.py",
    "comments/knowing/public_page.py",
    "comments/knowing/small_numbers.py",
    "consent/addresses/address.py",
    "consent/capture/admission.py",
    "consent/capture/form.py",
    "consent/capture/handling.py",
    "consent/mail/frame.py",
    "consent/posting/middleware.py",
    "consent/receipts/reading.py",
    "consent/receipts/views.py",
    "consent/register/declarations.py",
    "consent/rights/forms.py",
    "consent/rights/holding.py",
    "consent/rights/labels.py",
    "consent/rights/session_views.py",
    "consent/rights/views.py",
    "consent/versions/notices.py",
    "portal/failing.py",
)
# Fields whose choices stand on readers' pages, by their models.
CHOICES = (
    ("comments.Appeal", "outcome"),
    ("comments.Comment", "state"),
    ("comments.CommentRevision", "kind"),
    ("comments.Decision", "action"),
    ("comments.Decision", "actor"),
    ("comments.Finding", "category"),
    ("comments.Report", "category"),
    ("comments.Report", "outcome"),
    ("comments.Sanction", "kind"),
    ("consent.ConsentEntry", "action"),
    ("consent.ConsentEntry", "method"),
    ("consent.OutgoingMail", "state"),
    ("consent.Request", "kind"),
    ("consent.Suppression", "reason"),
    ("consent.TextVersion", "kind"),
    ("consent.Token", "kind"),
)
FURTHER = (
    Message("Talk to your doctor if"),
    Message("Get medical help today if"),
    Message("Call an ambulance if"),
)
MARKS = ("_", "gettext", "gettext_lazy", "ngettext")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|</?\w+>")


def public_messages() -> set[Message]:
    """Whatever readers may see."""
    found = set(FURTHER)
    for path in sorted([*TEMPLATES.rglob("*.html"), *TEMPLATES.glob("consent/emails/*.txt")]):
        if not FOR_STAFF & set(path.relative_to(TEMPLATES).parts):
            found.update(in_template(path.read_text()))
    for name in MODULES:
        found.update(in_module((PROJECT_DIR / name).read_text()))
    with override("en"):  # whose words are those of the code
        for label, field in CHOICES:
            found.update(Message(str(words)) for _value, words in apps.get_model(label)._meta.get_field(field).choices)
    return found


def in_template(source: str) -> Iterator[Message]:
    """The messages of a template."""
    nodes: Any = Engine.get_default().from_string(source).nodelist  # Django's types know no attributes of nodes
    for node in nodes.get_nodes_by_type(TranslateNode):
        yield Message(str(node.filter_expression.var.literal), _context(node))
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        plural = node.render_token_list(node.plural)[0] if node.plural else ""
        yield Message(node.render_token_list(node.singular)[0], _context(node), plural)


def _context(node) -> str:
    return str(node.message_context.var) if node.message_context else ""


def in_module(source: str) -> Iterator[Message]:
    """The messages of a module that calls one of ``MARKS``, names of models aside."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            words = ast.literal_eval(node.args[0])
            if not words.startswith("search entr"):
                is_plural = node.func.id == "ngettext"
                yield Message(words, plural=ast.literal_eval(node.args[1]) if is_plural else "")


def problems_of(path: Path, wanted: set[Message]) -> Iterator[str]:
    """What is wrong with a catalogue, one line each."""
    catalogue = read_catalogue(path.read_text())
    head = Message("")
    name = path.relative_to(PROJECT_DIR)
    for message in sorted(wanted - catalogue.keys()):
        yield f"{name}: missing: {message}"
    for message in sorted(catalogue.keys() - wanted - {head}):
        yield f"{name}: no longer used: {message}"
    for message, forms in catalogue.items():
        if message != head:
            if len(forms) != (2 if message.plural else 1) or not all(forms):
                yield f"{name}: without translation: {message}"
            if any(sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(message.words)) for form in forms):
                yield f"{name}: other placeholders: {message}"
    file = path.with_suffix(".mo")
    if not file.exists() or file.read_bytes() != compiled(catalogue):
        yield f"{name}: changed since it was compiled. Run make messages."


def problems() -> list[str]:
    """What is wrong with any catalogue."""
    wanted = public_messages()
    return [problem for path in catalogues().values() for problem in problems_of(path, wanted)]


if __name__ == "__main__":
    django.setup()
    found = problems()
    print("\n".join(found))
    sys.exit(bool(found))
