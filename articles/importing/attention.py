"""What a person must look at before an imported draft is an article, one sentence each. Nothing is left unsaid."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.importing.characters import disarm, shorten
from articles.importing.claim_labels import PUBLISHED, WRITTEN
from articles.importing.claims import Claim
from articles.importing.elements import Paragraph
from articles.importing.furniture import hidden_in_prose
from articles.importing.understanding import Understood

MOST_EXAMPLES = 5
COMMENTS = re.compile(r"(?:\d+ )?comments?(?: ?\(\d+\))?:?|\d+ kommentare?|\d+ comentarios?", re.IGNORECASE)


def needs_person(understood: Understood) -> list[str]:
    """The sentences, in the order in which a person would go through the draft."""
    return [
        *understood.source.needs_person,
        *_about_title(understood),
        *_about_summary(understood),
        *_about_claims(understood.claims),
        *_about_citations(understood),
        *_about_references(understood),
        *_about_text(understood),
    ]


def _about_title(understood: Understood) -> list[str]:
    if understood.title.guessed:
        return [_("No title was found. The draft is named after the file: write a title.")]
    return []


def _about_summary(understood: Understood) -> list[str]:
    if not understood.summary:
        return [_("Write the summary: the text has no single sentence that could honestly be taken for it.")]
    return []


def _about_claims(claims: list[Claim]) -> list[str]:
    sentences = []
    for claim in claims:
        if claim.unreadable:
            sentences.append(
                _("Line %(line)s: “%(text)s” is no date that exists. Look it up.")
                % {"line": claim.line, "text": shorten(claim.unreadable)}
            )
        elif claim.date and claim.date.ambiguous and claim.what != PUBLISHED:
            first, second = claim.date.readings
            sentences.append(
                _("Line %(line)s: the date can be %(first)s or %(second)s. Find out which.")
                % {"line": claim.line, "first": first, "second": second}
            )
        if claim.what == WRITTEN and claim.person:
            sentences.append(_("The text names %(name)s as its author: choose the author.") % {"name": claim.person})
    reviewers = list(dict.fromkeys(claim.person for claim in claims if claim.what == "reviewed" and claim.person))
    if len(reviewers) > 1:
        sentences.append(_("Several reviewers are named: %(names)s.") % {"names": "; ".join(reviewers)})
    return list(dict.fromkeys(sentences))


def _about_citations(understood: Understood) -> list[str]:
    sentences = []
    if dangling := understood.dangling:
        places = sum(
            bool(set(span.numbers) & set(dangling))
            for line in understood.findings.lines
            for spans in (line.spans, *line.cells)
            for span in spans
        )
        where = ngettext("in %(count)s place", "in %(count)s places", places) % {"count": places}
        sentences.append(
            ngettext(
                "Tie number %(numbers)s to a reference: it is cited %(where)s and the file doesn't say what it "
                "stands for.",
                "Tie the numbers %(numbers)s to references: they are cited %(where)s and the file doesn't say what "
                "they stand for.",
                len(dangling),
            )
            % {"numbers": ", ".join(dangling), "where": where}
        )
    for candidate in understood.findings.doubtful[:MOST_EXAMPLES]:
        piece = understood.source.pieces[candidate.line]
        sentences.append(
            _("Line %(line)s: is %(number)s a citation? It was left as text.")
            % {"line": piece.number, "number": ",".join(candidate.numbers)}
        )
    more = len(understood.findings.doubtful) - MOST_EXAMPLES
    if more > 0:
        sentences.append(_("There are %(count)s more such numbers.") % {"count": more})
    return sentences


def _about_references(understood: Understood) -> list[str]:
    sentences = [
        _("Reference %(number)s could not be told apart into its fields and was kept word for word: “%(text)s”")
        % {"number": entry.number, "text": shorten(entry.text)}
        for entry in understood.entries
        if not entry.read
    ]
    cited = set(understood.findings.numbers)
    if cited and any(entry.counted for entry in understood.entries):
        sentences.append(
            _(
                "The list of references doesn't number all its entries, so they were counted in their order: check "
                "that each number leads to its source."
            )
        )
    uncited = [entry.number for entry in understood.entries if entry.number not in cited]
    if uncited:
        sentences.append(
            _("The text never cites these entries of its list of references: %(numbers)s.")
            % {"numbers": ", ".join(uncited)}
        )
    return sentences


def _about_text(understood: Understood) -> list[str]:
    source = understood.source
    sentences = []
    if source.pictures:
        sentences.append(
            _("Pictures left out: %(count)s. Upload those that the article needs.") % {"count": source.pictures}
        )
    if source.lost_links:
        sentences.append(
            _("Links whose address leads nowhere from here, kept as text: %(count)s.") % {"count": source.lost_links}
        )
    if any(disarm(piece.text) != piece.text for piece in source.pieces):
        sentences.append(_("The text had [[ref:…]] typed in it. Such marks were made plain text."))
    if not understood.structure.elements:
        sentences.append(_("Nothing is left of the text: every line was dropped."))
    sentences += [
        _("Line %(line)s: a part of it was dropped (%(reason)s): “%(text)s”")
        % {"line": source.pieces[piece].number, "reason": reason, "text": shorten(text)}
        for piece, text, reason in understood.partly
    ]
    sentences += _comments_of_readers(understood)
    sentences += _furniture_in_prose(understood)
    return sentences


def _comments_of_readers(understood: Understood) -> list[str]:
    """Below a heading such as "12 comments" stands what readers wrote, which no rule tells from an article."""
    pieces = understood.source.pieces
    heads = [index for index in understood.dropped if COMMENTS.fullmatch(pieces[index].text.strip(" #*"))]
    if not heads or not any(index > min(heads) for index in understood.became):
        return []
    return [
        _("Comments of readers may follow below line %(line)s: take them out of the draft.")
        % {"line": pieces[min(heads)].number}
    ]


def _furniture_in_prose(understood: Understood) -> list[str]:
    sentences = []
    texts = {
        " ".join("".join(span.text for span in line) for line in element.lines)
        for element in understood.structure.elements
        if isinstance(element, Paragraph)
    }
    for line in understood.findings.lines:
        if line.text in texts and (reason := hidden_in_prose(line.text)):
            number = source_number(understood, line.pieces)
            sentences.append(
                _("Line %(line)s: a sentence at its end may be no part of the article (%(reason)s).")
                % {"line": number, "reason": reason}
            )
    return sentences[:MOST_EXAMPLES]


def source_number(understood: Understood, pieces: tuple[int, ...]) -> int:
    """The number of the line in the file on which a line of text begins."""
    return understood.source.pieces[pieces[0]].number if pieces else 0
