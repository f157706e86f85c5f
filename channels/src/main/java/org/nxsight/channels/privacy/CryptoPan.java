package org.nxsight.channels.privacy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Crypto-PAn: replaces addresses one to one by a key, so that two addresses that share a prefix of
 * n bits, and no more, share one of n bits afterwards (J. Xu, J. Fan, M. Ammar, S. Moon:
 * Prefix-Preserving IP Address Anonymization, ICNP 2002).
 *
 * <pre>
 *   key:   | AES-128 key (16) | pad before it is encrypted (16) |
 *   block: | the first i bits of the address | the rest of the pad's 128 bits |
 *   bit i of the result = bit i of the address XOR the first bit of AES(block)
 * </pre>
 *
 * <p>IPv6 goes the same way with 128 bits, as the implementations in Go, Python and Rust have it.
 * It costs one encryption a bit; since none depends on another, they are made in one call. Who
 * learns some pairs learns prefixes of others: it is a pseudonym, not a secret.
 */
public final class CryptoPan {
  /** The length of a key. */
  public static final int KEY_OCTETS = 32;

  private static final int BLOCK_OCTETS = 16;
  private static final int MOST_BITS = 128;

  private final Cipher aes;
  private final byte[] pad;
  private final byte[] blocks = new byte[MOST_BITS * BLOCK_OCTETS];
  private final byte[] encrypted = new byte[MOST_BITS * BLOCK_OCTETS];

  /**
   * @param key of {@link #KEY_OCTETS} octets
   */
  @SuppressWarnings("InsecureCipherMode") // the algorithm is made of single blocks
  public CryptoPan(byte[] key) {
    if (key.length != KEY_OCTETS) {
      throw new IllegalArgumentException("a key has " + KEY_OCTETS + " octets");
    }
    try {
      aes = Cipher.getInstance("AES/ECB/NoPadding");
      aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, 0, BLOCK_OCTETS, "AES"));
      pad = aes.doFinal(key, BLOCK_OCTETS, BLOCK_OCTETS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES", e);
    }
  }

  /**
   * Overwrites an address with its replacement.
   *
   * @param octets 4 or 16
   */
  public void replace(byte[] bytes, int offset, int octets) {
    int bits = 8 * octets;
    for (int bit = 0; bit < bits; bit++) {
      putBlock(bytes, offset, bit);
    }
    try {
      aes.doFinal(blocks, 0, bits * BLOCK_OCTETS, encrypted, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    Arrays.fill(blocks, 0, bits * BLOCK_OCTETS, (byte) 0);
    for (int bit = 0; bit < bits; bit++) {
      int flip = (encrypted[bit * BLOCK_OCTETS] & 0x80) >>> (bit & 7);
      bytes[offset + (bit >> 3)] ^= (byte) flip;
    }
  }

  private void putBlock(byte[] address, int offset, int bits) {
    int at = bits * BLOCK_OCTETS;
    int whole = bits >> 3;
    System.arraycopy(address, offset, blocks, at, whole);
    System.arraycopy(pad, whole, blocks, at + whole, BLOCK_OCTETS - whole);
    int ofPad = 0xff >> (bits & 7);
    blocks[at + whole] = (byte) ((address[offset + whole] & ~ofPad) | (pad[whole] & ofPad));
  }
}
