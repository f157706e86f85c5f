package org.nxsight.app.serve.v1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The finished files of a channel, by the start of their intervals.
 *
 * <pre>
 *   ch221.20261124.0400.1795492800.000000000.nmsg
 * </pre>
 */
final class ChannelFiles {
  private static final Pattern NAME =
      Pattern.compile(
          "[a-z0-9]+\\.\\d{8}\\.\\d{4}\\.(\\d{1,11})\\.(\\d{9})\\.(nmsg|json|text|txt)");

  private ChannelFiles() {}

  /**
   * One of them.
   *
   * @param startSeconds since 1970
   * @param number tells files of one start apart
   * @param form nmsg, json or text
   */
  record File(Path path, long startSeconds, long number, String form, long octets) {}

  /** All of them, the oldest first; none when there is no such directory. */
  static List<File> in(Path directory) throws IOException {
    List<File> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      for (Path path : all) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        if (name.matches()) {
          files.add(
              new File(
                  path,
                  Long.parseLong(name.group(1)),
                  Long.parseLong(name.group(2)),
                  name.group(3),
                  Files.size(path)));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
    files.sort(Comparator.comparingLong(File::startSeconds).thenComparingLong(File::number));
    return files;
  }
}
