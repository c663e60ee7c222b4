"""``manage.py screen_text``: what somebody who writes a detector looks at."""

import io

from django.core.management import call_command


def test_it_prints_each_finding_with_its_passage(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("Write to anna@example.org, you idiot.\n"))
    call_command("screen_text")
    assert capsys.readouterr().out.splitlines() == [
        "9-25  personal-data  personal-data 2: E-mail address: “anna@example.org”",
        "31-36  abuse  abuse 2: Insult: “idiot”",
    ]


def test_it_says_when_there_is_nothing(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("A kind word."))
    call_command("screen_text", language="de")
    assert capsys.readouterr().out == "Nothing found.\n"
