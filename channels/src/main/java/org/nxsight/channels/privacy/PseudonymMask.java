package org.nxsight.channels.privacy;

import org.nxsight.wire.Bytes;

/**
 * The addresses of {@link CryptoPan}, with those used last kept in a table: resolvers are few and
 * ask much, and an address costs 32 or 128 encryptions.
 *
 * <p>An address has one place in the table, and takes it from whatever was there.
 */
final class PseudonymMask implements AddressMask {
  /** Of 16 octets of address, 16 of its pseudonym, and 1 for its family: 528 KiB. */
  private static final int PLACES = 1 << 14;

  private static final long MULTIPLIER = 0x9e37_79b9_7f4a_7c15L;

  private final CryptoPan cryptoPan;
  private final long[] addresses = new long[2 * PLACES];
  private final long[] pseudonyms = new long[2 * PLACES];
  private final byte[] addressOctets = new byte[PLACES];
  private final byte[] scratch = new byte[16];
  private long computed;

  PseudonymMask(CryptoPan cryptoPan) {
    this.cryptoPan = cryptoPan;
  }

  @Override
  public void mask(byte[] bytes, int offset, int octets) {
    long high = octets == 4 ? Bytes.u32(bytes, offset) : Bytes.i64(bytes, offset);
    long low = octets == 4 ? 0 : Bytes.i64(bytes, offset + 8);
    int place = place(high, low);
    if (addressOctets[place] != octets
        || addresses[2 * place] != high
        || addresses[2 * place + 1] != low) {
      compute(place, bytes, offset, octets);
      addresses[2 * place] = high;
      addresses[2 * place + 1] = low;
    }
    if (octets == 4) {
      Bytes.put32(bytes, offset, (int) pseudonyms[2 * place]);
    } else {
      Bytes.put64(bytes, offset, pseudonyms[2 * place]);
      Bytes.put64(bytes, offset + 8, pseudonyms[2 * place + 1]);
    }
  }

  private static int place(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low * MULTIPLIER, 32)) * MULTIPLIER;
    return (int) (mixed >>> 32) & (PLACES - 1);
  }

  private void compute(int place, byte[] bytes, int offset, int octets) {
    System.arraycopy(bytes, offset, scratch, 0, octets);
    cryptoPan.replace(scratch, 0, octets);
    addressOctets[place] = (byte) octets;
    pseudonyms[2 * place] = octets == 4 ? Bytes.u32(scratch, 0) : Bytes.i64(scratch, 0);
    pseudonyms[2 * place + 1] = octets == 4 ? 0 : Bytes.i64(scratch, 8);
    computed++;
  }

  /** The addresses that were not in the table. */
  long computed() {
    return computed;
  }

  @Override
  public boolean isZero() {
    return false;
  }
}
