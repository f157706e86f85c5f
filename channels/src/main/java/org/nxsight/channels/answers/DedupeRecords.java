package org.nxsight.channels.answers;

import org.nxsight.wire.nmsg.Dnsdedupe;

/** What a counted RRset becomes in channel 204: {@code SIE:dnsdedupe}. The payload is reused. */
public final class DedupeRecords {
  private static final long NANOS_A_SECOND = 1_000_000_000L;
  private static final long MAX_SECONDS = 0xffff_ffffL;

  private final Dnsdedupe dnsdedupe = new Dnsdedupe();

  /** The set as one that left its window, with its count. */
  public Dnsdedupe dnsdedupe(SeenRrset seen) {
    Rrset rrset = seen.rrset();
    dnsdedupe.reset();
    dnsdedupe.rrname.set(rrset.rrname().wire().bytes(), 0, rrset.rrname().wire().length());
    dnsdedupe.hasRrtype = dnsdedupe.hasRrclass = true;
    dnsdedupe.rrtype = rrset.rrtype();
    dnsdedupe.rrclass = rrset.rrclass();
    for (Octets rdata : rrset.rdata()) {
      dnsdedupe.rdata.add(rdata.bytes(), 0, rdata.length());
    }
    dnsdedupe.hasCount = dnsdedupe.hasTimeFirst = dnsdedupe.hasTimeLast = dnsdedupe.hasType = true;
    dnsdedupe.count = seen.count();
    dnsdedupe.timeFirst = seconds(seen.firstNanos());
    dnsdedupe.timeLast = seconds(seen.lastNanos());
    dnsdedupe.type = Dnsdedupe.EXPIRATION;
    Name bailiwick = seen.bailiwick();
    if (bailiwick != null) {
      dnsdedupe.bailiwick.set(bailiwick.wire().bytes(), 0, bailiwick.wire().length());
    }
    return dnsdedupe;
  }

  /** Unsigned seconds; times before 1970 or after 2106 become the nearest there is. */
  private static int seconds(long epochNanos) {
    return (int) Math.clamp(Math.floorDiv(epochNanos, NANOS_A_SECOND), 0, MAX_SECONDS);
  }
}
