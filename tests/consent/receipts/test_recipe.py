"""The recipe in docs/consent-receipts.md does what it says, with Python's own library and OpenSSL."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from portal.environment import PROJECT_DIR
from tests.tools_needed import DID_NOT_RUN

BLOCK = re.compile(r"```(python|sh)\n(.*?)```", re.DOTALL)


@pytest.fixture
def follow(client, receipt, tmp_path):
    """Follows the recipe for a receipt; what it printed and whether it succeeded."""
    if not shutil.which("openssl"):
        pytest.skip(f"{DID_NOT_RUN}openssl is not installed")
    blocks = dict(BLOCK.findall((PROJECT_DIR / "docs" / "consent-receipts.md").read_text()))
    (tmp_path / "take_apart.py").write_text(blocks["python"])
    (tmp_path / "keys.json").write_bytes(client.get("/consent/keys.json").content)

    def followed(changed):
        (tmp_path / "receipt.json").write_text(json.dumps(changed, indent=3, ensure_ascii=False))
        command = blocks["sh"].replace("python3", sys.executable)
        done = subprocess.run(["sh", "-ec", command], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        return done.returncode, done.stdout + done.stderr

    return followed


def test_a_genuine_receipt_verifies_and_an_altered_one_does_not(follow, receipt):
    code, output = follow(receipt)
    assert code == 0, output
    assert "Signature Verified Successfully" in output
    assert output.count("- digest fits") == 2

    receipt["processing"]["purposes"][0]["words"] = "Mail every day"
    code, output = follow(receipt)
    assert code != 0
    assert "DIGEST DOES NOT FIT" in output
