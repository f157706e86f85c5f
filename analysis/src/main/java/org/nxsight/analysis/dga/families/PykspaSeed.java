package org.nxsight.analysis.dga.families;

import java.nio.charset.StandardCharsets;

/**
 * The number that a list of Pykspa's starts with: the list's number is hashed, and the hash's
 * digits are stirred among themselves by 128 generators that feed one sum.
 */
final class PykspaSeed {
  private static final int GENERATORS = 128;
  private static final int ROOM = 2 * GENERATORS;
  private static final int LAST_ROUNDS = 10 * (ROOM + 1);

  private int[] states = new int[GENERATORS];
  private int sum;

  private PykspaSeed() {}

  static int of(int list) {
    return new PykspaSeed().make(list);
  }

  private int make(int list) {
    byte[] number = {(byte) list, (byte) (list >> 8), (byte) (list >> 16), (byte) (list >> 24)};
    byte[] digits = Md6.hex(number).getBytes(StandardCharsets.US_ASCII);
    byte[] text = new byte[ROOM];
    System.arraycopy(digits, 0, text, 0, digits.length);
    load(text);
    stir(text, ROOM, 0);
    stir(text, LAST_ROUNDS, ROOM - 1);
    load(text);
    int from = Integer.remainderUnsigned(list, 50);
    int made = 0;
    for (int i = 0; i < 4; i++) {
      made += turned(digits[from + i] & 0xff) << (8 * i);
    }
    return made;
  }

  /** Starts each generator with two octets of the text, and turns each one more often. */
  private void load(byte[] text) {
    states = new int[GENERATORS];
    for (int i = 0; i < GENERATORS; i++) {
      states[i] = (text[2 * i] & 0xff) << 8 | (text[2 * i + 1] & 0xff);
    }
    sum = 0;
    for (int i = 0; i < GENERATORS; i++) {
      for (int turns = 0; turns <= i; turns++) {
        turn(i);
      }
    }
  }

  private void turn(int generator) {
    states[generator] = states[generator] * 22_695_477 + 1;
    int high = (states[generator] >>> 16) & 0x7fff;
    sum = Integer.rotateLeft(high + sum, sum & 15);
  }

  private void stir(byte[] text, int rounds, int from) {
    int at = from;
    for (int round = 0; round < rounds; round++) {
      at = at >= text.length ? 0 : at;
      int octet = text[at] & 0xff;
      text[at++] = (byte) (turned(octet) ^ octet);
    }
  }

  /** An octet turned into another one, after which all generators have moved on. */
  private int turned(int octet) {
    for (int i = 0; i < GENERATORS; i++) {
      turn(i);
    }
    int turned = octet ^ (sum & 0xff);
    sum += octet;
    states[GENERATORS - 1] += octet;
    return turned;
  }
}
