"""A zone of the lab."""

from dataclasses import dataclass, field

from world.places import Nameserver, pool

TTL = 60  # short, so that a recording of a minute sees names asked for again


@dataclass
class Zone:
    """A zone cut: its name with the final dot, its server process, and (owner, ttl, type, rdata) records, owners absolute."""

    name: str
    server: str
    nameservers: list[Nameserver]
    signing: str = ""  # "", "nsec", "nsec3" or "optout"
    fault: str = ""  # "", or what is wrong with it: see faults.py
    records: list[tuple[str, int, str, str]] = field(default_factory=list)

    def add(self, owner: str, rrtype: str, rdata: str, ttl: int = TTL) -> None:
        """Adds a record; the owner is relative to the zone, `@` is the zone itself."""
        self.records.append((self.name if owner == "@" else f"{owner}.{self.name}", ttl, rrtype, rdata))


def own_nameservers(name: str, block: str, index: int) -> list[Nameserver]:
    """Two name servers below the zone itself, so that the parent holds glue."""
    return [Nameserver(f"ns{i + 1}.{name}", *pool(block, index + i)) for i in (0, 1)]


def parent_of(zone: Zone, by_name: dict[str, Zone]) -> Zone:
    """The zone that delegates this one."""
    rest = zone.name
    while True:
        rest = rest.partition(".")[2] or "."
        if rest in by_name:
            return by_name[rest]
