"""Where things stand: addresses of the documentation ranges (RFC 5737, RFC 3849), one block a server process."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Nameserver:
    """A name server: its name with the final dot, its IPv4 and its IPv6 address."""

    name: str
    ipv4: str
    ipv6: str


# Block: IPv4 network, first host, number of hosts. The IPv6 address carries the same host number.
BLOCKS = {
    "root": ("198.51.100", 1, 3),
    "tld": ("198.51.100", 10, 120),
    "nsd": ("203.0.113", 10, 40),
    "knot": ("203.0.113", 60, 20),
    "bind": ("203.0.113", 90, 20),
    "rbldnsd": ("203.0.113", 110, 3),
    "odd": ("203.0.113", 120, 40),
    "closed": ("203.0.113", 170, 6),  # a host without a server: ICMP port unreachable, TCP reset
    "silent": ("203.0.113", 200, 12),  # no such host: the world drops what is sent there
}
IPV6_NETWORKS = {"198.51.100": "2001:db8:51", "203.0.113": "2001:db8:113"}


def pool(block: str, index: int) -> tuple[str, str]:
    """The IPv4 and IPv6 address number `index` of a block, around and around."""
    network, first, count = BLOCKS[block]
    host = first + index % count
    return f"{network}.{host}", f"{IPV6_NETWORKS[network]}::{host}"


def block_addresses(block: str) -> list[str]:
    """All addresses of a block."""
    return [address for index in range(BLOCKS[block][2]) for address in pool(block, index)]


def world_addresses() -> list[str]:
    """The addresses that exist in the world: every block but the silent one."""
    return [address for block in BLOCKS if block != "silent" for address in block_addresses(block)]


@dataclass(frozen=True)
class Resolver:
    """A resolver of the lab: where clients ask it, and the addresses it asks the authorities from."""

    name: str
    client_address: str
    ipv4: str
    ipv6: str


RESOLVERS = tuple(
    Resolver(name, f"198.18.0.{host}", f"192.0.2.{host}", f"2001:db8:2::{host}")
    for name, host in (("north", 53), ("south", 54), ("east", 55))
)
SCANNER = ("192.0.2.66", "2001:db8:2::66")  # asks authorities itself, as scanners do
