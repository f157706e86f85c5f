"""Zone files: SOA, NS, the zone's own records, delegations with glue, and DNSSEC by ldns-signzone."""

import subprocess
from pathlib import Path

from world.catalog import zones
from world.zone import TTL, Zone, parent_of

NEGATIVE_TTL = 15  # a missing name asked for again in the same recording is worth a packet
SUFFIX_NEGATIVE_TTL = 60
# Keys of these zones are RSA: their DNSKEY answers are long enough to be cut or fragmented.
LONG_KEYS = {".": 2048, "arpa.": 2048, "org.": 3072, "pl.": 3072, "nl.": 3072}


def write_all(folder: Path) -> None:
    """Writes and signs every zone that has a file, children before their parents, who need the children's DS."""
    by_name = {zone.name: zone for zone in zones()}
    children: dict[str, list[Zone]] = {name: [] for name in by_name}
    for zone in zones():
        if zone.name != ".":
            children[parent_of(zone, by_name).name].append(zone)
    for zone in sorted(zones(), key=lambda zone: -_depth(zone.name)):
        if has_file(zone):
            path = folder / file_name(zone)
            path.write_text(_text(zone, children[zone.name], folder))
            if zone.signing:
                _sign(zone, path, folder)


def has_file(zone: Zone) -> bool:
    """Whether the zone is served from a zone file that is there."""
    return zone.server in ("root", "tld", "nsd", "knot", "bind") and zone.fault != "missing-file"


def file_name(zone: Zone) -> str:
    """The zone's file below the zones folder, signed if the zone is."""
    return f"{zone.name.rstrip('.') or 'root'}.zone"


def _depth(name: str) -> int:
    return 0 if name == "." else name.count(".")


def _text(zone: Zone, children: list[Zone], folder: Path) -> str:
    negative_ttl = SUFFIX_NEGATIVE_TTL if zone.server in ("root", "tld") else NEGATIVE_TTL
    host = "hostmaster." if zone.name == "." else f"hostmaster.{zone.name}"
    lines = [f"$ORIGIN {zone.name}", f"$TTL {TTL}"]
    lines.append(f"{zone.name} {negative_ttl} IN SOA {zone.nameservers[0].name} {host} 2024010101 7200 900 1209600 {negative_ttl}")
    lines += _delegation(zone, zone.name)
    lines += [f"{owner} {ttl} IN {rrtype} {rdata}" for owner, ttl, rrtype, rdata in zone.records]
    for child in children:
        lines += _delegation(child, zone.name)
        lines += _ds_lines(child, folder)
    # Name servers of several children stand in the file once.
    return "\n".join(dict.fromkeys(lines)) + "\n"


def _delegation(zone: Zone, parent: str) -> list[str]:
    """NS records, and addresses where the name server's own name lies in the parent's bailiwick."""
    lines = []
    for server in zone.nameservers:
        lines.append(f"{zone.name} 300 IN NS {server.name}")
        if server.name.endswith(f".{zone.name}") or parent == ".":
            lines.append(f"{server.name} 300 IN A {server.ipv4}")
            lines.append(f"{server.name} 300 IN AAAA {server.ipv6}")
    return lines


def _ds_lines(child: Zone, folder: Path) -> list[str]:
    if not child.signing:
        return []
    lines = (folder / f"{file_name(child)}.ds").read_text().splitlines()
    if child.fault == "bogus":
        lines = [line[:-8] + "00000000" for line in lines]
    return lines


def _sign(zone: Zone, path: Path, folder: Path) -> None:
    bits = LONG_KEYS.get(zone.name)
    algorithm = ["-a", "RSASHA256", "-b", str(bits)] if bits else ["-a", "ECDSAP256SHA256"]
    keys = [_run(["ldns-keygen", *algorithm, *flag, zone.name], folder).strip() for flag in (["-k"], [])]
    (folder / f"{keys[0]}.ds").rename(f"{path}.ds")
    denial = {"nsec": [], "nsec3": ["-n", "-t", "0"], "optout": ["-n", "-p", "-t", "0"]}[zone.signing]
    signed = path.with_suffix(".signed")
    _run(["ldns-signzone", *denial, "-o", zone.name, "-f", str(signed), str(path), *keys], folder)
    signed.rename(path)


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"lab: {' '.join(command)} failed: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout
