package org.nxsight.analysis.typo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * Well-known registrable domains, each once, in the order they came in.
 *
 * <p>The table {@code targets.txt} has one line for each group of them: the rank of its first, the
 * marks ({@code m} for mail, {@code h} for hosting, {@code -} for none), and the domains, the best
 * known first. {@code google.{com,de,co.uk}} stands for one of each.
 */
public final class Targets {
  private final Map<String, Target> byDomain = new LinkedHashMap<>();
  private final byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];

  /** Those that come with the program. */
  public static Targets builtIn() {
    Targets targets = new Targets();
    try (InputStream table =
        Objects.requireNonNull(Targets.class.getResourceAsStream("targets.txt"))) {
      new String(table.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(targets::addGroup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return targets;
  }

  private void addGroup(String line) {
    String[] words = line.split(" ", -1);
    int rank = Integer.parseInt(words[0]);
    int marks =
        (words[1].contains("m") ? Target.MAIL : 0) | (words[1].contains("h") ? Target.HOSTING : 0);
    for (int i = 2; i < words.length; i++) {
      int open = words[i].indexOf('{');
      if (open < 0) {
        add(words[i], rank++, marks);
      } else {
        String suffixes = words[i].substring(open + 1, words[i].length() - 1);
        for (String suffix : suffixes.split(",", -1)) {
          add(words[i].substring(0, open) + suffix, rank, marks);
        }
        rank++;
      }
    }
  }

  /**
   * Adds a domain; of one that is there already the better rank and all marks stay.
   *
   * @return whether it is a registrable domain, which is what can be mistyped
   */
  public boolean add(String name, int rank, int marks) {
    String domain = name.toLowerCase(Locale.ROOT);
    domain = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    if (NameText.parse(domain, wire) == NameText.MALFORMED
        || PublicSuffixes.registrableOffset(wire, 0) != 0) {
      return false;
    }
    byDomain.merge(domain, new Target(domain, rank, marks), Target::with);
    return true;
  }

  /** The same targets, to which others can be added. */
  public Targets copy() {
    Targets copy = new Targets();
    copy.byDomain.putAll(byDomain);
    return copy;
  }

  /** All of them. */
  public Collection<Target> all() {
    return byDomain.values();
  }
}
