package org.nxsight.channels.privacy;

import java.util.Arrays;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.DnsNames;

/**
 * Takes the client subnets out of messages: options 8 of EDNS (RFC 7871), and 20730 of the drafts
 * before it.
 *
 * <pre>
 *   OPT (RFC 6891, section 6.1.2):  owner | type 41 | class | ttl (4) | rdlength | options
 *   option:                         code (2) | length (2) | data
 * </pre>
 *
 * <p>Of the last record the option is removed, which nearly every OPT is. Of another one it becomes
 * padding of the same length (code 12 and zeros, RFC 7830), because names behind it may be pointed
 * to. What cannot be read might be a subnet, and is dropped:
 *
 * <ul>
 *   <li>an option that runs over the end of its OPT, with all behind it;
 *   <li>octets behind the last record;
 *   <li>all records, when they cannot be walked to the last one.
 * </ul>
 */
final class ClientSubnets {
  private static final int TYPE_OPT = 41;
  private static final int OPTION_CLIENT_SUBNET = 8;
  private static final int OPTION_CLIENT_SUBNET_OF_DRAFTS = 20_730;
  private static final int OPTION_PADDING = 12;
  private static final int OPTION_HEADER_OCTETS = 4;

  /** Type, class, TTL and length, behind a record's owner. */
  private static final int FIXED_OCTETS = 10;

  private final PrivacyCounts counts;
  private final DnsMessageView view = new DnsMessageView();
  private boolean unread;

  ClientSubnets(PrivacyCounts counts) {
    this.counts = counts;
  }

  /** Changes a message in place, and returns its octets, never more than before. */
  int remove(byte[] bytes, int message, int octets) {
    unread = false;
    int end =
        view.wrap(bytes, message, octets) == DnsMessageView.Shape.WELL_FORMED
            ? walk(bytes, message, message + octets)
            : cut(bytes, message, message + DnsMessageView.HEADER_OCTETS);
    if (unread) {
      counts.cutMessages++;
    }
    return Math.min(end - message, octets);
  }

  private int walk(byte[] bytes, int message, int end) {
    int at = view.recordsOffset();
    int records =
        Bytes.u16(bytes, message + 6)
            + Bytes.u16(bytes, message + 8)
            + Bytes.u16(bytes, message + 10);
    for (int left = records; left > 0; left--) {
      int fixed = DnsNames.skip(bytes, at, end);
      int rdata = fixed + FIXED_OCTETS;
      if (fixed == DnsNames.MALFORMED || rdata > end || rdata + Bytes.u16(bytes, rdata - 2) > end) {
        return cut(bytes, message, view.recordsOffset());
      }
      int rdataEnd = rdata + Bytes.u16(bytes, rdata - 2);
      at = rdataEnd;
      if (Bytes.u16(bytes, fixed) == TYPE_OPT) {
        if (left == 1) {
          unread = rdataEnd < end;
          return removeOptions(bytes, rdata, rdataEnd);
        }
        blankOptions(bytes, rdata, rdataEnd);
      }
    }
    unread |= at < end;
    return at;
  }

  /** Leaves header and questions only. */
  private int cut(byte[] bytes, int message, int end) {
    unread = true;
    int counters = end == message + DnsMessageView.HEADER_OCTETS ? 4 : 6;
    if (view.length() >= DnsMessageView.HEADER_OCTETS) {
      Arrays.fill(bytes, message + counters, message + DnsMessageView.HEADER_OCTETS, (byte) 0);
    }
    return end;
  }

  private int removeOptions(byte[] bytes, int rdata, int rdataEnd) {
    int to = rdata;
    int at = rdata;
    for (int next = next(bytes, at, rdataEnd); next > 0; next = next(bytes, at, rdataEnd)) {
      if (isClientSubnet(Bytes.u16(bytes, at))) {
        counts.clientSubnets++;
      } else {
        System.arraycopy(bytes, at, bytes, to, next - at);
        to += next - at;
      }
      at = next;
    }
    unread |= at < rdataEnd;
    Bytes.put16(bytes, rdata - 2, to - rdata);
    return to;
  }

  private void blankOptions(byte[] bytes, int rdata, int rdataEnd) {
    int at = rdata;
    for (int next = next(bytes, at, rdataEnd); next > 0; next = next(bytes, at, rdataEnd)) {
      if (isClientSubnet(Bytes.u16(bytes, at))) {
        counts.clientSubnets++;
        blank(bytes, at, next);
      }
      at = next;
    }
    if (at < rdataEnd) {
      unread = true;
      blank(bytes, at, rdataEnd);
    }
  }

  /** Where the option at this offset ends, or -1 when there is no whole one. */
  private static int next(byte[] bytes, int at, int rdataEnd) {
    if (at + OPTION_HEADER_OCTETS > rdataEnd) {
      return -1;
    }
    int next = at + OPTION_HEADER_OCTETS + Bytes.u16(bytes, at + 2);
    return next <= rdataEnd ? next : -1;
  }

  private static boolean isClientSubnet(int code) {
    return code == OPTION_CLIENT_SUBNET || code == OPTION_CLIENT_SUBNET_OF_DRAFTS;
  }

  private static void blank(byte[] bytes, int at, int end) {
    Arrays.fill(bytes, at, end, (byte) 0);
    if (at + OPTION_HEADER_OCTETS <= end) {
      Bytes.put16(bytes, at, OPTION_PADDING);
      Bytes.put16(bytes, at + 2, end - at - OPTION_HEADER_OCTETS);
    }
  }
}
