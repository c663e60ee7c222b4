"""A glossary: a set of defined terms."""

from articles.blocks.plain import plain_line
from articles.glossary import glossary_entries
from articles.models import GlossaryPage
from articles.public_site import PublicSite
from articles.structured_data.web_page import Node, web_page


def glossary_nodes(page: GlossaryPage, site: PublicSite) -> list[Node]:
    """The glossary page and its terms. One query."""
    url = site.url(page)
    terms = {
        "@type": "DefinedTermSet",
        "@id": f"{url}#terms",
        "name": plain_line(page.title),
        "url": url,
        "inLanguage": site.language,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": plain_line(entry.term),
                "description": plain_line(entry.definition),
                "url": f"{url}#{entry.anchor}",
                "inDefinedTermSet": {"@id": f"{url}#terms"},
            }
            | ({"alternateName": entry.further_forms} if entry.further_forms else {})
            for entry in glossary_entries(page)
        ],
    }
    return [web_page(page, site) | {"mainEntity": {"@id": terms["@id"]}}, terms]
