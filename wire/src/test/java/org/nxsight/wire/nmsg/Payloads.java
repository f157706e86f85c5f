package org.nxsight.wire.nmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.nxsight.wire.protobuf.Decoded;

/** Decoding and encoding again, for the tests here. */
final class Payloads {
  private Payloads() {}

  /** The payload decoded by its type and encoded again. */
  static byte[] recode(PayloadView payload) {
    int length = payload.length();
    if (payload.is(Dnsqr.VENDOR, Dnsqr.TYPE)) {
      Dnsqr dnsqr = new Dnsqr();
      assertThat(dnsqr.decode(payload.bytes(), payload.offset(), length)).isEqualTo(Decoded.OK);
      return encoded(dnsqr);
    }
    if (payload.is(Dnsnx.VENDOR, Dnsnx.TYPE)) {
      Dnsnx dnsnx = new Dnsnx();
      assertThat(dnsnx.decode(payload.bytes(), payload.offset(), length)).isEqualTo(Decoded.OK);
      return encoded(dnsnx);
    }
    Dnsdedupe dedupe = new Dnsdedupe();
    assertThat(dedupe.decode(payload.bytes(), payload.offset(), length)).isEqualTo(Decoded.OK);
    return encoded(dedupe);
  }

  static byte[] encoded(Dnsqr dnsqr) {
    byte[] out = guarded(dnsqr.encodedOctets());
    dnsqr.encode(out, 1);
    return unguarded(out);
  }

  static byte[] encoded(Dnsnx dnsnx) {
    byte[] out = guarded(dnsnx.encodedOctets());
    dnsnx.encode(out, 1);
    return unguarded(out);
  }

  static byte[] encoded(Dnsdedupe dedupe) {
    byte[] out = guarded(dedupe.encodedOctets());
    dedupe.encode(out, 1);
    return unguarded(out);
  }

  /** An array whose first and last octet nobody may write. */
  private static byte[] guarded(int octets) {
    byte[] out = new byte[octets + 2];
    out[0] = 0x55;
    out[octets + 1] = 0x55;
    return out;
  }

  private static byte[] unguarded(byte[] out) {
    assertThat(out[0]).isEqualTo((byte) 0x55);
    assertThat(out[out.length - 1]).isEqualTo((byte) 0x55);
    return Arrays.copyOfRange(out, 1, out.length - 1);
  }

  /** A dnsqr with every field set, to extreme values where there are any. */
  static Dnsqr fullDnsqr() {
    byte[] ip = {(byte) 192, 0, 2, 53};
    byte[] name = {1, 'x', 7, 'i', 'n', 'v', 'a', 'l', 'i', 'd', 0};
    Dnsqr dnsqr = new Dnsqr();
    dnsqr.type = -1;
    dnsqr.queryIp.set(ip, 0, 4);
    dnsqr.responseIp.set(ip, 0, 4);
    dnsqr.proto = 17;
    dnsqr.queryPort = 65_535;
    dnsqr.responsePort = 53;
    dnsqr.id = -1;
    dnsqr.qname.set(name, 0, name.length);
    dnsqr.hasQtype = dnsqr.hasQclass = dnsqr.hasRcode = true;
    dnsqr.qtype = 65_280;
    dnsqr.qclass = 1;
    dnsqr.rcode = 23;
    for (int i = 0; i < 5; i++) {
      dnsqr.addQueryPacket(name, i, 11 - i, 1_714_566_896_123_456_789L + i);
      dnsqr.addResponsePacket(name, 0, i, -1L - i);
    }
    dnsqr.tcp.set(name, 0, 0);
    dnsqr.icmp.set(name, 2, 3);
    dnsqr.hasTimeout = dnsqr.hasUdpChecksum = dnsqr.hasResolverAddressZeroed = true;
    dnsqr.timeoutSeconds = 60.000_001;
    dnsqr.udpChecksum = Dnsqr.CHECKSUM_CORRECT;
    dnsqr.resolverAddressZeroed = true;
    return dnsqr;
  }

  /** A dnsdedupe with every field set. */
  static Dnsdedupe fullDnsdedupe() {
    byte[] name = {1, 'x', 7, 'i', 'n', 'v', 'a', 'l', 'i', 'd', 0};
    Dnsdedupe dedupe = new Dnsdedupe();
    dedupe.rrname.set(name, 0, name.length);
    dedupe.bailiwick.set(name, 2, name.length - 2);
    dedupe.responseIp.set(name, 0, 4);
    dedupe.response.set(name, 0, 0);
    dedupe.rdata.add(name, 0, 4);
    dedupe.rdata.add(name, 4, 4);
    dedupe.rdata.add(name, 8, 0);
    dedupe.hasRrtype = dedupe.hasRrclass = dedupe.hasRrttl = dedupe.hasCount = true;
    dedupe.hasTimeFirst = dedupe.hasTimeLast = dedupe.hasType = true;
    dedupe.hasZoneTimeFirst = dedupe.hasZoneTimeLast = true;
    dedupe.rrtype = 1;
    dedupe.rrclass = 1;
    dedupe.rrttl = -1;
    dedupe.count = -1;
    dedupe.timeFirst = -1;
    dedupe.timeLast = 1;
    dedupe.type = 6;
    dedupe.zoneTimeFirst = 2;
    dedupe.zoneTimeLast = 3;
    return dedupe;
  }
}
