package org.nxsight.analysis.memory;

import org.jspecify.annotations.Nullable;

/** What is remembered of one name and its registrable domain; it is reused. Times are seconds. */
public final class Recollection {
  /** Not in memory. */
  public static final long NEVER = -1;

  private long nameFirst = NEVER;
  private long nameLast = NEVER;
  private boolean sameType;
  private boolean mixedCase;
  private long domainFirst = NEVER;
  private long domainLast = NEVER;
  private int refusingServers;
  private long pointedAtLast = NEVER;
  private @Nullable String host;

  /** Holds nothing from now on. */
  public void forget() {
    nameFirst = NEVER;
    nameLast = NEVER;
    sameType = false;
    mixedCase = false;
    domainFirst = NEVER;
    domainLast = NEVER;
    refusingServers = 0;
    pointedAtLast = NEVER;
    host = null;
  }

  /**
   * The name was answered.
   *
   * @param firstSeconds since 1970, when it was at first
   * @param lastSeconds when it was last
   * @param newSameType whether the type that is asked for now was among what was answered last
   * @param newMixedCase whether that was when the name was not written in lower case alone
   */
  public void setName(
      long firstSeconds, long lastSeconds, boolean newSameType, boolean newMixedCase) {
    nameFirst = firstSeconds;
    nameLast = lastSeconds;
    sameType = newSameType;
    mixedCase = newMixedCase;
  }

  /**
   * Its registrable domain, or a host in it, was answered.
   *
   * @param newHost such a host as text; null when it is not remembered
   */
  public void setDomain(long firstSeconds, long lastSeconds, @Nullable String newHost) {
    domainFirst = firstSeconds;
    domainLast = lastSeconds;
    host = newHost;
  }

  /** So many servers or more refuse to answer for the name. */
  public void setRefusingServers(int servers) {
    refusingServers = servers;
  }

  /** When a CNAME led to the name last, in seconds; or {@link #NEVER}. */
  public void setPointedAt(long lastSeconds) {
    pointedAtLast = lastSeconds;
  }

  /** When the name was answered at first, or {@link #NEVER}. */
  public long nameFirst() {
    return nameFirst;
  }

  /** When the name was answered last, or {@link #NEVER}. */
  public long nameLast() {
    return nameLast;
  }

  /** Whether the type that is asked for now was among what was answered last. */
  public boolean isSameType() {
    return sameType;
  }

  /** Whether it was answered when its letters were not all small. */
  public boolean isMixedCase() {
    return mixedCase;
  }

  /** When the registrable domain or a host in it was answered at first, or {@link #NEVER}. */
  public long domainFirst() {
    return domainFirst;
  }

  /** When that was last, or {@link #NEVER}. */
  public long domainLast() {
    return domainLast;
  }

  /** A host of the registrable domain that was answered; null when none is remembered. */
  public @Nullable String host() {
    return host;
  }

  /** When a CNAME led to the name last, or {@link #NEVER}. */
  public long pointedAtLast() {
    return pointedAtLast;
  }

  /** How many servers at least refuse to answer for the name. */
  public int refusingServers() {
    return refusingServers;
  }
}
