#!/usr/bin/env python3
"""Counts what a capture of DNS traffic holds: packets by transport, messages by rcode, and signs of the odd cases.

For captures of this lab (classic pcap, Ethernet, no losses); nxsight itself reads the rest.
"""

import struct
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

UDP, TCP, ICMP, ICMP6, FRAGMENT6 = 17, 6, 1, 58, 44
RCODES = ("NOERROR FORMERR SERVFAIL NXDOMAIN NOTIMP REFUSED YXDOMAIN YXRRSET NXRRSET NOTAUTH NOTZONE DSOTYPENI").split()
EXTENDED = {16: "BADVERS", 23: "BADCOOKIE"}
OPT, RRSIG, NSEC, DNSKEY, DS, NSEC3 = 41, 46, 47, 48, 43, 50
SIGNS = {RRSIG: "RRSIG", NSEC: "NSEC", DNSKEY: "DNSKEY", DS: "DS", NSEC3: "NSEC3"}


@dataclass
class Counts:
    """What was seen so far."""

    packets: Counter = field(default_factory=Counter)
    messages: Counter = field(default_factory=Counter)
    rcodes: Counter = field(default_factory=Counter)
    signs: Counter = field(default_factory=Counter)
    open_queries: Counter = field(default_factory=Counter)
    streams: dict = field(default_factory=dict)


def main() -> None:
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print(f"{__doc__}\nUsage: lab/count.py FILE.pcap\nExample: lab/count.py samples/first-light.pcap")
        sys.exit(0 if sys.argv[1:] in (["-h"], ["--help"]) else 2)
    data = Path(sys.argv[1]).read_bytes()
    if data[:4] not in (bytes.fromhex("4d3cb2a1"), bytes.fromhex("d4c3b2a1")) or struct.unpack_from("<I", data, 20)[0] != 1:
        print(f"count.py: {sys.argv[1]} is no little-endian Ethernet pcap; lab/record makes one", file=sys.stderr)
        sys.exit(2)
    counts = Counts()
    at, first, last = 24, 0, 0
    while at < len(data):
        last, _, length, _ = struct.unpack_from("<IIII", data, at)
        first = first or last
        on_frame(data[at + 16 : at + 16 + length], counts)
        at += 16 + length
    report(counts, len(data), last - first)


def on_frame(frame: bytes, counts: Counts) -> None:
    counts.packets["all"] += 1
    version = frame[14] >> 4
    counts.packets[f"IPv{version}"] += 1
    if version == 4:
        payload = frame[14 + (frame[14] & 15) * 4 : 14 + struct.unpack_from("!H", frame, 16)[0]]
        proto, ends, fragment = frame[23], (frame[26:30], frame[30:34]), struct.unpack_from("!H", frame, 20)[0] & 0x3FFF
    else:
        payload, proto, ends = frame[54 : 54 + struct.unpack_from("!H", frame, 18)[0]], frame[20], (frame[22:38], frame[38:54])
        fragment = proto == FRAGMENT6
    if fragment:
        counts.packets["fragments"] += 1  # not put together here, so their messages are not counted below
    elif proto == UDP:
        counts.packets["UDP"] += 1
        on_message(payload[8:], (*ends, *struct.unpack_from("!HH", payload)), counts)
    elif proto == TCP:
        counts.packets["TCP"] += 1
        on_segment(payload, (*ends, *struct.unpack_from("!HH", payload)), counts)
    elif proto in (ICMP, ICMP6):
        counts.packets["ICMP"] += 1


def on_segment(segment: bytes, flow: tuple, counts: Counts) -> None:
    if segment[13] & 2:
        counts.streams[flow] = bytearray()
    stream = counts.streams.setdefault(flow, bytearray())
    stream += segment[(segment[12] >> 4) * 4 :]
    while len(stream) >= 2 and len(stream) >= 2 + (length := struct.unpack_from("!H", stream)[0]):
        counts.messages["over TCP"] += 1
        on_message(bytes(stream[2 : 2 + length]), flow, counts)
        del stream[: 2 + length]


def on_message(message: bytes, flow: tuple, counts: Counts) -> None:
    if len(message) < 12:
        counts.messages["malformed"] += 1
        return
    source, target, source_port, target_port = flow
    if not message[2] & 0x80 and target_port != 53:
        counts.messages["malformed"] += 1  # garbage from a server
        return
    if not message[2] & 0x80:
        counts.messages["queries"] += 1
        counts.open_queries[(source, target, source_port, message[:2])] += 1
        name = message[12 : message.find(b"\0", 12)]
        counts.signs["queries in mixed case"] += name != name.lower() and name != name.upper()
        return
    counts.messages["responses"] += 1
    key = (target, source, target_port, message[:2])
    if counts.open_queries[key] > 0:
        counts.open_queries[key] -= 1
    else:
        counts.signs["responses nobody asked for"] += 1
    on_response(message, counts)


def on_response(message: bytes, counts: Counts) -> None:
    rcode, types = message[3] & 15, set()
    try:
        for rrtype, ttl in records(message):
            types.add(rrtype)
            rcode |= (ttl >> 24) << 4 if rrtype == OPT else 0
    except (IndexError, struct.error):
        counts.messages["malformed"] += 1
    names = dict(enumerate(RCODES)) | EXTENDED
    counts.rcodes[names.get(rcode, f"RCODE{rcode}")] += 1
    counts.signs.update(f"responses with {name}" for rrtype, name in SIGNS.items() if rrtype in types)
    counts.signs["responses cut (TC)"] += message[2] >> 1 & 1
    counts.signs["responses without a question"] += message[4:6] == b"\0\0"


def records(message: bytes):
    """Type and TTL of every record."""
    questions, *sections = struct.unpack_from("!HHHH", message, 4)
    at = 12
    for _ in range(questions):
        at = after_name(message, at) + 4
    for _ in range(sum(sections)):
        at = after_name(message, at)
        rrtype, _, ttl, length = struct.unpack_from("!HHIH", message, at)
        yield rrtype, ttl
        at += 10 + length
        if at > len(message):
            raise IndexError("a record reaches beyond the message")


def after_name(message: bytes, at: int) -> int:
    while message[at]:
        if message[at] >= 0xC0:
            return at + 2
        at += 1 + message[at]
    return at + 1


def report(counts: Counts, size: int, seconds: int) -> None:
    responses = counts.messages["responses"]
    counts.messages["queries without a response"] = sum(counts.open_queries.values())
    print(f"{counts.packets['all']} packets, {size} bytes, {seconds} s")
    print("packets: " + ", ".join(f"{name} {count}" for name, count in counts.packets.most_common() if name != "all"))
    print("messages: " + ", ".join(f"{name} {count}" for name, count in counts.messages.most_common()))
    print("rcodes: " + ", ".join(f"{name} {count} ({100 * count / responses:.1f} %)" for name, count in counts.rcodes.most_common()))
    print("signs: " + ", ".join(f"{name} {count}" for name, count in counts.signs.most_common()))


if __name__ == "__main__":
    main()
