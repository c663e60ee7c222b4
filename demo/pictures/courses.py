"""How an illness runs over time, as a curve."""

from demo.pictures.canvas import Canvas, smooth
from demo.pictures.palette import BLUSH, INK, LAGOON, MIST, OCHRE, QUIET, ROSE, SAND, STONE, STRAW, TEAL, WINE

BASE = 700


def draw_remission_and_relapse() -> Canvas:
    """Myeloma falls, rests, rises and falls again."""
    sheet = Canvas()
    for left, right, colour in ((120, 390, SAND), (390, 800, MIST), (800, 1070, SAND), (1070, 1500, MIST)):
        sheet.box(left, 130, right, BASE, fill=colour)
    course = [(120, 270), (180, 235), (255, 300), (330, 520), (400, 640), (560, 662), (690, 655), (790, 605)]
    course += [(860, 455), (915, 345), (960, 335), (1005, 450), (1075, 620), (1200, 658), (1360, 662), (1500, 655)]
    line = smooth(course)
    sheet.shape([(120, BASE), *line, (1500, BASE)], BLUSH)
    sheet.line(line, WINE, 12)
    sheet.line([(120, 130), (120, BASE), (1500, BASE)], INK, 5)
    for x, words in ((255, "Active"), (595, "Remission"), (935, "Relapse"), (1285, "Remission")):
        sheet.words(x, 180, words, 44)
    for x, words in ((255, "First treatment"), (935, "Next treatment")):
        sheet.arrow((x, 850), (x, 730), TEAL, 8)
        sheet.words(x + 30, 815, words, 38, TEAL, "lm")
    sheet.words(1500, 745, "Time", 38, QUIET, "rm")
    return sheet


def draw_migraine_phases() -> Canvas:
    """Four parts of an attack, one after the other."""
    sheet = Canvas()
    phases = (
        (100, 430, STRAW, "Before", "hours to\n2 days"),
        (430, 660, MIST, "Aura", "5 to 60 minutes\n(not for all)"),
        (660, 1180, BLUSH, "Headache", "4 to 72 hours"),
        (1180, 1500, SAND, "After", "up to 2 days"),
    )
    for left, right, colour, name, lasts in phases:
        sheet.box(left, 110, right, BASE, fill=colour)
        sheet.words((left + right) / 2, 165, name, 46)
        sheet.words((left + right) / 2, 780, lasts, 36, QUIET)
    course = [(100, 670), (220, 650), (340, 600), (430, 560), (545, 520), (660, 470), (760, 330), (880, 265)]
    course += [(1000, 285), (1100, 380), (1180, 510), (1290, 600), (1400, 645), (1500, 662)]
    sheet.curve(course, TEAL, 12)
    for x, y, colour in ((265, 634, OCHRE), (545, 520, LAGOON), (890, 264, ROSE), (1340, 622, STONE)):
        sheet.circle(x, y, 24, fill=colour, outline=INK, width=5)
    sheet.line([(100, BASE), (1500, BASE)], INK, 5)
    return sheet
