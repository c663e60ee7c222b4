"""Follows every link of the site as one role and sends every form that it meets, filled with junk.

Pages of one kind are many: of each route, and each set of parameters, only a few are opened. What a form does is taken
back after it, so that every form meets the same data.
"""

import sys
import traceback
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html as lxml_html

from tests.hostile.junk import kept_hidden, variants

HOST = "testserver"
ORIGIN = f"http://{HOST}"
LEFT_OUT = ("/mailbox/", "/static/", "/media/", "/admin/logout/")  # the demonstration's mail is open to all; files
MOST_OF_A_ROUTE = 4
MOST_PUBLIC_PAGES = 40


@dataclass(frozen=True)
class Form:
    """A form as it stood on a page."""

    page: str
    method: str
    action: str
    fields: tuple[tuple[str, str, str], ...]  # name, type, value

    @property
    def kind(self) -> tuple[str, str, frozenset[str]]:
        """The same for forms that differ in numbers alone."""
        names = frozenset("".join("0" if mark.isdigit() else mark for mark in name) for name, *_rest in self.fields)
        return self.method, _route(self.action), names


@dataclass
class Visit:
    """What came back."""

    asked: str
    status: int
    text: str
    sent: dict[str, Any] = field(default_factory=dict)
    error: str = ""

    def __str__(self) -> str:
        return f"{self.status} {self.asked}: {self.error}" + (f" with {self.sent!r}"[:600] if self.sent else "")


class Crawler:
    """One role. ``client`` is signed in already, or not at all."""

    def __init__(self, client: Client, *starts: str, most: int = 400) -> None:
        client.raise_request_exception = False
        self._client, self._most = client, most
        self._waiting = deque(starts)
        self._known = set(starts)
        self._opened: Counter[tuple] = Counter()
        self.forms: dict[tuple, Form] = {}
        self._error = ""
        got_request_exception.connect(self._note)

    def _note(self, **_signal):
        """Keeps what was raised, and where, for the message of the test."""
        kind, error, trace = sys.exc_info()
        where = traceback.extract_tb(trace)[-1]
        self._error = f"{kind.__name__ if kind else ''}: {error} ({where.filename[-60:]}:{where.lineno})"[:400]

    def pages(self):
        """Opens page after page: visits."""
        for _number in range(self._most):
            if not self._waiting:
                return
            yield self._open(self._waiting.popleft())

    def submissions(self):
        """Sends each kind of form in several ways, others on each database: visits."""
        for kind in sorted(self.forms, key=repr):
            form = self.forms[kind]
            method, route, names = kind
            for junk in variants(form.fields, seed=f"{connection.vendor} {method} {route} {sorted(names)}"):
                yield self._send(form, junk)

    def _open(self, address: str) -> Visit:
        self._error = ""
        with transaction.atomic():
            response = self._client.get(address, headers={"host": HOST})
            text = _text(response)
        location = response.headers.get("Location")
        if location:
            self._meet(urljoin(address, location))
        elif response.status_code == 200 and "html" in response.headers.get("Content-Type", ""):
            self._read(address, text)
        return Visit(f"GET {address}", response.status_code, text, error=self._error)

    def _send(self, form: Form, junk: dict[str, str]) -> Visit:
        self._error = ""
        with transaction.atomic():
            send = self._client.post if form.method == "post" else self._client.get
            response = send(form.action, junk, headers={"host": HOST, "origin": ORIGIN, "referer": ORIGIN + form.page})
            text = _text(response)
            transaction.set_rollback(True)
        return Visit(
            f"{form.method.upper()} {form.action} (from {form.page})", response.status_code, text, junk, self._error
        )

    def _read(self, address: str, text: str) -> None:
        if not text.strip():
            return
        tree = lxml_html.fromstring(text.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
        for link in tree.iter("a"):
            if link.get("href"):
                self._meet(urljoin(address, link.get("href")))
        for element in tree.iter("form"):
            form = _form(address, element)
            if _is_ours(form.action):
                self.forms.setdefault(form.kind, form)

    def _meet(self, address: str) -> None:
        parts = urlsplit(address)
        local = parts.path + (f"?{parts.query}" if parts.query else "")
        if parts.scheme not in ("", "http", "https") or parts.netloc not in ("", HOST) or not _is_ours(local):
            return
        route = _route(local)
        kind = (route, frozenset(name for name, _value in parse_qsl(parts.query)))
        most = MOST_PUBLIC_PAGES if route == "page" else MOST_OF_A_ROUTE
        if local not in self._known and self._opened[kind] < most:
            self._known.add(local)
            self._opened[kind] += 1
            self._waiting.append(local)


def _form(page: str, element) -> Form:
    fields = []
    for each in element.iter("input", "select", "textarea", "button"):
        if each.get("name"):
            kind = each.get("type") or each.tag
            fields.append(
                (each.get("name"), kind, each.get("value") or (each.text or "" if each.tag != "input" else ""))
            )
    action = urlsplit(urljoin(ORIGIN + page, element.get("action") or page))
    local = action.path + (f"?{action.query}" if action.query else "") if action.netloc == HOST else "//elsewhere"
    return Form(page, (element.get("method") or "get").lower(), local, tuple(kept_hidden(fields)))


def _is_ours(address: str) -> bool:
    return address.startswith("/") and not address.startswith(("//", *LEFT_OUT))


def _route(address: str) -> str:
    try:
        match = resolve(urlsplit(address).path)
    except Resolver404:
        return "nowhere"
    return "page" if match.func.__name__ == "serve" else match.route


def _text(response) -> str:
    if getattr(response, "streaming", False):
        return b"".join(response.streaming_content).decode(errors="replace")
    return response.content.decode(errors="replace")
