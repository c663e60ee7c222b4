def test_reader_opens_the_home_page(client, community):
    response = client.get("/")
    assert response.status_code == 200
    assert b"Blood Cancer Community" in response.content


def test_reader_opens_an_article(client, article):
    response = client.get("/multiple-myeloma/relapse/")
    assert response.status_code == 200
    assert b"The illness is active again." in response.content
    assert "Vary" not in response.headers or "Cookie" not in response["Vary"]
    assert not response.cookies
