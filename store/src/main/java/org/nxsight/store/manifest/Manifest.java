package org.nxsight.store.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files are the store. It is a text of lines, written whole and never changed:
 *
 * <pre>
 *   nxsight-store 1
 *   salt 0123456789abcdef
 *   next 14
 *   file pdns 2026-11/pdns.202611.month.000013.parquet 81920 1200 1795478400 1795482000 month
 *   gone pdns 2026-11-24/pdns.20261124.0000.day.000012.parquet
 *   end 1a2b3c4d
 * </pre>
 *
 * <p>"file" is followed by octets, rows, first and last second since 1970 of its rows and its
 * level; "gone" are files whose rows stand in others now; "end" has the CRC-32C (RFC 3720, appendix
 * B.4) of all octets before its line.
 *
 * @param salt keys the hashes in this store's sketches
 * @param nextSequence of the next file; no number is used twice
 */
public record Manifest(long salt, long nextSequence, List<StoreFile> files, List<FileName> gone) {
  /** The version that is written and understood. */
  public static final int VERSION = 1;

  /** The file that it is. */
  public static final String FILE_NAME = "MANIFEST";

  /** Holds lists of its own. */
  public Manifest {
    files = List.copyOf(files);
    gone = List.copyOf(gone);
  }

  /** Of a store without files. */
  static Manifest empty(long salt) {
    return new Manifest(salt, 1, List.of(), List.of());
  }

  /**
   * Reads that of a store; null when it has none, because nothing was ever written to it.
   *
   * @throws IOException with one line when it cannot be read or is not one of ours
   */
  public static @Nullable Manifest read(Path store) throws IOException {
    Path file = store.resolve(FILE_NAME);
    try {
      return new ManifestReader(file).read(Files.readAllBytes(file));
    } catch (NoSuchFileException nothingWritten) {
      return null;
    }
  }

  /** Takes the place of the one that the store has, all at once, also when the system crashes. */
  void write(Path store) throws IOException {
    Whole.write(store.resolve(FILE_NAME), text().getBytes(StandardCharsets.US_ASCII));
  }

  private String text() {
    StringBuilder lines = new StringBuilder();
    lines.append("nxsight-store ").append(VERSION);
    lines.append("\nsalt ").append("%016x".formatted(salt));
    lines.append("\nnext ").append(nextSequence).append('\n');
    for (StoreFile file : files) {
      lines.append("file ").append(file.dataset().tableName());
      lines.append(' ').append(file.name().inDataset());
      lines.append(' ').append(file.octets()).append(' ').append(file.rows());
      lines.append(' ').append(file.firstSeconds()).append(' ').append(file.lastSeconds());
      lines.append(' ').append(file.level().label()).append('\n');
    }
    for (FileName file : gone) {
      lines.append("gone ").append(file.dataset().tableName());
      lines.append(' ').append(file.inDataset()).append('\n');
    }
    String body = lines.toString();
    byte[] octets = body.getBytes(StandardCharsets.US_ASCII);
    return body + "end " + ManifestReader.checksum(octets, octets.length) + '\n';
  }
}
