package org.nxsight.analysis.findings.floods;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.cut.Scope;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.wire.Bytes;

/**
 * Which failures can be part of a flood, and of which zone: a host that is missing in a living
 * zone, or a question that the servers of a registrable domain failed or refused to answer. What a
 * registry denies is none: its zone has millions of missing names every day. Nor are questions to
 * DNS lists, known by their cause or by the four numbers left of the zone.
 */
final class FloodNames {
  private static final int SERVFAIL = 2;
  private static final int NXDOMAIN = 3;
  private static final int REFUSED = 5;
  private static final int ADDRESS_LABELS = 4;

  private FloodNames() {}

  /** Where the zone starts in the qname; -1 when the failure cannot be part of a flood. */
  static int zoneOffset(Observation observation) {
    int offset =
        switch (observation.rcode()) {
          case NXDOMAIN -> isPlain(observation.cause()) ? livingZone(observation.cut()) : -1;
          case SERVFAIL, REFUSED -> isTrouble(observation.cause()) ? domain(observation.cut()) : -1;
          default -> -1;
        };
    return offset > 0 && !isAddress(observation.names(), offset) ? offset : -1;
  }

  private static boolean isPlain(@Nullable Cause cause) {
    return cause == Cause.MISSING_HOST
        || cause == Cause.CHROMIUM_PROBE
        || cause == Cause.DISPOSABLE_OR_TUNNEL
        || cause == Cause.DGA_BOTNET
        || cause == Cause.RANDOM_SUBDOMAIN_FLOOD;
  }

  private static boolean isTrouble(@Nullable Cause cause) {
    return cause != Cause.QUOTA_REFUSED
        && cause != Cause.SCAN_REFUSED
        && cause != Cause.POLICY_BLOCKED;
  }

  private static int livingZone(Cut cut) {
    return cut.scope() == Scope.MISSING_HOST ? cut.soaOffset() : -1;
  }

  private static int domain(Cut cut) {
    return cut.isReverse() ? -1 : cut.registrableOffset();
  }

  /** Whether there are four numbers left of the zone. */
  private static boolean isAddress(byte[] name, int end) {
    int labels = 0;
    for (int at = 0; at < end; at += 1 + name[at]) {
      for (int i = 1; i <= name[at]; i++) {
        int octet = Bytes.u8(name, at + i);
        if (octet < '0' || octet > '9') {
          return false;
        }
      }
      labels++;
    }
    return labels == ADDRESS_LABELS;
  }
}
