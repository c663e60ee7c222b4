"""Capitals all along and rows of exclamation marks: hard to read, for screen readers too. Abbreviations shout nothing."""

import re
from collections.abc import Iterable

from comments.screening.detector import About, Category, Found
from comments.screening.text import Text

# Abbreviations that follow one another in honest comments; any other word of capitals counts.
ABBREVIATIONS = frozenset(
    """
    AIDS AL ALL ALT AML AMD ANA ANC APL AST ASCT ATP BMI BMT BP BRCA BTK CAR CAT CBC CBD CD CLL CML CMML CMV CNS COPD
    COVID CPAP CR CRP CT CTC DEXA DIY DKMS DLBCL DNA DVT EBV ECG ECOG EEG EGFR EKG EMA ER ESR ET EU FAQ FDA FISH FL GERD
    GP GVHD HCT HER HIV HLA HPV HRT IBD IBS ICU ICD IF IGA IGG IGM IPI ISS ITP IV IVF JAK LDH MCL MDS MDT MGUS MI MM MMR
    MPN MRD MRI MRT MS NCI NGS NHL NHS NICE OCD OP OT OTC PCR PET PFS PICC PMBCL PMS PPI PR PSA PT PTSD PV RBC RCHOP RA
    RNA RSV SCT SLE SMM SSRI TB TIA TKI TNF TSH TV UK UN US USA UTI UV VAD VGPR VIH VTE WBC WHO WM AOK BSG CLL KK MDK
    SIDA TAC RMN UCI EPOC MIR SNS OMS EPO BZGA PKV GKV
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MARKS = re.compile(r"(?:[!?](?: ?)){4,}")
_FEWEST_WORDS, _FEWEST_LETTERS, _LONG = 4, 16, 5  # of a passage in capitals; letters of a word that is no abbreviation
_FEWEST_LONG = 2


class Shouting:
    """Finds passages in capitals, and rows of four or more exclamation or question marks."""

    name, version = "shouting", 1

    def find(self, text: Text, about: About) -> Iterable[Found]:
        """Each passage."""
        run: list[re.Match[str]] = []
        for word in _WORD.finditer(text.typed):
            if word.group().isupper():
                run.append(word)
            else:
                yield from _judged(run)
                run = []
        yield from _judged(run)
        for marks in _MARKS.finditer(text.folded):
            end = marks.start() + len(marks.group().rstrip())
            yield Found(Category.SHOUTING, *text.span(marks.start(), end), "Row of exclamation or question marks")


def _judged(run: list[re.Match[str]]) -> Iterable[Found]:
    words = [word.group() for word in run if len(word.group()) > 1 and word.group() not in ABBREVIATIONS]
    long = sum(1 for word in words if len(word) >= _LONG)
    if (
        len(words) >= _FEWEST_WORDS
        and sum(map(len, words)) >= _FEWEST_LETTERS
        and long >= _FEWEST_LONG
    ):
        yield Found(Category.SHOUTING, run[0].start(), run[-1].end(), "Written in capitals")
