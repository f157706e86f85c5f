"""Zones with something wrong: broken, lame, dead, or served by a program with odd habits."""

from world.places import Nameserver, pool
from world.zone import Zone, own_nameservers

# Zone -> what its servers do with any question; odd_servers.py has the behaviours, by these names.
ODD_HABITS = {
    "oldrouter-dns.com.": "formerr-header-only",
    "noedns.nl.": "formerr-on-edns",
    "nocookies.de.": "formerr-on-cookie",
    "notimplemented.org.": "notimp",
    "strict-version.net.": "badvers",
    "bare-refusal.com.": "refused-header-only",
    "blocked-by-law.fr.": "refused-with-ede",
    "upstream-lost.com.": "servfail-with-ede",
    "badcookie.org.": "badcookie",
    "reserved-code.net.": "rcode-15",
    "lowercase-only.jp.": "nxdomain-on-mixed-case",
    "lowercases.ru.": "lower-case-echo",
    "no-soa.cn.": "nxdomain-without-soa",
    "sinkholed.info.": "nxdomain-foreign-soa",
    "aaaa-missing.com.": "nxdomain-on-aaaa",
    "slow-answers.com.": "late",
    "answers-twice.net.": "twice",
    "guess-the-id.biz.": "wrong-id-first",
    "garbled.top.": "garbage",
    "cut-short.xyz.": "cut-short",
    "tcp-is-closed.com.": "truncated",
    "says-yxdomain.org.": "yxdomain",
}

SILENT = ("gone-dark.com.", "offline-host.net.", "unplugged.de.", "forgotten-server.co.uk.", "abandoned.io.", "lights-out.org.")
CLOSED = ("port-closed.com.", "server-stopped.nl.", "daemon-crashed.org.")
LAME = ("lame-delegation.com.", "moved-away.net.", "unpaid-hosting.de.", "multi.uribl.com.", "wrong-ns.fr.")
MISSING_FILE = ("lost-zonefile.com.", "expired-secondary.nl.", "broken-transfer.org.", "empty-disk.co.uk.")


def zones() -> list[Zone]:
    """All zones that fail, each on the addresses that make it fail that way."""
    made = [Zone("uribl.com.", "nsd", own_nameservers("uribl.com.", "nsd", 10))]
    made += [Zone(name, "", own_nameservers(name, "silent", 2 * i), fault="silent") for i, name in enumerate(SILENT)]
    made += [Zone(name, "", own_nameservers(name, "closed", 2 * i), fault="closed") for i, name in enumerate(CLOSED)]
    # A server that is alive and has never heard of the zone.
    made += [Zone(name, "", own_nameservers(name, ("nsd", "bind")[i % 2], 4 * i), fault="lame") for i, name in enumerate(LAME)]
    made += [_missing_file(name, ("bind", "nsd")[i % 2]) for i, name in enumerate(MISSING_FILE)]
    made += [_half_lame(), _bogus()]
    return made + [_odd(i, *item) for i, item in enumerate(ODD_HABITS.items())]


def habit_addresses() -> dict[str, str]:
    """Address -> the habit of the server there."""
    return {address: habit for i, habit in enumerate(ODD_HABITS.values()) for address in pool("odd", i)}


def _odd(index: int, name: str, habit: str) -> Zone:
    return Zone(name, "odd", [Nameserver(f"ns.{name}", *pool("odd", index))], fault=habit)


def _missing_file(name: str, server: str) -> Zone:
    return Zone(name, server, own_nameservers(name, server, 6), fault="missing-file")


def _half_lame() -> Zone:
    """One server serves the zone, the other refuses it: LAME_SERVER, not LAME_ZONE."""
    name = "half-lame.com."
    zone = Zone(name, "bind", [Nameserver(f"ns1.{name}", *pool("bind", 8)), Nameserver(f"ns2.{name}", *pool("nsd", 12))])
    zone.add("www", "A", "192.0.2.120", 5)
    zone.add("api", "A", "192.0.2.121", 5)
    return zone


def _bogus() -> Zone:
    """Signed, but the parent holds the DS of another key."""
    zone = Zone("dnssec-failed.org.", "knot", own_nameservers("dnssec-failed.org.", "knot", 4), "nsec", "bogus")
    zone.add("www", "A", "192.0.2.122", 5)
    return zone
