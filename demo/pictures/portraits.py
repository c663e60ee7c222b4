"""Abstract portraits of fictional people: a head, hair and a collar, never a likeness."""

from dataclasses import dataclass
from math import cos, pi, sin

from demo.pictures.canvas import Canvas
from demo.pictures.palette import BLUSH, DUSK, INK, LAGOON, MIST, OCHRE, ROSE, SAND, STRAW, TEAL, WINE

SIZE = 1600


@dataclass(frozen=True)
class Person:
    """What tells one abstract person from another."""

    ground: str
    skin: str
    hair: str
    clothes: str
    style: str
    has_glasses: bool = False


PEOPLE = {
    "portrait-miriam": Person(MIST, "#e3b592", "#8d8680", TEAL, "bun", has_glasses=True),
    "portrait-oskar": Person(SAND, "#e9c3a4", "#d9d4cc", DUSK, "short", has_glasses=True),
    "portrait-jonas": Person(STRAW, "#7a4b33", "#241c18", WINE, "short"),
    "portrait-ines": Person(BLUSH, "#c98f68", "#4a2c20", OCHRE, "long"),
    "portrait-priya": Person(SAND, "#b27a54", "#1f1a18", LAGOON, "long"),
    "portrait-tomasz": Person(MIST, "#5f3a28", "#1d1714", DUSK, "round", has_glasses=True),
    "portrait-wren": Person(STRAW, "#ecc7a6", "#b4552d", ROSE, "tuft"),
}


def draw_portrait(person: Person) -> Canvas:
    """Head and shoulders on a plain ground, square."""
    sheet = Canvas(SIZE, SIZE, person.ground, scale=0.5)
    _hair_behind(sheet, person)
    sheet.ellipse(800, 1560, 560, 420, fill=person.clothes)
    sheet.box(690, 950, 910, 1230, fill=person.skin, radius=100)
    sheet.ellipse(800, 1215, 175, 85, fill=person.skin)
    sheet.ellipse(800, 730, 285, 345, fill=person.skin)
    _hair_before(sheet, person)
    if person.has_glasses:
        for x in (680, 920):
            sheet.circle(x, 740, 92, outline=INK, width=14)
        sheet.line([(772, 728), (828, 728)], INK, 14)
    else:
        for x in (690, 910):
            sheet.curve([(x - 46, 740), (x - 24, 752), (x, 757), (x + 24, 752), (x + 46, 740)], INK, 12)
    sheet.curve([(715, 912), (755, 936), (800, 945), (845, 936), (885, 912)], INK, 13)
    return sheet


def _hair_behind(sheet, person):
    if person.style == "long":
        sheet.ellipse(800, 700, 385, 410, fill=person.hair)
        sheet.box(415, 690, 1185, 1240, fill=person.hair, radius=150)
    elif person.style == "bun":
        sheet.circle(800, 300, 150, fill=person.hair)
        sheet.ellipse(800, 660, 335, 350, fill=person.hair)
    elif person.style == "round":
        sheet.blob(800, 600, 400, person.hair, 0.03, 12)


def _hair_before(sheet, person):
    match person.style:
        case "long" | "bun":
            sheet.shape(_arc(800, 560, 300, 190, drop=70), person.hair)
        case "short":
            sheet.shape(_arc(800, 640, 284, 275, drop=10), person.hair)
        case "round":
            sheet.shape(_arc(800, 560, 300, 200, drop=40), person.hair)
        case "tuft":
            sheet.shape(_arc(800, 640, 284, 275, drop=10), person.hair)
            for x, top in ((690, 320), (760, 270), (845, 250), (915, 300)):
                sheet.shape([(x - 90, 480), (x + 20, top), (x + 90, 480)], person.hair)


def _arc(x, y, across, up, *, drop):
    """A cap of hair: the upper half of an ellipse, its lower edge arched by ``drop``."""
    upper = [(x - across * cos(pi * step / 40), y - up * sin(pi * step / 40)) for step in range(41)]
    lower = [
        (
            x + across * cos(pi * step / 40),
            y - (up - 130) * sin(pi * step / 40) * 0.6 + drop * (1 - sin(pi * step / 40)),
        )
        for step in range(41)
    ]
    return upper + lower
