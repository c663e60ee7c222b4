"""The bytes that are signed are those of RFC 8785."""

import pytest

from consent.receipts.canonical import canonical


def test_names_are_sorted_by_utf_16_units_and_nothing_stands_between():
    value = {"ﬁ": 1, "😀": 2, "b": [True, None, {"z": 1, "a": -5}], "a": 'x"\\\n\u0001é/'}
    assert canonical(value) == '{"a":"x\\"\\\\\\n\\u0001é/","b":[true,null,{"a":-5,"z":1}],"😀":2,"ﬁ":1}'.encode()


@pytest.mark.parametrize("value", [{"a": 1.5}, [float("nan")], {"a": "\ud800"}])
def test_what_a_receipt_can_not_hold_is_refused(value):
    with pytest.raises(ValueError, match=r"fractions|surrogates"):
        canonical(value)
