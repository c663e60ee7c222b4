"""Community rules are written one by one, and published with the rest of their page as a version."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html, streamfield

from consent.models import PolicyPage, TextVersion

RULES = (("kind", "Be kind."), ("experience", "Tell your own story."))


def rules(rows=RULES, answer="Please mend it."):
    return [("rule", {"code": code, "sentence": sentence, "answer": answer}) for code, sentence in rows]


@pytest.fixture
def page(community):
    """Live community rules, in two sentences."""
    found = PolicyPage(title="Community rules", slug="rules", role="rules", body="<p>How we speak.</p>", rules=rules())
    community.root_page.add_child(instance=found)
    return found


def versions():
    return list(TextVersion.objects.filter(kind="rules").order_by("version"))


def publish(page, *, what_changed="", change="material", **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.state(change=change, what_changed=what_changed)
    page.save_revision().publish()


def press(client, page, **changes):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(url).content.decode(), form_id="page-edit-form")
    data.update({**changes, "action-publish": "1"})
    response = client.post(url, data)
    return dict(response.context["form"].errors) if response.status_code == 200 else {}


def in_form(rows=RULES, answer="Please mend it."):
    blocks = streamfield(rules(rows, answer))
    return {f"rules-{name}": value for name, value in flat(blocks)}


def flat(values, prefix=""):
    for name, value in values.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}-")
        else:
            yield prefix + name, value


def test_every_rule_is_part_of_the_words_and_stands_in_the_version(page):
    version = versions()[0]
    assert version.text.splitlines() == ["Community rules", "1. Be kind.", "2. Tell your own story.", "How we speak."]
    assert [rule["code"] for rule in version.content["rules"]] == ["kind", "experience"]


def test_another_answer_alone_makes_a_version_that_asks_nobody_again(page):
    publish(page, rules=rules(answer="Please say it kindly."), change="editorial")
    first, second = versions()
    assert second.digest == first.digest
    assert second.content["rules"][0]["answer"] == "Please say it kindly."
    assert not second.is_material


def test_the_same_rules_make_none(page):
    publish(page)
    assert len(versions()) == 1


def test_readers_find_the_rules_numbered_on_their_page_and_on_each_version(client, page):
    for address in ("/rules/", "/rules/versions/1/"):
        assert '<li id="rule-2">Tell your own story.</li>' in client.get(address).content.decode()


def test_two_rules_with_one_code_are_refused_and_so_are_rules_elsewhere(client, sign_in_as, page, community):
    sign_in_as("Editors")
    errors = press(client, page, **in_form([("kind", "Be kind."), ("kind", "Be kinder.")]))
    assert "Two rules have the code “kind”" in str(errors["rules"])
    privacy = PolicyPage(title="Privacy", slug="privacy", role="privacy", body="<p>Words.</p>")
    community.root_page.add_child(instance=privacy)
    assert "rules" in press(client, privacy, **in_form())


def test_another_rule_wants_a_sentence_on_what_changed(client, sign_in_as, page):
    sign_in_as("Editors")
    more = in_form([*RULES, ("doses", "Give no doses.")])
    assert "what_changed" in press(client, page, **more)
    assert not press(client, page, **more, what_changed="A rule on doses.")
    assert versions()[-1].what_changed == "A rule on doses."
