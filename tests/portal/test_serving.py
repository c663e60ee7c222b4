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


def test_language_that_a_community_does_not_have_is_not_found(client, community):
    assert client.get("/").status_code == 200
    response = client.get("/de/")
    assert response.status_code == 404
    assert "Diese Seite gibt es hier nicht" in response.content.decode()
