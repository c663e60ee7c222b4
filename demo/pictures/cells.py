"""Blood cells, and where they are made."""

from demo.pictures.canvas import Canvas
from demo.pictures.palette import BLUSH, INK, MIST, OCHRE, PAPER, QUIET, ROSE, SAND, STONE, STRAW, TEAL, WHITE, WINE

CROWD = [(x * 178 + (y % 2) * 89 + 60, y * 158 + 100) for y in range(6) for x in range(9)]
HEALTHY = {6: "red", 15: "platelet", 22: "white", 31: "red", 40: "red", 47: "platelet"}


def red_cell(sheet: Canvas, x: float, y: float, radius: float = 46) -> None:
    """A red blood cell: a disc with a dent."""
    sheet.circle(x, y, radius, fill=ROSE)
    sheet.circle(x, y, radius * 0.5, fill=WINE)


def white_cell(sheet: Canvas, x: float, y: float, radius: float = 62, body: str = MIST, core: str = TEAL) -> None:
    """A white blood cell with its nucleus."""
    sheet.blob(x, y, radius, body, 0.05, 5)
    sheet.blob(x - radius * 0.1, y, radius * 0.5, core, 0.22, 3, x)


def platelets(sheet: Canvas, x: float, y: float) -> None:
    """A handful of platelets."""
    for dx, dy, size in ((-34, -8, 20), (6, 22, 16), (38, -14, 18), (2, -32, 13)):
        sheet.blob(x + dx, y + dy, size, OCHRE, 0.18, 4, dx)


def draw_blood_cells() -> Canvas:
    """A bone, cut open, and the three kinds of cells that its marrow makes."""
    sheet = Canvas()
    _bone(sheet)
    for end in ((905, 135), (905, 765)):
        sheet.line([(372, 450), end], STONE, 4)
    sheet.circle(980, 450, 350, fill=STONE)
    sheet.circle(980, 450, 338, fill=BLUSH)
    sheet.blob(980, 450, 84, STRAW, 0.05, 4)
    sheet.blob(980, 450, 44, OCHRE, 0.12, 3)
    for end in ((880, 335), (1085, 345), (980, 585)):
        start = (980 + (end[0] - 980) * 0.78, 450 + (end[1] - 450) * 0.78)
        sheet.arrow(start, (980 + (end[0] - 980) * 1.15, 450 + (end[1] - 450) * 1.15), QUIET, 6)
    for x, y in ((800, 300), (850, 210), (745, 390)):
        red_cell(sheet, x, y)
    for x, y in ((1150, 250), (1210, 400)):
        white_cell(sheet, x, y)
    for x, y in ((930, 700), (1045, 695)):
        platelets(sheet, x, y)
    _labels(sheet)
    return sheet


def _bone(sheet):
    for edge, colour in ((8, STONE), (0, SAND)):
        for x, y in ((190, 130), (320, 110), (190, 770), (320, 790)):
            sheet.circle(x, y, 84 + edge, fill=colour)
        sheet.box(180 - edge, 120, 330 + edge, 780, fill=colour)
    sheet.box(205, 230, 305, 670, fill=ROSE, radius=50)
    for number in range(14):
        colour = WINE if number % 2 else BLUSH
        sheet.circle(230 + (number * 37) % 52, 262 + number * 29, 9 + number % 3 * 3, fill=colour)


def _labels(sheet):
    sheet.words(430, 800, "Bone", 42, INK, "lm")
    sheet.words(430, 630, "Marrow", 42, INK, "lm")
    sheet.line([(418, 630), (300, 600)], QUIET, 4)
    sheet.words(980, 846, "Platelets", 42, INK)
    sheet.line([(980, 815), (980, 745)], QUIET, 4)
    sheet.words(590, 195, "Red cells", 42, INK)
    sheet.line([(690, 205), (790, 225)], QUIET, 4)
    sheet.words(1360, 250, "White cells", 42, INK, "lm")
    sheet.line([(1345, 250), (1225, 250)], QUIET, 4)
    sheet.words(1360, 560, "Stem cell", 42, INK, "lm")
    sheet.line([(1345, 555), (1060, 478)], QUIET, 4)


def draw_crowded_marrow() -> Canvas:
    """Marrow full of unripe cells, with few healthy ones between them."""
    sheet = Canvas(ground=BLUSH)
    for number, (x, y) in enumerate(CROWD):
        kind = HEALTHY.get(number)
        x, y = x + (number * 53) % 31 - 15, y + (number * 37) % 29 - 14
        if kind == "red":
            red_cell(sheet, x, y, 50)
        elif kind == "platelet":
            platelets(sheet, x, y)
        elif kind == "white":
            white_cell(sheet, x, y)
        else:
            sheet.blob(x, y, 76, WHITE if number % 3 else PAPER, 0.04, 4, number)
            sheet.blob(x, y, 56, TEAL if number % 2 else "#2f6f75", 0.07, 3, number)
            sheet.circle(x - 14, y - 10, 9, fill=MIST)
    return sheet
