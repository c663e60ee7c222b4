from tests.articles.conftest import spanish_article  # noqa: F401 - for tests of this folder
