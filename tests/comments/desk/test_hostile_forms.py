"""Whatever is sent to the desk by hand is refused in words or passed over: no error page, and nothing odd is kept."""

import pytest

from comments.models import Decision
from comments.models.comment import State
from tests.conversing import Action, a_comment, fresh

NUL = "%00"
LISTS = ("comments", "commenters", "appeals", "reports", "crisis", "conversations")


@pytest.mark.parametrize(
    "query",
    [
        f"queue/many/?detector={NUL}",
        f"queue/many/?detector=a&category={NUL}",
        f"queue/?card={NUL}&community={NUL}&done={NUL}&lane={NUL}",
        *[f"{each}/?q={NUL}&state={NUL}&outcome={NUL}&site={NUL}&kind={NUL}&by={NUL}" for each in LISTS],
        *[f"{each}/?q={2**64}&p={2**64}&site={2**64}&page={2**64}&conversation={2**64}" for each in LISTS],
    ],
)
def test_addresses_with_letters_and_numbers_that_no_database_takes(client, sign_in_as, article, query):
    a_comment(article)
    sign_in_as("Lead moderators")
    assert client.get(f"/admin/conversation/{query}").status_code == 200


@pytest.mark.parametrize("rule", ["kind", "\x00", "x" * 1000])
def test_approving_many_cites_no_rule(client, sign_in_as, article, rule):
    comment = a_comment(article)
    values = {"comment": f"{comment.pk}:1", "action": Action.APPROVE, "rule": rule}
    sign_in_as("Moderators")
    assert client.post("/admin/conversation/queue/many/", values).status_code == 200
    assert fresh(comment).state == State.PUBLISHED
    assert Decision.objects.filter(comment_id=comment.pk).latest("number").rule_code == ""


@pytest.mark.parametrize("number", [2**31, 2**63 - 1, 2**63, 2**64])
@pytest.mark.parametrize(
    "path",
    [
        *["queue/{}/decide/", "queue/{}/skip/", "queue/{}/open/"],
        *["comments/{}/", "commenters/{}/", "commenters/{}/sanction/", "commenters/{}/forget/"],
        *["commenters/{}/memorial/", "sanctions/{}/lift/", "appeals/{}/", "reports/{}/", "crisis/{}/"],
        "conversations/{}/",
    ],
)
def test_numbers_of_nothing(client, sign_in_as, community, path, number):
    sign_in_as("Lead moderators")
    values = {
        "action": Action.APPROVE,
        "state": State.PENDING,
        "revision": 2**64,
        "comment": f"{number}:{2**63}",
        "report": number,
        "note": "x",
        "kind": "banned",
        "act": "see",
    }
    assert client.post(f"/admin/conversation/{path.format(number)}", values).status_code in (302, 404, 409, 422)


@pytest.mark.parametrize("number", [2**63, 2**64, "9" * 17, "٣", "\x00"])
def test_numbers_of_nothing_in_forms(client, sign_in_as, community, number):
    sign_in_as("Lead moderators")
    many = client.post("/admin/conversation/queue/many/", {"comment": f"{number}:{number}", "action": Action.SPAM})
    undone = client.post("/admin/conversation/queue/undo/", {"decision": number})
    claimed = client.post("/admin/conversation/queue/claim/", {"community": number, "lane": number})
    assert (many.status_code, undone.status_code, claimed.status_code) in [(200, 422, 302), (200, 422, 200)]
    assert not Decision.objects.exists()
