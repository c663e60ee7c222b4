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
