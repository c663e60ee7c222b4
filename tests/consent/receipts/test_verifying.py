"""The page that says whether a receipt is genuine, and keeps nothing of it."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consent.receipts.making import signed
from tests.consent.unchanged import everything

NEW = "c2Vjb25kLWtleS1mb3ItdGVzdHMtMDEyMzQ1Njc4OWE"
PATH = "/consent/verify/"


@pytest.fixture
def check(client, community):
    """The page's answer to what is pasted. Whatever it is, the database stays as it was."""

    def checked(pasted):
        before = everything()
        text = pasted if isinstance(pasted, str) else json.dumps(pasted)
        response = client.post(PATH, {"receipt": text})
        assert response.status_code == 200
        assert not response.cookies
        assert everything() == before
        return response.content.decode()

    return checked


def test_a_genuine_receipt_is_told_with_its_entry_and_words(check, receipt):
    html = check(receipt)
    assert "Genuine" in html
    assert "Our ledger has its entries." in html
    assert "Its words are among those that we have published." in html
    assert "up to twice a month" in html
    assert "Genuine" in check(json.dumps(receipt, indent=7, sort_keys=True, ensure_ascii=True))


def test_a_letter_more_or_less_is_told(check, receipt):
    receipt["processing"]["purposes"].pop()
    assert "Altered" in check(receipt)


@pytest.mark.parametrize("change", [{"key": "00000000"}, {"signature": "AAAA"}, {"extra": "x"}])
def test_a_proof_of_somebody_else_is_none(check, receipt, change):
    receipt["proof"] |= change
    html = check(receipt)
    assert ("a key that we don’t have" if "key" in change else "Altered") in html
    assert "Genuine" not in html


def test_receipts_outlive_a_rotation_of_keys(check, receipt, settings):
    old = settings.CONSENT_KEYS
    settings.CONSENT_KEYS = [NEW, *old]
    assert "Genuine" in check(receipt)
    settings.CONSENT_KEYS = [NEW]
    assert "a key that we don’t have" in check(receipt)


def test_entries_and_words_that_are_not_there_are_told(check, receipt):
    del receipt["proof"]
    receipt["events"][0]["hash"] = "0" * 64
    receipt["processing"]["notice"]["digest"] = "t1:" + "0" * 64
    html = check(signed(receipt))
    assert "Genuine" in html
    assert "Our ledger does not have its entries." in html
    assert "Its words are not among those" in html


JUNK = {
    "nothing": "",
    "spaces": " \n",
    "words": "hello",
    "list": "[]",
    "number": "1",
    "text": '"text"',
    "brace": "{",
    "not-a-number": '{"proof": NaN}',
    "fraction": '{"a": 1.5}',
    "infinity": '{"a": 1e400}',
    "twice": '{"a": 1, "a": 2}',
    "twice-inside": '{"proof": {"type": "Ed25519", "type": "Ed25519"}}',
    "deep-list": "[" * 200_000,
    "too-deep": '{"a":' * 50 + "1" + "}" * 50,
    "deep": '{"a":' * 100_000,
    "long-number": '{"a": ' + "9" * 6000 + "}",
    "nul": "\x00",
    "mark": "\ufeff{",
}


@pytest.mark.parametrize("name", JUNK)
def test_junk_gets_a_sentence(check, name):
    assert "Nothing was checked." in check(JUNK[name])


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"proof": None},
        {"proof": []},
        {"proof": {"type": "Ed25519", "key": 1, "signature": []}},
        {"proof": {"type": "none", "key": "", "signature": ""}},
    ],
)
def test_json_that_is_no_receipt_is_called_so(check, other):
    assert "Not one of our receipts" in check(other)


def test_half_a_letter_is_no_reason_to_fail(check, receipt):
    receipt["header"]["language"] = "\ud800"
    assert "Altered" in check(receipt)


def test_a_file_may_be_chosen_instead(client, receipt):
    before = everything()
    file = SimpleUploadedFile("receipt.json", json.dumps(receipt).encode(), "application/json")
    assert "Genuine" in client.post(PATH, {"receipt": "", "file": file}).content.decode()
    binary = SimpleUploadedFile("picture.png", b"\x89PNG\xff\xfe", "image/png")
    assert "can’t be read" in client.post(PATH, {"file": binary}).content.decode()
    assert everything() == before


def test_what_is_too_large_is_not_read(client, db, tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    file = SimpleUploadedFile("receipt.json", b" " * (1024 * 1024 + 1))
    assert "This is larger than a receipt can be." in client.post(PATH, {"file": file}).content.decode()
    assert "larger" in client.post(PATH, {"receipt": "x" * 1_200_000}).content.decode()
    for sent in ({"file": SimpleUploadedFile("receipt.json", b" " * 3_000_000)}, {"receipt": "x" * 2_000_000}):
        response = client.post(PATH, sent)
        assert response.status_code == 413
        assert "send less" in response.content.decode()
    assert not list(tmp_path.iterdir())


def test_a_broken_form_gets_a_sentence(client, db):
    for body, kind in ((b"--x", "multipart/form-data"), (b"--x\r\n\xff", "multipart/form-data; boundary=x")):
        assert client.generic("POST", PATH, body, content_type=kind).status_code == 200


def test_what_was_pasted_stays_in_the_field_and_runs_nothing(check, community):
    html = check("<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)" in html
    assert "<script>alert" not in html


def test_public_keys_are_there_for_machines(client, db):
    response = client.get("/consent/keys.json")
    key = response.json()["keys"][0]
    assert (key["kty"], key["crv"], key["alg"]) == ("OKP", "Ed25519", "EdDSA")
    assert set(key) == {"kty", "crv", "alg", "use", "kid", "x"}
    assert key["kid"] in client.get(PATH).content.decode()
    assert client.post("/consent/keys.json").status_code == 405


@pytest.mark.parametrize(("language", "words"), [("es", "¿Es auténtico"), ("de", "Ist dieser Beleg echt")])
def test_page_speaks_other_languages(client, db, language, words):
    assert words in client.get(f"/{language}{PATH}").content.decode()
