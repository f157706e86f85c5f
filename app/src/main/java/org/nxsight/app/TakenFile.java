package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.nxsight.capture.FirstTime;

/**
 * An input file as it was found, so that it is known again.
 *
 * @param path absolute
 * @param inode its number in its file system
 * @param octets its length
 * @param modifiedNanos when it was written to last, in nanoseconds since 1970
 * @param firstNanos the time of its first packet, or UNKNOWN while nobody has looked
 */
record TakenFile(Path path, long inode, long octets, long modifiedNanos, long firstNanos) {
  private static final Pattern COMPRESSION = Pattern.compile("\\.(gz|zst|xz|lz4|bz2)$");

  /** Looks at a file, but not into it. */
  static TakenFile find(Path path) throws IOException {
    Map<String, Object> attributes = Files.readAttributes(path, "unix:ino,size,lastModifiedTime");
    return new TakenFile(
        path,
        ((Number) Objects.requireNonNull(attributes.get("ino"))).longValue(),
        ((Number) Objects.requireNonNull(attributes.get("size"))).longValue(),
        ((FileTime) Objects.requireNonNull(attributes.get("lastModifiedTime")))
            .to(TimeUnit.NANOSECONDS),
        FirstTime.UNKNOWN);
  }

  /** The same file with its first time known. */
  TakenFile startingAt(long firstNanos) {
    return new TakenFile(path, inode, octets, modifiedNanos, firstNanos);
  }

  /** Its name without the ending that a compressor adds. */
  String stem() {
    return COMPRESSION.matcher(PathOctets.of(path)).replaceFirst("");
  }

  /** Whether nobody has written to it since {@code earlier} was found in the same place. */
  boolean isUnchangedSince(TakenFile earlier) {
    return octets == earlier.octets && modifiedNanos == earlier.modifiedNanos;
  }

  /** Whether it begins as {@code other} does, and so holds the same. */
  boolean beginsLike(TakenFile other) {
    return firstNanos != FirstTime.UNKNOWN && firstNanos == other.firstNanos;
  }
}
