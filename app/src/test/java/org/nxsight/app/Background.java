package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A process that goes on while the test does something else. */
final class Background {
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
  private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final List<String> words;
  private final Path out;
  private final Path err;
  private final Process process;

  Background(List<String> words) throws Exception {
    this.words = words;
    out = Files.createTempFile("out", null);
    err = Files.createTempFile("err", null);
    process =
        new ProcessBuilder(words)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
  }

  /** Waits until the process has said this on its standard error. */
  void waitFor(String said) throws Exception {
    waitFor(said, 1);
  }

  /** Waits until the process has said this so many times. */
  void waitFor(String said, int times) throws Exception {
    waitUntil(
        words + " says " + said, () -> errors().split(Pattern.quote(said), -1).length > times);
  }

  /** Waits until something holds, looking every now and then. */
  static void waitUntil(String what, Condition condition) throws Exception {
    long endNanos = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.holds()) {
      assertThat(System.nanoTime() - endNanos).as("waited in vain until " + what).isNegative();
      LockSupport.parkNanos(GLANCE_NANOS);
    }
  }

  /** Sends a signal, and returns what the process has printed; it must end with this status. */
  String end(String signal, int status) throws Exception {
    signal(signal);
    waitForEnd();
    assertThat(process.exitValue()).as("%s said: %s", words, errors()).isEqualTo(status);
    return Files.readString(out);
  }

  /** Stops the process where it is, until {@code signal("CONT")}. */
  void freeze() throws Exception {
    signal("STOP");
    Path state = Path.of("/proc", Long.toString(process.pid()), "stat");
    waitUntil(words + " stands still", () -> Files.readString(state).contains(") T "));
  }

  void signal(String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }

  /** Waits until the process has ended by itself. */
  void waitForEnd() throws Exception {
    if (!process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + words);
    }
  }

  /** Runs a command that must end well. */
  static void run(List<String> words) throws Exception {
    Background process = new Background(words);
    process.waitForEnd();
    assertThat(process.status()).as("%s said: %s", words, process.errors()).isZero();
  }

  boolean hasEnded() {
    return !process.isAlive();
  }

  int status() {
    return process.exitValue();
  }

  String errors() throws Exception {
    return Files.readString(err);
  }
}
