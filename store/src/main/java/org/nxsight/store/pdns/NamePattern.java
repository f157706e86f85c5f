package org.nxsight.store.pdns;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameKey;
import org.nxsight.wire.dns.NameText;

/**
 * One name or a set of names: {@code www.example.com}, all at and below a name with {@code
 * *.example.com}, or all that begin with some labels, {@code www.example.*}.
 *
 * @param kind which of the three
 * @param name the name, or the labels that are given, in canonical text with a dot at the end
 * @param key its {@link NameKey}
 */
public record NamePattern(Kind kind, String name, String key) {
  /** What names it takes. */
  public enum Kind {
    /** The name itself. */
    EXACT,
    /** The name and all below it. */
    BELOW,
    /** All names that begin with these labels. */
    STARTING
  }

  /**
   * Reads a name or a pattern in presentation form; the case and a dot at the end do not matter.
   */
  public static NamePattern parse(String text) throws BadQuestionException {
    if (text.equals("*") || text.equals("*.")) {
      return new NamePattern(Kind.BELOW, ".", ".");
    }
    if (text.startsWith("*.")) {
      return of(Kind.BELOW, canonical(text.substring(2)));
    }
    String end = text.endsWith(".*.") ? text.substring(0, text.length() - 1) : text;
    if (end.endsWith(".*") && !endsInEscape(end, end.length() - 2)) {
      return of(Kind.STARTING, canonical(end.substring(0, end.length() - 1)));
    }
    return of(Kind.EXACT, canonical(text));
  }

  /** The wildcard itself that may have answers for this one name; null when there can be none. */
  public @Nullable NamePattern wildcardAbove() {
    int dot = name.indexOf('.');
    while (endsInEscape(name, dot)) {
      dot = name.indexOf('.', dot + 1);
    }
    return kind != Kind.EXACT || name.equals(".") || name.startsWith("*.")
        ? null
        : of(Kind.EXACT, "*." + name.substring(dot + 1));
  }

  /** The name in {@code wire}, which must be one whole uncompressed name. */
  static NamePattern ofWire(byte[] wire) throws BadQuestionException {
    int end = DnsNames.skipUncompressed(wire, 0, wire.length);
    if (end != wire.length) {
      throw new BadQuestionException(
          "these octets are no name: labels behind their lengths and 00 at the end are expected");
    }
    return of(Kind.EXACT, text(wire, wire.length));
  }

  /** A name in lower case, with a dot at the end, its escapes as the store has them. */
  static String canonical(String text) throws BadQuestionException {
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    int octets = NameText.parse(text, wire);
    if (octets == NameText.MALFORMED) {
      throw new BadQuestionException(
          "this is no domain name: labels of 1 to 63 octets, 255 in all, and escapes such as"
              + " \\. or \\032 are expected");
    }
    return text(wire, octets);
  }

  private static NamePattern of(Kind kind, String name) {
    return new NamePattern(kind, name, NameKey.of(name));
  }

  private static String text(byte[] wire, int octets) {
    return NameText.of(wire, 0, octets).toLowerCase(Locale.ROOT);
  }

  /** Whether the dot at {@code dot} belongs to the label before it. */
  private static boolean endsInEscape(String text, int dot) {
    int backslashes = 0;
    while (backslashes < dot && text.charAt(dot - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
