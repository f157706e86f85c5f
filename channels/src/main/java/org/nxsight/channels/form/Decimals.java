package org.nxsight.channels.form;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Doubles in decimal as C's printf writes them: the exact binary value, rounded half to even.
 * Java's own formatting rounds the shortest decimal instead, and differs in the last digits.
 */
final class Decimals {
  private Decimals() {}

  /** Appends the value as by {@code %f}, with six digits behind the point. */
  static void appendFixed(StringBuilder out, double value) {
    if (Double.isFinite(value)) {
      appendRounded(out, value, 6);
    } else {
      boolean negative = Double.doubleToRawLongBits(value) < 0;
      out.append(negative ? "-" : "").append(Double.isNaN(value) ? "nan" : "inf");
    }
  }

  /**
   * Appends the value as by {@code %.18f} without the zeros at its end, but for the one behind the
   * point (nmsg/nmsg_json.h). JSON has no numbers for what is not finite: that becomes null.
   */
  static void appendTrimmed(StringBuilder out, double value) {
    if (!Double.isFinite(value)) {
      out.append("null");
      return;
    }
    appendRounded(out, value, 18);
    int end = out.length();
    while (out.charAt(end - 1) == '0' && out.charAt(end - 2) != '.') {
      end--;
    }
    out.setLength(end);
  }

  private static void appendRounded(StringBuilder out, double value, int digits) {
    if (Double.doubleToRawLongBits(value) < 0) {
      out.append('-');
    }
    BigDecimal exact = new BigDecimal(Math.abs(value));
    out.append(exact.setScale(digits, RoundingMode.HALF_EVEN).toPlainString());
  }
}
