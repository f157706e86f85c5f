package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options of {@code nxsight run} about directories that go on growing. */
final class FollowSettings {
  private static final double MOST_SECONDS = 86_400;

  @Option(
      names = "--follow",
      description =
          "takes the finished files of directories, and those that come, until SIGTERM or SIGINT;"
              + " remembers in DIR/taken what it has taken, so that a file is taken once, whatever"
              + " happens")
  private boolean wanted;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "how long a file must not have changed to be finished, where the system cannot tell"
              + " whether anybody still writes to it (default: ${DEFAULT-VALUE})")
  private double settleSeconds = 10;

  /** Whether directories are to be followed. */
  boolean isWanted() {
    return wanted;
  }

  /** How long a file must not have changed, in nanoseconds. */
  long settleNanos() {
    return Math.round(settleSeconds * 1e9);
  }

  /** What is wrong with the options; empty when nothing is. */
  String complaint(List<String> inputs, Path output) {
    if (!(settleSeconds >= 0 && settleSeconds <= MOST_SECONDS)) {
      return "--settle: must be in 0..86400";
    }
    if (!wanted) {
      return "";
    }
    if (inputs.isEmpty()) {
      return "--follow: name a directory";
    }
    for (String input : inputs) {
      if (!Files.isDirectory(Path.of(input))) {
        return "--follow: '" + input + "' is no directory, and only directories go on growing";
      }
      if (isWrittenTo(Path.of(input), output)) {
        return "--follow: '"
            + input
            + "' is or is in the output directory: what is published would be read again; choose"
            + " another one by -o";
      }
    }
    return "";
  }

  /**
   * Whether a directory is one the run writes to, or inside of it, by whatever name. One that holds
   * the output is not: directories inside are not looked into.
   */
  private static boolean isWrittenTo(Path directory, Path output) {
    Path channels = OutputDirectory.channels(output);
    return Stream.concat(
            Stream.of(output, channels), ChannelName.ALL.stream().map(channels::resolve))
        .filter(Files::exists)
        .anyMatch(written -> realPath(directory).startsWith(realPath(written)));
  }

  private static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /** The directories, by the names that are noted. */
  static List<Path> directories(List<String> inputs) throws Complaint {
    List<Path> directories = new ArrayList<>();
    for (String input : inputs) {
      try {
        Path directory = Path.of(input).toRealPath();
        if (!directories.contains(directory)) {
          directories.add(directory);
        }
      } catch (IOException e) {
        throw new Complaint(Complaint.UNUSABLE, Printable.of(Faults.describe(e, input)));
      }
    }
    return directories;
  }
}
