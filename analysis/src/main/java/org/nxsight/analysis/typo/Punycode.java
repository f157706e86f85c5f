package org.nxsight.analysis.typo;

/** The characters of an A-label (RFC 3492, section 6.2; RFC 5890, section 2.3.2.1). */
final class Punycode {
  /** What {@link #decode} returns for what is no A-label. */
  static final int MALFORMED = -1;

  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CHARACTER = 0x80;
  private static final int PREFIX = 4;

  private Punycode() {}

  /** Whether the octets begin with {@code xn--}. */
  static boolean isALabel(byte[] octets, int from, int length) {
    return length > PREFIX
        && octets[from] == 'x'
        && octets[from + 1] == 'n'
        && octets[from + 2] == '-'
        && octets[from + 3] == '-';
  }

  /**
   * Writes the characters of an A-label.
   *
   * @param out room for 63 characters
   * @return how many there are, or {@link #MALFORMED}
   */
  static int decode(byte[] octets, int from, int length, int[] out) {
    int end = from + length;
    int at = from + PREFIX;
    int count = 0;
    int delimiter = end - 1;
    while (delimiter > at && octets[delimiter] != '-') {
      delimiter--;
    }
    while (at < delimiter) {
      if (octets[at] < 0) {
        return MALFORMED;
      }
      out[count++] = octets[at++];
    }
    at += octets[at] == '-' ? 1 : 0;
    long character = FIRST_CHARACTER;
    long place = 0;
    int bias = FIRST_BIAS;
    while (at < end) {
      long before = place;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = at < end ? digit(octets[at++]) : MALFORMED;
        if (digit < 0) {
          return MALFORMED;
        }
        place += digit * weight;
        int threshold = Math.clamp(k - bias, T_MIN, T_MAX);
        if (digit < threshold) {
          break;
        }
        weight *= BASE - threshold;
        if (weight > Integer.MAX_VALUE || place > Integer.MAX_VALUE) {
          return MALFORMED;
        }
      }
      bias = bias(place - before, count + 1, before == 0);
      character += place / (count + 1);
      place %= count + 1;
      if (character > Character.MAX_CODE_POINT || count == out.length) {
        return MALFORMED;
      }
      System.arraycopy(out, (int) place, out, (int) place + 1, count - (int) place);
      out[(int) place++] = (int) character;
      count++;
    }
    return count;
  }

  private static int digit(byte octet) {
    if (octet >= 'a' && octet <= 'z') {
      return octet - 'a';
    }
    return octet >= '0' && octet <= '9' ? octet - '0' + T_MAX : MALFORMED;
  }

  private static int bias(long moved, int characters, boolean first) {
    long delta = first ? moved / DAMP : moved / 2;
    delta += delta / characters;
    int k = 0;
    while (delta > (BASE - T_MIN) * T_MAX / 2) {
      delta /= BASE - T_MIN;
      k += BASE;
    }
    return k + (int) ((BASE - T_MIN + 1) * delta / (delta + SKEW));
  }
}
