"""How tests join a conversation: each step sends what stands in the form that was answered, as a browser does."""

from html.parser import HTMLParser

from consent.models import OutgoingMail, Token
from tests.consenting import ANNA
from tests.conversing import COMMENTS

FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}
TEXT = "What helped me was to write a list."
NAME = "Anna"


class Walk:
    """One tab. ``fields``: those of the form that it shows now; ``response``: the last answer."""

    def __init__(self, client, article, query=""):
        self.client, self.article = client, article
        self.path = f"/conversation/{article.pk}/join/"
        self.response = None
        self.fields = {}
        self.query = query

    def open(self, query=""):
        return self._take(self.client.get(self.path + (query or self.query)))

    def send(self, act, **changes):
        """Presses a button, with fields changed; None takes one out."""
        data = {**self.fields, "act": act, **changes}
        return self._take(
            self.client.post(self.path, {name: value for name, value in data.items() if value is not None})
        )

    def privacy(self, email=ANNA, purpose=(COMMENTS,), **changes):
        return self.send("privacy", email=email, purpose=list(purpose), **changes)

    def rules(self, agreed="1", **changes):
        return self.send("rules", agreed=agreed, **changes)

    def words(self, text=TEXT, name=NAME, act="send", **changes):
        return self.send(act, text=text, name=name, **changes)

    def to_rules(self, **changes):
        self.open()
        return self.privacy(**changes)

    def to_words(self, **changes):
        self.to_rules(**changes)
        return self.rules()

    def all_the_way(self, *, text=TEXT, name=NAME, **changes):
        self.to_words(**changes)
        return self.words(text, name)

    @property
    def html(self):
        return self.response.content.decode()

    @property
    def step(self):
        """The step that is shown."""
        acts = self.fields_of().acts
        return next((step for step in ("privacy", "rules", "send") if step in acts), "")

    def fields_of(self):
        form = _Form()
        form.feed(self.html)
        return form

    def _take(self, response):
        self.response = response
        if "html" in response.headers.get("Content-Type", ""):
            found = self.fields_of()
            if found.acts:
                self.fields = found.values
        return self


def confirm_path(comment):
    """The path of a link that is mailed for a comment."""
    return f"/conversation/confirm/{Token.issue(Token.Kind.CONFIRM, request=comment.request)}/"


def letters():
    """The kinds of the letters that are queued."""
    return list(OutgoingMail.objects.values_list("kind", flat=True))


class _Form(HTMLParser):
    """The fields of the form of joining, and the buttons of it."""

    def __init__(self):
        super().__init__()
        self.values, self.acts, self._inside, self._text = {}, [], False, ""

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self._inside = "join-form" in (attrs.get("class") or "")
        elif self._inside and tag == "button":
            self.acts.append(attrs["value"])
        elif self._inside and tag == "textarea":
            self._text = attrs["name"]
            self.values[self._text] = ""
        elif self._inside and tag == "input" and (attrs.get("type") != "checkbox" or "checked" in attrs):
            self.values[attrs["name"]] = attrs.get("value", "")

    def handle_data(self, data):
        if self._text:
            self.values[self._text] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._text = ""
        elif tag == "form":
            self._inside = False
