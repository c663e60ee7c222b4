"""Pictures from the disk, for the demonstration alone: elsewhere a server in front has them (docs/security-checks.md).

``django.conf.urls.static`` answers in debug mode alone; the demonstration runs without it.
"""

import errno
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

NO_NAME = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})  # what no file can be called


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """The file at ``path``; none where the disk could have no such name."""
    told: dict[str, Any] = {"document_root": settings.MEDIA_ROOT}
    try:
        return serve(request, path, **told)
    except OSError as error:
        if error.errno in NO_NAME:
            raise Http404 from error
        raise
