package org.nxsight.wire.dns;

/**
 * A name as text with its labels in reverse order, so that names sort by the tree they stand in:
 * {@code com.example.www.} of {@code www.example.com.}, and {@code .} of the root.
 *
 * <p>Escapes stand as {@link NameText} writes them. Every name at or below {@code example.com.} has
 * a key that begins with {@code com.example.}, and no other name has.
 */
public final class NameKey {
  private NameKey() {}

  /** The key of the well-formed, uncompressed name at an offset, its case kept. */
  public static String of(byte[] wire, int offset) {
    StringBuilder key = new StringBuilder();
    append(key, wire, offset);
    return key.toString();
  }

  /** Appends that key. */
  public static void append(StringBuilder out, byte[] wire, int offset) {
    if (wire[offset] == 0) {
      out.append('.');
    } else {
      appendLabels(out, wire, offset);
    }
  }

  /** The last label first; there are 127 at most (RFC 1035, section 2.3.4). */
  private static void appendLabels(StringBuilder out, byte[] wire, int label) {
    int next = label + 1 + wire[label];
    if (wire[next] != 0) {
      appendLabels(out, wire, next);
    }
    NameText.append(out, wire, label, next - label);
  }

  /** The key of a name in the form that {@link NameText} writes. */
  public static String of(String name) {
    StringBuilder key = new StringBuilder(name.length());
    int end = name.length();
    while (end > 1) {
      int start = labelStart(name, end - 2);
      key.append(name, start, end);
      end = start;
    }
    return key.isEmpty() ? "." : key.toString();
  }

  /** Where the label starts that has its last character at {@code at}. */
  private static int labelStart(String name, int at) {
    int start = at;
    while (start > 0 && (name.charAt(start - 1) != '.' || isEscaped(name, start - 1))) {
      start--;
    }
    return start;
  }

  /** Whether an odd number of backslashes stands before this character. */
  private static boolean isEscaped(String name, int at) {
    int backslashes = 0;
    while (backslashes < at && name.charAt(at - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
