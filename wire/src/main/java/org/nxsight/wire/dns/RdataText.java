package org.nxsight.wire.dns;

/** Record data as text, in the form libwdns writes. */
public final class RdataText {
  private RdataText() {}

  /**
   * Appends the uncompressed rdata in {@code rdata[offset, offset + length)}.
   *
   * @return false when the rdata is malformed
   */
  public static boolean append(
      StringBuilder out, byte[] rdata, int offset, int length, int rrtype, int rrclass) {
    return false;
  }
}
