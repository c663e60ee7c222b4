"""How an author goes to the page of their comment, and presses its buttons."""

from comments.models import CommentLink


def a_link(comment) -> str:
    """The path of a link to the page."""
    return f"/conversation/status/{CommentLink.issue(comment.pk)}/"


def shown(client, comment) -> str:
    """The page of a comment."""
    response = client.get(a_link(comment))
    assert response.status_code == 200
    return response.content.decode()


def press(client, path, act, **values):
    """A button on the page, pressed."""
    return client.post(path, {"act": act, **values}, headers={"Sec-Fetch-Site": "same-origin"})
