package org.nxsight.app;

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

  /** Starts to serve. */
  Serving start(RunPlan plan, OutputDirectory directory) throws Complaint {
    return Serving.start(plan, directory, place.plan(plan.output()));
  }
}
