package org.nxsight.wire.nmsg;

import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.protobuf.Decoded;
import org.nxsight.wire.protobuf.ProtobufReader;
import org.nxsight.wire.protobuf.ProtobufWriter;

/**
 * A view over one NMSG container and the payloads in it; {@link ContainerWriter} draws the layout.
 *
 * <p>{@link #open} looks through the whole container first, as the reference does: one malformed
 * payload makes all of it malformed. Compressed data and joined fragments are kept in arrays of
 * this object, at most {@link #MAX_CONTAINER_OCTETS} of each. The view is reused and never outlives
 * the bytes it looks at.
 */
public final class ContainerReader {
  /** The length of a container's header. */
  public static final int HEADER_OCTETS = 10;

  /**
   * The longest container that is read, 16 MiB, compressed or not: writers of this format make at
   * most 1 MiB, and this is what a hostile one can make us hold.
   */
  public static final int MAX_CONTAINER_OCTETS = 16 << 20;

  /** What {@link #octetsNeeded} returns for a header that is no container's. */
  public static final int MALFORMED = -1;

  private final FragmentAssembler fragments;
  private final CRC32C crc = new CRC32C();
  private final ProtobufReader fields = new ProtobufReader();
  private final PayloadView payload = new PayloadView();
  private final Inflater inflater = new Inflater();
  private byte[] inflated = new byte[0];

  private int payloads;
  private int index;
  private int[] crcs = new int[64];
  private int crcCount;
  private boolean sequenced;
  private int sequence;
  private long sequenceId;

  /** A reader that joins fragments in {@code fragments}, which readers of one thread may share. */
  public ContainerReader(FragmentAssembler fragments) {
    this.fragments = fragments;
  }

  /**
   * How long the container at {@code offset} is, its header included.
   *
   * @param available the octets there are from {@code offset}
   * @return the length; {@link #HEADER_OCTETS} while the header is not there yet; or {@link
   *     #MALFORMED}, for which {@link #open} tells the reason
   */
  public static int octetsNeeded(byte[] bytes, int offset, int available) {
    if (available < HEADER_OCTETS) {
      return HEADER_OCTETS;
    }
    boolean sound = header(bytes, offset) == ContainerState.READABLE;
    return sound ? HEADER_OCTETS + Bytes.i32(bytes, offset + 6) : MALFORMED;
  }

  private static ContainerState header(byte[] bytes, int offset) {
    if (Bytes.i32(bytes, offset) != ContainerWriter.MAGIC) {
      return ContainerState.NOT_NMSG;
    }
    if (Bytes.u8(bytes, offset + 5) != ContainerWriter.VERSION) {
      return ContainerState.UNKNOWN_VERSION;
    }
    int known = ContainerWriter.FLAG_ZLIB | ContainerWriter.FLAG_FRAGMENT;
    if ((Bytes.u8(bytes, offset + 4) & ~known) != 0) {
      return ContainerState.UNKNOWN_FLAGS;
    }
    return Bytes.u32(bytes, offset + 6) > MAX_CONTAINER_OCTETS
        ? ContainerState.TOO_LONG
        : ContainerState.READABLE;
  }

  /** Looks at the container in {@code bytes[offset, offset + length)}, and nothing behind it. */
  public ContainerState open(byte[] bytes, int offset, int length) {
    fields.wrap(bytes, offset, 0);
    payloads = 0;
    crcCount = 0;
    sequenced = false;
    if (length < HEADER_OCTETS) {
      return ContainerState.TRUNCATED;
    }
    ContainerState header = header(bytes, offset);
    if (header != ContainerState.READABLE) {
      return header;
    }
    int octets = Bytes.i32(bytes, offset + 6);
    if (octets > length - HEADER_OCTETS) {
      return ContainerState.TRUNCATED;
    }
    int flags = Bytes.u8(bytes, offset + 4);
    if ((flags & ContainerWriter.FLAG_FRAGMENT) == 0) {
      return openBody(flags, bytes, offset + HEADER_OCTETS, octets);
    }
    ContainerState joined = fragments.add(bytes, offset + HEADER_OCTETS, octets);
    return joined == ContainerState.READABLE
        ? openBody(flags, fragments.joined(), 0, fragments.joinedOctets())
        : joined;
  }

