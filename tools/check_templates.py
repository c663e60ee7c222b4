"""Every template of the portal compiles: no unknown tag or filter, no block left open, no missing parent."""

import sys
from pathlib import Path

import django
from django.template import Engine, TemplateSyntaxError

PROJECT_DIR = Path(__file__).resolve().parent.parent
SUFFIXES = {".html", ".txt", ".xml"}


def broken_templates() -> list[str]:
    """One line for each template that does not compile."""
    engine = Engine.get_default()
    problems = []
    for folder in [*engine.dirs, *PROJECT_DIR.glob("*/templates")]:
        for path in sorted(Path(str(folder)).rglob("*")):
            if path.suffix in SUFFIXES:
                try:
                    engine.from_string(path.read_text())
                except TemplateSyntaxError as error:
                    problems.append(f"{path.relative_to(PROJECT_DIR)}: {error}")
    return problems


if __name__ == "__main__":
    django.setup()
    found = broken_templates()
    print("\n".join(found))
    sys.exit(bool(found))
