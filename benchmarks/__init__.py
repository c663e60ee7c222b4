"""What measures speed and scale. Each module runs by itself: ``.venv/bin/python -m benchmarks.digest``."""
