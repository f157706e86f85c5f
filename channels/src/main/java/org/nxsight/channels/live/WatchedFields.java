package org.nxsight.channels.live;

import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.NmsgPayload;
import org.nxsight.wire.protobuf.ByteRange;
import org.nxsight.wire.protobuf.ByteRanges;

/** What watches look at in one record, as it stands there. It is reused. */
public final class WatchedFields {
  /** What a number is that the record does not have. */
  public static final int NONE = -1;

  private static final int NXDOMAIN = 3;
  private static final int A = 1;
  private static final int AAAA = 28;

  /** The name, in wire form; absent without one. */
  public final ByteRange name = new ByteRange();

  /** The owner of the SOA, in wire form; absent without one. */
  public final ByteRange soa = new ByteRange();

  /** Addresses of 4 or 16 octets. */
  public final ByteRanges addresses = new ByteRanges();

  /** The extended rcode, or NONE. */
  public int rcode;

  /** The type, or NONE. */
  public int qtype;

  /** The cause's number from 1 on; 0 when nobody knows it. */
  public int cause;

  /** Makes all fields absent. */
  public void clear() {
    name.clear();
    soa.clear();
    addresses.clear();
    rcode = NONE;
    qtype = NONE;
    cause = 0;
  }

  /** Points to those of a payload. */
  void read(NmsgPayload payload) {
    clear();
    switch (payload) {
      case Dnsqr dnsqr -> {
        point(name, dnsqr.qname);
        add(dnsqr.queryIp);
        add(dnsqr.responseIp);
        rcode = dnsqr.hasRcode ? dnsqr.rcode : NONE;
        qtype = dnsqr.hasQtype ? dnsqr.qtype : NONE;
      }
      case Dnsnx dnsnx -> {
        point(name, dnsnx.qname);
        point(soa, dnsnx.soaRrname);
        add(dnsnx.responseIp);
        rcode = NXDOMAIN;
        qtype = dnsnx.qtype;
      }
      case Dnsdedupe rrset -> {
        point(name, rrset.rrname);
        add(rrset.responseIp);
        qtype = rrset.hasRrtype ? rrset.rrtype : NONE;
        if (qtype == A || qtype == AAAA) {
          addAll(rrset.rdata);
        }
      }
      default -> {}
    }
  }

  private static void point(ByteRange to, ByteRange from) {
    if (from.length() > 0) {
      to.set(from.bytes(), from.offset(), from.length());
    }
  }

  private void add(ByteRange address) {
    if (address.isPresent()) {
      addresses.add(address.bytes(), address.offset(), address.length());
    }
  }

  private void addAll(ByteRanges from) {
    for (int i = 0; i < from.count(); i++) {
      addresses.add(from.bytes(i), from.offset(i), from.length(i));
    }
  }
}
