package org.nxsight.analysis.causes;

/**
 * Names of addresses in the reverse tree: in-addr.arpa and ip6.arpa (RFC 1035, RFC 3596).
 *
 * <p>As all rules, it is shared by threads. What it reads of an address is a number: the most
 * significant octets or nibbles in the lower half, the first one lowest, and how many in the upper.
 */
final class ReverseNames implements Rule {
  private static final int MAX_OCTETS = 4;
  private static final int MAX_NIBBLES = 8;
  private static final int UNKNOWN = -1;
  private static final int OCTET_BITS = 8;
  private static final int NIBBLE_BITS = 4;
  private static final int COUNT_SHIFT = 32;

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    if (!failure.cut().isReverse() || hasServiceLabels(labels)) {
      return false;
    }
    boolean ipv6 = labels.is(labels.count() - 2, "ip6");
    Cause cause = ipv6 ? ofNibbles(read(labels, true)) : ofOctets(read(labels, false));
    return diagnosis.found(cause, 0.99f, Sign.REVERSE_TREE);
  }

  private static boolean hasServiceLabels(Labels labels) {
    for (int label = 0; label < labels.count(); label++) {
      if (labels.startsWith(label, "_")) {
        return true;
      }
    }
    return false;
  }

  /** Reads the address from its most significant end, as far as it goes. */
  private static long read(Labels labels, boolean ipv6) {
    int most = ipv6 ? MAX_NIBBLES : MAX_OCTETS;
    int bits = ipv6 ? NIBBLE_BITS : OCTET_BITS;
    long digits = 0;
    int count = 0;
    for (int label = labels.count() - 3; label >= 0 && count < most; label--) {
      int digit = ipv6 ? nibble(labels, label) : labels.addressOctet(label);
      if (digit == UNKNOWN) {
        break;
      }
      digits |= (long) digit << (bits * count);
      count++;
    }
    return digits | (long) count << COUNT_SHIFT;
  }

  private static int octet(long digits, int place) {
    return digit(digits, place, OCTET_BITS);
  }

  private static int nibble(long digits, int place) {
    return digit(digits, place, NIBBLE_BITS);
  }

  private static int digit(long digits, int place, int bits) {
    return place < digits >>> COUNT_SHIFT
        ? (int) (digits >>> (bits * place)) & ((1 << bits) - 1)
        : UNKNOWN;
  }

  private static int nibble(Labels labels, int label) {
    return labels.length(label) == 1 ? Character.digit(labels.octet(label, 0), 16) : UNKNOWN;
  }

  /** IANA's special-purpose registry (RFC 6890); private: RFC 1918, RFC 6598, RFC 3927. */
  private static Cause ofOctets(long digits) {
    int a = octet(digits, 0);
    int b = octet(digits, 1);
    boolean isPrivate =
        a == 10
            || (a == 172 && b >= 16 && b <= 31)
            || (a == 192 && b == 168)
            || (a == 100 && b >= 64 && b <= 127)
            || (a == 169 && b == 254);
    boolean reserved =
        a == 0
            || a == 127
            || a >= 224
            || (a == 192 && b == 0 && (octet(digits, 2) == 0 || octet(digits, 2) == 2))
            || (a == 192 && b == 88 && octet(digits, 2) == 99)
            || (a == 198 && (b == 18 || b == 19))
            || (a == 198 && b == 51 && octet(digits, 2) == 100)
            || (a == 203 && b == 0 && octet(digits, 2) == 113);
    return isPrivate ? Cause.PTR_PRIVATE : reserved ? Cause.PTR_RESERVED : Cause.PTR_NO_RDNS;
  }

  /** Private: RFC 4193 and link-local (RFC 4291); public are 2000::/3 without 2001:db8::/32. */
  private static Cause ofNibbles(long digits) {
    int first = nibble(digits, 0);
    int second = nibble(digits, 1);
    if (first == 15 && (second == 12 || second == 13)) {
      return Cause.PTR_PRIVATE;
    }
    if (first == 15 && second == 14 && nibble(digits, 2) >= 8 && nibble(digits, 2) < 12) {
      return Cause.PTR_PRIVATE;
    }
    boolean documentation =
        first == 2
            && second == 0
            && nibble(digits, 2) == 0
            && nibble(digits, 3) == 1
            && nibble(digits, 4) == 0
            && nibble(digits, 5) == 13
            && nibble(digits, 6) == 11
            && nibble(digits, 7) == 8;
    boolean isPublic = first == UNKNOWN || first == 2 || first == 3;
    return documentation || !isPublic ? Cause.PTR_RESERVED : Cause.PTR_NO_RDNS;
  }
}
