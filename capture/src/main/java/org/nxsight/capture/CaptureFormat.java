package org.nxsight.capture;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.pcap.PcapHeader;

/** What an input is, told from its first octets and never from its name. */
enum CaptureFormat {
  EMPTY("empty"),
  PCAP("a pcap capture"),
  PCAPNG("a pcapng capture"),
  GZIP("gzip-compressed data"),
  ZSTD("zstd-compressed data"),
  XZ("xz-compressed data"),
  LZ4("lz4-compressed data"),
  BZIP2("bzip2-compressed data"),
  NMSG("an NMSG file"),
  FRAME_STREAMS("a Frame Streams file, such as dnstap"),
  TEXT("text"),
  UNKNOWN("no format known here");

  /** The octets {@link #of} wants to see. */
  static final int PROBE_OCTETS = 64;

  private final String description;

  CaptureFormat(String description) {
    this.description = description;
  }

  /** What it is, as the object of "looks like". */
  String description() {
    return description;
  }

  /** Tells the format from the first {@code length} octets at {@code offset}. */
  static CaptureFormat of(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return EMPTY;
    }
    if (length >= 4) {
      CaptureFormat format = ofMagic(Bytes.i32(bytes, offset));
      if (format != UNKNOWN) {
        return format;
      }
    }
    return isText(bytes, offset, Math.min(length, PROBE_OCTETS)) ? TEXT : UNKNOWN;
  }

  private static CaptureFormat ofMagic(int magic) {
    if (PcapHeader.isMagic(magic)) {
      return PCAP;
    }
    if (magic >>> 16 == 0x1f8b) {
      return GZIP;
    }
    if (magic >>> 8 == 0x425a68) {
      return BZIP2;
    }
    if ((magic & 0xf0ffffff) == 0x502a4d18) { // a zstd skippable frame (RFC 8878, section 3.1.2)
      return ZSTD;
    }
    return switch (magic) {
      case 0x0a0d0d0a -> PCAPNG;
      case 0x28b52ffd -> ZSTD;
      case 0xfd377a58 -> XZ;
      case 0x04224d18 -> LZ4;
      case 0x4e4d5347 -> NMSG;
      case 0x00000000 -> FRAME_STREAMS;
      default -> UNKNOWN;
    };
  }

  private static boolean isText(byte[] bytes, int offset, int length) {
    for (int i = 0; i < length; i++) {
      int octet = bytes[offset + i];
      if (octet >= 0 && octet < ' ' && octet != '\n' && octet != '\r' && octet != '\t') {
        return false;
      }
    }
    return true;
  }
}
