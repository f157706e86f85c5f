"""The zones of the lab's DNS world: who serves them, where, how they are signed, what is wrong with them, what they hold.

Everything else follows from `zones()`: zone files, delegations, server configurations and the names the query mix asks
for. The world is always the same; only the query mix takes a seed.
"""

import random
from functools import cache

from world import faults, lists, reverse
from world.names import HOSTS, SUFFIXES, TRADES, WELL_KNOWN, WORDS
from world.places import Nameserver, pool
from world.zone import TTL, Zone, own_nameservers

UNKNOWN_DOMAINS = 240  # with the well-known ones about 350 second-level zones: enough that most first questions miss the cache
TTLS = (5, 20, 20, TTL, 300)
CDN = "brightcdn.net."


@cache
def zones() -> list[Zone]:
    """All zones, the root first."""
    chance = random.Random(20)
    found = [_root(), *_suffixes(), *_second_level(chance), _cdn()]
    return found + lists.zones() + reverse.zones(chance) + faults.zones()


def _root() -> Zone:
    servers = [Nameserver(f"{letter}.root-servers.net.", *pool("root", i)) for i, letter in enumerate("abc")]
    return Zone(".", "root", servers, "nsec")


def _suffixes() -> list[Zone]:
    """Top-level domains and public suffixes below them, each on addresses of its own though one process serves them all."""
    unsigned = {"ru", "cn", "biz", "co.in", "cc"}
    nsec = {"arpa", "in-addr.arpa", "ip6.arpa", "se", "br"}
    optout = {"com", "net", "uk", "co.uk", "fr"}
    made = []
    for i, suffix in enumerate([*SUFFIXES, "arpa", "in-addr.arpa", "ip6.arpa"]):
        signing = "" if suffix in unsigned else "nsec" if suffix in nsec else "optout" if suffix in optout else "nsec3"
        servers = [
            Nameserver(f"a.nic.{suffix}.", *pool("tld", 2 * i)),
            Nameserver(f"b.nic.{suffix}.", *pool("tld", 2 * i + 1)),
        ]
        made.append(Zone(f"{suffix}.", "tld", servers, signing))
    made.append(Zone("root-servers.net.", "root", _root().nameservers))
    return made


def _second_level(chance: random.Random) -> list[Zone]:
    made = [_provider("stonehost.com.", "nsd"), _provider("keyhost.org.", "knot", "nsec3"), _provider("oldhost.co.uk.", "bind")]
    providers = {zone.server: zone for zone in made}
    for i, name in enumerate([*WELL_KNOWN, *_unknown_domains(chance)]):
        server = chance.choices(("nsd", "knot", "bind"), (65, 18, 17))[0]
        signing = chance.choice(("nsec", "nsec3")) if server == "knot" else ""
        servers = providers[server].nameservers
        if chance.random() < 0.35:  # own name servers: glue in the parent
            servers = own_nameservers(f"{name}.", server, 2 + 2 * i)
        made.append(_fill(Zone(f"{name}.", server, servers, signing), chance))
    return made


def _provider(name: str, server: str, signing: str = "") -> Zone:
    """A hosting company whose name servers serve its customers' zones without glue."""
    return _fill(Zone(name, server, own_nameservers(name, server, 0), signing), random.Random(name))


def _unknown_domains(chance: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < UNKNOWN_DOMAINS:
        suffix = chance.choice(["com"] * 12 + ["net", "org", "de"] * 3 + SUFFIXES)
        second = chance.choice(WORDS) + chance.choice(["", "-"]) + chance.choice(WORDS + TRADES)
        found[f"{second}.{suffix}"] = None
    return list(found)


def _fill(zone: Zone, chance: random.Random) -> Zone:
    """What an ordinary domain holds: addresses, mail, a few hosts, aliases of which some dangle."""

    def web_address() -> str:
        return f"192.0.2.{chance.randint(100, 250)}"

    bare = zone.name.rstrip(".")
    zone.add("@", "A", web_address(), chance.choice(TTLS))
    if chance.random() < 0.6:
        zone.add("@", "AAAA", f"2001:db8:80::{chance.randint(1, 0xFFFF):x}", chance.choice(TTLS))
    zone.add("@", "MX", "10 mx1")
    zone.add("mx1", "A", web_address())
    zone.add("@", "TXT", '"v=spf1 mx -all"')
    if chance.random() < 0.5:
        zone.add("www", "A", web_address(), chance.choice(TTLS))
        zone.add("www", "AAAA", f"2001:db8:80::{chance.randint(1, 0xFFFF):x}", chance.choice(TTLS))
    else:
        zone.add("www", "CNAME", f"{bare.replace('.', '-')}.edge.{CDN}", chance.choice(TTLS))
    for host in sorted(set(chance.sample(HOSTS, 9)) - {"www", "mx1", "ns1", "ns2", "shop", "blog"}):
        zone.add(host, "A", web_address(), chance.choice(TTLS))
    _add_extras(zone, bare, chance)
    return zone


def _add_extras(zone: Zone, bare: str, chance: random.Random) -> None:
    if chance.random() < 0.4:
        zone.add("_dmarc", "TXT", f'"v=DMARC1; p=none; rua=mailto:dmarc@{bare}"')
        zone.add("s1._domainkey", "TXT", '"v=DKIM1; k=rsa; p=' + "MIIBIjANBgkqhkiG9w0BAQEFAAOC" * 6 + '"')
    if chance.random() < 0.2:  # too long for one datagram of 1232 bytes: truncated over UDP, whole over TCP
        for i in range(14):
            zone.add("verify", "TXT", f'"site-verification-{i:02}=' + f"{chance.getrandbits(400):x}" + '"')
    if chance.random() < 0.12:
        zone.add("blog", "CNAME", f"{bare.replace('.', '-')}.ghostpress.io.")  # provider gone, nobody cleaned up
    if chance.random() < 0.12:
        zone.add("shop", "CNAME", f"shops.{zone.name}")
        zone.add("shops", "CNAME", f"{bare.replace('.', '-')}.left.{CDN}")  # provider lives, customer left
    if chance.random() < 0.06:
        zone.add("*.users", "A", "192.0.2.80")
    if chance.random() < 0.1:
        zone.add("_sip._tcp", "SRV", f"10 10 5061 sip.{zone.name}")  # target is missing
        zone.add("_imaps._tcp", "SRV", f"0 1 993 mx1.{zone.name}")


def _cdn() -> Zone:
    zone = Zone(CDN, "nsd", own_nameservers(CDN, "nsd", 38))
    zone.add("*.edge", "A", "192.0.2.90", 20)
    zone.add("*.edge", "AAAA", "2001:db8:80::90", 20)
    zone.add("ok.left", "A", "192.0.2.91")
    return zone
