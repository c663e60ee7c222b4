"""Quiet scenes for stories and for waiting."""

from demo.pictures.canvas import Canvas, smooth
from demo.pictures.palette import (
    BLUSH,
    DUSK,
    INK,
    LAGOON,
    MIST,
    NIGHT,
    OCHRE,
    PAPER,
    ROSE,
    SAND,
    STONE,
    STRAW,
    TEAL,
    WHITE,
    WINE,
)


def draw_waiting_path() -> Canvas:
    """A path over hills, with a small flag at each check-up."""
    sheet = Canvas(ground="#eef2ec")
    sheet.circle(1290, 200, 90, fill=STRAW)
    hills = (
        (MIST, [(0, 430), (300, 330), (640, 420), (1000, 310), (1350, 400), (1600, 330)]),
        ("#a9cbc6", [(0, 560), (260, 500), (600, 570), (980, 470), (1300, 550), (1600, 480)]),
        (LAGOON, [(0, 720), (350, 640), (760, 700), (1160, 610), (1600, 680)]),
    )
    for colour, edge in hills:
        sheet.shape([(0, 900), *smooth(edge), (1600, 900)], colour)
    way = [
        (120, 900),
        (420, 800),
        (700, 790),
        (930, 730),
        (900, 640),
        (1020, 570),
        (1180, 520),
        (1130, 440),
        (1200, 372),
    ]
    for width, colour in ((34, SAND), (3, STONE)):
        sheet.curve(way, colour, width)
    for x, y, tall in ((420, 800, 120), (930, 730, 100), (1020, 570, 80), (1180, 520, 64)):
        sheet.line([(x, y), (x, y - tall)], INK, 6)
        sheet.shape([(x, y - tall), (x + tall * 0.6, y - tall * 0.78), (x, y - tall * 0.56)], WINE)
    return sheet


def draw_bean_garden() -> Canvas:
    """Beans climbing up their poles."""
    sheet = Canvas(ground="#f4efe2")
    sheet.shape([(0, 760), *smooth([(0, 760), (500, 735), (1000, 765), (1600, 740)]), (1600, 900), (0, 900)], "#8a6a4f")
    for number, x in enumerate((250, 525, 800, 1075, 1350)):
        height = 470 + (number * 67) % 120
        sheet.line([(x, 800), (x, 800 - height - 70)], STONE, 16)
        vine = [(x + (26 if step % 2 else -26), 790 - step * height / 8) for step in range(9)]
        sheet.curve(vine, TEAL, 9)
        for step, (leaf_x, leaf_y) in enumerate(vine[1:]):
            side = 1 if step % 2 else -1
            sheet.ellipse(leaf_x + side * 40, leaf_y, 44, 26, fill=LAGOON if step % 3 else TEAL)
            if step % 4 == number % 4:
                sheet.curve([(leaf_x - side * 6, leaf_y + 8), (leaf_x - side * 20, leaf_y + 60)], "#6f9a4c", 15)
            if step % 4 == (number + 2) % 4:
                sheet.circle(leaf_x - side * 20, leaf_y - 16, 15, fill=ROSE)
    return sheet


def draw_dark_room() -> Canvas:
    """A dim room with the curtain almost drawn, a bed and a glass of water."""
    sheet = Canvas(ground=NIGHT)
    sheet.box(930, 110, 1330, 560, fill=DUSK)
    sheet.box(1105, 110, 1155, 560, fill=STRAW)
    for left in (930, 1155):
        for fold in range(4):
            edge = left + fold * 44
            sheet.box(edge, 90, edge + 42, 600, fill="#3d5a6b" if fold % 2 else "#37525f", radius=12)
    sheet.line([(890, 95), (1370, 95)], STONE, 10)
    sheet.box(0, 760, 1600, 900, fill="#1b2730")
    sheet.box(130, 520, 190, 800, fill="#5a4636", radius=12)
    sheet.box(150, 640, 860, 790, fill="#4b6170", radius=26)
    sheet.box(190, 570, 400, 660, fill="#cfd8da", radius=38)
    sheet.shape([(390, 640), *smooth([(390, 640), (520, 585), (700, 600), (860, 650)]), (860, 790), (390, 790)], LAGOON)
    sheet.box(1010, 690, 1250, 720, fill="#5a4636", radius=8)
    for x in (1040, 1205):
        sheet.box(x, 715, x + 18, 820, fill="#5a4636")
    sheet.shape([(1095, 600), (1165, 600), (1155, 690), (1105, 690)], MIST)
    sheet.shape([(1099, 632), (1161, 632), (1154, 686), (1106, 686)], "#8fb9c4")
    return sheet


def draw_lit_window() -> Canvas:
    """A house in the evening with one lit window."""
    sheet = Canvas(ground="#3b4a63")
    for x, y in ((160, 130), (420, 220), (700, 90), (1180, 150), (1420, 260), (960, 210)):
        sheet.circle(x, y, 5, fill=PAPER)
    sheet.circle(1340, 150, 62, fill=STRAW)
    sheet.circle(1366, 134, 56, fill="#3b4a63")
    sheet.shape([(0, 720), *smooth([(0, 720), (500, 690), (1100, 730), (1600, 690)]), (1600, 900), (0, 900)], NIGHT)
    sheet.shape([(430, 420), (800, 190), (1170, 420)], WINE)
    sheet.box(500, 415, 1100, 780, fill="#5c4a55")
    sheet.box(720, 560, 850, 780, fill="#46363f", radius=6)
    for left, colour in ((560, "#46363f"), (930, STRAW)):
        sheet.box(left, 490, left + 110, 620, fill=colour, radius=6)
        sheet.line([(left + 55, 490), (left + 55, 620)], "#5c4a55", 8)
        sheet.line([(left, 555), (left + 110, 555)], "#5c4a55", 8)
    sheet.circle(985, 598, 18, fill=OCHRE)
    for x in (300, 1260):
        sheet.line([(x, 790), (x, 640)], "#46363f", 18)
        sheet.blob(x, 570, 105, TEAL, 0.05, 5)
    sheet.box(690, 780, 880, 800, fill=BLUSH)
    sheet.circle(826, 675, 8, fill=WHITE)
    return sheet
