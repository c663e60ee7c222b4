"""What the conversation holds of a person: shown, taken along, corrected, joined and erased, wherever it stands."""

import json

import pytest

from comments.models import (
    Appeal,
    Comment,
    Commenter,
    CommenterNote,
    CommentLink,
    CrisisCase,
    Decision,
    DecisionNote,
    Finding,
    FollowUp,
    HelpfulVote,
    Report,
    RulesAcceptance,
    Sanction,
)
from comments.models.comment import State
from comments.rules.appealing import open_appeal
from comments.rules.authoring import rewrite
from comments.rules.cases import open_case
from comments.rules.follow_ups import follow
from comments.rules.sanctioning import standing_sanctions
from consent.addresses import parse_address
from consent.keys.joining import join
from consent.models import Contact, Request, Token
from consent.register.personal_data import DECLARED, WITHOUT
from consent.rights.files import as_html, as_json
from consent.rights.holding import held_on
from consent.rules.asking import ask
from consent.rules.correcting import correct
from consent.rules.erasing import erase
from portal.ledger.proof import prove
from portal.models import CommunitySettings
from tests.comments.telling import decided, whole_database
from tests.consent.rights.pages import access_offer
from tests.consenting import ANNA
from tests.conversing import a_comment, a_commenter, contact_of, fresh

NEW = "anna.new@example.net"
WORDS = ("Firstword", "Secondword", "Appealword", "Noteword", "Colleagueword", "Aboutword", "Crisisword", "Reportword")


@pytest.fixture(autouse=True)
def _own_journal(settings, tmp_path):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"


@pytest.fixture
def everything(article):
    """Anna wrote, was judged, appealed, reported, voted, follows, was sanctioned and written about."""
    comment = a_comment(article, text="Firstword")
    rewrite(comment.pk, "Secondword", revision=1)
    decided(comment, Decision.Action.REJECT, rule_code="kind", to_author="Noteword", to_colleagues="Colleagueword")
    open_appeal(comment.pk, "Appealword")
    anna = comment.commenter
    other = a_comment(article, state=State.PUBLISHED, address="berta@example.org", name="Berta", text="Bertas words.")
    CommenterNote.objects.create(commenter=anna, text="Aboutword")
    open_case(comment)
    CrisisCase.objects.update(what_was_done="Crisisword")
    Finding.objects.create(
        comment=comment, revision=1, detector="d", version=1, category="abuse", reason="Findingword", start=0, end=1
    )
    HelpfulVote.objects.create(comment=other, commenter=anna)
    Comment.objects.filter(pk=other.pk).update(helpful_count=1)
    a_report(other, commenter=anna, words="Reportword", snapshot="Bertas words.")
    a_report(comment, words="Sneakword", snapshot="Secondword", reporter="a-network")
    follow(anna.contact, comment.conversation)
    Sanction.objects.create(
        site=anna.site, commenter=anna, subject=anna.contact.subject, kind=Sanction.Kind.MODERATED, reason="Reasonword"
    )
    CommentLink.issue(comment.pk)
    return comment


def a_report(comment, **values):
    values = {"category": Report.Category.ABUSE, "revision": 1, "reporter": "a-commenter"} | values
    return Report.objects.create(comment=comment, **values)


def test_every_model_of_a_person_is_declared():
    held = {
        each._meta.label
        for each in (Comment, Appeal, Report, DecisionNote, CommenterNote, Finding, HelpfulVote, RulesAcceptance)
    }
    assert held | {"comments.Decision", "comments.CommentLink", "comments.CrisisCase"} <= DECLARED.keys()
    assert {each for each in WITHOUT if each.startswith("comments.")} == {
        "comments.Conversation",
        "comments.HelpLine",
        "comments.Progress",
    }


def test_a_person_sees_everything_and_nothing_of_others(everything):
    sections = {section.data.label: section for section in held_on(parse_address(ANNA))}
    shown = repr([section.rows for section in sections.values()])
    for word in (*WORDS, "Findingword", "Reasonword"):
        assert word in shown
    for word in ("Sneakword", "Bertas", "berta", "mona"):
        assert word not in shown
    for label in ("Decision", "HelpfulVote", "FollowUp", "CommentLink", "RulesAcceptance", "CommentRevision"):
        assert sections[f"comments.{label}"].rows
    what = [row["what"] for row in sections["comments.Decision"].rows]
    assert what == ["Author confirmed", "Changed by its author", "Rejected"]
    kinds = {row["kind"] for row in sections["comments.Report"].rows}
    assert kinds == {"A report by you", "A report on a comment of yours"}


