"""Queries as bytes."""

import struct

TYPES = {
    "A": 1, "NS": 2, "CNAME": 5, "SOA": 6, "NULL": 10, "PTR": 12, "MX": 15, "TXT": 16, "AAAA": 28, "SRV": 33, "NAPTR": 35, "DS": 43, "DNSKEY": 48,
    "NSEC3PARAM": 51, "TLSA": 52, "HTTPS": 65, "AXFR": 252, "ANY": 255, "URI": 256, "CAA": 257,
}  # fmt: skip
IN, CH = 1, 3


def query(number: int, qname: str, qtype: str, qclass: int = IN, flags: int = 0x0100, additional: bytes = b"") -> bytes:
    """A query with one question; flags default to RD, the additional section to empty."""
    head = struct.pack("!HHHHHH", number, flags, 1, 0, 0, 1 if additional else 0)
    return head + wire_name(qname) + struct.pack("!HH", TYPES[qtype], qclass) + additional


def opt(payload: int = 1232, version: int = 0, options: bytes = b"") -> bytes:
    """An OPT record, RFC 6891 section 6.1."""
    return b"\0" + struct.pack("!HHIH", 41, payload, version << 16, len(options)) + options


def wire_name(text: str) -> bytes:
    r"""A name in presentation form (RFC 1035 section 5.1: \. and \DDD) on the wire."""
    labels, label, at = [], bytearray(), 0
    while at < len(text):
        if text[at] == "." and not label and at + 1 < len(text):
            raise ValueError(f"empty label in {text!r}")
        if text[at] == ".":
            labels.append(bytes(label))
            label.clear()
        elif text[at] == "\\" and text[at + 1 : at + 4].isdigit():
            label.append(int(text[at + 1 : at + 4]))
            at += 3
        elif text[at] == "\\":
            at += 1
            label += text[at].encode()
        else:
            label += text[at].encode()
        at += 1
    labels += [bytes(label)] if label else []
    wire = b"".join(bytes([len(each)]) + each for each in labels) + b"\0"
    if len(wire) > 255 or any(len(each) > 63 for each in labels):
        raise ValueError(f"too long for a name: {text!r}")
    return wire
