package org.nxsight.analysis.causes;

/** Names of addresses in the reverse tree: in-addr.arpa and ip6.arpa (RFC 1035, RFC 3596). */
final class ReverseNames implements Rule {
  private static final int MAX_OCTETS = 4;
  private static final int MAX_NIBBLES = 8;
  private static final int UNKNOWN = -1;

  private final int[] digits = new int[MAX_NIBBLES];

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    if (!failure.cut().isReverse() || hasServiceLabels(labels)) {
      return false;
    }
    boolean ipv6 = labels.is(labels.count() - 2, "ip6");
    read(labels, ipv6);
    Cause cause = ipv6 ? ofNibbles() : ofOctets();
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
  private void read(Labels labels, boolean ipv6) {
    boolean legible = true;
    for (int i = 0; i < MAX_NIBBLES; i++) {
      int label = labels.count() - 3 - i;
      int digit =
          !legible || label < 0 || (!ipv6 && i >= MAX_OCTETS)
              ? UNKNOWN
              : ipv6 ? nibble(labels, label) : labels.addressOctet(label);
      legible = digit != UNKNOWN;
      digits[i] = digit;
    }
  }

  private static int nibble(Labels labels, int label) {
    return labels.length(label) == 1 ? Character.digit(labels.octet(label, 0), 16) : UNKNOWN;
  }

  /** IANA's special-purpose registry (RFC 6890); private: RFC 1918, RFC 6598, RFC 3927. */
  private Cause ofOctets() {
    int a = digits[0];
    int b = digits[1];
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
            || (a == 192 && b == 0 && (digits[2] == 0 || digits[2] == 2))
            || (a == 192 && b == 88 && digits[2] == 99)
            || (a == 198 && (b == 18 || b == 19))
            || (a == 198 && b == 51 && digits[2] == 100)
            || (a == 203 && b == 0 && digits[2] == 113);
    return isPrivate ? Cause.PTR_PRIVATE : reserved ? Cause.PTR_RESERVED : Cause.PTR_NO_RDNS;
  }

  /** Private: RFC 4193 and link-local (RFC 4291); public are 2000::/3 without 2001:db8::/32. */
  private Cause ofNibbles() {
    int first = digits[0];
    int second = digits[1];
    if (first == 15 && (second == 12 || second == 13)) {
      return Cause.PTR_PRIVATE;
    }
    if (first == 15 && second == 14 && digits[2] >= 8 && digits[2] < 12) {
      return Cause.PTR_PRIVATE;
    }
    boolean documentation =
        first == 2
            && second == 0
            && digits[2] == 0
            && digits[3] == 1
            && digits[4] == 0
            && digits[5] == 13
            && digits[6] == 11
            && digits[7] == 8;
    boolean isPublic = first == UNKNOWN || first == 2 || first == 3;
    return documentation || !isPublic ? Cause.PTR_RESERVED : Cause.PTR_NO_RDNS;
  }
}
