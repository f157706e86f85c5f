package org.nxsight.analysis.typo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Domains from the user's files: a name a line, or {@code rank,name} as in the Tranco list
 * (tranco-list.eu). Empty lines and those that begin with {@code #} are left out.
 */
public final class TargetFiles {
  /** As many as are read from one list; the index of that many takes 20 MB. */
  public static final int MAX_TARGETS = 100_000;

  private TargetFiles() {}

  /**
   * Adds the user's own names, which count as the best known.
   *
   * @return how many lines were left out because there were more than {@link #MAX_TARGETS}
   * @throws IOException whose message says in one line what is wrong and where
   */
  public static int addBrands(Targets targets, Path file) throws IOException {
    return add(targets, file, true);
  }

  /**
   * Adds popular names; without ranks of their own they are ranked by their order.
   *
   * @return how many lines were left out because there were more than {@link #MAX_TARGETS}
   * @throws IOException whose message says in one line what is wrong and where
   */
  public static int addPopular(Targets targets, Path file) throws IOException {
    return add(targets, file, false);
  }

  private static int add(Targets targets, Path file, boolean brands) throws IOException {
    int number = 0;
    int added = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = line.strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          added++;
          if (added <= MAX_TARGETS) {
            addLine(targets, file + ", line " + number, text, brands, added);
          }
        }
      }
      return Math.max(0, added - MAX_TARGETS);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ", line " + (number + 1) + ": not text in UTF-8", e);
    }
  }

  private static void addLine(Targets targets, String place, String text, boolean brands, int order)
      throws IOException {
    int comma = text.indexOf(',');
    String domain = text.substring(comma + 1).strip();
    int rank = comma < 0 ? order : rank(place, text.substring(0, comma).strip());
    // A popular list has hosts and suffixes among its domains: they are no mistake.
    if (!targets.add(domain, brands ? 1 : rank, brands ? Target.BRAND : 0) && brands) {
      throw new IOException(
          place + ": '" + domain + "' is no registrable domain, such as example.com");
    }
  }

  private static int rank(String place, String text) throws IOException {
    try {
      int rank = Integer.parseInt(text);
      if (rank > 0) {
        return rank;
      }
    } catch (NumberFormatException e) {
      // Said below, as of a rank below 1.
    }
    throw new IOException(place + ": '" + text + "' is no rank; write 'rank,domain' or 'domain'");
  }
}
