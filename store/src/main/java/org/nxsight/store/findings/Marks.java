package org.nxsight.store.findings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people said of findings: that they have seen one, or do not want to hear of it. A file of
 * lines {@code TIME ID acknowledged|muted|none}, of which the last of an id counts; lines are only
 * ever added, each whole, so that several programs may do so.
 */
public final class Marks {
  private static final String FILE_NAME = "findings.marks";
  private static final Pattern LINE =
      Pattern.compile("(\\S+) ([0-9a-f]{16}) (acknowledged|muted|none)");

  private final Map<String, Mark> byId;

  /** What can be said of a finding. */
  public enum Mark {
    /** Somebody has seen it. */
    ACKNOWLEDGED,
    /** Nobody wants to hear of it, now or when it opens again. */
    MUTED,
    /** Neither. */
    NONE;

    /** As in the file and on the screen. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Marks(Map<String, Mark> byId) {
    this.byId = byId;
  }

  /**
   * The marks in the directory that a run writes to; none when there is no file.
   *
   * @throws IOException with one line when it cannot be read
   */
  public static Marks read(Path directory) throws IOException {
    Map<String, Mark> byId = new HashMap<>();
    Path file = directory.resolve(FILE_NAME);
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return new Marks(Map.of());
    }
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        byId.put(matcher.group(2), Mark.valueOf(matcher.group(3).toUpperCase(Locale.ROOT)));
      }
    }
    return new Marks(byId);
  }

  /** Adds a mark; it is in the file when this returns. */
  public static void add(Path directory, String id, Mark mark, Instant now) throws IOException {
    String line = now + " " + id + " " + mark.text() + "\n";
    try (FileChannel file =
        FileChannel.open(
            directory.resolve(FILE_NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
      file.force(true);
    }
  }

  /** What was said of a finding; {@link Mark#NONE} when nothing was. */
  public Mark of(@Nullable String id) {
    return byId.getOrDefault(id, Mark.NONE);
  }
}
