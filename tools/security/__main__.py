"""Runs the checks one after the other, with a verdict at the end. ``python -m tools.security WORD`` runs those alone
whose name has the word. In CI whatever can run there has to.
"""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tools.security.dependencies import audit_npm, audit_python
from tools.security.headers import judge_headers
from tools.security.production import check_settings
from tools.security.scanned import ScanError, scanned_portal
from tools.security.secrets_scan import find_secrets
from tools.security.verdicts import Outcome, Verdict, did_not_run
from tools.security.wapiti import attack

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
# Where the databases of known weaknesses can't be reached, these can't run, and CI does not fail for it.
MAY_BE_OUT_OF_REACH = ("python", "npm")

OFFLINE: dict[str, tuple[str, Callable[[], Verdict]]] = {
    "settings": ("Production settings are secure (check --deploy)", check_settings),
    "secrets": ("No file holds a secret (detect-secrets)", find_secrets),
    "python": ("No Python package has a known weakness (pip-audit)", audit_python),
    "npm": ("No npm package has a known weakness (npm audit)", audit_npm),
}
SERVED: dict[str, tuple[str, Callable[..., Verdict]]] = {
    "observatory": ("Headers get an A+ from Mozilla's observatory", judge_headers),
    "wapiti": ("An attacking crawler finds nothing (wapiti)", attack),
}


def main() -> int:
    """Runs what was asked for. The exit code is 1 when something was found, or did not run in CI."""
    os.chdir(PROJECT_DIR)
    word = " ".join(sys.argv[1:]).lower()
    verdicts: dict[str, Verdict] = {}
    for name, (title, check) in OFFLINE.items():
        if word in f"{name} {title}".lower():
            verdicts[name] = said(title, check)
    served = {name: each for name, each in SERVED.items() if word in f"{name} {each[0]}".lower()}
    if served:
        try:
            with scanned_portal() as portal:
                for name, (title, check) in served.items():
                    verdicts[name] = said(title, partial(check, portal))
        except ScanError as error:
            reason = partial(did_not_run, str(error))
            verdicts |= {name: said(title, reason) for name, (title, _check) in served.items()}
    return summed_up(verdicts)


def said(title: str, check: Callable[[], Verdict]) -> Verdict:
    """Runs a check and says how it went."""
    begun = time.monotonic()
    verdict = check()
    mark = "!!" if verdict.outcome is not Outcome.PASSED else "  "
    print(f"{mark} {verdict.outcome:>11}  {title}  ({time.monotonic() - begun:.0f} s)", flush=True)
    for line in (verdict.words, *verdict.details):
        if line:
            print(f"                {line}", flush=True)
    return verdict


def summed_up(verdicts: dict[str, Verdict]) -> int:
    """The last lines, and the exit code."""
    by_outcome = {outcome: [name for name, each in verdicts.items() if each.outcome is outcome] for outcome in Outcome}
    missing = by_outcome[Outcome.DID_NOT_RUN]
    print("\n" + ", ".join(f"{len(by_outcome[outcome])} {outcome}" for outcome in Outcome))
    for name in missing:
        print(f"  DID NOT RUN, so nothing is known of it: {name}")
    is_ci = os.environ.get("CI", "").lower() in {"1", "true"}
    must_run = [name for name in missing if name not in MAY_BE_OUT_OF_REACH] if is_ci else []
    return 1 if by_outcome[Outcome.FAILED] or must_run else 0


if __name__ == "__main__":
    sys.exit(main())
