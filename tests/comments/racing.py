"""What races of comments are made of."""

from comments.rules.posting import post
from consent.models import Token

ROUNDS = 6


def posting(submission, article):
    """A task that sends a form."""
    return lambda: post(submission, article.get_site())


def link_of(comment):
    return Token.issue(Token.Kind.CONFIRM, request=comment.request)


def person(number):
    return f"person{number}@example.org"
