package org.nxsight.store.pdns;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.nxsight.wire.dns.RecordTypes;

/**
 * The record types that a question is about.
 *
 * @param any all types but those of DNSSEC
 * @param anyDnssec all types of DNSSEC
 * @param named further types, spelled as in the store
 */
public record TypeSelection(boolean any, boolean anyDnssec, Set<String> named) {
  /** All types but those of DNSSEC. */
  public static final TypeSelection ANY = new TypeSelection(true, false, Set.of());

  /** The most types in one question: all that have a name, and as many more. */
  private static final int MOST_TYPES = 256;

  /** Reads mnemonics with commas between; {@code ANY} and {@code ANY-DNSSEC} among them. */
  public static TypeSelection parse(String text) throws BadQuestionException {
    boolean any = false;
    boolean anyDnssec = false;
    Set<String> named = new LinkedHashSet<>();
    for (String word : text.split(",", MOST_TYPES + 1)) {
      switch (word.toUpperCase(Locale.ROOT)) {
        case "ANY" -> any = true;
        case "ANY-DNSSEC" -> anyDnssec = true;
        default -> named.add(type(word));
      }
    }
    if (named.size() > MOST_TYPES) {
      throw new BadQuestionException("at most " + MOST_TYPES + " types fit into one question");
    }
    return new TypeSelection(any, anyDnssec, Set.copyOf(named));
  }

  /** Whether records that are not of DNSSEC can be among them. */
  boolean takesPlain() {
    return any || !named.isEmpty();
  }

  /** Whether records of DNSSEC can be among them. */
  boolean takesDnssec() {
    return anyDnssec || !named.isEmpty();
  }

  private static String type(String word) throws BadQuestionException {
    int number = RecordTypes.number(word);
    if (number < 0) {
      throw new BadQuestionException(
          "unknown record type: a name such as A or MX, TYPE and a number, ANY or ANY-DNSSEC is"
              + " expected");
    }
    return RecordTypes.text(number);
  }
}
