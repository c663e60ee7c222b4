"""Downloads for spreadsheet programs. A text that such a program would take for a formula is marked as text.

https://owasp.org/www-community/attacks/CSV_Injection
"""

from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutral(value: Any) -> Any:
    """``value``, with an apostrophe before a text that would be run. Numbers and dates stay what they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


class NeutralExportMixin(SpreadsheetExportMixin):
    """Wagtail's export, with every cell neutralised."""

    def preprocess_field_value(self, field, value, export_format):
        return neutral(super().preprocess_field_value(field, value, export_format))
