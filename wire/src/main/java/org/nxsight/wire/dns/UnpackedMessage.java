package org.nxsight.wire.dns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.Bytes;

/**
 * A whole DNS message taken apart to be printed, as libwdns 0.12 does it.
 *
 * <p>The first OPT record is not in its section but in {@link #opt()}. A message may end before any
 * record that its header counts.
 */
final class UnpackedMessage {
  private static final int TYPE_OPT = 41;
  private static final int SECTIONS = 4;

  private final int id;
  private final int flags;
  private final List<List<UnpackedRecord>> sections = new ArrayList<>();
  private @Nullable UnpackedRecord opt;

  private UnpackedMessage(int id, int flags) {
    this.id = id;
    this.flags = flags;
  }

  /** The message in {@code bytes[offset, offset + length)}, or null when it is malformed. */
  static @Nullable UnpackedMessage read(byte[] bytes, int offset, int length) {
    if (length < DnsMessageView.HEADER_OCTETS) {
      return null;
    }
    UnpackedMessage message =
        new UnpackedMessage(Bytes.u16(bytes, offset), Bytes.u16(bytes, offset + 2));
    Reader reader = new Reader(bytes, offset, offset + length);
    for (int section = 0; section < SECTIONS; section++) {
      List<UnpackedRecord> records = new ArrayList<>();
      message.sections.add(records);
      int count = Bytes.u16(bytes, offset + 4 + 2 * section);
      for (int i = 0; i < count && reader.at < reader.end; i++) {
        UnpackedRecord record = reader.next(section == 0);
        if (record == null) {
          return null;
        }
        if (record.rrtype() == TYPE_OPT && message.opt == null) {
          message.opt = record;
        } else {
          records.add(record);
        }
      }
    }
    return message;
  }

  /** Reads one record after the other, their names and rdata unpacked. */
  private static final class Reader {
    private final byte[] bytes;
    private final int message;
    private final int end;
    private final byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];
    private byte[] rdata = new byte[1024];
    private int at;

    Reader(byte[] bytes, int message, int end) {
      this.bytes = bytes;
      this.message = message;
      this.end = end;
      this.at = message + DnsMessageView.HEADER_OCTETS;
    }

    @Nullable UnpackedRecord next(boolean question) {
      int nameLength = DnsNames.unpack(bytes, message, at, end, name, 0);
      int fixed = DnsNames.skip(bytes, at, end);
      if (nameLength == DnsNames.MALFORMED || fixed == DnsNames.MALFORMED) {
        return null;
      }
      if (end - fixed < (question ? 4 : 10)) {
        return null;
      }
      byte[] owner = Arrays.copyOf(name, nameLength);
      int rrtype = Bytes.u16(bytes, fixed);
      int rrclass = Bytes.u16(bytes, fixed + 2);
      if (question) {
        at = fixed + 4;
        return new UnpackedRecord(owner, rrtype, rrclass, 0, new byte[0]);
      }
      int rdlength = Bytes.u16(bytes, fixed + 8);
      at = fixed + 10;
      int room = rdlength + 2 * DnsNames.MAX_NAME_OCTETS;
      if (rdata.length < room) {
        rdata = new byte[room];
      }
      int octets = RdataUnpack.unpack(bytes, message, end, at, rdlength, rrtype, rrclass, rdata, 0);
      if (octets == RdataUnpack.MALFORMED) {
        return null;
      }
      at += rdlength;
      long ttl = Bytes.u32(bytes, fixed + 4);
      return new UnpackedRecord(owner, rrtype, rrclass, ttl, Arrays.copyOf(rdata, octets));
    }
  }

  /** The message id. */
  int id() {
    return id;
  }

  /** The operation code. */
  int opcode() {
    return flags >> 11 & 0xf;
  }

  /**
   * The response code as libwdns joins it: the eight upper bits from EDNS stand eight bits up, not
   * four as in RFC 6891, section 6.1.3. BADVERS is 256 here, BADCOOKIE 263.
   */
  int wdnsRcode() {
    int upper = opt == null ? 0 : (int) (opt.ttl() >> 16) & 0xff00;
    return upper | (flags & 0xf);
  }

  /** The header's flags that are set, as {@code qr aa tc rd ra ad cd}. */
  List<String> flagNames() {
    List<String> names = new ArrayList<>();
    String[] all = {"qr", "aa", "tc", "rd", "ra", "ad", "cd"};
    int[] bits = {15, 10, 9, 8, 7, 5, 4};
    for (int i = 0; i < bits.length; i++) {
      if ((flags >> bits[i] & 1) != 0) {
        names.add(all[i]);
      }
    }
    return names;
  }

  /** The first OPT record, or null. */
  @Nullable UnpackedRecord opt() {
    return opt;
  }

  /** The records of a section: 0 question, 1 answer, 2 authority, 3 additional. */
  List<UnpackedRecord> section(int section) {
    return sections.get(section);
  }
}
