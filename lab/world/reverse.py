"""Reverse zones: networks with names for some addresses, and the private networks that answer NXDOMAIN for all."""

import random

from world.zone import Zone, own_nameservers

PROVIDERS = ("dialin.brook-telecom.com", "pool.river-cable.net", "static.stonehost.com", "dyn.west-isp.de")
PUBLIC = ("5", "46", "81", "91", "185", "51.198", "113.0.203", "2.0.192")
PRIVATE = ("10", *(f"{second}.172" for second in range(16, 32)), "168.192", "254.169", "64.100")
NAMED_HOSTS = 40  # a network has names for some addresses only


def zones(chance: random.Random) -> list[Zone]:
    """in-addr.arpa and ip6.arpa below what the registries delegate."""
    made = [_public(network, i, chance) for i, network in enumerate(PUBLIC)]
    # Real ones stand on the AS112 servers (RFC 7534); here they have names of their own.
    made += [_named(f"{network}.in-addr.arpa.", i) for i, network in enumerate(PRIVATE)]
    made.append(_named("8.b.d.0.1.0.0.2.ip6.arpa.", 30, "knot", "nsec"))
    return made


def pointer(address: str) -> str:
    """The reverse name of an IPv4 address, RFC 1035 section 3.5."""
    return ".".join(reversed(address.split("."))) + ".in-addr.arpa."


def _public(network: str, index: int, chance: random.Random) -> Zone:
    zone = _named(f"{network}.in-addr.arpa.", index, *(("knot", "nsec3") if index % 3 == 0 else ("nsd", "")))
    known = network.split(".")
    provider = PROVIDERS[index % len(PROVIDERS)]
    for number in chance.sample(range(40 ** (4 - len(known))), NAMED_HOSTS):
        octets = [str(number // 40**place % 40 + 1) for place in range(4 - len(known))]
        zone.add(".".join(octets), "PTR", f"{'-'.join(octets + known)}.{provider}.", chance.choice((20, 60, 300)))
    return zone


def _named(name: str, index: int, server: str = "nsd", signing: str = "") -> Zone:
    return Zone(name, server, own_nameservers(name, server, 2 * index), signing)
