"""Questions with answers: names of the world by popularity, and zones that answer with an error or not at all."""

import random
from bisect import bisect
from functools import cache
from itertools import accumulate

from world import faults
from world.catalog import zones

ZIPF_EXPONENT = 0.9  # popularity of rank r is 1 / r^0.9, as cache studies of resolvers found
ADDRESS_TYPES = ("A", "A", "A", "AAAA", "AAAA", "HTTPS")

Question = tuple[str, str]


def host(chance: random.Random) -> list[Question]:
    """An address of a host that exists; often both families at once, as a stub asks."""
    qname = _by_rank(chance)
    if chance.random() < 0.3:
        return [(qname, "A"), (qname, "AAAA")]
    return [(qname, chance.choice(ADDRESS_TYPES))]


def record(chance: random.Random) -> list[Question]:
    """Other data of a domain that exists: some of it is there, some is NODATA."""
    owner, rrtype = chance.choice(records())
    return [(owner, chance.choice((rrtype, rrtype, "TXT", "CAA")))]


def long_text(chance: random.Random) -> list[Question]:
    """More text than one datagram holds."""
    return [(chance.choice([owner for owner, rrtype in records() if owner.startswith("verify.")]), "TXT")]


def wildcard(chance: random.Random) -> list[Question]:
    """A name that exists because a wildcard says so."""
    wild = [owner for owner, _ in records() if owner.startswith("*.")]
    return [(chance.choice(wild).replace("*", f"u{chance.getrandbits(24):x}"), "A")]


def dnssec_data(chance: random.Random) -> list[Question]:
    """Keys and delegation signers of signed zones, asked for by name."""
    signed = [zone.name for zone in zones() if zone.signing]
    return [(chance.choice(signed), chance.choice(("DNSKEY", "DNSKEY", "DS", "NSEC3PARAM")))]


def failing(chance: random.Random) -> list[Question]:
    """A name below a zone that is lame, broken or dead."""
    names = (*faults.LAME, *faults.MISSING_FILE, *faults.SILENT, *faults.CLOSED, "half-lame.com.", "dnssec-failed.org.")
    return [(f"{chance.choice(('www', 'mail', 'api', 'www'))}.{chance.choice(names)}", chance.choice(("A", "A", "AAAA", "MX")))]


def odd(chance: random.Random) -> list[Question]:
    """A name below a zone whose server has an odd habit."""
    zone = chance.choice(list(faults.ODD_HABITS))
    return [(f"{chance.choice(('', 'www.', 'www.', 'cdn.', 'mail.'))}{zone}", chance.choice(("A", "A", "AAAA", "TXT")))]


def dangling(chance: random.Random) -> list[Question]:
    """An alias, or the target of a service record, that leads to a missing name."""
    loose = [owner for owner, rrtype in records() if rrtype == "CNAME" and owner.split(".")[0] in ("blog", "shop", "shops")]
    targets = [(owner.replace("_sip._tcp.", "sip."), "A") for owner, _ in records() if owner.startswith("_sip._tcp.")]
    return [chance.choice([*((owner, "A") for owner in loose), *targets])]


def missing_host(chance: random.Random) -> list[Question]:
    """A host that a living domain does not have."""
    label = chance.choice(("intern", "vpn3", "cam-{n}", "pc{n}", "office", "edge-{n}-fra", "old-api", "printer{n}", "eu-west-{n}.lb"))
    return [(f"{label.format(n=chance.randint(1, 60))}.{domain(chance)}", chance.choice(("A", "A", "AAAA")))]


def domain(chance: random.Random) -> str:
    """A second-level domain that exists, the famous ones more often."""
    return domains()[int(len(domains()) * chance.random() ** 2)]


@cache
def domains() -> list[str]:
    """The second-level domains that work, by rank."""
    return list(dict.fromkeys(zone.name for zone in zones() if any(owner == f"mx1.{zone.name}" for owner, *_ in zone.records)))


@cache
def records() -> list[Question]:
    """Owner and type of every record in a zone file."""
    return [(owner, rrtype) for zone in zones() for owner, _, rrtype, _ in zone.records if rrtype != "NS"]


def _by_rank(chance: random.Random) -> str:
    hosts, weights = _hosts()
    return hosts[bisect(weights, chance.random() * weights[-1])]


@cache
def _hosts() -> tuple[list[str], list[float]]:
    """Hosts of every domain, interleaved so that each domain's web site comes before anyone's printer."""
    by_domain = {name: ["", "www."] for name in domains()}
    for owner, rrtype in records():
        label, _, rest = owner.partition(".")
        if rrtype in ("A", "CNAME") and rest in by_domain and label not in ("www", "*", "blog", "shop", "shops"):
            by_domain[rest].append(f"{label}.")
    depth = max(map(len, by_domain.values()))
    found = [labels[i] + name for i in range(depth) for name, labels in by_domain.items() if i < len(labels)]
    return found, list(accumulate(1 / rank**ZIPF_EXPONENT for rank in range(1, len(found) + 1)))
