package org.nxsight.wire.dns;

/** Record data taken out of a message, its names uncompressed. */
public final class RdataUnpack {
  /** What {@link #unpack} returns for malformed rdata. */
  public static final int MALFORMED = -1;

  /** The most octets unpacked rdata can have. */
  public static final int MAX_OCTETS = 65_535;

  private RdataUnpack() {}

  /**
   * Writes the rdata at {@code rdata} uncompressed to {@code out}.
   *
   * @param message where the message starts in {@code bytes}
   * @param end the end of the message
   * @param rdata where the rdata starts in {@code bytes}
   * @param rdlength the rdata's octets in the message
   * @param out room for the result from {@code outOffset}
   * @return the octets written, or {@link #MALFORMED}
   */
  public static int unpack(
      byte[] bytes,
      int message,
      int end,
      int rdata,
      int rdlength,
      int rrtype,
      int rrclass,
      byte[] out,
      int outOffset) {
    return MALFORMED;
  }
}
