"""Authorities with odd habits, one a server address: they answer any question the way `faults.ODD_HABITS` says.

A response is built by hand from the bytes of the query, since no library would make most of these.
"""

import selectors
import signal
import socket
import struct
import time
from dataclasses import dataclass
from heapq import heappop, heappush

from world.faults import habit_addresses

FORMERR, SERVFAIL, NXDOMAIN, NOTIMP, REFUSED, YXDOMAIN = 1, 2, 3, 4, 5, 6
BADVERS, BADCOOKIE = 16, 23
A, SOA, OPT, AAAA = 1, 6, 41, 28
QR, AA, TC, RD = 0x8000, 0x0400, 0x0200, 0x0100
COOKIE, EXTENDED_ERROR = 10, 15
EDE_BLOCKED, EDE_NO_REACHABLE_AUTHORITY = 15, 22
LATE_SECONDS = 1.6  # after the resolvers' first resend, before they give up


@dataclass(frozen=True)
class Query:
    """A question: its bytes, and where in them the question ends."""

    message: bytes
    question_end: int
    qname: bytes
    qtype: int

    @property
    def question(self) -> bytes:
        return self.message[12 : self.question_end]

    @property
    def has_edns(self) -> bool:
        return self.message[10:12] != b"\0\0"

    @property
    def has_cookie(self) -> bool:
        return self.has_edns and struct.pack("!H", COOKIE) in self.message[self.question_end + 11 : self.question_end + 15]


def parse(message: bytes) -> Query | None:
    """The query, or None if it is none."""
    at = 12
    while at < len(message) and message[at]:
        at += 1 + message[at]
    if len(message) < at + 5 or message[2] & 0x80:
        return None
    return Query(message, at + 5, message[12 : at + 1], struct.unpack_from("!H", message, at + 1)[0])


def respond(query: Query, habit: str) -> list[tuple[float, bytes]]:
    """The responses to a query and after how many seconds each goes out."""
    plain = answer(query)
    match habit:
        case "late":
            return [(LATE_SECONDS, plain)]
        case "twice":
            return [(0, plain), (0.002, plain)]
        case "wrong-id-first":
            return [(0, bytes([plain[0] ^ 0x5A]) + plain[1:]), (0.01, plain)]
        case "garbage":
            return [(0, bytes((i * 37 + 11) % 256 for i in range(41)))]
        case "cut-short":
            return [(0, plain[:-7])]
    return [(0, single(query, habit, plain))]


def single(query: Query, habit: str, plain: bytes) -> bytes:
    """The one response of a habit; what the habit lets pass gets the plain answer."""
    match habit:
        case "formerr-header-only":
            return header(query, FORMERR, questions=0)
        case "formerr-on-edns":
            return header(query, FORMERR) + query.question if query.has_edns else plain
        case "formerr-on-cookie":
            return header(query, FORMERR) + query.question if query.has_cookie else plain
        case "notimp":
            return header(query, NOTIMP) + query.question
        case "badvers":
            return with_edns(query, BADVERS) if query.has_edns else plain
        case "badcookie":
            return with_edns(query, BADCOOKIE) if query.has_cookie else plain
        case "refused-header-only":
            return header(query, REFUSED, questions=0)
        case "refused-with-ede":
            return with_edns(query, REFUSED, EDE_BLOCKED, b"blocked by order")
        case "servfail-with-ede":
            return with_edns(query, SERVFAIL, EDE_NO_REACHABLE_AUTHORITY, b"upstream gone")
        case "rcode-15":
            return header(query, 15) + query.question
        case "yxdomain":
            return header(query, YXDOMAIN) + query.question
        case "nxdomain-on-mixed-case":
            return plain if query.qname == query.qname.lower() else header(query, NXDOMAIN) + query.question
        case "lower-case-echo":
            return plain.replace(query.qname, query.qname.lower())
        case "nxdomain-without-soa":
            return header(query, NXDOMAIN) + query.question
        case "nxdomain-foreign-soa":
            return header(query, NXDOMAIN, authorities=1) + query.question + soa(name("rpz.blocklist-policy.net"))
        case "nxdomain-on-aaaa":
            return header(query, NXDOMAIN) + query.question if query.qtype == AAAA else plain
        case "truncated":
            return header(query, 0, flags=AA | TC) + query.question
    return plain


def answer(query: Query) -> bytes:
    """An address for A and AAAA, no data for the rest."""
    rdata = {A: bytes([192, 0, 2, 200]), AAAA: bytes.fromhex("20010db80080") + bytes(9) + b"\1"}.get(query.qtype)
    if rdata is None:
        return header(query, 0, authorities=1) + query.question + soa(b"\xc0\x0c")
    record = b"\xc0\x0c" + struct.pack("!HHIH", query.qtype, 1, 5, len(rdata)) + rdata
    return header(query, 0, answers=1) + query.question + record


def header(query: Query, rcode: int, flags: int = AA, questions: int = 1, answers: int = 0, authorities: int = 0, more: int = 0) -> bytes:
    """A response header with the query's id and RD."""
    asked = struct.unpack_from("!H", query.message, 2)[0]
    return query.message[:2] + struct.pack("!HHHHH", QR | flags | asked & RD | rcode & 15, questions, answers, authorities, more)


def with_edns(query: Query, rcode: int, ede: int | None = None, text: bytes = b"") -> bytes:
    """A response without records whose OPT carries the upper rcode bits and an extended error (RFC 6891, RFC 8914)."""
    option = b"" if ede is None else struct.pack("!HHH", EXTENDED_ERROR, 2 + len(text), ede) + text
    opt = b"\0" + struct.pack("!HHIH", OPT, 1232, rcode >> 4 << 24, len(option)) + option
    return header(query, rcode, more=1) + query.question + opt


def soa(owner: bytes) -> bytes:
    rdata = name("ns.odd.example") + name("hostmaster.odd.example") + struct.pack("!IIIII", 1, 3600, 600, 86400, 5)
    return owner + struct.pack("!HHIH", SOA, 1, 5, len(rdata)) + rdata


def name(text: str) -> bytes:
    """A name on the wire, uncompressed."""
    return b"".join(bytes([len(label)]) + label.encode() for label in text.split(".")) + b"\0"


def serve() -> None:
    """Answers on every odd address until terminated. Only UDP: a TCP connection is refused."""
    ready = selectors.DefaultSelector()
    for address, habit in habit_addresses().items():
        sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_DGRAM)
        sock.bind((address, 53))
        ready.register(sock, selectors.EVENT_READ, habit)
    waiting: list[tuple[float, int, socket.socket, tuple, bytes]] = []
    number = 0
    while True:
        for key, _ in ready.select(max(0, waiting[0][0] - time.monotonic()) if waiting else None):
            message, peer = key.fileobj.recvfrom(4096)
            query = parse(message)
            for delay, response in respond(query, key.data) if query else []:
                number += 1  # keeps the order of what is due at once, and sockets from being compared
                heappush(waiting, (time.monotonic() + delay, number, key.fileobj, peer, response))
        while waiting and waiting[0][0] <= time.monotonic():
            _, _, sock, peer, response = heappop(waiting)
            sock.sendto(response, peer)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: exit(0))
    serve()
