package org.nxsight.bench.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.NameText;

/**
 * A made-up qname, in random case (draft-vixie-dnsext-dns0x20): one to four labels that belong to
 * this qname alone, in one of 1,024 zones.
 */
final class Qname {
  /** More than the longest name, as words of eight octets are written. */
  static final int ROOM_OCTETS = 264;

  private static final int ZONES = 1024;
  private static final int MAX_LABEL_OCTETS = 30;
  private static final String[] TOP = {"com", "net", "org", "de", "info", "co.uk", "test", "nl"};
  private static final byte[] LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[][] ZONE_NAMES = new byte[ZONES][];

  static {
    SplittableRandom random = new SplittableRandom(ZONES);
    for (int i = 0; i < ZONES; i++) {
      ZONE_NAMES[i] = zone(random, TOP[i % TOP.length]);
    }
  }

  private final byte[] octets = new byte[ROOM_OCTETS];
  private int length;
  private int zoneOffset;

  private static byte[] zone(SplittableRandom random, String top) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    int letters = 3 + random.nextInt(14);
    name.write(letters);
    for (int i = 0; i < letters; i++) {
      name.write('a' + random.nextInt(26));
    }
    for (String label : top.split("\\.", -1)) {
      name.write(label.length());
      name.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    name.write(0);
    return name.toByteArray();
  }

  /**
   * Makes up the next qname.
   *
   * @param first the first octet of the name's first label, a small letter
   */
  void roll(Dice dice, int first) {
    long shape = dice.bits();
    int labels = (shape & 31) == 0 ? 4 : (shape & 3) == 0 ? 2 : 1;
    int at = 0;
    for (int i = 0; i < labels; i++) {
      shape >>>= 8;
      at = putLabel(dice, at, 3 + (int) (shape & 7) + (int) ((shape & 0x40) >>> 2));
    }
    octets[1] = (byte) (first ^ (octets[1] & 0x20));
    zoneOffset = at;
    length = putZone(dice, at);
  }

  private int putLabel(Dice dice, int at, int letters) {
    assert letters <= MAX_LABEL_OCTETS;
    octets[at] = (byte) letters;
    long bits = 0;
    for (int i = 0; i < letters; i++) {
      if (i % 10 == 0) {
        bits = dice.bits();
      }
      octets[at + 1 + i] = LETTERS[(int) bits & 63];
      bits >>>= 6;
    }
    return at + 1 + letters;
  }

  /** A letter and no length octet has bit 6 set, so those that have it can change their case. */
  private int putZone(Dice dice, int at) {
    byte[] zone = ZONE_NAMES[dice.below(ZONES)];
    System.arraycopy(zone, 0, octets, at, zone.length);
    for (int i = 0; i < zone.length; i += 8) {
      long letters = Bytes.i64(octets, at + i);
      Bytes.put64(
          octets, at + i, letters ^ (dice.bits() & (letters >>> 1) & 0x2020_2020_2020_2020L));
    }
    octets[at + zone.length - 1] = 0;
    return at + zone.length;
  }

  /** Gives all letters but the first another random case. */
  void mixCase(long seed) {
    long bits = seed;
    for (int label = 0; octets[label] != 0; label += 1 + octets[label]) {
      for (int i = label == 0 ? 2 : label + 1; i <= label + octets[label]; i++) {
        bits = Dice.mix(bits + 1);
        if ((octets[i] & 0x40) != 0 && octets[i] != '_') {
          octets[i] ^= (byte) (bits & 0x20);
        }
      }
    }
  }

  /** Changes the case of the first letter. */
  void forge() {
    octets[1] ^= 0x20;
  }

  /** The zones, as text with a dot at the end. */
  static List<String> zones() {
    return Arrays.stream(ZONE_NAMES)
        .map(zone -> {
          StringBuilder text = new StringBuilder();
          NameText.append(text, zone, 0, zone.length);
          return text.toString();
        })
        .toList();
  }

  /** Where the zone starts. */
  int zoneOffset() {
    return zoneOffset;
  }

  /** Writes the name, and returns the offset behind it. */
  int write(byte[] out, int at) {
    System.arraycopy(octets, 0, out, at, length);
    return at + length;
  }
}
