package org.nxsight.channels.form;

import org.jspecify.annotations.Nullable;
import org.nxsight.wire.nmsg.Dnsqr;

/** What the forms of a {@code base:dnsqr} payload show that is not stored in it. */
final class DnsqrValues {
  private DnsqrValues() {}

  /** The name of an IP protocol, or null. */
  static @Nullable String protoName(int proto) {
    return switch (proto) {
      case 1 -> "ICMP";
      case 6 -> "TCP";
      case 17 -> "UDP";
      default -> null;
    };
  }

  /** Whether a delay can be told: a pair over UDP with one query time and a response time. */
  static boolean hasDelay(Dnsqr dnsqr) {
    return dnsqr.type == Dnsqr.UDP_QUERY_RESPONSE
        && dnsqr.queryTimeSeconds.count() == 1
        && dnsqr.queryTimeNanos.count() == 1
        && dnsqr.responseTimeSeconds.count() >= 1
        && dnsqr.responseTimeSeconds.count() == dnsqr.responseTimeNanos.count();
  }

  /** From the query to the last of the response's datagrams. */
  static double delaySeconds(Dnsqr dnsqr) {
    double delay = delaySeconds(dnsqr, 0);
    int responses = dnsqr.responseTimeSeconds.count();
    if (responses > 1) {
      delay = Math.max(delay, 0.0);
    }
    for (int i = 1; i < responses; i++) {
      delay = Math.max(delay, delaySeconds(dnsqr, i));
    }
    return delay;
  }

  private static double delaySeconds(Dnsqr dnsqr, int response) {
    long seconds = dnsqr.responseTimeSeconds.get(response) - dnsqr.queryTimeSeconds.get(0);
    long nanos = dnsqr.responseTimeNanos.get(response) - dnsqr.queryTimeNanos.get(0);
    if (nanos < 0) {
      seconds -= 1;
      nanos += 1_000_000_000L;
    }
    return seconds + nanos / 1e9;
  }
}
