package org.nxsight.bench.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nxsight.bench.scenarios.Play;
import org.nxsight.bench.scenarios.Played;

/** Plays scenes into normal traffic, runs the program over it, and prints what it found of them. */
public final class EvaluateFindings {
  private static final int MOST_MINUTES = 15;

  private EvaluateFindings() {}

  /** {@code DIRECTORY SEED...}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Score score = new Score();
    int captures = 0;
    for (int i = 1; i < arguments.length; i++) {
      for (Play play : List.of(Play.DAY, Play.WEEKS)) {
        add(
            score,
            play,
            Long.parseLong(arguments[i]),
            Path.of(arguments[0]).resolve(play + "-" + arguments[i]));
        captures++;
      }
    }
    System.out.printf("%d captures%n%n%s", captures, score.text());
  }

  /** Plays one capture, and scores it. */
  public static Score of(Play play, long seed, Path directory)
      throws IOException, InterruptedException {
    Score score = new Score();
    add(score, play, seed, directory);
    return score;
  }

  private static void add(Score score, Play play, long seed, Path directory)
      throws IOException, InterruptedException {
    List<Played> truth = play.write(seed, directory);
    Path output = directory.resolve("out");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.nxsight.app.Main",
                "run",
                directory.resolve("traffic.pcap").toString(),
                "-o",
                output.toString(),
                "--no-store",
                "--brands",
                directory.resolve("brands").toString(),
                "--own",
                directory.resolve("own").toString(),
                "--never-mail",
                directory.resolve("never-mail").toString())
            .redirectOutput(directory.resolve("summary").toFile())
            .redirectError(directory.resolve("messages").toFile())
            .start();
    if (!program.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || program.exitValue() != 0) {
      throw new IOException("the run failed: " + Files.readString(directory.resolve("messages")));
    }
    score.add(truth, Found.of(output));
  }
}
