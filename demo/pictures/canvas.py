"""A sheet to draw on: flat shapes with smooth edges, the same bytes every time.

Everything is drawn larger than it is kept and scaled down once, which smooths every edge.
"""

from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageDraw, ImageFont

from demo.pictures.palette import INK, PAPER

OVERSIZE = 4  # dots drawn for each dot kept, along each side
Point = tuple[float, float]


class Canvas:
    """A sheet of ``width`` by ``height`` units, kept with ``scale`` pixels a unit. Colours are written ``#rrggbb``."""

    def __init__(self, width: int = 1600, height: int = 900, ground: str = PAPER, scale: float = 1):
        self.unit = round(OVERSIZE * scale)
        self.image = Image.new("RGB", (width * self.unit, height * self.unit), ground)
        self.pen = ImageDraw.Draw(self.image)

    def circle(self, x, y, radius, fill=None, outline=None, width=0):
        """A circle around (x, y)."""
        self.ellipse(x, y, radius, radius, fill, outline, width)

    def ellipse(self, x, y, across, down, fill=None, outline=None, width=0):
        """An ellipse around (x, y), ``across`` and ``down`` being its half axes."""
        box = [(x - across) * self.unit, (y - down) * self.unit, (x + across) * self.unit, (y + down) * self.unit]
        self.pen.ellipse(box, fill=fill, outline=outline, width=width * self.unit)

    def box(self, left, top, right, bottom, fill=None, outline=None, width=0, radius=0):
        """A rectangle, with round corners if ``radius`` is given."""
        corners = [part * self.unit for part in (left, top, right, bottom)]
        self.pen.rounded_rectangle(corners, radius * self.unit, fill=fill, outline=outline, width=width * self.unit)

    def shape(self, points: list[Point], fill: str):
        """A filled shape with straight sides."""
        self.pen.polygon(self._larger(points), fill=fill)

    def line(self, points: list[Point], colour: str = INK, width: float = 6):
        """A line through ``points`` with round ends and joints."""
        thick = round(width * self.unit)
        larger = self._larger(points)
        self.pen.line(larger, fill=colour, width=thick, joint="curve")
        for x, y in (larger[0], larger[-1]):
            self.pen.ellipse([x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2], fill=colour)

    def curve(self, points: list[Point], colour: str = INK, width: float = 6):
        """A smooth line through ``points``."""
        self.line(smooth(points), colour, width)

    def dashes(self, start: Point, end: Point, colour: str = INK, width: float = 4, dash: float = 18):
        """A dashed straight line."""
        length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
        for number in range(0, int(length // dash), 2):
            ends = [number * dash / length, min((number + 1) * dash / length, 1)]
            part = [(start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t) for t in ends]
            self.line(part, colour, width)

    def arrow(self, start: Point, end: Point, colour: str = INK, width: float = 7):
        """A straight arrow."""
        self.line([start, end], colour, width)
        length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
        along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
        for side in (1, -1):
            tip = (
                end[0] - along[0] * 24 - side * along[1] * 16,
                end[1] - along[1] * 24 + side * along[0] * 16,
            )
            self.line([end, tip], colour, width)

    def blob(self, x, y, radius, fill: str, wobble: float = 0.08, bumps: int = 3, turn: float = 0):
        """A soft round shape, a little out of round."""
        angles = [2 * pi * step / 90 for step in range(90)]
        self.shape(
            [
                (
                    x + radius * (1 + wobble * sin(bumps * angle + turn)) * cos(angle),
                    y + radius * (1 + wobble * sin(bumps * angle + turn)) * sin(angle),
                )
                for angle in angles
            ],
            fill,
        )

    def words(self, x, y, text: str, size: int = 40, colour: str = INK, anchor: str = "mm"):
        """Words at (x, y). ``anchor`` as Pillow has it: ``mm`` centres them there."""
        font = ImageFont.load_default(size * self.unit)
        self.pen.multiline_text(
            (x * self.unit, y * self.unit),
            text,
            fill=colour,
            font=font,
            anchor=anchor,
            align="center",
            spacing=size / 2,
        )

    def _larger(self, points: list[Point]) -> list[Point]:
        return [(x * self.unit, y * self.unit) for x, y in points]

    def png(self) -> bytes:
        """The sheet as a PNG file."""
        file = BytesIO()
        self.image.reduce(OVERSIZE).save(file, "PNG", compress_level=6)
        return file.getvalue()


def smooth(points: list[Point], steps: int = 16) -> list[Point]:
    """Points along a smooth curve (Catmull-Rom) through ``points``."""
    padded = [points[0], *points, points[-1]]
    line = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            line.append(tuple(_between(t, *axis) for axis in zip(before, start, end, after, strict=True)))
    return [*line, points[-1]]


def _between(t, before, start, end, after):
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )
