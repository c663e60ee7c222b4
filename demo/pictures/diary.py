"""Days and headaches, counted."""

from demo.pictures.canvas import Canvas
from demo.pictures.palette import INK, LAGOON, MIST, OCHRE, QUIET, SAND, STONE, TEAL, WHITE, WINE

STRONG = {4, 5, 12, 18, 19, 20, 26}
MILD = {1, 9, 13, 17, 23, 27}
FLAGGED = {13, 27, 41}
MEDICINE = {4, 5, 12, 13, 18, 19, 20, 26}


def draw_headache_diary() -> Canvas:
    """Four weeks, with shaded days and dots."""
    sheet = Canvas(ground=SAND)
    sheet.box(330, 60, 1290, 850, fill=STONE, radius=18)
    sheet.box(310, 40, 1270, 830, fill=WHITE, radius=18)
    for x in range(430, 1230, 120):
        sheet.box(x - 9, 20, x + 9, 78, fill=QUIET, radius=9)
    for day in range(28):
        left, top = 370 + (day % 7) * 122, 130 + (day // 7) * 165
        colour = TEAL if day in STRONG else LAGOON if day in MILD else MIST
        sheet.box(left, top, left + 104, top + 134, fill=colour, radius=12)
        if day in MEDICINE:
            sheet.circle(left + 52, top + 98, 15, fill=OCHRE, outline=WHITE, width=4)
    sheet.line([(1370, 700), (1490, 250)], OCHRE, 34)
    sheet.line([(1370, 700), (1360, 742)], INK, 12)
    return sheet


def draw_medicine_days() -> Canvas:
    """Thirty days: how many with medicine are too many, for two kinds of medicine."""
    sheet = Canvas()
    rows = (
        (150, "Triptans, opioids, mixed painkillers", 10),
        (520, "Plain painkillers", 15),
    )
    for top, name, limit in rows:
        sheet.words(100, top, name, 42, INK, "lm")
        for day in range(30):
            left = 100 + day * 47
            sheet.box(left, top + 60, left + 38, top + 160, fill=OCHRE if day >= limit - 1 else MIST, radius=8)
        edge = 100 + (limit - 1) * 47 - 5
        sheet.dashes((edge, top + 40), (edge, top + 200), INK, 4, 12)
        sheet.words(edge, top + 235, f"{limit} days or more: too many", 38, INK, "lm")
    return sheet


def draw_few_among_many() -> Canvas:
    """Many headaches, of which three carry a red flag."""
    sheet = Canvas()
    for number in range(50):
        x, y = 170 + (number % 10) * 140, 130 + (number // 10) * 165
        is_flagged = number in FLAGGED
        sheet.circle(x, y, 46, fill=SAND if is_flagged else MIST)
        if is_flagged:
            sheet.line([(x - 12, y + 62), (x - 12, y - 62)], INK, 9)
            sheet.shape([(x - 8, y - 62), (x + 62, y - 36), (x - 8, y - 10)], WINE)
    return sheet
