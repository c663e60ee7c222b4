"""Pages laid out in other ways than the usual one: menus above the title, lines without blanks between them."""

from articles.importing.pieces import Line, Span
from articles.importing.references import take_references

MENU = """\
Skip to main content
Conditions
Wellness
Newsletter
Gout: Causes and Treatment
Medically reviewed by
Jane Roe, MD
Updated on Mar 27, 2023
Overview
Causes
Treatment
Takeaway
Gout is a painful kind of arthritis that comes in attacks.
What causes gout?
Crystals of uric acid gather in a joint, most often in the big toe.
What triggers it?
Common triggers include:
beer
meals with much red meat, such as liver or other organs
THE GOUT NEWSLETTER
Get our weekly gout email
To help you, we send tips and the latest news.
Enter your email
SIGN UP
some medicines
Which treatment helps?
Cold packs and tablets ease the pain of an attack.
Takeaway
Talk with your doctor if attacks come back.
Sources
History
Doe J, et al. (2019). What brings on an attack of gout.
https://example.org/gout
Gout. (2022).
https://example.org/about-gout
"""


def test_title_below_a_menu_is_found_and_the_menu_dropped(read_file):
    read = read_file(MENU)
    assert read.report["title"] == "Gout: Causes and Treatment"
    assert {read.dropped[line] for line in (1, 2, 3, 4)} == {"navigation"}


def test_short_names_of_the_sections_below_the_title_are_a_contents_list(read_file):
    read = read_file(MENU)
    assert {read.dropped[line] for line in (9, 10, 11, 12)} == {"entry of a contents list"}
    assert read.report["headings"] == 4


def test_list_in_small_letters_keeps_its_items_and_is_whole_although_an_email_box_cut_it(read_file):
    read = read_file(MENU)
    assert read.report["lists"] == [3]
    assert {read.dropped[line] for line in (20, 21, 22)} == {"invitation to a newsletter"}


def test_address_below_an_entry_belongs_to_it_and_the_name_of_a_tab_is_no_entry(read_file):
    entries = read_file(MENU).understood.entries
    assert [(entry.title, entry.year, entry.url) for entry in entries] == [
        ("What brings on an attack of gout", 2019, "https://example.org/gout"),
        ("Gout", 2022, "https://example.org/about-gout"),
    ]


def test_way_back_to_a_line_above_is_no_title(read_file):
    read = read_file("Home\nHealth A to Z\nBack to Health A to Z\nAsthma\nAsthma is a condition of the lungs.\n")
    assert read.report["title"] == "Asthma"


def test_list_whose_items_have_sections_of_their_own_is_no_contents_list(read_file):
    read = read_file(
        "A title\n\nTreatments are:\n\n• Surgery\n• Radiation\n• Rest\n\nSurgery\n\nA surgeon takes it out.\n\n"
        "Radiation\n\nBeams kill the cells.\n\nRest\n\nSleep well.\n"
    )
    assert read.report["lists"] == [3]


def test_lines_that_stand_further_in_are_a_list(read_file):
    read = read_file(
        "A title\n\nShingles is a rash. It hurts.\n\nSymptoms\n\n    Pain or burning\n    A rash\n    Itching\n\n"
        "Treatment\n\nMedicines work best when they are taken early.\n"
    )
    assert (read.report["headings"], read.report["lists"]) == (2, [3])


def test_paragraph_that_announces_questions_makes_a_sheet_of_them(read_file):
    read = read_file(
        "A title\n\nProse stands here. It goes on.\n\nTalk to your doctor\n\nAsk these questions at your visit:\n\n"
        "1. Is my heart healthy?\n2. Can I exercise?\n"
    )
    assert [block["type"] for block in read.blocks] == ["text", "questions"]


def test_questions_without_signs_below_a_colon_are_a_list(read_file):
    read = read_file(
        "A title\n\nProse stands here. It goes on.\n\nAt the visit\n\nYour doctor might want to know:\n\n"
        "Where is the pain?\nDid an injury cause it?\nIs the arm weak?\n"
    )
    assert read.report["lists"] == [3]


def test_two_bullets_without_text_are_both_accounted_for(read_file):
    read = read_file("pain\n•\n•\n")
    assert set(read.dropped) == {2, 3}


def test_heading_may_count_the_sources_and_an_entry_may_lack_a_year(read_file):
    read = read_file(
        "A title\n\nIt works.1 It was tested.2 It lasts.3\n\n3 Sources\n\n"
        "Doe J. A trial of rest. Pain Med. 2016;17(3):463-468.\n\nExample Institute. Rest.\n\n"
        "Roe K. Rest once more. Pain. 2014;1(2):3-4.\n"
    )
    assert [entry.number for entry in read.understood.entries] == ["1", "2", "3"]
    assert any("counted in their order" in sentence for sentence in read.report["needs_person"])


def test_number_that_the_list_carries_twice_leaves_the_others_where_they_are():
    texts = ("References", "2. Doe J. Beta. BMJ. 2002.", "2. Roe K. Gamma. JAMA. 2003.", "3. Poe L. Delta. 2004.")
    lines = [Line((place,), (Span(text),)) for place, text in enumerate(texts)]
    assert [entry.number for entry in take_references(lines).entries] == ["2", "4", "3"]
