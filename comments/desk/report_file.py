"""The report on moderation for spreadsheets: one line a figure, every cell neutralised (``portal.spreadsheets``).

It holds no name of an author, no address and no word of a comment: there is none in the figures.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.http.response import HttpResponseBase
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.knowing.report import ModerationReport
from comments.models import Decision
from portal.spreadsheets import NeutralExportMixin


class Line(NamedTuple):
    """One figure: of what, of which community (or all that were chosen), what it counts."""

    part: str
    community: str
    what: Any
    measure: str
    number: Any


class ReportFile(NeutralExportMixin):
    """The columns of the file."""

    list_export = list(Line._fields)
    export_filename = "moderation-report"
    export_headings = {
        "part": gettext_lazy("Part"),
        "community": gettext_lazy("Community"),
        "what": gettext_lazy("What"),
        "measure": gettext_lazy("Measure"),
        "number": gettext_lazy("Number"),
    }


def report_file(figures: ModerationReport, names: dict[int, str], kind: str) -> HttpResponseBase:
    """The file, as ``csv`` or ``xlsx``."""
    return ReportFile().as_spreadsheet(list(lines(figures, names)), kind)


def lines(figures: ModerationReport, names: dict[int, str]) -> Iterator[Line]:
    """Every figure of the report."""
    yield from _waiting(figures, names)
    yield from _rules(figures, names)
    everybody = ", ".join(names.values())
    for action, actor, number in figures.kinds:
        what, by = dict(Decision.Action.choices)[action], dict(Decision.Actor.choices)[actor]
        yield Line(_("Decisions"), everybody, str(what), str(by), number)
    for found in figures.detectors:
        for measure, number in ((_("Right"), found.right), (_("Wrong"), found.wrong), (_("Open"), found.open)):
            yield Line(_("Detectors"), everybody, f"{found.detector} {found.version}", measure, number)
    places = [(f"{row.place:02}:00", row) for row in figures.hours]
    places += [(str(WEEKDAYS[row.place - 1]), row) for row in figures.days]
    for place, row in places:
        yield Line(_("Volume"), everybody, place, _("Received"), row.received)
        yield Line(_("Volume"), everybody, place, _("Decided"), row.decided)
    for kind, number, lifted in figures.sanctions:
        yield Line(_("Sanctions"), everybody, kind, _("Imposed"), number)
        yield Line(_("Sanctions"), everybody, kind, _("Lifted since"), lifted)


def _waiting(figures: ModerationReport, names: dict[int, str]) -> Iterator[Line]:
    for site, row in figures.waiting.items():
        measures = ((_("Median"), row.median), (_("90 %"), row.ninety), (_("95 %"), row.ninety_five))
        yield Line(_("Waiting"), names[site], _("Decisions"), _("Number"), row.decisions)
        for measure, seconds in measures:
            yield Line(_("Waiting"), names[site], _("Seconds"), measure, None if seconds is None else round(seconds))


def _rules(figures: ModerationReport, names: dict[int, str]) -> Iterator[Line]:
    for row in figures.rules:
        words = figures.words.get((row.site, row.code))
        what = words.sentence if words else row.code
        measures = (
            (_("Not published"), row.rejected),
            (_("Taken down"), row.removed),
            (_("Changes asked for"), row.asked),
            (_("Appeals heard"), row.heard),
            (_("Appeals that changed the decision"), row.overturned),
        )
        for measure, number in measures:
            yield Line(_("Rules"), names[row.site], what, measure, number)
