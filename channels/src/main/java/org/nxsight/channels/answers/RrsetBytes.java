package org.nxsight.channels.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.Bytes;

/**
 * An RRset and its bailiwick as one string of octets, the same for equal ones.
 *
 * <pre>
 *   +------+-------+--------+-----------+--------+--------------+
 *   | type | class | length | bailiwick | length | rrname       |   bailiwick: length 0 when unknown
 *   | u16  | u16   | u8     |           | u8     |              |
 *   +------+-------+--------+-----------+--------+--------------+
 *   | records     | length | rdata ...  |  the latter two for each record
 *   | u16         | u16    |            |
 *   +-------------+--------+------------+
 * </pre>
 */
final class RrsetBytes {
  private byte[] bytes = new byte[1024];
  private int length;

  /** Takes a set. */
  void set(Rrset rrset, @Nullable Name bailiwick) {
    length = 0;
    room(4 + 2 * 256 + 2);
    put16(rrset.rrtype());
    put16(rrset.rrclass());
    putName(bailiwick);
    putName(rrset.rrname());
    put16(rrset.rdata().size());
    for (Octets rdata : rrset.rdata()) {
      room(2 + rdata.length());
      put16(rdata.length());
      System.arraycopy(rdata.bytes(), 0, bytes, length, rdata.length());
      length += rdata.length();
    }
  }

  private void putName(@Nullable Name name) {
    int octets = name == null ? 0 : name.wire().length();
    Bytes.put8(bytes, length++, octets);
    if (name != null) {
      System.arraycopy(name.wire().bytes(), 0, bytes, length, octets);
      length += octets;
    }
  }

  private void put16(int value) {
    Bytes.put16(bytes, length, value);
    length += 2;
  }

  private void room(int octets) {
    if (bytes.length - length < octets) {
      bytes = Arrays.copyOf(bytes, 2 * (length + octets));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** The bailiwick of what starts at an offset. */
  static @Nullable Name bailiwick(byte[] bytes, int offset) {
    int octets = Bytes.u8(bytes, offset + 4);
    return octets == 0 ? null : Name.of(bytes, offset + 5, octets);
  }

  /** Where the rrname of what starts at an offset starts. */
  static int nameOffset(byte[] bytes, int offset) {
    return offset + 6 + Bytes.u8(bytes, offset + 4);
  }

  /** The set that starts at an offset. */
  static Rrset rrset(byte[] bytes, int offset) {
    int at = nameOffset(bytes, offset);
    Name rrname = Name.of(bytes, at, Bytes.u8(bytes, at - 1));
    at += rrname.wire().length();
    int records = Bytes.u16(bytes, at);
    at += 2;
    List<Octets> rdata = new ArrayList<>(records);
    for (int i = 0; i < records; i++) {
      int octets = Bytes.u16(bytes, at);
      rdata.add(Octets.copyOf(bytes, at + 2, octets));
      at += 2 + octets;
    }
    return new Rrset(rrname, Bytes.u16(bytes, offset), Bytes.u16(bytes, offset + 2), rdata);
  }
}
