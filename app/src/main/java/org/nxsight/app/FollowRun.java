package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nxsight.capture.Clock;
import org.nxsight.channels.SealedFiles;
import org.nxsight.exchange.BatchQueue;

/** One run over directories that go on growing, until it is told to end. */
final class FollowRun {
  private final RunPlan plan;
  private final List<Path> directories;
  private final long settleNanos;
  private final StopSignal stop;
  private final boolean summaryAsJson;

  /**
   * @param directories absolute
   * @param settleNanos how long a file must not have changed
   */
  FollowRun(
      RunPlan plan,
      List<Path> directories,
      long settleNanos,
      StopSignal stop,
      boolean summaryAsJson) {
    this.plan = plan;
    this.directories = directories;
    this.settleNanos = settleNanos;
    this.stop = stop;
    this.summaryAsJson = summaryAsJson;
  }

  /** Does it all, and returns the exit status. */
  int execute(OutputDirectory output) throws IOException, Complaint {
    long startNanos = System.nanoTime();
    LiveProgress progress = new LiveProgress(System.err, Terminal.showsErrors(), startNanos);
    SealedFiles sealed = new SealedFiles(output.channels());
    try (TakenJournal journal = TakenJournal.open(output.taken())) {
      output.settle(journal).forEach(Notices::say);
      Following following =
          new Following(
              new FollowedDirectories(directories, settleNanos, journal),
              journal,
              sealed,
              Clock.SYSTEM);
      try (Pipeline pipeline = new Pipeline(plan, output, sealed)) {
        feed(pipeline, following, progress);
        following.finish(pipeline);
        Map<String, Long> sources = new LinkedHashMap<>(following.counters());
        sources.putAll(pipeline.otherPayloads());
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        Run.print(
            new Summary(Version.current(), pipeline.counts(), 0, sources, seconds),
            summaryAsJson,
            output);
      }
      return 0;
    }
  }

  private void feed(Pipeline pipeline, Following following, LiveProgress progress)
      throws IOException {
    pipeline.start();
    try {
      following.feed(pipeline, stop, progress);
    } catch (BatchQueue.AbandonedException e) {
      // the stage's own failure, thrown by finish, is the one to tell
    } finally {
      progress.clear();
      pipeline.finish();
    }
  }
}
