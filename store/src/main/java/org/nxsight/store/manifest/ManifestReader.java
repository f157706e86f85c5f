package org.nxsight.store.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads the text of a {@link Manifest}, and tells in one line what is wrong with it. */
final class ManifestReader {
  private static final String MAGIC = "nxsight-store ";

  private final Path file;
  private long salt;
  private long nextSequence;
  private final List<StoreFile> files = new ArrayList<>();
  private final List<FileName> gone = new ArrayList<>();

  ManifestReader(Path file) {
    this.file = file;
  }

  Manifest read(byte[] octets) throws IOException {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    int firstEnd = text.indexOf('\n');
    String first = text.substring(0, Math.max(firstEnd, 0));
    if (!first.startsWith(MAGIC)) {
      throw new IOException(file + ": is not the manifest of a store of nxsight");
    }
    if (!first.equals(MAGIC + Manifest.VERSION)) {
      throw new IOException(
          "%s: is of version %s, and this program knows version %d; read it with a newer one"
              .formatted(file, printable(first.substring(MAGIC.length())), Manifest.VERSION));
    }
    int end = text.lastIndexOf("\nend ") + 1;
    if (end == 0 || !text.substring(end).equals("end " + checksum(octets, end) + "\n")) {
      throw corrupt("its checksum is not that of its lines");
    }
    int line = 2;
    for (String each : text.substring(firstEnd + 1, end).lines().toList()) {
      try {
        readLine(each.split(" ", -1));
      } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
        throw corrupt("line " + line + " has no form we know");
      }
      line++;
    }
    return new Manifest(salt, nextSequence, files, gone);
  }

  private void readLine(String[] words) {
    switch (words[0]) {
      case "salt" -> salt = Long.parseUnsignedLong(words[1], 16);
      case "next" -> nextSequence = Long.parseLong(words[1]);
      case "gone" -> gone.add(name(words[1], words[2]));
      case "file" -> {
        FileName name = name(words[1], words[2]);
        if (name.level() != Level.of(words[7])) {
          throw new IllegalArgumentException("a file's level is that in its name");
        }
        files.add(
            new StoreFile(
                name,
                Long.parseLong(words[3]),
                Long.parseLong(words[4]),
                Long.parseLong(words[5]),
                Long.parseLong(words[6])));
      }
      default -> throw new IllegalArgumentException("an unknown line");
    }
  }

  private static FileName name(String dataset, String path) {
    FileName name = FileName.parse(dataset + '/' + path);
    if (name == null) {
      throw new IllegalArgumentException("not the name of a file of a store");
    }
    return name;
  }

  /** The CRC-32C of the first octets, in hexadecimal digits. */
  static String checksum(byte[] octets, int length) {
    CRC32C crc = new CRC32C();
    crc.update(octets, 0, length);
    return "%08x".formatted(crc.getValue());
  }

  private IOException corrupt(String why) {
    return new IOException(
        file + ": is damaged: " + why + "; put back a copy, or move the store away");
  }

  private static String printable(String text) {
    return text.length() <= 20 && text.chars().allMatch(c -> c > ' ' && c <= '~') ? text : "?";
  }
}
