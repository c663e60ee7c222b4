def test_reader_follows_a_citation_to_its_reference_and_back(client, write, library):
    write("<p>Relapse is common [[ref:b]].</p><p>Again [[ref:a]] and again [[ref:b]].</p>")
    page = client.get("/multiple-myeloma/a-1/").content.decode()
    assert '<a href="#ref-1" id="cite-1-1" aria-label="reference 1 of 2">1</a>' in page
    assert '<li id="ref-1" value="1"' in page
    assert page.index("Source B") < page.index("Source A")
    assert 'href="#cite-1-2" aria-label="Back to reference 1 in the text, place 2 of 2"' in page
    assert "[[ref" not in page
