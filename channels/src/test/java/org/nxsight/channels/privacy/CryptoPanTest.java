package org.nxsight.channels.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crypto-PAn against published vectors, and against what it promises. */
class CryptoPanTest {
  private static final byte[] SAMPLE_KEY =
      HexFormat.of()
          .parseHex("1522178d33a4cf80130a5b1649907d10d8988f8379796527" + "62574c2d2a842202");

  @Test
  void makesThePublishedAddresses() throws Exception {
    CryptoPan cryptoPan = new CryptoPan(SAMPLE_KEY);
    AddressMask mask = AddressMask.pseudonyms(SAMPLE_KEY);
    for (int again = 0; again < 2; again++) {
      for (String line :
          Files.readAllLines(Path.of("src/test/resources/crypto-pan/addresses.txt"))) {
        String[] pair = line.split(" ", -1);
        byte[] expected = InetAddress.getByName(pair[1]).getAddress();
        byte[] address = InetAddress.getByName(pair[0]).getAddress();
        byte[] inTheMiddle = new byte[address.length + 5];
        System.arraycopy(address, 0, inTheMiddle, 3, address.length);
        cryptoPan.replace(address, 0, address.length);
        mask.mask(inTheMiddle, 3, address.length);
        assertThat(address).as(line).isEqualTo(expected);
        assertThat(HexFormat.of().formatHex(inTheMiddle))
            .isEqualTo("000000" + HexFormat.of().formatHex(expected) + "0000");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 16})
  void keepsThePrefixThatTwoAddressesShareAndNoMore(int octets) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] key = new byte[CryptoPan.KEY_OCTETS];
    random.nextBytes(key);
    CryptoPan cryptoPan = new CryptoPan(key);
    for (int i = 0; i < 2_000; i++) {
      byte[] one = new byte[octets];
      random.nextBytes(one);
      byte[] other = new byte[octets];
      random.nextBytes(other);
      int shared = random.nextInt(8 * octets + 1);
      BigInteger rest = BigInteger.ONE.shiftLeft(8 * octets - shared).subtract(BigInteger.ONE);
      BigInteger mixed = new BigInteger(1, one).andNot(rest).or(new BigInteger(1, other).and(rest));
      for (int at = octets - 1; at >= 0; at--, mixed = mixed.shiftRight(8)) {
        other[at] = mixed.byteValue();
      }
      int before = sharedBits(one, other);
      assertThat(before).isGreaterThanOrEqualTo(shared);
      cryptoPan.replace(one, 0, octets);
      cryptoPan.replace(other, 0, octets);
      assertThat(sharedBits(one, other)).as("seed " + seed).isEqualTo(before);
    }
  }

  @Test
  void theTableOfPseudonymsChangesNothing() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    CryptoPan cryptoPan = new CryptoPan(SAMPLE_KEY);
    PseudonymMask mask = new PseudonymMask(cryptoPan);
    for (int i = 0; i < 60_000; i++) {
      int octets = random.nextBoolean() ? 4 : 16;
      byte[] address = new byte[octets];
      address[0] = (byte) random.nextInt(200);
      address[octets - 1] = (byte) random.nextInt(200);
      byte[] plain = address.clone();
      cryptoPan.replace(plain, 0, octets);
      mask.mask(address, 0, octets);
      assertThat(address).as("seed " + seed).isEqualTo(plain);
    }
    assertThat(mask.computed()).isLessThan(60_000);
  }

  private static int sharedBits(byte[] one, byte[] other) {
    BigInteger difference = new BigInteger(1, one).xor(new BigInteger(1, other));
    return 8 * one.length - difference.bitLength();
  }
}
