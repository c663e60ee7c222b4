"""What `make check` looks for in translations, and what `make messages` writes."""

import gettext
import io

import pytest

from tools import check_messages
from tools.check_messages import in_module, in_template, problems, problems_of
from tools.messages import Message, compiled, read_catalogue

CATALOGUE = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

# A remark.
msgctxt "advice"
msgid "Do"
msgstr "Haga"

msgid "%(count)s result"
msgid_plural "%(count)s results"
msgstr[0] "%(count)s resultado"
msgstr[1] "%(count)s "
"resultados"
"""


def test_readers_of_every_language_are_spoken_to_in_it():
    assert problems() == []


def test_compiled_file_answers_as_the_catalogue_says():
    translations = gettext.GNUTranslations(io.BytesIO(compiled(read_catalogue(CATALOGUE))))
    assert translations.pgettext("advice", "Do") == "Haga"
    assert translations.gettext("Do") == "Do"
    assert translations.ngettext("%(count)s result", "%(count)s results", 1) == "%(count)s resultado"
    assert translations.ngettext("%(count)s result", "%(count)s results", 2) == "%(count)s resultados"


def test_messages_of_templates_and_modules_are_found():
    source = """{% load i18n %}{% if x %}{% translate "Do" context "advice" %}{% endif %}
        {% blocktranslate count count=x %}{{ count }} result{% plural %}{{ count }} results{% endblocktranslate %}"""
    assert set(in_template(source)) == {Message("Do", "advice"), Message("%(count)s result", "", "%(count)s results")}
    assert list(in_module('x = _("Search")')) == [Message("Search")]


@pytest.mark.parametrize(
    ("change", "wanted", "complaint"),
    [
        (("", ""), {Message("New")}, "missing"),
        (("", ""), set(), "no longer used"),
        (("Haga", ""), set(), "without translation"),
        (("%(count)s resultado", "%(sum)s resultado"), set(), "other placeholders"),
        (("Haga", "Hagan"), set(), "changed since it was compiled"),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_named(tmp_path, monkeypatch, change, wanted, complaint):
    monkeypatch.setattr(check_messages, "PROJECT_DIR", tmp_path)
    path = tmp_path / "django.po"
    path.write_text(CATALOGUE)
    path.with_suffix(".mo").write_bytes(compiled(read_catalogue(CATALOGUE)))
    known = set(read_catalogue(CATALOGUE)) - {Message("")}
    assert list(problems_of(path, known)) == []
    path.write_text(CATALOGUE.replace(*change))
    assert any(complaint in problem for problem in problems_of(path, wanted or known - {Message("Do", "advice")}))
