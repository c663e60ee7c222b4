"""One page of each type that a reader may meet in the demonstration, by a name for it: path and status."""

from django.utils import timezone

MAIL = "20260101-120000-000000-0123abcd"  # in the mailbox of the demonstration
PAGES = {
    "home": ("/", 200),
    "topic": ("/multiple-myeloma/", 200),
    "article": ("/multiple-myeloma/relapsed-refractory-myeloma/", 200),
    "translation": ("/es/leucemia-linfocitica-cronica/esperar-y-vigilar/", 200),
    "review-history": ("/multiple-myeloma/relapsed-refractory-myeloma/review-history/", 200),
    "story": ("/chronic-lymphocytic-leukaemia/beans-and-blood-tests/", 200),
    "a-to-z": ("/a-to-z/", 200),
    "glossary": ("/glossary/", 200),
    "people": ("/people/", 200),
    "person": ("/people/miriam-halvorsen/", 200),
    "standard-page": ("/about/", 200),
    "policy": ("/privacy/", 200),
    "policy-versions": ("/privacy/versions/", 200),
    "policy-version": ("/privacy/versions/2/", 200),
    "search": ("/search/?q=myeloma", 200),
    "search-without-words": ("/search/", 200),
    "search-without-results": ("/search/?q=xylophone", 200),
    "my-data": ("/my-data/", 200),
    "my-data-check-inbox": ("/my-data/check-your-inbox/", 200),
    "my-data-gone": ("/my-data/no-such-link/", 410),
    "my-data-erased": ("/my-data/erased/", 200),
    "what-we-process": ("/consent/what-we-process/", 200),
    "conversation": ("/test-lead/conversation/relapsed-refractory-myeloma/", 200),
    "comment-report": ("/conversation/comment/1/report/", 200),
    "comment-report-de": ("/de/conversation/comment/1/report/", 200),
    "rules": ("/rules/", 200),
    "rules-versions": ("/rules/versions/", 200),
    "conversation-help": ("/conversation/help/", 200),
    "conversation-help-es": ("/es/conversation/help/?country=ES", 200),
    "mailbox": ("/mailbox/", 200),
    "mail": (f"/mailbox/{MAIL}/", 200),
    "sign-up": ("/sign-up/", 200),
    "sign-up-done": ("/sign-up/check-your-inbox/", 200),
    "conversation-confirm-gone": ("/conversation/confirm/no-such-link/", 410),
    "conversation-status-gone": ("/conversation/status/no-such-link/", 410),
    "comment-not-here": ("/conversation/comment/1099511627776/", 404),
    "comment-report-received": ("/conversation/report-received/", 200),
    "transparency-years": ("/conversation/transparency/", 200),
    "transparency": (f"/conversation/transparency/{timezone.now().year}/", 200),
    "404": ("/no-such-page/", 404),
    "403": ("/test-403/", 403),
    "500": ("/test-500/", 500),
}
ARTICLE = PAGES["article"][0]
PAGES["report-error-thanks"] = (f"{ARTICLE}report-error/thank-you/", 200)
# Pages with a form that is sent: they hold a token and set its cookie, or a ticket, which is sealed anew each time.
FORMS = {
    "report-error": (f"{ARTICLE}report-error/", 200),
    "conversation-join": ("/test-lead/conversation_join/relapsed-refractory-myeloma/", 200),
    "conversation-join-es": ("/test-lead/conversation_join/esperar-y-vigilar/", 200),
}
ARTICLE_TITLE = "When myeloma comes back or stops responding"
