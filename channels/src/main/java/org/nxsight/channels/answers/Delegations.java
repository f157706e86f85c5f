package org.nxsight.channels.answers;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dns.DnsNames;

/**
 * Which addresses serve which zone: the NS records of a zone, and the addresses of the names in
 * them.
 *
 * <p>A zone is served by an address when one of its servers' names has it. Both tables forget what
 * was not used for longest. With 32 MiB each, at about 1.3 kB a zone with four servers, they know
 * some 25,000 zones.
 */
final class Delegations {
  /** The root has 13 servers and few zones have more; a moving set gathers old ones. */
  static final int MAX_SERVERS_A_ZONE = 32;

  static final int MAX_ADDRESSES_A_SERVER = 32;
  static final long MAX_OCTETS_A_TABLE = 32L << 20;

  private final Set<Octets> rootServers;
  private final OctetSets serverNames;
  private final OctetSets addresses;
  private final int[] hashes = new int[DnsNames.MAX_NAME_OCTETS];

  Delegations(Set<Octets> rootServers, long maxOctetsATable) {
    this.rootServers = Set.copyOf(rootServers);
    serverNames = new OctetSets(maxOctetsATable, MAX_SERVERS_A_ZONE);
    addresses = new OctetSets(maxOctetsATable, MAX_ADDRESSES_A_SERVER);
  }

  /** Learns that a name's addresses serve a zone. */
  void learnServer(Name zone, Octets serverName) {
    serverNames.add(zone.wire(), serverName);
    addresses.addKey(serverName);
  }

  /** Learns an address of a name; not that of a name which serves no known zone. */
  void learnAddress(Name serverName, Octets address) {
    if (addresses.get(serverName.wire()) != null) {
      addresses.add(serverName.wire(), address);
    }
  }

  /** The deepest zone at or above a name that an address is known to serve, or null. */
  @Nullable Name deepestZone(Name name, Octets address) {
    name.wire().readTailHashes(hashes);
    byte[] wire = name.wire().bytes();
    int at = 0;
    for (; wire[at] != 0; at += 1 + wire[at]) {
      if (serverNames.mayHave(hashes[at])) {
        Name zone = name.from(at);
        if (isServer(zone, address)) {
          return zone;
        }
      }
    }
    return isServer(Name.ROOT, address) ? Name.ROOT : null;
  }

  /**
   * Whether the servers are known of a zone at or above a name and at or below another one.
   *
   * @param lastOctets the octets of the other one, which is at or above the name
   */
  boolean isKnownBetween(Name name, int lastOctets) {
    name.wire().readTailHashes(hashes);
    byte[] wire = name.wire().bytes();
    for (int at = 0; wire.length - at >= lastOctets; at += 1 + wire[at]) {
      boolean root = wire[at] == 0;
      if ((root || serverNames.mayHave(hashes[at])) && isKnown(name.from(at))) {
        return true;
      }
      if (root) {
        break;
      }
    }
    return false;
  }

  /** Whether an address is known to serve a zone. */
  boolean isServer(Name zone, Octets address) {
    if (zone.isRoot() && rootServers.contains(address)) {
      return true;
    }
    Set<Octets> names = serverNames.get(zone.wire());
    if (names == null) {
      return false;
    }
    for (Octets name : names) {
      Set<Octets> ofName = addresses.get(name);
      if (ofName != null && ofName.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the servers of a zone are known, each with an address. */
  boolean isKnown(Name zone) {
    if (zone.isRoot() && !rootServers.isEmpty()) {
      return true;
    }
    Set<Octets> names = serverNames.get(zone.wire());
    if (names == null) {
      return false;
    }
    for (Octets name : names) {
      Set<Octets> ofName = addresses.get(name);
      if (ofName == null || ofName.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The zones that had to go. */
  long zonesForgotten() {
    return serverNames.keysForgotten();
  }

  /** The names of servers that had to go. */
  long serverNamesForgotten() {
    return addresses.keysForgotten();
  }

  /** The servers and addresses that had to go out of full sets. */
  long membersForgotten() {
    return serverNames.membersForgotten() + addresses.membersForgotten();
  }
}
