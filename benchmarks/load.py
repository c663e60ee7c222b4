"""Asks a server as often as it can answer, with wrk (https://github.com/wg/wrk), on this machine alone."""

import re
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

HOSTS = {"127.0.0.1", "localhost"}
SCRIPTS = Path(__file__).with_name("scripts")
CONNECTIONS, MORE_CONNECTIONS = 2, 8  # two are steadiest on two cores; a server for many takes eight


class NoLoadError(Exception):
    """Nothing could be measured: no wrk, or answers that are not what they should be."""


@dataclass(frozen=True)
class Load:
    """What was answered. ``errors``: connections that failed or timed out, and answers that were refusals."""

    a_second: float
    requests: int
    errors: int


def load(
    address: str,
    *,
    seconds: float,
    connections: int = CONNECTIONS,
    headers: Mapping[str, str] | None = None,
    script: str = "",
    arguments: Sequence[str] = (),
) -> Load:
    """Asks for ``address`` without a pause. Raises ``NoLoadError``."""
    if urlsplit(address).hostname not in HOSTS:
        raise NoLoadError(f"Only servers on this machine are asked, and {address} is elsewhere.")
    if not (program := shutil.which("wrk")):
        raise NoLoadError("wrk is not installed: apt-get install wrk")
    command = [program, f"-c{connections}", "-t1", f"-d{max(1, round(seconds))}s", "--timeout", "60s"]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    if script:
        command += ["-s", str(SCRIPTS / script)]
    done = subprocess.run([*command, address, "--", *arguments], capture_output=True, text=True, timeout=seconds + 120)
    return read_report(done.stdout + done.stderr)


def read_report(text: str) -> Load:
    """What wrk printed. Raises ``NoLoadError``."""
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    total = re.search(r"(\d+) requests in", text)
    if not (rate and total):
        raise NoLoadError(f"wrk said: {text.strip()[:500]}")
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    errors = sum(map(int, broken.groups())) if broken else 0
    return Load(float(rate[1]), int(total[1]), errors + (int(refused[1]) if refused else 0))


def rate(address: str, *, seconds: float, **values) -> Load:
    """As ``load``. Raises ``NoLoadError`` if one of the answers was none: such a figure says nothing."""
    found = load(address, seconds=seconds, **values)
    if found.errors:
        raise NoLoadError(f"{found.errors} of {found.requests} requests to {address} were not answered.")
    return found


@dataclass(frozen=True)
class Answer:
    """One answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


def fetch(address: str, headers: Mapping[str, str] | None = None, body: bytes | None = None) -> Answer:
    """One answer, whatever its status; follows no redirection."""
    import ssl  # noqa: PLC0415 - only for certificates of a moment

    context = ssl._create_unverified_context()
    opener = urllib.request.build_opener(_Stay, urllib.request.HTTPSHandler(context=context))
    request = urllib.request.Request(address, headers=dict(headers or {}), data=body)
    try:
        with opener.open(request, timeout=60) as response:
            return Answer(response.status, dict(response.headers.items()), response.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, dict(error.headers.items()), error.read())


def demand_page(address: str, headers: Mapping[str, str] | None = None, *, holds: str = "") -> Answer:
    """The answer, if it is a page with status 200 that holds some words. Raises ``NoLoadError``."""
    found = fetch(address, headers)
    if found.status != 200 or not found.body:
        raise NoLoadError(f"{address} answers {found.status}.")
    if holds and holds.encode() not in found.body:
        raise NoLoadError(f"{address} does not hold what is measured: {holds}")
    return found


def demand_same(addresses: Sequence[str], headers: Mapping[str, str] | None = None) -> Answer:
    """The answer of all of them, if their bodies are the same byte for byte. Raises ``NoLoadError``."""
    answers = [demand_page(address, headers) for address in addresses]
    if len({answer.body for answer in answers}) > 1:
        lengths = ", ".join(f"{address} {len(each.body)}" for address, each in zip(addresses, answers, strict=True))
        raise NoLoadError(f"These answers differ, so their speeds can't be compared: {lengths}")
    return answers[0]
