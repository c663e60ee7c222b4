"""Errors are reported to a server of the operator's choice (``SENTRY_DSN``, the extra ``errors``), without anything of
anybody: GDPR, article 5 (1) (c).

A report says which error, where in the code, and in which version. It holds no variables of functions, no form, cookie,
header or address of a request, no user and no log of what went before; whatever text is left is masked like our logs
(``portal.log_scrubbing``). Of an error's own words the first line is kept: in the next ones databases quote rows.
"""

from typing import Any

from django.conf import settings

from portal.log_scrubbing import scrub
from portal.version import version

LEFT_OUT = ("user", "extra", "breadcrumbs", "server_name", "modules")
LONGEST_WORDS = 300  # characters of an error's own words


def begin(**options: Any) -> bool:
    """Switches reports on, if the operator wants them. Whether it did."""
    if not settings.SENTRY_DSN:
        return False
    import sentry_sdk  # noqa: PLC0415 - an extra, and slow to import

    sentry_sdk.init(  # by default it sends nothing of persons that it knows of; the rest goes in ``without_persons``
        dsn=settings.SENTRY_DSN,
        release=version(),
        environment="demonstration" if settings.DEMO else "production",
        before_send=without_persons,
        include_local_variables=False,
        include_source_context=True,
        max_breadcrumbs=0,
        max_request_body_size="never",
        traces_sample_rate=None,
        auto_session_tracking=False,
        **options,
    )
    return True


def without_persons(event: Any, hint: dict[str, Any]) -> Any:
    """What may leave of a report."""
    kept = {name: value for name, value in event.items() if name not in LEFT_OUT}
    if "request" in kept:
        kept["request"] = {"method": kept["request"].get("method", "")}
    if (kept.get("transaction_info") or {}).get("source") != "route":  # else it is an address as somebody typed it
        kept.pop("transaction", None)
    for error in (kept.get("exception") or {}).get("values", ()):
        error["value"] = (str(error.get("value") or "").splitlines() or [""])[0][:LONGEST_WORDS]
    if entry := kept.get("logentry"):
        entry.pop("params", None)
    return _scrubbed(kept)


def _scrubbed(value: Any) -> Any:
    match value:
        case str():
            return scrub(value)
        case dict():
            return {name: _scrubbed(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_scrubbed(inner) for inner in value]
    return value
