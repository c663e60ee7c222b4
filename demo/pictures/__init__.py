"""The demonstration's pictures, drawn when they are loaded. The same name gives the same bytes, always."""

from functools import cache

from demo.pictures.cells import draw_blood_cells, draw_crowded_marrow
from demo.pictures.courses import draw_migraine_phases, draw_remission_and_relapse
from demo.pictures.diary import draw_few_among_many, draw_headache_diary, draw_medicine_days
from demo.pictures.portraits import PEOPLE, draw_portrait
from demo.pictures.scenes import draw_bean_garden, draw_dark_room, draw_lit_window, draw_waiting_path
from demo.pictures.steps import draw_car_t_steps, draw_transplant_steps

DRAWINGS = {
    "bean-garden": draw_bean_garden,
    "blood-cells": draw_blood_cells,
    "car-t-steps": draw_car_t_steps,
    "crowded-marrow": draw_crowded_marrow,
    "dark-room": draw_dark_room,
    "few-among-many": draw_few_among_many,
    "headache-diary": draw_headache_diary,
    "lit-window": draw_lit_window,
    "medicine-days": draw_medicine_days,
    "migraine-phases": draw_migraine_phases,
    "remission-and-relapse": draw_remission_and_relapse,
    "transplant-steps": draw_transplant_steps,
    "waiting-path": draw_waiting_path,
}


@cache
def draw(name: str) -> bytes:
    """The picture ``name`` as a PNG file. Raises ``KeyError`` for a name that nobody draws."""
    if name in PEOPLE:
        return draw_portrait(PEOPLE[name]).png()
    return DRAWINGS[name]().png()
