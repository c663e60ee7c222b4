"""What the colours of a picture mean: of its profile (ICC.1:2022) the numbers are kept, and no word.

A profile is a table of parts. Those with which colours are computed are copied into a new one; a description, a
copyright, the names of devices and whatever else somebody put there are not. One that can't be read, or is larger than
profiles are, is left out: browsers do not use it either, and take sRGB.
"""

import struct
from contextlib import suppress
from io import BytesIO

from PIL import Image, ImageCms

LARGEST = 1024 * 1024  # bytes; those of printing presses have 600,000
HEADER, ENTRY, MOST_PARTS = 128, 12, 100
# Matrices, curves and tables, white and black, and what the encoding of a film is called by number (section 9.2).
COMPUTED = frozenset(
    b"rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt chad lumi cicp A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 D2B0 D2B1 D2B2 D2B3 "
    b"B2D0 B2D1 B2D2 B2D3 gamt".split()
)
# Of the header (section 7.2): the maker of the program, when, for which machine, device, model, creator, digest.
WRITTEN = ((4, 4), (24, 12), (40, 4), (48, 8), (80, 48))


def without_words(image: Image.Image) -> bytes | None:
    """The profile of ``image`` with its numbers alone. None if it has none that can be used."""
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or not HEADER < len(profile) <= LARGEST:
        return None
    with suppress(Exception):  # whatever stands there in the place of a profile
        bare = _bare(profile)
        ImageCms.buildTransform(BytesIO(bare), ImageCms.createProfile("sRGB"), _mode(image), "RGB")
        return bare
    return None


def _mode(image: Image.Image) -> str:
    return {"P": "RGB", "PA": "RGB", "LA": "L", "1": "L", "I;16": "L", "I": "L"}.get(image.mode, image.mode)


def _bare(profile: bytes) -> bytes:
    (count,) = struct.unpack_from(">I", profile, HEADER)
    entries = [
        struct.unpack_from(">4sII", profile, HEADER + 4 + ENTRY * each) for each in range(min(count, MOST_PARTS))
    ]
    kept = {name: profile[start : start + size] for name, start, size in entries if name in COMPUTED}
    if sum(map(len, kept.values())) > 2 * LARGEST:
        raise ValueError("parts that lie over each other")
    table, parts, places = b"", b"", dict[bytes, int]()
    begin = HEADER + 4 + ENTRY * len(kept)
    for name, part in kept.items():
        if part not in places:  # three curves are often one
            places[part] = begin + len(parts)
            parts += part + b"\0" * (-len(part) % 4)
        table += struct.pack(">4sII", name, places[part], len(part))
    header = bytearray(profile[:HEADER])
    for start, size in WRITTEN:
        header[start : start + size] = bytes(size)
    header[24:36] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    header[0:4] = struct.pack(">I", begin + len(parts))
    return bytes(header) + struct.pack(">I", len(kept)) + table + parts
