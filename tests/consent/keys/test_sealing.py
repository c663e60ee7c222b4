"""A sealed value opens in its own place with its own key, and nowhere else, whatever is done to it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consent.keys.indexes import INDEX_LENGTH, index, indexes
from consent.keys.ring import UnknownKeyError, Use, current, named, read_key, ring
from consent.keys.sealing import SealError, key_name, seal, unseal
from tests.consent.keys.conftest import a_key

PLACE = {"table": "consent_contact", "row": "5f0c", "column": "sealed_address"}
ANNA = "anna@example.org"
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@few
@given(st.text(max_size=300))
def test_what_was_sealed_opens_in_its_place(text):
    assert unseal(seal(text, **PLACE), **PLACE) == text


@few
@given(st.data())
def test_an_altered_byte_opens_nothing(data):
    sealed = bytearray(seal(ANNA, **PLACE))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises((SealError, UnknownKeyError)):
        unseal(bytes(sealed), **PLACE)


@few
@given(st.integers(0, 200))
def test_a_part_of_it_opens_nothing(length):
    sealed = seal(ANNA, **PLACE)
    if length < len(sealed):
        with pytest.raises((SealError, UnknownKeyError)):
            unseal(sealed[:length], **PLACE)


@pytest.mark.parametrize(
    "elsewhere", [{"table": "consent_request"}, {"row": "5f0d"}, {"column": "name"}, {"table": "consent", "row": "5f0"}]
)
def test_it_opens_in_no_other_place(elsewhere):
    with pytest.raises(SealError) as error:
        unseal(seal(ANNA, **PLACE), **PLACE | elsewhere)
    assert "anna" not in str(error.value)


def test_it_does_not_open_with_another_key_that_bears_its_name(use_keys, monkeypatch):
    use_keys("one")
    sealed = seal(ANNA, **PLACE)
    name = key_name(sealed)
    use_keys("other")
    with pytest.raises(UnknownKeyError, match=f"The key {name} is not among CONSENT_KEYS"):
        unseal(sealed, **PLACE)
    monkeypatch.setattr("consent.keys.sealing.named", lambda _name: current())
    with pytest.raises(SealError):
        unseal(sealed, **PLACE)


def test_one_text_is_never_sealed_alike_twice():
    assert len({seal(ANNA, **PLACE) for _ in range(50)}) == 50


def test_older_keys_still_open_and_look_up_and_the_newest_makes(use_keys):
    use_keys("old")
    sealed, looked_up = seal(ANNA, **PLACE), index(Use.LOOKUP, ANNA)
    use_keys("new", "old")
    assert unseal(sealed, **PLACE) == ANNA
    assert indexes(Use.LOOKUP, ANNA) == [index(Use.LOOKUP, ANNA), looked_up]
    assert key_name(seal(ANNA, **PLACE)) == current().name == read_key(a_key("new")).name


def test_each_use_has_a_look_up_of_its_own_and_none_tells_the_value():
    made = {use: index(use, ANNA) for use in Use}
    assert len(set(made.values())) == len(Use)
    assert all(len(value) == INDEX_LENGTH and "anna" not in value for value in made.values())


def test_no_key_shows_its_secret(use_keys):
    use_keys("one")
    key = current()
    shown = f"{key!r} {key} {key.name} {ring()}"
    assert a_key("one") not in shown
    assert key.secret.hex() not in shown
    assert repr(key.secret) not in shown
    with pytest.raises(UnknownKeyError) as error:
        named("00000000")
    assert a_key("one") not in str(error.value)
