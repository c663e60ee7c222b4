"""Treatments as a row of steps."""

from math import cos, pi, sin

from demo.pictures.canvas import Canvas
from demo.pictures.cells import white_cell
from demo.pictures.palette import BLUSH, INK, LAGOON, MIST, OCHRE, PAPER, ROSE, SAND, STRAW, TEAL, WHITE, WINE

PLACES = [190 + number * 305 for number in range(5)]
LEVEL = 315


def draw_car_t_steps() -> Canvas:
    """Collect, change, grow, give back, find."""
    sheet = _row(("Collect", "Change", "Grow", "Give back", "Find"))
    first, second, third, fourth, fifth = PLACES
    _bag(sheet, first, MIST)
    white_cell(sheet, first, LEVEL + 20, 34, WHITE)
    t_cell(sheet, second, LEVEL, 56)
    for x, y in ((third, LEVEL - 55), (third - 58, LEVEL + 38), (third + 58, LEVEL + 38)):
        t_cell(sheet, x, y, 34)
    _bag(sheet, fourth, STRAW)
    t_cell(sheet, fourth, LEVEL + 16, 26)
    sheet.blob(fifth + 34, LEVEL + 6, 62, ROSE, 0.09, 6)
    sheet.blob(fifth + 40, LEVEL + 8, 28, WINE, 0.15, 3)
    t_cell(sheet, fifth - 58, LEVEL - 18, 34)
    return sheet


def draw_transplant_steps() -> Canvas:
    """Collect, prepare, give back, wait, recover."""
    sheet = _row(("Collect", "Prepare", "Give back", "Wait", "Recover"))
    first, second, third, fourth, fifth = PLACES
    _bag(sheet, first, BLUSH)
    _stem_cell(sheet, first, LEVEL + 20, 30)
    _bag(sheet, second, MIST)
    for row in range(3):
        sheet.line([(second - 26, LEVEL + 4 + row * 22), (second + 26, LEVEL + 4 + row * 22)], TEAL, 7)
    _bag(sheet, third, STRAW)
    _stem_cell(sheet, third, LEVEL + 20, 30)
    sheet.circle(fourth, LEVEL, 72, fill=WHITE, outline=INK, width=8)
    sheet.line([(fourth, LEVEL - 46), (fourth, LEVEL), (fourth + 34, LEVEL + 20)], INK, 8)
    _seedling(sheet, fifth)
    return sheet


def t_cell(sheet: Canvas, x: float, y: float, radius: float) -> None:
    """A T cell with the hooks that it was given."""
    for step in range(8):
        angle = 2 * pi * step / 8 + 0.2
        outer = (x + radius * 1.36 * cos(angle), y + radius * 1.36 * sin(angle))
        sheet.line([(x + radius * 0.9 * cos(angle), y + radius * 0.9 * sin(angle)), outer], OCHRE, radius / 7)
        sheet.circle(*outer, radius / 8, fill=OCHRE)
    sheet.circle(x, y, radius, fill=LAGOON)
    sheet.circle(x, y, radius * 0.55, fill=TEAL)


def _row(names):
    sheet = Canvas(height=600)
    for number, (x, name) in enumerate(zip(PLACES, names, strict=True), start=1):
        sheet.circle(x, LEVEL, 132, fill=SAND)
        if number < len(names):
            sheet.arrow((x + 138, LEVEL), (x + 166, LEVEL), INK, 6)
        sheet.circle(x, LEVEL - 190, 38, fill=WINE)
        sheet.words(x, LEVEL - 190, str(number), 42, PAPER)
        sheet.words(x, LEVEL + 200, name, 46)
    return sheet


def _bag(sheet, x, colour):
    sheet.line([(x, LEVEL - 104), (x, LEVEL - 78)], INK, 8)
    sheet.box(x - 56, LEVEL - 80, x + 56, LEVEL + 76, fill=WHITE, outline=INK, width=7, radius=24)
    sheet.box(x - 42, LEVEL - 32, x + 42, LEVEL + 62, fill=colour, radius=16)
    sheet.line([(x, LEVEL + 80), (x, LEVEL + 116)], INK, 8)


def _stem_cell(sheet, x, y, radius):
    sheet.blob(x, y, radius, OCHRE, 0.06, 4)
    sheet.blob(x, y, radius * 0.5, WINE, 0.1, 3)


def _seedling(sheet, x):
    sheet.curve([(x, LEVEL + 90), (x - 6, LEVEL + 20), (x, LEVEL - 50)], TEAL, 11)
    sheet.ellipse(x - 46, LEVEL - 34, 46, 25, fill=LAGOON)
    sheet.ellipse(x + 46, LEVEL - 60, 46, 25, fill=TEAL)
    sheet.ellipse(x, LEVEL + 94, 70, 16, fill="#8a6a4f")
