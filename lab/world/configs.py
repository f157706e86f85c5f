"""Configurations of the name servers and resolvers, and the command line that starts each in the foreground."""

from pathlib import Path

from world.catalog import zones
from world.lists import LISTED, LISTS, DATASETS, dataset
from world.places import RESOLVERS, Resolver, block_addresses, pool
from world.zonefiles import file_name

NSD = """\
server:
    username: ""
    chroot: ""
    zonesdir: "{state}/zones"
    database: ""
    pidfile: "{state}/{name}.pid"
    xfrdfile: "{state}/{name}.xfrd"
    zonelistfile: "{state}/{name}.zonelist"
    xfrdir: "{state}"
    server-count: 1
    rrl-ratelimit: 0
    rrl-whitelist-ratelimit: 0
{listen}
remote-control:
    control-enable: no
{zones}
"""

# A payload above the MTU makes long signed answers arrive as IP fragments at resolvers that offer as much.
KNOT = """\
server:
    rundir: "{state}/knot"
    listen: [ {listen} ]
    udp-max-payload: 4096
    udp-workers: 1
    tcp-workers: 1
    background-workers: 1
log:
  - target: stderr
    any: warning
database:
    storage: "{state}/knot"
template:
  - id: default
    storage: "{state}/zones"
    zonefile-sync: -1
    journal-content: none
zone:
{zones}
"""

NAMED_AUTHORITY = """\
options {{
    directory "{state}/bind";
    pid-file none;
    session-keyfile none;
    listen-on {{ {ipv4} }};
    listen-on-v6 {{ {ipv6} }};
    recursion no;
    notify no;
}};
controls {{ }};
{zones}
"""

# Sends DNS cookies and DO, no mixed case, and takes answers of up to 4096 bytes.
NAMED_RESOLVER = """\
options {{
    directory "{state}/{resolver.name}";
    pid-file none;
    session-keyfile none;
    listen-on {{ {resolver.client_address}; }};
    listen-on-v6 {{ none; }};
    query-source address {resolver.ipv4};
    query-source-v6 address {resolver.ipv6};
    recursion yes;
    allow-recursion {{ any; }};
    dnssec-validation no;
    empty-zones-enable no;
    qname-minimization off;
    edns-udp-size 4096;
    max-udp-size 4096;
}};
controls {{ }};
zone "." {{ type hint; file "{state}/root.hints"; }};
"""

# The special-use names are asked upstream like any other: their leaks are what the lab is about.
UNBOUND = """\
server:
    username: ""
    chroot: ""
    directory: "{state}"
    pidfile: ""
    use-syslog: no
    verbosity: 0
    num-threads: 1
    interface: {resolver.client_address}
    outgoing-interface: {resolver.ipv4}
    outgoing-interface: {resolver.ipv6}
    access-control: 0.0.0.0/0 allow
    root-hints: "{state}/root.hints"
    use-caps-for-id: yes
    qname-minimisation: {minimise}
    module-config: "{modules}"
    {anchor}
    aggressive-nsec: no
    harden-below-nxdomain: no
    unblock-lan-zones: yes
    insecure-lan-zones: yes
{nodefault}
    infra-keep-probing: yes
    outgoing-range: 1024
    num-queries-per-thread: 512
remote-control:
    control-enable: no
{dnstap}
"""

DNSTAP = """\
dnstap:
    dnstap-enable: yes
    dnstap-socket-path: "{socket}"
    dnstap-send-identity: yes
    dnstap-send-version: yes
    dnstap-identity: "{resolver.name}"
    dnstap-log-resolver-query-messages: yes
    dnstap-log-resolver-response-messages: yes
    dnstap-log-client-query-messages: yes
    dnstap-log-client-response-messages: yes
"""

SPECIAL_USE = ("localhost.", "test.", "invalid.", "onion.", "home.arpa.", "127.in-addr.arpa.")


def write_all(state: Path, dnstap_socket: str) -> None:
    """Writes every configuration, and `commands`: one line a process, namespace and name in front."""
    for folder in ("knot", "bind", "lists", *(resolver.name for resolver in RESOLVERS)):
        (state / folder).mkdir()
    _write_hints(state)
    commands = [*_authorities(state), *_resolvers(state, dnstap_socket)]
    (state / "commands").write_text("".join(f"{command}\n" for command in commands))


