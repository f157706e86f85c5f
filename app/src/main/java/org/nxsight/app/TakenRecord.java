package org.nxsight.app;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A record of a journal: input files that were taken, and the files that came of them. It is lines
 * of text:
 *
 * <pre>
 *   took OCTETS MODIFIED_NANOS INODE FIRST_NANOS PATH     for each input file
 *   made ch221/ch221.20261124.0400.1795492800.000000000.nmsg    for each channel file
 *   made store/pdns/2026-11-24/pdns.20261124.0400.minutes.000017.parquet    and store's file
 *   done CRC                                              CRC-32C of the record's other lines
 * </pre>
 *
 * <p>A path stands with its octets as they are, but a backslash as {@code \b} and the end of a line
 * as {@code \n}. Here, lines have a character for each octet.
 */
final class TakenRecord {
  /** A path has 4,096 octets at most (PATH_MAX), each of which may stand as two; then numbers. */
  static final int MOST_LINE_OCTETS = 2 * 4096 + 128;

  static final String TOOK = "took ";
  static final String MADE = "made ";
  static final String DONE = "done ";

  private static final Pattern LINE =
      Pattern.compile(
          TOOK
              + "[0-9]{1,19} -?[0-9]{1,19} -?[0-9]{1,19} -?[0-9]{1,19} /.*|"
              + MADE
              + "(?:"
              + String.join("|", ChannelName.ALL)
              + ")/[^/]+|"
              + MADE
              + "store/[a-z_]+/[0-9-]+/[^/]+|"
              + DONE
              + "[0-9a-f]{8}",
          Pattern.DOTALL);

  private TakenRecord() {}

  /** A whole record as octets. */
  static byte[] of(Collection<TakenFile> taken, List<String> made) {
    StringBuilder record = new StringBuilder();
    taken.forEach(file -> record.append(took(file)).append('\n'));
    made.forEach(name -> record.append(MADE).append(name).append('\n'));
    CRC32C crc = new CRC32C();
    crc.update(record.toString().getBytes(StandardCharsets.ISO_8859_1));
    return record.append(done(crc)).append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String took(TakenFile file) {
    return String.format(
        Locale.ROOT,
        TOOK + "%d %d %d %d %s",
        file.octets(),
        file.modifiedNanos(),
        file.inode(),
        file.firstNanos(),
        PathOctets.of(file.path()).replace("\\", "\\b").replace("\n", "\\n"));
  }

  /** The last line of a record whose other lines have this CRC. */
  static String done(CRC32C crc) {
    return String.format(Locale.ROOT, DONE + "%08x", crc.getValue());
  }

  /** Whether a line may stand in a record. */
  static boolean isLine(String line) {
    return LINE.matcher(line).matches();
  }

  /** Whether a line would be one if it went on. */
  @SuppressWarnings("JdkObsolete") // a line that breaks off is just what hitEnd is for
  static boolean isBeginningOfLine(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches() || matcher.hitEnd();
  }

  /**
   * The file of a line that begins with {@link #TOOK}.
   *
   * @throws IllegalArgumentException when there is no such number or no such path
   */
  static TakenFile file(String line) {
    String[] words = line.split(" ", 6);
    return new TakenFile(
        PathOctets.path(words[5].replace("\\n", "\n").replace("\\b", "\\")),
        Long.parseLong(words[3]),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[4]));
  }
}
