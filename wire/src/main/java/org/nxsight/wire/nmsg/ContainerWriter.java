package org.nxsight.wire.nmsg;

import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.protobuf.ProtobufWriter;

/**
 * One NMSG container being written (farsightsec/nmsg, nmsg/container.c and nmsg.proto).
 *
 * <pre>
 *   0        4         6            10
 *   +--------+---------+------------+--------------------------------------------+
 *   | "NMSG" | version | length     | payloads, payload_crcs, sequence, its id   |
 *   |        | u16     | u32        | as protocol buffer nmsg.Nmsg               |
 *   +--------+---------+------------+--------------------------------------------+
 *   version = flags &lt;&lt; 8 | 2               length counts what follows the header
 *
 *   one payload:   0a length | 08 vid | 10 msgtype | 18 time_sec | 25 time_nsec (4 octets)
 *                            | 2a length, the payload's octets | 38 source
 *   one crc:       10 crc      for each payload, in their order
 *   sequence:      18 number | 20 id of the sequence
 *
 *   with flag 0x01 the protocol buffer is zlib-compressed, its own length as u32 before it
 * </pre>
 *
 * <p>Payloads are written in place: {@link #open} tells where, {@link #close} ends it. One array is
 * reused; it grows only for a payload that alone is larger than the container should be.
 */
public final class ContainerWriter {
  /** The longest payload that goes into a container, 1 MiB. */
  public static final int MAX_PAYLOAD_OCTETS = 1 << 20;

  /** The magic number as a u32. */
  static final int MAGIC = 0x4e4d5347;

  static final int VERSION = 2;
  static final int FLAG_ZLIB = 0x01;
  static final int FLAG_FRAGMENT = 0x02;

  private static final int HEADER_OCTETS = ContainerReader.HEADER_OCTETS;
  private static final int MAX_CRC_OCTETS = 6; // tag and a varint of 32 bits
  private static final int MAX_SEQUENCE_OCTETS = 6 + 11; // two tags, varints of 32 and 64 bits
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final int maxOctets;
  private final CRC32C crc = new CRC32C();
  private byte[] buffer;
  private byte[] compressed = new byte[0];
  private int[] crcs = new int[64];
  private int payloads;
  private int at = HEADER_OCTETS;
  private int payloadOffset;
  private int payloadOctets;
  private int source;
  private boolean finished;

  private boolean zlib;
  private boolean sequenced;
  private long sequenceId;
  private int sequence;

  /** A container that should not be longer than {@code maxOctets}, its header included. */
  public ContainerWriter(int maxOctets) {
    this.maxOctets = maxOctets;
    buffer = new byte[Math.max(maxOctets, HEADER_OCTETS + MAX_SEQUENCE_OCTETS)];
  }

  /** Numbers this and all later containers from 0 on, so that a receiver can tell what it lost. */
  public void setSequence(long id) {
    sequenced = true;
    sequenceId = id;
  }

  /** Leaves out numbers, as if so many containers had been lost on the way. */
  public void skip(long containers) {
    sequence += (int) containers;
  }

  /** Whether {@link #finish} compresses. */
  public void setZlib(boolean zlib) {
    this.zlib = zlib;
  }