def test_both_files_show_the_comments(everything, article):
    community = CommunitySettings.for_site(article.get_site())
    address = parse_address(ANNA)
    data = {each["model"]: each["rows"] for each in json.loads(as_json(address, community))["data"]}
    assert data["comments.Comment"][0]["text"] == "Secondword"
    page = as_html(address, community)
    for word in WORDS:
        assert word in page
    assert "Sneakword" not in page


def test_erasure_leaves_no_word_name_note_link_or_vote(everything, article):
    other = Comment.objects.get(user_name="Berta")
    erase(parse_address(ANNA), method="link")
    left = whole_database()
    for word in (*WORDS, "Findingword", "Sneakword", ANNA, "'Anna'"):
        assert word not in left, word
    assert (fresh(everything).state, fresh(everything).commenter) == (State.WITHDRAWN, None)
    assert (fresh(other).helpful_count, fresh(other).state) == (0, State.PUBLISHED)
    assert not CommentLink.objects.filter(comment=everything.pk).exists()
    assert not FollowUp.objects.exists()
    assert not HelpfulVote.objects.exists()
    assert Commenter.objects.get().name == "Berta"
    assert Report.objects.filter(commenter=None, words="").count() == 2
    assert Sanction.objects.standing().get().reason == "Reasonword"
    assert prove(Decision).fault is None
    assert [section.data.label for section in held_on(parse_address(ANNA)) if "comments" in section.data.label] == [
        "comments.Sanction"
    ]


def test_erasing_twice_and_erasing_somebody_unconfirmed_does_no_harm(everything, article):
    for _time in range(2):
        erase(parse_address(ANNA), method="link")
    assert Decision.objects.filter(action="erase").count() == 1


def move_to(new, site):
    """Anna corrects her address, and the owner of the new one confirms."""
    offer = access_offer(site)
    request = ask(
        site=site,
        address=parse_address(new),
        offer=offer,
        chosen=offer.boxes,
        seen=offer.digest,
        kind=Request.Kind.CORRECTION,
        corrects=contact_of(),
    )
    assert correct(Token.issue(Token.Kind.CORRECT, request=request))


def test_a_corrected_address_keeps_comments_follow_ups_and_sanctions(everything, article):
    move_to(NEW, article.get_site())
    there = contact_of(NEW)
    assert fresh(everything).commenter.contact == there
    assert FollowUp.objects.get().contact == there
    assert standing_sanctions(there, article.get_site().pk)
    assert not Contact.objects.of(parse_address(ANNA)).exists()


def test_an_address_that_is_known_already_gets_the_comments_too(everything, article):
    own = a_comment(article, address=NEW, name="Anna, later")
    move_to(NEW, article.get_site())
    there = contact_of(NEW)
    assert {fresh(comment).commenter.contact for comment in (everything, own)} == {there}
    assert FollowUp.objects.get().contact == there
    assert standing_sanctions(there, article.get_site().pk)
    erase(parse_address(NEW), method="link")
    left = whole_database()
    assert not [word for word in WORDS if word in left]


def test_a_sanction_outlives_a_correction_and_an_erasure_after_it(everything, article):
    move_to(NEW, article.get_site())
    erase(parse_address(NEW), method="link")
    back = a_commenter(article, address=NEW).contact
    assert standing_sanctions(back, article.get_site().pk)


def test_contacts_that_are_joined_bring_their_comments(everything, article):
    other = a_comment(article, address=NEW, state=State.PUBLISHED, text="Other words.")
    follow(contact_of(NEW), other.conversation)
    join(contact_of(NEW), into=contact_of())
    assert fresh(other).commenter.contact == contact_of()
    assert FollowUp.objects.filter(contact=contact_of()).count() == 2
    shown = repr([section.rows for section in held_on(parse_address(ANNA))])
    assert "Other words." in shown


def test_a_moderator_sees_how_many_decisions_they_took_and_keeps_them(everything):
    sections = {section.data.label: section for section in held_on(parse_address("mona@staff.example.org"))}
    assert sections["comments.Decision"].rows == [{"what": "Decisions that you took as a moderator", "count": 2}]
