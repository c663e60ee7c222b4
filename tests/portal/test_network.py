"""Which network a request comes from: headers are believed as far as trusted proxies wrote them."""

import pytest

from portal.network import network_of

PROXIES = ["10.0.0.0/8", "2001:db8:1::/48"]


@pytest.fixture
def network(rf, settings):
    """``network(peer, forwarded)`` behind proxies in ``PROXIES``."""

    def ask(peer, forwarded=None, proxies=PROXIES):
        settings.TRUSTED_PROXIES = proxies
        headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
        return network_of(rf.get("/", REMOTE_ADDR=peer, **headers))

    return ask


@pytest.mark.parametrize(
    ("peer", "expected"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:2:3ff::1", "2001:db8:2:300::/56"),
        ("2001:db8:2:3aa:ffff::9", "2001:db8:2:300::/56"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("fe80::1%eth0", "fe80::/56"),
        ("", "unknown"),
        ("unix:", "unknown"),
        ("999.1.1.1", "unknown"),
    ],
)
def test_without_a_proxy_the_peer_counts(network, peer, expected):
    assert network(peer) == expected


def test_whoever_is_no_trusted_proxy_is_not_believed(network):
    assert network("192.0.2.7", "203.0.113.1") == "192.0.2.7"
    assert network("10.1.2.3", "203.0.113.1", proxies=[]) == "10.1.2.3"
    assert network("10.1.2.3", "203.0.113.1") == "203.0.113.1"


def test_the_nearest_address_that_is_no_proxy_counts(network):
    assert network("10.0.0.1", "198.51.100.9, 203.0.113.1, 10.0.0.2") == "203.0.113.1"
    assert network("2001:db8:1::5", "198.51.100.9,2001:db8:1::6") == "198.51.100.9"
    assert network("10.0.0.1", "10.0.0.3, 10.0.0.2") == "10.0.0.3"


@pytest.mark.parametrize(
    ("hop", "expected"),
    [
        ("203.0.113.1:4711", "203.0.113.1"),
        ("[2001:db8:2::1]:443", "2001:db8:2::/56"),
        ("[2001:db8:2::1]", "2001:db8:2::/56"),
        (" 203.0.113.1\t", "203.0.113.1"),
    ],
)
def test_addresses_are_read_as_proxies_write_them(network, hop, expected):
    assert network("10.0.0.1", hop) == expected


@pytest.mark.parametrize("hop", ["", ",", "unknown", "_hidden", "1.2.3", "[", "]:1", "0x7f.1", "١.٢.٣.٤", "a" * 9000])
def test_what_cannot_be_read_ends_the_way(network, hop):
    assert network("10.0.0.1", f"198.51.100.9, {hop}") == "10.0.0.1"
    assert network("10.0.0.1", f"198.51.100.9, {hop}, 10.0.0.2") == "10.0.0.2"


def test_no_chain_is_followed_for_ever(network):
    assert network("10.0.0.1", "203.0.113.1," + "10.0.0.2," * 5000 + "10.0.0.2") == "10.0.0.2"
