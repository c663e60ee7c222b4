"""A browser that sends forms and follows nothing, so that a test knows what was answered, and whether anything was.

Each one comes from a network of its own, by what a proxy in front would say of it: limits count networks.
"""

import http.client
import itertools
from dataclasses import dataclass
from functools import cached_property
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from bs4 import BeautifulSoup

PATIENCE = 60  # seconds
_numbers = itertools.count()


class NoAnswerError(Exception):
    """The server was gone before it answered."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict
    body: bytes

    @property
    def is_acknowledged(self):
        """Whether the sender was told that it was done."""
        return 200 <= self.status < 400

    @cached_property
    def soup(self):
        return BeautifulSoup(self.body, "html.parser")

    @property
    def words(self):
        """What a person reads."""
        return " ".join(self.soup.get_text(" ").split())


class Browser:
    """One person at one portal."""

    def __init__(self, port, **cookies):
        self.port, self.cookies = port, cookies
        number = next(_numbers)
        self.network = f"10.{number // 250}.{number % 250}.1"

    def get(self, path, patience=PATIENCE, **headers):
        return self._send("GET", path, None, headers, patience)

    def post(self, path, fields, patience=PATIENCE, **headers):
        """Sends a form: pairs, or a dictionary whose values may be lists."""
        body = fields if isinstance(fields, bytes) else urlencode(fields, doseq=True).encode()
        return self._send(
            "POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", **headers}, patience
        )

    def fields_at(self, path, selector="form[method=post]"):
        """The fields of a form as it stands on a page, as a browser would send them."""
        answer = self.get(path)
        assert answer.status == 200, (path, answer.status, answer.words[:300])
        return fields_of(answer.soup.select_one(selector))

    def _send(self, method, path, body, headers, patience):
        own = f"http://127.0.0.1:{self.port}"
        sent = {"Origin": own, "Referer": f"{own}/", "Sec-Fetch-Site": "same-origin", **headers}
        sent["X-Forwarded-For"] = self.network
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)
        try:
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            answer = Answer(response.status, dict(response.getheaders()), response.read())
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswerError(f"{method} {path}: {type(error).__name__}") from None
        finally:
            connection.close()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                self.cookies |= {key: morsel.value for key, morsel in SimpleCookie(value).items()}
        return answer


def fields_of(form):
    """What a browser sends of a form, without its buttons."""
    found = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        kind = field.get("type", "")
        if kind in ("submit", "button", "image", "file") or field.has_attr("disabled"):
            continue
        if kind in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        if field.name == "textarea":
            value = field.get_text().removeprefix("\n")
        elif field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            value = chosen.get("value", "") if chosen else ""
        else:
            value = field.get("value", "on" if kind == "checkbox" else "")
        found.setdefault(field["name"], []).append(value)
    return found
