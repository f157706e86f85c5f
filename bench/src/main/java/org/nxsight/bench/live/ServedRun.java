package org.nxsight.bench.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A run in a process of its own that reads its standard input. */
final class ServedRun implements AutoCloseable {
  private static final String LISTENING = "listening on http://127.0.0.1:";
  private static final int CLOCK_TICKS_A_SECOND = 100; // of /proc, on Linux always
  private static final int UTIME = 11; // behind the process's name
  private static final int STIME = 12;

  private final Path out;
  private final boolean serve;
  private final Process process;
  private final BufferedReader errors;
  private final int port;
  private double processorSecondsBefore;
  private double processorSeconds;

  ServedRun(Path out, boolean serve) throws IOException {
    this.out = out;
    this.serve = serve;
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.nxsight.app.Main",
                "run",
                "-",
                "-o",
                out.toString()));
    if (serve) {
      words.addAll(List.of("--serve", "--listen", "127.0.0.1:0"));
    }
    process = new ProcessBuilder(words).start();
    errors = process.errorReader(StandardCharsets.UTF_8);
    port = serve ? Integer.parseInt(lineWith(LISTENING)) : 0;
  }

  /** What stands behind a text in the first line that has it. */
  private String lineWith(String text) throws IOException {
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      int at = line.indexOf(text);
      if (at >= 0) {
        return line.substring(at + text.length());
      }
    }
    throw new IOException("the run has ended without saying: " + text);
  }

  int port() {
    return port;
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  /** Says that from now on processor time counts: all who listen are there. */
  void begin() throws IOException {
    processorSecondsBefore = readProcessorSeconds();
  }

  /** Waits until all has been read and published. */
  void awaitEnd() throws IOException, InterruptedException {
    if (serve) {
      lineWith("all has been read");
      processorSeconds = readProcessorSeconds();
      return;
    }
    lineWith("packets/s"); // the summary's last figures; the process ends now
    processorSeconds = readProcessorSeconds();
    process.waitFor();
  }

  private double readProcessorSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]))
        / (double) CLOCK_TICKS_A_SECOND;
  }

  /** Of the run, from its beginning to its end. */
  double processorSeconds() {
    return processorSeconds - processorSecondsBefore;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
