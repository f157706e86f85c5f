package org.nxsight.analysis.dga.training.benign;

import java.util.Locale;
import java.util.Set;

/**
 * Names as people list them, cut where the part that is missing ends.
 *
 * <p>The cut is a rule of thumb that needs no list of suffixes: the last label is a suffix, and so
 * is a generic label before a country's, and the zone of a well-known dynamic name or hosting
 * service.
 */
public final class RunText {
  private static final Set<String> GENERIC =
      Set.of("co", "com", "net", "org", "ac", "gov", "edu", "or", "ne", "go", "gob", "gen", "nom");

  /** Zones below which everyone gets a name; several families use them. */
  private static final Set<String> HOSTING =
      Set.of(
          "ddns",
          "dyndns",
          "no-ip",
          "mooo",
          "dynserv",
          "yi",
          "duckdns",
          "hopto",
          "zapto",
          "sytes",
          "myftp",
          "servebeer",
          "blogspot",
          "github",
          "wordpress",
          "sourceforge",
          "cloudfront");

  private RunText() {}

  /** The label that would have to be registered, lower-case; empty if there is none. */
  public static String registrableLabel(String name) {
    String rest = withoutSuffix(name);
    return rest.substring(rest.lastIndexOf('.') + 1);
  }

  /** The same, or the whole name if it is one label. */
  public static String registrableLabelOrName(String name) {
    return name.indexOf('.') < 0 ? name : registrableLabel(name);
  }

  /** The labels left of the registrable one; often none. */
  public static String leftOfRegistrable(String name) {
    String rest = withoutSuffix(name);
    return rest.substring(0, Math.max(0, rest.lastIndexOf('.')));
  }

  private static String withoutSuffix(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String trimmed = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    String rest = withoutLast(trimmed);
    String last = rest.substring(rest.lastIndexOf('.') + 1);
    boolean country = trimmed.length() - rest.length() == 3;
    return (country && GENERIC.contains(last)) || HOSTING.contains(last) ? withoutLast(rest) : rest;
  }

  private static String withoutLast(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }
}
