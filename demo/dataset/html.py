"""The kept HTML of many comments: made once for each text by the portal's own function, with gaps for the rest."""

from datetime import UTC, datetime
from functools import cache

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import escape
from wagtail.models import Site

from comments.models import Comment
from comments.reading.public_html import comment_html
from demo.dataset.people import LANGUAGE
from portal.models import CommunitySettings

_ID, _NAME = 9_999_999_999, "NameOfNobody"
_AT = datetime(1970, 1, 2, 12, tzinfo=UTC)


class Html:
    """The HTML of comments in one community."""

    def __init__(self, site: Site):
        settings = CommunitySettings.for_site(site)
        self._zone, self._zone_name = settings.zone, settings.time_zone
        self._texts: dict[str, str] = {}
        self.told = cache(self._told)
        self._gaps = self._told(_AT)

    def of(self, text: str, pk: int, name: str, at: datetime) -> str:
        """As ``comment_html`` makes it for a comment that was not edited, by somebody who is not staff."""
        if text not in self._texts:
            self._texts[text] = self._made(text)
        iso, day = self.told(at)
        html = self._texts[text].replace(str(_ID), str(pk)).replace(_NAME, escape(name))
        return html.replace(self._gaps[0], iso).replace(self._gaps[1], day)

    def _made(self, text: str) -> str:
        comment = Comment(pk=_ID, user_name=_NAME, comment=text, submit_date=_AT, language=LANGUAGE, revision=1)
        vars(comment).update(time_zone=self._zone_name, staff="")
        return comment_html(comment)

    def _told(self, at: datetime) -> tuple[str, str]:
        with translation.override(LANGUAGE), timezone.override(self._zone):
            local = timezone.localtime(at)
            return local.isoformat(timespec="minutes"), date_format(local, "DATE_FORMAT")
