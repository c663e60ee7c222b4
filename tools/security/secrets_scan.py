"""Whether a file of the project holds what looks like a secret: a key, a token, a password in an address.

What only looks like one is named in ``REVIEWED``, with the reason why it is none. A line that belongs to no entry, and
an entry that no line belongs to, both fail. Tests and benchmarks make up names, passwords and keys all the time: there,
only what has the form of a key of some service counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from detect_secrets import SecretsCollection
from detect_secrets.settings import transient_settings

from tools.check_tree import tracked_files
from tools.security.verdicts import Verdict, failed, passed

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
DETECTORS = (
    "ArtifactoryDetector",
    "AWSKeyDetector",
    "AzureStorageKeyDetector",
    "BasicAuthDetector",
    "CloudantDetector",
    "DiscordBotTokenDetector",
    "GitHubTokenDetector",
    "GitLabTokenDetector",
    "IbmCloudIamDetector",
    "JwtTokenDetector",
    "KeywordDetector",
    "MailchimpDetector",
    "NpmDetector",
    "OpenAIDetector",
    "PrivateKeyDetector",
    "PypiTokenDetector",
    "SendGridDetector",
    "SlackDetector",
    "SquareOAuthDetector",
    "StripeDetector",
    "TelegramBotTokenDetector",
    "TwilioKeyDetector",
)
ENTROPY = ({"name": "Base64HighEntropyString", "limit": 4.5}, {"name": "HexHighEntropyString", "limit": 3.0})
PASSED_OVER = ("requirements*.txt", "*.po", "*.mo", "*.svg", "*.png", "*.jpg", "*.avif", "*.webp")  # hashes; pictures


@dataclass(frozen=True)
class Reviewed:
    """Lines that look like a secret and are none."""

    files: str
    line: str  # a pattern that occurs in each of them
    reason: str


MADE_UP_IN = ("tests/*", "benchmarks/*")
MADE_UP = ("Secret Keyword", "Base64 High Entropy String", "Hex High Entropy String", "Basic Auth Credentials")

REVIEWED: tuple[Reviewed, ...] = (
    Reviewed("comments/screening/*", "_SMALL_CAPITALS|_DNI_LETTERS", "alphabets"),
    Reviewed("portal/request_ids.py", "^LETTERS", "an alphabet"),
    Reviewed("portal/sign_in/recovery.py", "^LETTERS", "an alphabet"),
    Reviewed("portal/audit/actions.py", "^PASSWORD_CHANGED", "the name of an action"),
    Reviewed("portal/sign_in/set_up_views.py", "^SECRET", "a name in the session"),
    Reviewed("deploy/container/prepare.sh", "portal:%s@database", "the password is read from a file that it just made"),
    Reviewed(".ci/install.py", "^PASSWORD", "of an administrator of a portal that lives for a minute on loopback"),
    Reviewed("*", r"\b(user|portal):password@", "what an address looks like, told to operators"),
    Reviewed("tools/check.py", '"(SECRET_KEY|CONSENT_KEYS)": "', "samples with which settings are checked"),
    Reviewed(
        "portal/settings/test.py", "(SECRET_KEY|CONSENT_KEYS)", "keys of tests, which no portal can be started with"
    ),
    Reviewed("demo/content/shared/accounts.yaml", "password: demo-", "public by intent; refused elsewhere"),
)


def find_secrets() -> Verdict:
    """Looks at every file that git knows or would take."""
    paths = [path for path in tracked_files() if not any(fnmatch(path.name, pattern) for pattern in PASSED_OVER)]
    found, used = list[str](), set[Reviewed]()
    for name, number, kind in sorted(suspicious(paths)):
        if kind in MADE_UP and any(fnmatch(name, pattern) for pattern in MADE_UP_IN):
            continue
        line = (PROJECT_DIR / name).read_text(errors="replace").splitlines()[number - 1]
        entry = next((each for each in REVIEWED if fnmatch(name, each.files) and re.search(each.line, line)), None)
        if entry:
            used.add(entry)
        else:
            found.append(f"{name}:{number}: {kind}")
    found += [f"no longer needed in REVIEWED: {each.files} {each.line}" for each in REVIEWED if each not in used]
    if found:
        return failed("A secret that was committed has to be changed. What is none belongs into REVIEWED.", *found)
    return passed(f"{len(paths)} files")


def suspicious(paths: list[Path]) -> Iterator[tuple[str, int, str]]:
    """File, line and kind of what looks like a secret."""
    plugins = [*({"name": name} for name in DETECTORS), *ENTROPY]
    with transient_settings({"plugins_used": plugins}):
        secrets = SecretsCollection(root=str(PROJECT_DIR))
        for path in paths:
            secrets.scan_file(str(path.relative_to(PROJECT_DIR)))
        for name, secret in secrets:
            yield name, secret.line_number, secret.type
