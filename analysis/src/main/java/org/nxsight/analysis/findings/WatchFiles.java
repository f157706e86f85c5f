package org.nxsight.analysis.findings;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a user watches, from files: a domain, an address or a network a line. Empty lines and those
 * that begin with {@code #} are left out; so is what stands before a comma, as in ranked lists.
 */
public final class WatchFiles {
  /** As many lines as are read from all files together. */
  public static final int MAX_LINES = 1_000_000;

  private final List<String> domains = new ArrayList<>();
  private final List<String> networks = new ArrayList<>();

  /**
   * Reads a file.
   *
   * @param networksToo whether addresses and networks are allowed
   * @throws IOException whose message says in one line what is wrong and where
   */
  public void read(Path file, boolean networksToo) throws IOException {
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = line.substring(line.indexOf(',') + 1).strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          add(text, file + ", line " + number, networksToo);
        }
      }
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ", line " + (number + 1) + ": not text in UTF-8", e);
    }
  }

  private void add(String text, String place, boolean networksToo) throws IOException {
    if (domains.size() + networks.size() >= MAX_LINES) {
      throw new IOException(place + ": more than " + MAX_LINES + " lines to watch");
    }
    if (networksToo && NetworkSet.isNetwork(text)) {
      networks.add(text);
      return;
    }
    if (!isDomain(text)) {
      throw new IOException(
          place
              + ": '"
              + text
              + "' is no domain, such as example.com"
              + (networksToo ? ", and no network, such as 192.0.2.0/24" : ""));
    }
    domains.add(text);
  }

  /** Letters, digits, hyphens and underscores in labels, of which the last is no number. */
  private static boolean isDomain(String text) {
    if (!text.matches("[A-Za-z0-9_.-]+") || text.matches("(.*\\.)?[0-9]+\\.?")) {
      return false;
    }
    try {
      DomainSet.of(List.of(text));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** All domains. */
  public DomainSet domains() {
    return DomainSet.of(domains);
  }

  /** All addresses and networks. */
  public NetworkSet networks() {
    return NetworkSet.of(networks);
  }
}
