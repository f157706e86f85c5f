# The two network namespaces of the lab and their wiring, for the scripts to source.
#
#   host ──nxlab-client─── client │ resolver │ wire ─────────── wire │ world │ lo
#         198.18.0.1       .53-.55            192.0.2.53-.55   192.0.2.1       every authority
#
# What resolvers and authorities say to each other, and nothing else, passes `wire`. Neither namespace has a way out.

STATE=${NXSIGHT_LAB:-/run/nxsight-lab}
WORLD=nxlab-world
RESOLVER=nxlab-resolver
CLIENT_LINK=nxlab-client

die() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

require_root() {
    [ "$(id -u)" = 0 ] || die "network namespaces need root; run it as root, for example: sudo $0"
}

# require_packages COMMAND=PACKAGE...: says in one line what to install.
require_packages() {
    local pair missing=""
    for pair in "$@"; do
        command -v "${pair%%=*}" >/dev/null || missing+=" ${pair#*=}"
    done
    [ -z "$missing" ] || die "missing programs; run: apt-get install --no-install-recommends$missing"
}

world_is_up() {
    ip netns list | grep -q "^$WORLD\b"
}

in_world() { ip netns exec "$WORLD" "$@"; }
in_resolver() { ip netns exec "$RESOLVER" "$@"; }

make_namespaces() {
    local namespace
    for namespace in "$WORLD" "$RESOLVER"; do
        ip netns add "$namespace"
        ip -n "$namespace" link set lo up
        # No forwarding: packets for addresses the world does not have are dropped in silence, as for a dead host.
        ip netns exec "$namespace" sysctl -qw net.ipv4.ip_forward=0 net.ipv6.conf.all.forwarding=0 \
            net.ipv4.icmp_ratelimit=0 net.ipv6.icmp.ratelimit=0
    done
    link "$WORLD" wire "$RESOLVER" wire
    ip link add "$CLIENT_LINK" type veth peer name client netns "$RESOLVER"
    ip address add 198.18.0.1/24 dev "$CLIENT_LINK"
    ip link set "$CLIENT_LINK" up
    ip -n "$RESOLVER" link set client up
}

# link NAMESPACE INTERFACE NAMESPACE INTERFACE: a cable that carries what a real one would.
link() {
    ip -n "$1" link add "$2" type veth peer name "$4" netns "$3"
    # Offloading would leave checksums blank and TCP segments longer than the MTU in the capture.
    ip netns exec "$1" ethtool -K "$2" tx off sg off tso off gso off gro off >/dev/null
    ip netns exec "$3" ethtool -K "$4" tx off sg off tso off gso off gro off >/dev/null
    ip -n "$1" link set "$2" up
    ip -n "$3" link set "$4" up
}

# Gives the namespaces the addresses that build.py wrote, and the resolvers a route to the world.
assign_addresses() {
    local namespace
    for namespace in world resolver; do
        sed -n "s/^$namespace //p" "$STATE/addresses" | ip -n "nxlab-$namespace" -batch -
    done
    ip -n "$RESOLVER" route add default via 192.0.2.1
    ip -n "$RESOLVER" -6 route add default via 2001:db8:2::1
}

# Ends whatever runs inside the namespaces, which is only what the lab started, and removes them.
remove_namespaces() {
    local signal namespace
    for signal in TERM KILL; do
        for namespace in "$RESOLVER" "$WORLD"; do
            ip netns pids "$namespace" 2>/dev/null | xargs -r kill -s "$signal" 2>/dev/null || true
        done
        wait_until_empty && break
    done
    ip link delete "$CLIENT_LINK" 2>/dev/null || true
    ip netns delete "$RESOLVER" 2>/dev/null || true
    ip netns delete "$WORLD" 2>/dev/null || true
}

wait_until_empty() {
    local _
    for _ in {1..30}; do
        [ -z "$(ip netns pids "$RESOLVER" 2>/dev/null; ip netns pids "$WORLD" 2>/dev/null)" ] && return 0
        sleep 0.1
    done
    return 1
}