def _authorities(state: Path) -> list[str]:
    for name in ("root", "tld", "nsd"):
        listen = "\n".join(f"    ip-address: {address}" for address in block_addresses(name))
        blocks = "\n".join(f'zone:\n    name: "{z.name}"\n    zonefile: "{file_name(z)}"' for z in zones() if z.server == name)
        (state / f"{name}.conf").write_text(NSD.format(state=state, name=name, listen=listen, zones=blocks))
    _write_knot(state)
    _write_named(state)
    return [
        *(f"world {name} nsd -d -c {state}/{name}.conf" for name in ("root", "tld", "nsd")),
        f"world knot knotd -c {state}/knot.conf",
        f"world bind named -f -c {state}/bind.conf",
        f"world rbldnsd {_rbldnsd(state)}",
        "world odd python3 -m world.odd_servers",
    ]


def _write_knot(state: Path) -> None:
    listen = ", ".join(f"{address}@53" for address in block_addresses("knot"))
    blocks = "\n".join(f'  - domain: "{z.name}"\n    file: "{file_name(z)}"' for z in zones() if z.server == "knot")
    (state / "knot.conf").write_text(KNOT.format(state=state, listen=listen, zones=blocks))


def _write_named(state: Path) -> None:
    ipv4 = " ".join(f"{address};" for address in block_addresses("bind") if ":" not in address)
    ipv6 = " ".join(f"{address};" for address in block_addresses("bind") if ":" in address)
    blocks = "\n".join(
        f'zone "{z.name}" {{ type primary; file "{state}/zones/{file_name(z)}"; }};' for z in zones() if z.server == "bind"
    )
    (state / "bind.conf").write_text(NAMED_AUTHORITY.format(state=state, ipv4=ipv4, ipv6=ipv6, zones=blocks))


def _rbldnsd(state: Path) -> str:
    for kind in LISTED:
        (state / "lists" / kind).write_text(dataset(kind))
    binds = " ".join(f"-b {address}" for address in block_addresses("rbldnsd"))
    served = " ".join(f"{entry.name.rstrip('.')}:{DATASETS[kind]}:{kind}" for entry in LISTS for kind in entry.kinds)
    # rbldnsd refuses to run as root.
    return f"rbldnsd -n -u nobody:nogroup -r {state}/lists {binds} {served}"


def _write_hints(state: Path) -> None:
    lines = []
    for i, letter in enumerate("abc"):
        ipv4, ipv6 = pool("root", i)
        name = f"{letter}.root-servers.net."
        lines += [f". 3600 IN NS {name}", f"{name} 3600 IN A {ipv4}", f"{name} 3600 IN AAAA {ipv6}"]
    (state / "root.hints").write_text("\n".join(lines) + "\n")


def _resolvers(state: Path, dnstap_socket: str) -> list[str]:
    north, south, east = RESOLVERS
    _write_unbound(state, north, dnstap_socket, minimise="no", modules="validator iterator")
    _write_unbound(state, south, dnstap_socket, minimise="yes", modules="iterator")
    (state / f"{east.name}.conf").write_text(NAMED_RESOLVER.format(state=state, resolver=east))
    return [
        *(f"resolver {r.name} unbound -d -c {state}/{r.name}.conf" for r in (north, south)),
        f"resolver {east.name} named -f -c {state}/{east.name}.conf",
    ]


def _write_unbound(state: Path, resolver: Resolver, dnstap_socket: str, minimise: str, modules: str) -> None:
    anchor = f'trust-anchor-file: "{state}/zones/root.zone.ds"' if "validator" in modules else ""
    nodefault = "\n".join(f"    local-zone: {name} nodefault" for name in SPECIAL_USE)
    dnstap = DNSTAP.format(socket=dnstap_socket, resolver=resolver) if dnstap_socket else ""
    text = UNBOUND.format(
        state=state, resolver=resolver, minimise=minimise, modules=modules, anchor=anchor, nodefault=nodefault, dnstap=dnstap
    )
    (state / f"{resolver.name}.conf").write_text(text)
