"""A reference of the library as schema.org tells it."""

from articles.blocks.plain import plain_line
from articles.models import Reference
from articles.structured_data.web_page import Node
from portal.kept import Kept

# For machines, so in English whatever the language of the page. A source that stands is not mentioned.
STATUS: dict[str, str] = {
    Reference.Status.SUPERSEDED: "Superseded",
    Reference.Status.CORRECTED: "Corrected or questioned",
    Reference.Status.RETRACTED: "Retracted",
}

WITH_NOTICE = (Reference.Status.CORRECTED, Reference.Status.RETRACTED)


_citations: Kept[Node] = Kept(4096)


def citation(reference: Reference) -> Node:
    """One cited source, with its DOI and PMID as identifiers. Read only."""
    return _citations.get(reference.said, lambda: _citation(reference))


def _citation(reference: Reference) -> Node:
    # A guideline with a DOI came out in a journal.
    is_scholarly = reference.type == Reference.Type.JOURNAL_ARTICLE or (
        reference.type == Reference.Type.GUIDELINE and bool(reference.doi)
    )
    source = plain_line(reference.source)
    node = {
        "@type": "ScholarlyArticle" if is_scholarly else "CreativeWork",
        "name": plain_line(reference.title),
        "creditText": plain_line(reference.authors),
        "datePublished": str(reference.year or ""),
        "isPartOf": {"@type": "Periodical", "name": source} if is_scholarly and source else None,
        "publisher": {"@type": "Organization", "name": source} if not is_scholarly and source else None,
        "creativeWorkStatus": STATUS.get(reference.status),
        "correction": reference.notice_url if reference.status in WITH_NOTICE else None,
        "identifier": _identifiers(reference),
        "url": reference.link,
        "sameAs": [address for address in (reference.doi_url, reference.pubmed_url) if address],
    }
    return {name: value for name, value in node.items() if value}


def _identifiers(reference: Reference) -> list[Node]:
    known = (("DOI", reference.doi), ("PMID", reference.pmid))
    return [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in known if value]
