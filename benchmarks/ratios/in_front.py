"""2: a kept article through the nginx configuration that ships, and nginx giving the same bytes from a file."""

from pathlib import Path

from benchmarks.house import HOST
from benchmarks.load import demand_page, demand_same, rate
from benchmarks.nginx import Nginx, missing
from benchmarks.outcome import NotMeasured, ratio
from benchmarks.ratios import Bench, Lines
from benchmarks.ratios.kept_page import SHOWN

TARGET = 0.9
CODINGS = ("", "gzip")


def measure(bench: Bench) -> Lines:
    """With and without TLS, uncompressed and compressed."""
    if reason := missing():
        return [NotMeasured(2, "kept article through nginx : file from nginx", reason)]
    large = bench.portals.large
    upstream, path = bench.portals.served(large), large.path(SHOWN)
    nginx = Nginx(bench.house, upstream, Path(large.variables["DATA_DIR"]) / "static", {"plain": ("", b"-")})
    folder = bench.house.folder / "nginx" / "files"
    lines = []
    for scheme in ("http", "https"):
        page, file = nginx.address("kept", scheme, path), nginx.address("file", scheme, "/plain")
        for coding in CODINGS:
            headers = {"Accept-Encoding": coding or "identity", "Host": HOST}  # the portal keeps pages of known hosts
            (folder / "plain").write_bytes(demand_page(page, headers).body)
            answer = demand_same([page, file], headers)
            name = f"kept article through nginx : file from nginx, {coding or 'plain'}, {scheme}"
            bench.say(f" {name}: {len(answer.body):,} bytes")
            values = {"seconds": bench.options.seconds, "headers": headers}
            rounds = bench.rounds(
                {
                    "through nginx": lambda page=page, values=values: rate(page, **values),
                    "file": lambda file=file, values=values: rate(file, **values),
                }
            )
            note = f"{len(answer.body):,} bytes, wrk -c2"
            lines.append(ratio(2, name, TARGET, rounds, ("through nginx", "file"), note=note))
    return lines
