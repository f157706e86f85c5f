package org.nxsight.app.bus;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.NmsgPayload;
import org.nxsight.wire.protobuf.ByteRange;

/**
 * The groups of names that go one way: all names of one registrable domain, in all channels and
 * from all sensors, are in one bucket. So what operators, the memory of answered names and the
 * store look at together, by name, zone or cut, comes in one partition of each topic. What has no
 * name goes by the server's address.
 *
 * <pre>
 *   bucket = CRC-32C(registrable domain in lower case and wire form, or address) mod 64
 * </pre>
 *
 * <p>It is the same everywhere and for ever, unlike our other hashes: many sensors must agree.
 * Whoever picks names so that they meet gains what flooding one domain gives as well.
 */
final class Buckets {
  /**
   * As many as a topic can use partitions. At 10,000 observations/s each gets some 300 in the two
   * seconds a container waits; 64 open containers of a channel take 8 MiB at most.
   */
  static final int COUNT = 64;

  private static final byte[][] KEYS = keys();

  private final CRC32C crc = new CRC32C();
  private final byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];

  private static byte[][] keys() {
    byte[][] keys = new byte[COUNT][];
    for (int i = 0; i < COUNT; i++) {
      keys[i] = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
    }
    return keys;
  }

  /** A bucket's number as Kafka's key: its decimal digits. */
  static byte[] key(int bucket) {
    return KEYS[bucket].clone();
  }

  /** The bucket of a payload of one of our channels. */
  int of(NmsgPayload payload) {
    return switch (payload) {
      case Dnsqr dnsqr -> of(dnsqr.qname, dnsqr.responseIp);
      case Dnsnx dnsnx -> of(dnsnx.qname, dnsnx.responseIp);
      case Dnsdedupe dnsdedupe -> of(dnsdedupe.rrname, dnsdedupe.responseIp);
      default -> 0;
    };
  }

  private int of(ByteRange qname, ByteRange server) {
    crc.reset();
    if (qname.length() > 0 && qname.length() <= name.length) {
      System.arraycopy(qname.bytes(), qname.offset(), name, 0, qname.length());
      DnsNames.lowerCase(name, 0, qname.length());
      int domain = Math.max(0, PublicSuffixes.registrableOffset(name, 0));
      crc.update(name, domain, qname.length() - domain);
    } else if (server.isPresent()) {
      crc.update(server.bytes(), server.offset(), server.length());
    }
    return (int) (crc.getValue() % COUNT);
  }
}
