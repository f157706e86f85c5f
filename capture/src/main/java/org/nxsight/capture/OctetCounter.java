package org.nxsight.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An input stream that counts what was taken from it. */
final class OctetCounter extends FilterInputStream {
  private long octets;

  OctetCounter(InputStream in) {
    super(in);
  }

  long octets() {
    return octets;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    if (octet >= 0) {
      octets++;
    }
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      octets += count;
    }
    return count;
  }
}
