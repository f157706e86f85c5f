package org.nxsight.channels.privacy;

/** What takes the place of a resolver's address. */
public interface AddressMask {
  /**
   * Overwrites an address.
   *
   * @param octets 4 or 16
   */
  void mask(byte[] bytes, int offset, int octets);

  /** Whether nothing is left of any address, which records tell their readers. */
  boolean isZero();

  /** Zeros for every address. */
  static AddressMask zero() {
    return new ZeroMask();
  }

  /**
   * For every address another one, by a key: {@link CryptoPan}.
   *
   * @param key of {@link CryptoPan#KEY_OCTETS} octets
   */
  static AddressMask pseudonyms(byte[] key) {
    return new PseudonymMask(new CryptoPan(key));
  }
}
