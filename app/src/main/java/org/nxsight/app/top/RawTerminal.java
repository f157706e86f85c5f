package org.nxsight.app.top;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The controlling terminal with keys that come at once and unseen, on its other screen, until this
 * is closed. The settings are changed by {@code stty} (POSIX), which every system has.
 */
final class RawTerminal implements AutoCloseable {
  private static final File DEVICE = new File("/dev/tty");
  private static final String OTHER_SCREEN = "\033[?1049h\033[?25l";
  private static final String FIRST_SCREEN = "\033[?25h\033[?1049l";

  /** The size of a terminal that does not tell. */
  static final Size STANDARD = new Size(24, 80);

  private final String settings;

  /** Rows and columns. */
  record Size(int rows, int columns) {}

  private RawTerminal(String settings) {
    this.settings = settings;
  }

  /**
   * Takes the terminal.
   *
   * @throws IOException with a line when there is none
   */
  static RawTerminal open() throws IOException {
    RawTerminal terminal = new RawTerminal(stty("-g"));
    stty("-icanon", "-echo", "min", "1", "time", "0");
    System.out.print(OTHER_SCREEN);
    System.out.flush();
    return terminal;
  }

  /** Its size now. */
  static Size size() {
    try {
      String[] words = stty("size").split(" ", -1);
      int rows = Integer.parseInt(words[0]);
      int columns = Integer.parseInt(words[1]);
      return rows > 0 && columns > 0 ? new Size(rows, columns) : STANDARD;
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return STANDARD;
    }
  }

  private static String stty(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("stty"));
    command.addAll(List.of(words));
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectInput(Redirect.from(DEVICE))
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      throw new IOException("there is no terminal to show it on", e);
    }
    try (InputStream in = process.getInputStream()) {
      String said = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("there is no terminal to show it on");
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Gives it back as it was. */
  @Override
  public void close() throws IOException {
    System.out.print(FIRST_SCREEN);
    System.out.flush();
    stty(settings);
  }
}
