package org.nxsight.channels.answers;

import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    for (Name zone = name; ; zone = zone.parent()) {
      if (isServer(zone, address)) {
        return zone;
      }
      if (zone.isRoot()) {
        return null;
      }
    }
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