  private ContainerState openBody(int flags, byte[] bytes, int offset, int length) {
    if ((flags & ContainerWriter.FLAG_ZLIB) == 0) {
      return openMessage(bytes, offset, length);
    }
    if (length < 4) {
      return ContainerState.BAD_ZLIB;
    }
    long told = Bytes.u32(bytes, offset);
    if (told > MAX_CONTAINER_OCTETS) {
      return ContainerState.TOO_LONG;
    }
    return inflate(bytes, offset + 4, length - 4, (int) told)
        ? openMessage(inflated, 0, (int) told)
        : ContainerState.BAD_ZLIB;
  }

  private boolean inflate(byte[] bytes, int offset, int length, int told) {
    if (inflated.length < told) {
      inflated = new byte[told];
    }
    inflater.reset();
    inflater.setInput(bytes, offset, length);
    try {
      int octets = inflater.inflate(inflated, 0, told);
      // an empty or exactly full output may still hide the stream's end from the inflater
      octets += inflater.finished() ? 0 : inflater.inflate(new byte[1]);
      return inflater.finished() && octets == told;
    } catch (DataFormatException e) {
      return false;
    }
  }

  private ContainerState openMessage(byte[] bytes, int offset, int length) {
    fields.wrap(bytes, offset, length);
    int found = 0;
    while (fields.next()) {
      Decoded taken =
          switch (fields.field()) {
            case 1 -> {
              found++;
              yield takePayload();
            }
            case 2 -> takeCrc();
            case 3 -> takeSequence();
            case 4 -> takeSequenceId();
            default -> Decoded.OK;
          };
      if (taken != Decoded.OK) {
        return ContainerState.BAD_PROTOBUF;
      }
    }
    if (fields.isMalformed()) {
      return ContainerState.BAD_PROTOBUF;
    }
    fields.wrap(bytes, offset, length);
    payloads = found;
    index = -1;
    return ContainerState.READABLE;
  }

  private Decoded takePayload() {
    return fields.wireType() == ProtobufWriter.LENGTH_DELIMITED
        ? payload.decode(fields.bytes(), fields.offset(), fields.length())
        : Decoded.WRONG_WIRE_TYPE;
  }

  private Decoded takeCrc() {
    if (crcCount == crcs.length) {
      crcs = Arrays.copyOf(crcs, 2 * crcCount);
    }
    crcs[crcCount++] = (int) fields.value();
    return Decoded.expect(fields, ProtobufWriter.VARINT);
  }

  private Decoded takeSequence() {
    sequenced = true;
    sequence = (int) fields.value();
    return Decoded.expect(fields, ProtobufWriter.VARINT);
  }

  private Decoded takeSequenceId() {
    sequenceId = fields.value();
    return Decoded.expect(fields, ProtobufWriter.VARINT);
  }

  /** Steps to the next payload of a readable container; false at the end. */
  public boolean next() {
    if (payloads == 0) {
      return false;
    }
    while (fields.next()) {
      if (fields.field() == 1) {
        index++;
        return takePayload() == Decoded.OK;
      }
    }
    return false;
  }

  /** The payload that {@link #next} stepped to. */
  public PayloadView payload() {
    return payload;
  }

  /** The verdict on that payload's CRC, calculated at each call. */
  public PayloadCrc crc() {
    if (index >= crcCount) {
      return PayloadCrc.ABSENT;
    }
    int right = PayloadCrc.onWire(crc, payload.bytes(), payload.offset(), payload.length());
    return crcs[index] == right ? PayloadCrc.CORRECT : PayloadCrc.INCORRECT;
  }

  /** How many payloads the container has; 0 when it is not readable. */
  public int payloads() {
    return payloads;
  }

  /** Whether the container is numbered. */
  public boolean hasSequence() {
    return sequenced;
  }

  /** The container's number in its sequence, unsigned. */
  public int sequence() {
    return sequence;
  }

  /** Which sequence it is. */
  public long sequenceId() {
    return sequenceId;
  }
}
