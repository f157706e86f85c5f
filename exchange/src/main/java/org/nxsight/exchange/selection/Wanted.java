package org.nxsight.exchange.selection;

import java.util.BitSet;

/**
 * What exchanges a run is about. What is empty does not choose.
 *
 * @param rd the wanted RD flag: 0, 1, or {@link #ANY}
 * @param resolvers who asks; together with authorities, either is enough
 * @param authorities who is asked
 * @param servers the servers to keep
 * @param notServers the servers to pass over
 * @param names the domains to keep
 * @param notNames the domains to pass over
 * @param qtypes the types to keep
 * @param notQtypes the types to pass over
 * @param rcodes the extended rcodes to keep; a query without a response has none
 * @param notRcodes the extended rcodes to pass over
 * @param sampleOneIn of so many exchanges one is kept; 1 for all
 */
public record Wanted(
    int rd,
    AddressPrefixes resolvers,
    AddressPrefixes authorities,
    AddressPrefixes servers,
    AddressPrefixes notServers,
    NameSuffixes names,
    NameSuffixes notNames,
    BitSet qtypes,
    BitSet notQtypes,
    BitSet rcodes,
    BitSet notRcodes,
    int sampleOneIn) {
  /** Either RD flag will do. */
  public static final int ANY = -1;

  /** Every exchange. */
  public static Wanted all() {
    return new Wanted(
        ANY,
        AddressPrefixes.NONE,
        AddressPrefixes.NONE,
        AddressPrefixes.NONE,
        AddressPrefixes.NONE,
        NameSuffixes.NONE,
        NameSuffixes.NONE,
        new BitSet(),
        new BitSet(),
        new BitSet(),
        new BitSet(),
        1);
  }

  /** Whether every exchange is wanted. */
  public boolean isAll() {
    return rd == ANY
        && resolvers.isEmpty()
        && authorities.isEmpty()
        && servers.isEmpty()
        && notServers.isEmpty()
        && names.isEmpty()
        && notNames.isEmpty()
        && qtypes.isEmpty()
        && notQtypes.isEmpty()
        && rcodes.isEmpty()
        && notRcodes.isEmpty()
        && sampleOneIn == 1;
  }
}
