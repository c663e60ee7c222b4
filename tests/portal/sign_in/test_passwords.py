"""Passwords that are known from leaks are refused, without asking anybody."""

import hashlib

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from portal.sign_in.passwords import is_leaked

LEAKED = ["correct horse battery staple", "trustno1trustno1", *(f"leaked password {number}" for number in range(200))]


def write_list(path, passwords, newline=b"\r\n"):
    digests = sorted(hashlib.sha1(password.encode()).hexdigest().upper() for password in passwords)
    path.write_bytes(b"".join(f"{digest}:{17 * rank}".encode() + newline for rank, digest in enumerate(digests, 1)))
    return path


def test_leaked_password_is_refused_and_another_taken(tmp_path, settings):
    settings.LEAKED_PASSWORDS_FILE = ""
    validate_password(LEAKED[0])
    settings.LEAKED_PASSWORDS_FILE = str(write_list(tmp_path / "list.txt", LEAKED))
    with pytest.raises(ValidationError, match="list of leaked ones"):
        validate_password(LEAKED[0])
    validate_password("seven quiet herons")


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 200])
def test_every_line_is_found_and_nothing_else(tmp_path, count, newline):
    path = write_list(tmp_path / "list.txt", LEAKED[:count], newline)
    assert all(is_leaked(password, path) for password in LEAKED[:count])
    assert not any(is_leaked(f"not on it {number}", path) for number in range(50))


@given(st.sets(st.text(min_size=1, max_size=20), max_size=30), st.text(min_size=1, max_size=20))
def test_search_agrees_with_reading_the_whole_list(tmp_path_factory, passwords, asked):
    path = write_list(tmp_path_factory.mktemp("lists") / "list.txt", passwords)
    assert is_leaked(asked, path) is (asked in passwords)


def test_little_is_read_of_a_long_list(tmp_path):
    path = write_list(tmp_path / "list.txt", [str(number) for number in range(20_000)])
    reads = []

    class Counted:
        def __init__(self, file):
            self.file = file

        def __getattr__(self, name):
            reads.append(name)
            return getattr(self.file, name)

        def __enter__(self):
            return self

        def __exit__(self, *_error):
            self.file.close()

    class Path:
        @staticmethod
        def open(_mode):
            return Counted(path.open("rb"))

    assert is_leaked("77", Path)
    assert reads.count("readline") < 60


def test_length_counts_and_kinds_of_characters_do_not():
    validate_password("nothing but small letters")
    with pytest.raises(ValidationError, match="at least 12"):
        validate_password("aB3$xY9!z")
