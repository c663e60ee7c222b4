"""Every kind of POST that changes something. ``ACTS`` makes each ready to be sent on its own object, so that one is not
in the way of another.
"""

from collections.abc import Callable

from tests.faults.acts.act import Act
from tests.faults.acts.articles import approve_review, claim, decide, publish_topic, report_error, sign_in
from tests.faults.acts.consent import ask_for_data, change_address, confirm, erase, sign_up, take_along, withdraw
from tests.faults.acts.conversation import (
    appeal,
    confirm_comment,
    edit_comment,
    helpful,
    join_step,
    report,
    send_comment,
    withdraw_comment,
)
from tests.faults.browsing import Browser
from tests.faults.world import World

ACTS: dict[str, Callable[[World, Browser], Act]] = {
    made.__name__: made
    for made in (
        sign_up, confirm, withdraw, ask_for_data, take_along, erase, change_address, join_step, send_comment,
        confirm_comment, edit_comment, withdraw_comment, appeal, report, helpful, report_error, decide, claim,
        approve_review, publish_topic, sign_in,
    )
}  # fmt: skip
