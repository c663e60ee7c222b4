"""Which coding whoever asks gets."""

import pytest

from portal.page_cache.negotiating import coding_for


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("", ""),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP , BR", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0.4, gzip;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br; q = 0", ""),
        ("*", "br"),
        ("*;q=0", ""),
        ("br;q=0, *", "gzip"),
        ("identity, gzip;q=0.5", ""),
        ("identity;q=0.2, gzip;q=0.5", "gzip"),
        ("identity;q=0", ""),
        ("gzip;q=nonsense", ""),
        ("gzip;q=7", "gzip"),
        (",;,=;q", ""),
    ],
)
def test_the_highest_weight_wins_and_the_smaller_page_among_equals(asked, given):
    assert coding_for(asked) == given
