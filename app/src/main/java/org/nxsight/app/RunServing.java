package org.nxsight.app;

import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code nxsight run} that let others look. */
final class RunServing {
  @Option(
      names = "--serve",
      description =
          "serves the page, the store, live streams and metrics over HTTP while it runs, and after the"
              + " last capture until Ctrl-C")
  private boolean serve;

  @Mixin private ServeSettings place = new ServeSettings();

  /** Whether others may look. */
  boolean isWanted() {
    return serve;
  }

  /** A run. */
  interface Work {
    int run() throws IOException, Complaint;
  }

  /** Serves while a run goes on, and what it leaves until the program is to end. */
  int around(Work work, RunPlan plan, StopSignal stop) throws IOException, Complaint {
    try (Serving serving = Serving.start(Serving.Subject.of(plan), place.plan(plan.output()))) {
      int status = work.run();
      if (status != Complaint.UNUSABLE) {
        serving.stay(stop);
      }
      return status;
    }
  }
}
