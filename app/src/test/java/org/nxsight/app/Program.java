package org.nxsight.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as a person runs it: arguments in, exit status and what it printed out. */
public final class Program {
  private Program() {}

  /**
   * What a run left behind.
   *
   * @param status its exit status
   * @param out its standard output
   * @param err its standard error
   */
  public record Outcome(int status, String out, String err) {}

  /** Runs a command in this process, which saves the start of another one. */
  public static Outcome here(InputStream standardInput, List<String> arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    InputStream in = System.in;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      System.setIn(standardInput);
      int status = Main.execute(arguments.toArray(String[]::new));
      return new Outcome(
          status,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
      System.setIn(in);
    }
  }

  /** Runs a command in a process of its own, without any input. */
  public static Outcome alone(String... arguments) throws IOException, InterruptedException {
    return run(command(arguments), Redirect.from(Path.of("/dev/null").toFile()));
  }

  /** Starts a command in a process of its own, without any input, and leaves it running. */
  public static Process start(Path out, Path err, String... arguments) throws IOException {
    return new ProcessBuilder(command(arguments))
        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(out.toFile())
        .redirectError(Redirect.appendTo(err.toFile()))
        .start();
  }

  /** Runs a command in a process of its own that reads a file as its standard input. */
  public static Outcome reading(Path input, String... arguments)
      throws IOException, InterruptedException {
    return run(command(arguments), Redirect.from(input.toFile()));
  }

  /**
   * Runs a shell script in which {@code "$@"} is the program.
   *
   * @param arguments of the program
   */
  public static Outcome inShell(String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    words.addAll(command(arguments));
    return run(words, Redirect.from(Path.of("/dev/null").toFile()));
  }

  /** The words that start the program in a process of its own. */
  static List<String> command(String... arguments) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "org.nxsight.app.Main"));
    words.addAll(List.of(arguments));
    return words;
  }

  private static Outcome run(List<String> words, Redirect input)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("nxsight-out", null);
    Path err = Files.createTempFile("nxsight-err", null);
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectInput(input)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running after two minutes: " + words);
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
