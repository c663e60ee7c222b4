import pytest

from articles.importing.boilerplate import drop_reason

DROPPED = {
    "request for an e-mail address": [
        "By providing your email address, you are agreeing to our Privacy Policy and Terms of Use.",
        "I agree to receive emails and accept the Privacy Policy.",
        "Enter your email",
    ],
    "invitation to a newsletter": ["Sign up for our newsletter", "Sign up for weekly tips in your inbox."],
    "disclaimer": [
        "This article represents the opinions of the author.",
        "This article is for informational purposes only and is not a substitute for professional medical advice.",
        "This content does not provide medical advice.",
        "The information on this website is not intended to replace advice from a doctor.",
        "Dieser Artikel ersetzt keine ärztliche Beratung.",
        "Este artículo no sustituye el consejo de un médico.",
        "Disclaimer: this is not medical advice.",
    ],
    "invitation to join the conversation": [
        "Join the conversation",
        "Leave a comment",
        "3 Comments",
        "Have you tried this treatment? Share your story with our community.",
    ],
    "rules of the conversation": ["Please read our rules before commenting."],
    "buttons for sharing": [
        "Like this article? Share it!",
        "Share on Facebook",
        "Facebook Twitter Pinterest Email",
        "Share this article",
    ],
    "cookie notice": ["We use cookies to improve your experience.", "Accept all cookies"],
    "advertisement": ["ADVERTISEMENT", "Advertisement - Continue Reading Below", "Sponsored", "Anzeige"],
    "a trail of links to this page": ["Home > Conditions > Migraine", "Home / Health / Migraine"],
    "navigation": ["Skip to main content", "Back to top", "Privacy Policy | Terms of Use | Contact us"],
    "copyright notice": ["© 2024 Example Media LLC. All rights reserved.", "Copyright 2024 Example"],
    "heading of links to other pages": ["Related articles", "You might also like"],
    "question whether the page was helpful": ["Was this article helpful? Yes No"],
    "reading time": ["5 min read"],
    "ornament without words": ["* * *", "-----"],
}
KEPT = [
    "Advertising of prescription drugs is forbidden in most of Europe.",
    "Ask your clinic for the email address of your nurse.",
    "By providing your email address to the clinic, you can get results sooner.",
    "Avoid cookies and cakes.",
    "Share decisions with your doctor",
    "Your care team can share this information with you.",
    "The opinion of a second doctor can help.",
    "Stay on your medicine, even if a newsletter tells you otherwise.",
    "This medicine is not intended for children under 12.",
    "Treatment is not a substitute for a healthy diet.",
    "All information about side effects stands in the leaflet, which does not replace medical advice.",
    "Follow the rules of your clinic",
    "See the guidelines for details.",
    "You may be tired",
    "Join a support group",
    "Related conditions",
    "Red blood cells > white blood cells > platelets",
    "Home monitoring",
    "Have you had a stem cell transplant before?",
    "Get emergency help if you have chest pain.",
]


@pytest.mark.parametrize(("reason", "text"), [(reason, text) for reason, texts in DROPPED.items() for text in texts])
def test_furniture_of_a_page_is_dropped_with_its_reason(reason, text):
    assert drop_reason(text) == reason


@pytest.mark.parametrize("text", KEPT)
def test_medical_text_is_never_dropped(text):
    assert drop_reason(text) == ""


def test_one_item_that_reads_like_a_button_stays_among_symptoms(read_file):
    page = read_file("A title of a page\n\nThings that help are:\n\n• Search\n• Rest in a dark room\n• Cold packs\n")
    assert page.report["lists"] == [3]


def test_menu_of_a_page_goes_as_a_whole(read_file):
    page = read_file("A title of a page\n\n• Home\n• Search\n• Log in\n\nMigraine is an illness of the brain.\n")
    assert page.report["lists"] == []
    assert set(page.dropped.values()) == {"navigation"}


def test_contents_list_that_repeats_headings_is_dropped(read_file):
    page = read_file(
        "A title of a page\n\nIn this article\n\nSymptoms\n\nCauses\n\nSymptoms\n\n"
        "The head hurts on one side, often for hours.\n\n"
        "Causes\n\nNobody knows for certain what causes migraine in most people.\n"
    )
    assert page.report["headings"] == 2
    assert page.dropped == {
        3: "heading of a contents list",
        5: "entry of a contents list",
        7: "entry of a contents list",
    }


def test_links_to_other_pages_go_with_their_heading(read_file):
    page = read_file(
        "A title\n\nMigraine is an illness of the brain.\n\nRelated articles\n\n• Ten foods to try\n• Sleep and you\n"
    )
    assert page.report["lists"] == []
    assert set(page.dropped) == {5, 7, 8}


def test_furniture_may_stand_anywhere_and_in_any_order(read_file):
    page = read_file(
        "Share this article\nHome > Migraine\n\nA title of a page\n\nWe use cookies to improve your visit.\n\n"
        "Migraine is an illness\n\n"
        "Advertisement\n\nof the brain that many people have.\n\n© 2024 Example\n"
    )
    assert "Migraine is an illness of the brain that many people have." in page.understood.summary + page.text
    assert set(page.dropped) == {1, 2, 6, 10, 14}


def test_disclaimer_glued_to_a_paragraph_is_kept_and_named(read_file):
    page = read_file(
        "A title of a page\n\nMigraine can be treated. This article is for informational purposes only.\n\n"
        "More prose stands here, too.\n"
    )
    assert "informational purposes" in page.text
    assert any("Line 3" in sentence and "disclaimer" in sentence for sentence in page.report["needs_person"])


def test_answers_to_the_question_whether_the_page_helped_go_with_it(read_file):
    page = read_file("A title of a page\n\nMigraine can be treated in many ways.\n\nWas this page helpful?\nYes\nNo\n")
    assert set(page.dropped) == {5, 6, 7}


def test_person_is_told_where_comments_of_readers_may_begin(read_file):
    page = read_file("A title\n\nMigraine is an illness.\n\nComments (2)\n\nJane: Thank you for this, it helps me.\n")
    assert any("line 5" in sentence for sentence in page.report["needs_person"])
