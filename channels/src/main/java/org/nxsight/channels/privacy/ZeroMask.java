package org.nxsight.channels.privacy;

import java.util.Arrays;

/** Zeros in the place of every address. */
final class ZeroMask implements AddressMask {
  @Override
  public void mask(byte[] bytes, int offset, int octets) {
    Arrays.fill(bytes, offset, offset + octets, (byte) 0);
  }

  @Override
  public boolean isZero() {
    return true;
  }
}
