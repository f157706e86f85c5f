package org.nxsight.wire.nmsg;

import java.util.zip.CRC32C;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.protobuf.ProtobufWriter;

/**
 * The fragments of a container that is longer than a datagram may be (farsightsec/nmsg,
 * nmsg/output_frag.c and nmsg.proto, NmsgFragment).
 *
 * <pre>
 *   +-----------------------+----------------------------------------------------------+
 *   | header, flag 0x02     | 08 id | 10 current | 18 last | 22 length, data | 28 crc  |
 *   +-----------------------+----------------------------------------------------------+
 *   data joined in the order of current (0..last) = the container without its header
 *   crc = CRC-32C of these joined data, byte-swapped like a payload's
 * </pre>
 *
 * <p>The flag of compression stays on every fragment. The object is reused and never outlives the
 * bytes it looks at.
 */
public final class ContainerFragments {
  /** Around a fragment's data: header 10, id, current, last and crc 6 each, tag and length 5. */
  private static final int OVERHEAD_OCTETS = 10 + 4 * 6 + 5;

  private final int dataOctets;
  private final CRC32C crc = new CRC32C();
  private byte[] bytes = new byte[0];
  private int body;
  private int bodyOctets;
  private int flags;
  private int id;
  private int wireCrc;

  /** Fragments of at most {@code maxOctets} octets, their header included. */
  public ContainerFragments(int maxOctets) {
    dataOctets = maxOctets - OVERHEAD_OCTETS;
    if (dataOctets < 1) {
      throw new IllegalArgumentException(
          "a fragment of " + maxOctets + " octets holds no data; use " + (OVERHEAD_OCTETS + 1));
    }
  }

  /**
   * Looks at a finished container.
   *
   * @param id tells this container's fragments from those of others; a random number
   */
  public void wrap(byte[] bytes, int offset, int length, int id) {
    this.bytes = bytes;
    body = offset + ContainerReader.HEADER_OCTETS;
    bodyOctets = length - ContainerReader.HEADER_OCTETS;
    flags = Bytes.u8(bytes, offset + 4) | ContainerWriter.FLAG_FRAGMENT;
    this.id = id;
    wireCrc = PayloadCrc.onWire(crc, bytes, body, bodyOctets);
  }

  /** How many fragments there are, at least one. */
  public int count() {
    return Math.max(1, (bodyOctets + dataOctets - 1) / dataOctets);
  }

  /**
   * Writes fragment {@code current} at {@code out[at]}, where the largest of them fits.
   *
   * @return the octets written
   */
  public int write(int current, byte[] out, int at) {
    int from = current * dataOctets;
    int octets = Math.min(dataOctets, bodyOctets - from);
    int field = at + ContainerReader.HEADER_OCTETS;
    field = ProtobufWriter.putU32(out, field, 1, id);
    field = ProtobufWriter.putU32(out, field, 2, current);
    field = ProtobufWriter.putU32(out, field, 3, count() - 1);
    field = ProtobufWriter.putBytes(out, field, 4, bytes, body + from, octets);
    field = ProtobufWriter.putU32(out, field, 5, wireCrc);
    ContainerWriter.putHeader(out, at, flags, field - at - ContainerReader.HEADER_OCTETS);
    return field - at;
  }
}
