"""Block and allow lists (RFC 5782) as rbldnsd serves them, and the ordinary zones they hang below."""

from dataclasses import dataclass

from world.places import Nameserver, pool
from world.zone import Zone, own_nameservers

KEY = "xk3m7q2ztdl5bwfh4nvy6sgaue"  # a made-up customer key, 26 letters as a keyed list wants it


@dataclass(frozen=True)
class ListZone:
    """A list: its zone and the kinds of items it takes: ip4, ip6, domain, sha1, md5."""

    name: str
    kinds: tuple[str, ...]


LISTS = (
    ListZone("zen.spamhaus.org.", ("ip4", "ip6")),
    ListZone("dbl.spamhaus.org.", ("domain",)),
    ListZone("bl.spamcop.net.", ("ip4",)),
    ListZone("b.barracudacentral.org.", ("ip4",)),
    ListZone("psbl.surriel.com.", ("ip4",)),
    ListZone("dnsbl-1.uceprotect.net.", ("ip4",)),
    ListZone("bl.mailspike.net.", ("ip4",)),
    ListZone("list.dnswl.org.", ("ip4", "ip6")),
    ListZone("multi.surbl.org.", ("domain", "ip4")),
    ListZone("fresh15.spameatingmonkey.net.", ("domain",)),
    ListZone("ebl.msbl.org.", ("sha1",)),
    ListZone("hashbl.surbl.org.", ("md5",)),
    ListZone(f"{KEY}.zen.dq.spamhaus.net.", ("ip4", "ip6")),
    ListZone(f"{KEY}.dbl.dq.spamhaus.net.", ("domain",)),
)

# Lists that are no more: nothing below them, or nothing at all.
CLOSED_LISTS = ("dnsbl.njabl.org.", "dnsbl.ahbl.org.", "bl.closed-list.org.")

# Items on every list of their kind; the query mix asks for them now and then.
LISTED = {
    "ip4": ("127.0.0.2", "192.0.2.0/28", "198.18.7.0/24", "203.0.113.250"),
    "ip6": ("2001:db8:bad::/48",),
    "domain": ("test", ".cheap-pills.top", ".win-a-prize.xyz", ".free-crypto.club"),
    "sha1": ("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d",),
    "md5": ("5d41402abc4b2a76b9719d911017c592",),
}
DATASETS = {"ip4": "ip4set", "ip6": "ip6trie", "domain": "dnset", "sha1": "dnset", "md5": "dnset"}


def zones() -> list[Zone]:
    """The list zones, and the domains of those who run them."""
    servers = [Nameserver(f"mirror{i + 1}.list-mirrors.net.", *pool("rbldnsd", i)) for i in (0, 1, 2)]
    made = [Zone(entry.name, "rbldnsd", servers) for entry in LISTS]
    for i, owner in enumerate(dict.fromkeys(_owner(entry.name) for entry in LISTS)):
        signing = "nsec3" if i % 3 == 0 else ""
        server = "knot" if signing else "nsd"
        made.append(Zone(owner, server, own_nameservers(owner, server, 2 * i), signing))
    mirrors = Zone("list-mirrors.net.", "nsd", own_nameservers("list-mirrors.net.", "nsd", 20))
    for server in servers:
        mirrors.records += [(server.name, 300, "A", server.ipv4), (server.name, 300, "AAAA", server.ipv6)]
    closed = Zone("closed-list.org.", "bind", own_nameservers("closed-list.org.", "bind", 4))
    return [*made, mirrors, closed]


def dataset(kind: str) -> str:
    """The rbldnsd file with the listed items of one kind."""
    lines = ["$SOA 300 mirror1.list-mirrors.net hostmaster.list-mirrors.net 1 3600 600 86400 15"]
    lines += ["$NS 300 mirror1.list-mirrors.net mirror2.list-mirrors.net mirror3.list-mirrors.net", "$TTL 15"]
    lines.append(":127.0.0.2:Listed, see https://lists.example/lookup?$")
    return "\n".join(lines + list(LISTED[kind])) + "\n"


def _owner(name: str) -> str:
    """The registered domain a list zone hangs below."""
    return ".".join(name.rstrip(".").split(".")[-2:]) + "."
