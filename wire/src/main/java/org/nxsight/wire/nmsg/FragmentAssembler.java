package org.nxsight.wire.nmsg;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.protobuf.ByteRange;
import org.nxsight.wire.protobuf.Decoded;
import org.nxsight.wire.protobuf.ProtobufReader;
import org.nxsight.wire.protobuf.ProtobufWriter;

/**
 * Containers whose fragments have not all come yet (farsightsec/nmsg, nmsg.proto, NmsgFragment);
 * {@link ContainerFragments} draws a fragment.
 *
 * <p>Fragments belong together when id, last number and crc are equal. They may come in any order
 * and more than once. When there is too much to hold, the oldest container goes, and is counted.
 */
public final class FragmentAssembler {
  /** The most fragments of one container: 16 MiB in datagrams of 512 octets are 35,400. */
  public static final int MAX_FRAGMENTS = 65_536;

  /** The most memory for incomplete containers: two of the longest, and the arrays around them. */
  public static final int MAX_HELD_OCTETS = 2 * ContainerReader.MAX_CONTAINER_OCTETS + (2 << 20);

  private static final int OCTETS_A_CONTAINER = 128; // map entry, key, object and array header
  private static final int OCTETS_A_SLOT = 8;
  private static final int OCTETS_A_FRAGMENT = 16; // array header

  private record Key(int id, int last, int crc) {}

  private static final class Incomplete {
    final byte[] @Nullable [] parts;
    int missing;
    int dataOctets;
    int heldOctets;

    Incomplete(int count) {
      parts = new byte[count][];
      missing = count;
      heldOctets = OCTETS_A_CONTAINER + count * OCTETS_A_SLOT;
    }
  }

  private final Map<Key, Incomplete> incomplete = new LinkedHashMap<>();
  private final ProtobufReader fields = new ProtobufReader();
  private final ByteRange data = new ByteRange();
  private int id;
  private int current;
  private int last;
  private int crc;
  private long heldOctets;
  private long evicted;
  private byte[] joined = new byte[0];
  private int joinedOctets;

  /**
   * Adds the fragment whose protocol buffer is {@code bytes[offset, offset + length)}.
   *
   * @return READABLE when it completed its container, which then stands in {@link #joined()};
   *     FRAGMENT_HELD when others are missing; or why it is malformed
   */
  ContainerState add(byte[] bytes, int offset, int length) {
    ContainerState decoded = decode(bytes, offset, length);
    if (decoded != ContainerState.READABLE) {
      return decoded;
    }
    Key key = new Key(id, last, crc);
    Incomplete container = incomplete.get(key);
    if (container == null) {
      container = new Incomplete(last + 1);
      incomplete.put(key, container);
      heldOctets += container.heldOctets;
    }
    if (container.parts[current] != null) {
      return ContainerState.FRAGMENT_HELD;
    }
    hold(container);
    if (container.dataOctets > ContainerReader.MAX_CONTAINER_OCTETS) {
      remove(key, container);
      return ContainerState.TOO_LONG;
    }
    if (container.missing == 0) {
      join(container);
      remove(key, container);
      return ContainerState.READABLE;
    }
    evict();
    return ContainerState.FRAGMENT_HELD;
  }

  private ContainerState decode(byte[] bytes, int offset, int length) {
    data.clear();
    crc = 0;
    int seen = 0;
    fields.wrap(bytes, offset, length);
    while (fields.next()) {
      if (take(fields.field()) != Decoded.OK) {
        return ContainerState.BAD_PROTOBUF;
      }
      seen |= fields.field() < Integer.SIZE ? 1 << fields.field() : 0;
    }
    if (fields.isMalformed() || (seen & 0b1_1110) != 0b1_1110) {
      return ContainerState.BAD_PROTOBUF;
    }
    return last < 0 || last >= MAX_FRAGMENTS || current < 0 || current > last
        ? ContainerState.BAD_FRAGMENT
        : ContainerState.READABLE;
  }

  private Decoded take(int field) {
    int number = (int) fields.value();
    switch (field) {
      case 1 -> id = number;
      case 2 -> current = number;
      case 3 -> last = number;
      case 4 -> {
        return data.take(fields);
      }
      case 5 -> crc = number;
      default -> {
        return Decoded.OK;
      }
    }
    return Decoded.expect(fields, ProtobufWriter.VARINT);
  }

  private void hold(Incomplete container) {
    container.parts[current] =
        Arrays.copyOfRange(data.bytes(), data.offset(), data.offset() + data.length());
    container.missing--;
    container.dataOctets += data.length();
    container.heldOctets += data.length() + OCTETS_A_FRAGMENT;
    heldOctets += data.length() + OCTETS_A_FRAGMENT;
  }

  private void join(Incomplete container) {
    if (joined.length < container.dataOctets) {
      joined = new byte[container.dataOctets];
    }
    joinedOctets = 0;
    for (byte[] part : container.parts) {
      if (part != null) {
        System.arraycopy(part, 0, joined, joinedOctets, part.length);
        joinedOctets += part.length;
      }
    }
  }

  private void remove(Key key, Incomplete container) {
    incomplete.remove(key);
    heldOctets -= container.heldOctets;
  }

  private void evict() {
    Iterator<Incomplete> oldest = incomplete.values().iterator();
    while (heldOctets > MAX_HELD_OCTETS) {
      heldOctets -= oldest.next().heldOctets;
      oldest.remove();
      evicted++;
    }
  }

  /** The array that the last completed container's body stands in, from offset 0. */
  byte[] joined() {
    return joined;
  }

  /** The length of that body. */
  int joinedOctets() {
    return joinedOctets;
  }

  /** The memory that incomplete containers take, about. */
  public long heldOctets() {
    return heldOctets;
  }

  /** How many containers are incomplete now. */
  public int incomplete() {
    return incomplete.size();
  }

  /** How many containers were dropped incomplete, because of {@link #MAX_HELD_OCTETS}. */
  public long evicted() {
    return evicted;
  }
}