  /**
   * Begins a payload.
   *
   * @param source who publishes it, or 0 to tell nothing
   * @return where in {@link #buffer()} the caller writes exactly {@code payloadOctets} octets
   *     before {@link #close}; or -1 when they do not fit beside what is already there, or, in an
   *     empty container, when there are more than {@link #MAX_PAYLOAD_OCTETS}
   */
  public int open(int vendor, int type, long epochNanos, int source, int payloadOctets) {
    if (finished) {
      throw new IllegalStateException("the container is finished; reset it first");
    }
    if (payloadOctets > MAX_PAYLOAD_OCTETS) {
      return -1;
    }
    long seconds = Math.floorDiv(epochNanos, NANOS_A_SECOND);
    int nanos = (int) Math.floorMod(epochNanos, NANOS_A_SECOND);
    int message =
        ProtobufWriter.u32Octets(1, vendor)
            + ProtobufWriter.u32Octets(2, type)
            + ProtobufWriter.i64Octets(3, seconds)
            + ProtobufWriter.fixed32Octets(4)
            + ProtobufWriter.bytesOctets(5, payloadOctets)
            + (source == 0 ? 0 : ProtobufWriter.u32Octets(7, source));
    int length =
        at
            + ProtobufWriter.bytesOctets(1, message)
            + (payloads + 1) * MAX_CRC_OCTETS
            + (sequenced ? MAX_SEQUENCE_OCTETS : 0);
    if (length > maxOctets && payloads > 0) {
      return -1;
    }
    if (length > buffer.length) {
      buffer = Arrays.copyOf(buffer, length);
    }
    int field = ProtobufWriter.putLength(buffer, at, 1, message);
    field = ProtobufWriter.putU32(buffer, field, 1, vendor);
    field = ProtobufWriter.putU32(buffer, field, 2, type);
    field = ProtobufWriter.putI64(buffer, field, 3, seconds);
    field = ProtobufWriter.putFixed32(buffer, field, 4, nanos);
    payloadOffset = ProtobufWriter.putLength(buffer, field, 5, payloadOctets);
    this.payloadOctets = payloadOctets;
    this.source = source;
    return payloadOffset;
  }

  /** Ends the payload that {@link #open} began. */
  public void close() {
    at = payloadOffset + payloadOctets;
    if (source != 0) {
      at = ProtobufWriter.putU32(buffer, at, 7, source);
    }
    if (payloads == crcs.length) {
      crcs = Arrays.copyOf(crcs, 2 * payloads);
    }
    crcs[payloads++] = PayloadCrc.onWire(crc, buffer, payloadOffset, payloadOctets);
  }

  /** How many payloads are in the container. */
  public int payloads() {
    return payloads;
  }

  /**
   * Writes what stands around the payloads.
   *
   * @return the container's length, from {@link #start()} in {@link #buffer()}
   */
  public int finish() {
    for (int i = 0; i < payloads; i++) {
      at = ProtobufWriter.putU32(buffer, at, 2, crcs[i]);
    }
    if (sequenced) {
      at = ProtobufWriter.putU32(buffer, at, 3, sequence++);
      at = ProtobufWriter.putI64(buffer, at, 4, sequenceId);
    }
    finished = true;
    if (zlib) {
      return compress();
    }
    putHeader(buffer, 0, 0, at - HEADER_OCTETS);
    return at;
  }

  private int compress() {
    int octets = at - HEADER_OCTETS;
    // deflate's worst case: 5 octets a stored block of at least 16,383, and 6 around them
    int room = HEADER_OCTETS + 4 + octets + octets / 1000 + 64;
    if (compressed.length < room) {
      compressed = new byte[room];
    }
    int length;
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(buffer, HEADER_OCTETS, octets);
      deflater.finish();
      length = deflater.deflate(compressed, HEADER_OCTETS + 4, room - HEADER_OCTETS - 4);
      if (!deflater.finished()) {
        throw new IllegalStateException("deflate needs more than " + room + " octets");
      }
    }
    Bytes.put32(compressed, HEADER_OCTETS, octets);
    putHeader(compressed, 0, FLAG_ZLIB, 4 + length);
    return HEADER_OCTETS + 4 + length;
  }

  /** Writes a container's header. */
  static void putHeader(byte[] out, int at, int flags, int length) {
    Bytes.put32(out, at, MAGIC);
    Bytes.put16(out, at + 4, flags << 8 | VERSION);
    Bytes.put32(out, at + 6, length);
  }

  /** The array that the container stands in; another one after each call of this class. */
  public byte[] buffer() {
    return finished && zlib ? compressed : buffer;
  }

  /** Where the finished container starts in {@link #buffer()}. */
  public int start() {
    return 0;
  }

  /** Begins the next container. */
  public void reset() {
    at = HEADER_OCTETS;
    payloads = 0;
    finished = false;
  }
}
