"""Links in every disguise, and what only looks like one."""

import pytest

from comments.screening.links import Links
from tests.comments.screening.finding import passages

FOUND = [
    ("en", "http://example.com/a?b"),
    ("en", "hxxps://bad.example/x"),
    ("en", "h t t p : / / e x a m p l e . c o m"),
    ("en", "www dot example dot com"),
    ("en", "see example dot com"),
    ("en", "example[.]com"),
    ("en", "example . com"),
    ("en", "xn--80ak6aa92e.com"),
    ("en", "münchen.de"),
    ("en", "пример.рф"),
    ("en", "http://192.168.1.1/x"),
    ("en", "192.168.10.1:8080"),
    ("en", "bit.ly/abc"),
    ("en", "t.me/anna"),
    ("en", "wa.me/49123"),
    ("en", "@anna_x on Telegram"),
    ("en", "insta: anna_m"),
    ("en", "visit cure.shop/now"),
    ("en", "www.example.museum"),
    ("en", "example(dot)com"),
    ("en", "EXAMPLE.COM"),
    ("en", "Example.com is good"),
    ("en", "youtu.be/xyz"),
    ("en", "ejemplo punto com"),
    ("en", "beispiel punkt de"),
    ("en", "h**p://foo.bar"),
    ("en", "example .com"),
    ("en", "exаmple.com"),
    ("en", "ｅｘａｍｐｌｅ．ｃｏｍ"),
    ("en", "http[:]//a.b"),
    ("en", "nhs.uk"),
    ("en", "example.org."),
    ("en", "Go to MyCure.shop today"),
    ("en", "ftp://example.net/file"),
    ("en", "telegram: @cure_all"),
    ("en", "example.com:8080/path"),
    ("en", "see www.beispiel.de, please"),
    ("en", "t . m e / a n n a"),
    ("en", "[2 links](https://example.net)"),
    ("en", "visit myclinic . shop today"),
    ("en", "www.my-cure.info"),
    ("en", "hxxp[:]//evil[.]com"),
    ("en", "https : // evil . com"),
    ("en", "evil(.)com"),
    ("en", "evil{dot}com"),
    ("en", "evil dot co dot uk"),
    ("en", "evil DOT net"),
    ("en", "e v i l . c o m"),
    ("en", "evil\u200b.com"),
    ("en", "evil․com"),
    ("en", "ευιλ.com"),
    ("en", "telegram: cure_all1"),
    ("en", "find me on insta @cure"),
    ("en", "add me on snapchat: cure99"),
    ("en", "whatsapp.com/xyz"),
    ("en", "google.com/search?q=x"),
    ("en", "//evil.com/x"),
    ("en", "www evil com"),
    ("en", "evil punkt com"),
    ("en", "evil[dot]de"),
    ("en", "http://[::1]/"),
    ("en", "EVIL.DE"),
    ("en", "sub.evil.de"),
    ("en", "evil.io"),
    ("en", "evil.ai/x"),
]
INNOCENT = [
    ("en", "e.g. this"),
    ("en", "i.e. that"),
    ("en", "3.5 mg"),
    ("en", "Dr.Smith said"),
    ("en", "the end.Next we"),
    ("en", "stage.I was"),
    ("en", "at the end.So I"),
    ("en", "I was ill.It hurt"),
    ("en", "anna@example.org"),
    ("en", "U.S. doctors"),
    ("en", "a.m. and p.m."),
    ("en", "I felt fine.My doctor"),
    ("en", "z.B. das"),
    ("en", "Ph.D. student"),
    ("en", "report.pdf"),
    ("en", "version 1.2.3.4"),
    ("en", "@anna I agree"),
    ("en", "I read it on Facebook: great group"),
    ("en", "p.V600E"),
    ("en", "0.5.mg"),
    ("en", "I went home . In the evening"),
    ("en", "the dot is small"),
    ("en", "no.In the morning"),
    ("en", "anna at example dot org"),
    ("en", "b.i.d. dosing"),
    ("en", "No.1 in the list"),
    ("en", "at 10.30 a.m."),
    ("en", "i.v. and s.c."),
    ("es", "me fui a casa.De repente"),
    ("es", "estuve mal.es duro"),
    ("de", "es ging.So war das"),
    ("en", "St.Mary's hospital"),
    ("en", "vitamin B.12"),
    ("en", "it is 2.50 a box"),
    ("en", "Dr.med. Meier"),
]


@pytest.mark.parametrize(("language", "typed"), FOUND)
def test_it_is_found(language, typed):
    assert passages(Links(), typed, language)


@pytest.mark.parametrize(("language", "typed"), INNOCENT)
def test_innocent_words_are_left_alone(language, typed):
    assert passages(Links(), typed, language) == []


@pytest.mark.parametrize(
    ("typed", "passage", "reason"),
    [
        ("Look at https://example.com/a?b=1, it helps.", "https://example.com/a?b=1", "Web address"),
        ("Look (bit.ly/3xyz).", "bit.ly/3xyz", "Shortened web address: nobody can see where it leads"),
        ("Write to wa.me/4912345 now", "wa.me/4912345", "Link to a messenger"),
        ("It is xn--80ak6aa92e.com", "xn--80ak6aa92e.com", "Web address in another script, written as xn--"),
        ("Ask @anna_x on Telegram.", "@anna_x on Telegram", "Account on another service"),
        ("At 192.168.10.1:8080/x there", "192.168.10.1:8080/x", "Numbered web address"),
        ("é ｅｘａｍｐｌｅ。ｃｏｍ!", "ｅｘａｍｐｌｅ。ｃｏｍ", "Web address"),
        ("Go to h t t p : / / a b c . c o m now", "h t t p : / / a b c . c o m", "Web address"),
    ],
)
def test_the_passage_and_the_reason_are_exact(typed, passage, reason):
    assert passages(Links(), typed) == [(passage, reason)]


def test_an_email_address_is_no_link_and_a_link_beside_it_is():
    assert [passage for passage, _reason in passages(Links(), "anna@example.org or example.net")] == ["example.net"]
