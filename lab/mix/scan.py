"""Asks authorities directly, as scanners do: ANY, zone transfers, version.bind, open-resolver tests, unknown opcodes and versions."""

import random
import socket
import struct
import sys

from mix.message import CH, query, opt
from world.catalog import zones
from world.faults import habit_addresses
from world.places import SCANNER, block_addresses

STATUS, NOTIFY, UPDATE, UNASSIGNED = (opcode << 11 for opcode in (2, 4, 5, 9))
NSID = struct.pack("!HH", 3, 0)
COOKIE = struct.pack("!HH8s", 10, 8, b"nxsight!")
SCANNED = ("root", "tld", "nsd", "knot", "bind", "rbldnsd")
PAUSE_SECONDS = 0.05
VISITS = 3  # to each odd server


def main() -> None:
    chance = random.Random(int(sys.argv[1]))
    for block in SCANNED:
        for server in chance.sample(block_addresses(block), 3):
            for message in probes(chance, block):
                ask_udp(server, message)
        transfer(chance.choice(block_addresses(block)), _zone_of(chance, block))
    for server in [*habit_addresses()] * VISITS:
        ask_udp(server, query(chance.getrandbits(16), "cookie-check.example", "A", additional=opt(options=COOKIE)))


def probes(chance: random.Random, block: str) -> list[bytes]:
    """One scanner's questions to one server."""
    zone = _zone_of(chance, block)
    return [
        query(chance.getrandbits(16), *rest, **more)
        for rest, more in (
            ((zone, "ANY"), {"additional": opt(4096)}),
            ((zone, "AXFR"), {}),
            (("version.bind", "TXT", CH), {}),
            (("id.server", "TXT", CH), {"additional": opt(options=NSID)}),
            ((f"c{chance.getrandbits(32):08x}.open-resolver-check.com", "A"), {}),
            (("google.com", "A"), {"additional": opt()}),
            ((zone, "SOA"), {"additional": opt(version=1)}),
            ((zone, "SOA"), {"flags": STATUS}),
            ((zone, "SOA"), {"flags": NOTIFY}),
            ((zone, "SOA"), {"flags": UPDATE}),
            ((zone, "SOA"), {"flags": UNASSIGNED}),
        )
    ]


def ask_udp(server: str, message: bytes) -> None:
    """Sends one query and waits a moment for the response."""
    family, source = (socket.AF_INET6, SCANNER[1]) if ":" in server else (socket.AF_INET, SCANNER[0])
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        sock.bind((source, 0))
        sock.settimeout(PAUSE_SECONDS)
        sock.sendto(message, (server, 53))
        try:
            sock.recv(65535)
        except OSError:
            pass  # silence is an answer too


def transfer(server: str, zone: str) -> None:
    """Tries to transfer a zone over TCP, and looks at a long answer there."""
    family, source = (socket.AF_INET6, SCANNER[1]) if ":" in server else (socket.AF_INET, SCANNER[0])
    with socket.socket(family, socket.SOCK_STREAM) as sock:
        sock.bind((source, 0))
        sock.settimeout(1)
        try:
            sock.connect((server, 53))
            # Two messages in one segment: DNS over TCP pipelines (RFC 7766 section 6.2.1.1).
            sock.sendall(b"".join(struct.pack("!H", len(each)) + each for each in (query(1, zone, "AXFR"), query(2, zone, "SOA"))))
            while sock.recv(65535):
                pass
        except OSError:
            pass


def _zone_of(chance: random.Random, block: str) -> str:
    return chance.choice([zone.name for zone in zones() if zone.server == block])


if __name__ == "__main__":
    main()
