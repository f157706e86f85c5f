"""Writes the world into a folder: zone files, server configurations, and the lists `lab/up` goes through."""

import argparse
from pathlib import Path

from world import configs, zonefiles
from world.places import RESOLVERS, SCANNER, world_addresses


def main() -> None:
    parser = argparse.ArgumentParser(prog="lab/world/build.py", description=__doc__)
    parser.add_argument("state", type=Path, help="the folder to write to")
    parser.add_argument("--dnstap", default="", metavar="SOCKET", help="unbound sends dnstap to this socket")
    options = parser.parse_args()
    (options.state / "zones").mkdir(parents=True)
    zonefiles.write_all(options.state / "zones")
    configs.write_all(options.state, options.dnstap)
    _write_addresses(options.state / "addresses")


def _write_addresses(path: Path) -> None:
    """`ip -batch` lines for both namespaces, `namespace` in front."""
    lines = [f"world {_add(address, 'lo', 32 if '.' in address else 128)}" for address in world_addresses()]
    lines += [f"world {_add('192.0.2.1', 'wire', 24)}", f"world {_add('2001:db8:2::1', 'wire', 64)}"]
    for resolver in RESOLVERS:
        lines += [f"resolver {_add(resolver.ipv4, 'wire', 24)}", f"resolver {_add(resolver.ipv6, 'wire', 64)}"]
        lines.append(f"resolver {_add(resolver.client_address, 'client', 24)}")
    lines += [f"resolver {_add(SCANNER[0], 'wire', 24)}", f"resolver {_add(SCANNER[1], 'wire', 64)}"]
    path.write_text("\n".join(lines) + "\n")


def _add(address: str, interface: str, prefix: int) -> str:
    # Without duplicate address detection an IPv6 address can be bound at once.
    return f"address add {address}/{prefix} dev {interface}" + (" nodad" if ":" in address else "")


if __name__ == "__main__":
    main()
