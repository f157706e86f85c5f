package org.nxsight.bench.scenarios;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * A record of the asked name, ready to be written.
 *
 * @param rdata uncompressed
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody writes to them
record Answer(int type, byte[] rdata) {
  static final int A = 1;
  static final int NS = 2;
  static final int CNAME = 5;
  static final int PTR = 12;
  static final int MX = 15;
  static final int TXT = 16;
  static final int AAAA = 28;
  static final int SRV = 33;
  static final int HTTPS = 65;

  static Answer address(int address) {
    byte[] rdata = new byte[4];
    Bytes.put32(rdata, 0, address);
    return new Answer(A, rdata);
  }

  static Answer alias(String target) {
    return new Answer(CNAME, name(target));
  }

  static Answer mailServer(int preference, String host) {
    byte[] name = name(host);
    byte[] rdata = new byte[2 + name.length];
    Bytes.put16(rdata, 0, preference);
    System.arraycopy(name, 0, rdata, 2, name.length);
    return new Answer(MX, rdata);
  }

  static Answer text(String text) {
    byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
    byte[] rdata = new byte[1 + octets.length];
    rdata[0] = (byte) octets.length;
    System.arraycopy(octets, 0, rdata, 1, octets.length);
    return new Answer(TXT, rdata);
  }

  /** Some record of a type. */
  static Answer of(int type, String zone, int number) {
    return switch (type) {
      case AAAA -> {
        byte[] rdata = new byte[16];
        Bytes.put32(rdata, 0, 0x2a02_0001);
        Bytes.put32(rdata, 12, number);
        yield new Answer(AAAA, rdata);
      }
      case MX -> mailServer(10, "mail." + zone);
      case NS -> new Answer(NS, name("ns1." + zone));
      case PTR -> new Answer(PTR, name("host" + (number & 0xffff) + "." + zone));
      case TXT -> text("v=spf1 mx ~all");
      case HTTPS -> new Answer(HTTPS, new byte[] {0, 1, 0});
      default -> new Answer(A, address(0x5b00_0000 | (number & 0xff_ffff)).rdata());
    };
  }

  static byte[] name(String text) {
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    int octets = NameText.parse(text, wire);
    if (octets == NameText.MALFORMED) {
      throw new IllegalArgumentException("no name: " + text);
    }
    return Arrays.copyOf(wire, octets);
  }
}
