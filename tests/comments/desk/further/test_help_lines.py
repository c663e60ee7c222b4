"""The case shows the lines that its author is shown."""

from comments.desk.screens import url_of
from comments.models import HelpLine
from comments.models.settings import ConversationSettings
from tests.comments.desk.further.conftest import a_case
from tests.conversing import a_comment


def test_a_case_shows_lines_of_the_country_in_every_language_and_built_in_ones_where_none_was_entered(
    client, sign_in_as, article
):
    sign_in_as("Moderators")
    case = a_case(a_comment(article))
    settings = ConversationSettings.for_site(article.get_site())
    settings.country = "DE"
    settings.save()
    page = client.get(url_of("crisis_case", case.pk)).content.decode()
    assert "116 123" in page or "0800 111 0 111" in page, "built-in facts"
    HelpLine.objects.create(settings=settings, country="DE", language="de", name="Sorgentelefon", phone="0800 999")
    HelpLine.objects.create(settings=settings, country="GB", name="Elsewhere", phone="0800 888")
    page = client.get(url_of("crisis_case", case.pk)).content.decode()
    assert "Sorgentelefon" in page, "its author writes English and is shown it all the same"
    assert "Elsewhere" not in page
