package org.nxsight.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nxsight.capture.Source;
import org.nxsight.capture.UnreadableCaptureException;
import org.nxsight.exchange.BatchQueue;

/** One run, over captures or live, from the first packet to the summary. */
final class Run {
  private final RunPlan plan;
  private final Inputs inputs;
  private final LiveTraffic live;
  private final StopSignal stop;
  private final boolean summaryAsJson;
  private final List<String> complaints = new ArrayList<>();
  private final Map<String, Long> counters = new LinkedHashMap<>();
  private long octetsOfEndedInputs;
  private int unreadableInputs;

  /**
   * @param inputs the captures that are read
   * @param live what comes by itself; either of the two is empty
   */
  Run(RunPlan plan, Inputs inputs, LiveTraffic live, StopSignal stop, boolean summaryAsJson) {
    this.plan = plan;
    this.inputs = inputs;
    this.live = live;
    this.stop = stop;
    this.summaryAsJson = summaryAsJson;
  }

  /** Does it all, and returns the exit status. */
  int execute(OutputDirectory directory) throws IOException, Complaint {
    directory.settle(!live.isEmpty()).forEach(Notices::say);
    try (Pipeline pipeline = new Pipeline(plan, directory, !live.isEmpty())) {
      return execute(pipeline, directory);
    }
  }

  private int execute(Pipeline pipeline, OutputDirectory directory) throws IOException {
    long startNanos = System.nanoTime();
    Progress progress =
        new Progress(System.err, Terminal.showsErrors(), inputs.octets(), startNanos);
    LiveProgress liveProgress = new LiveProgress(System.err, Terminal.showsErrors(), startNanos);
    pipeline.start();
    try {
      for (Inputs.Capture capture : inputs.captures()) {
        read(capture, pipeline, progress);
      }
      live.feed(pipeline, stop, liveProgress);
    } catch (BatchQueue.AbandonedException e) {
      complaints.clear(); // the publisher's failure, thrown by finish, is the one to tell
    } finally {
      progress.clear();
      liveProgress.clear();
      live.close();
      pipeline.finish();
    }
    complaints.addAll(live.complaints());
    if (isNothingRead(pipeline)) {
      complaints.forEach(Notices::say);
      return Complaint.UNUSABLE;
    }
    pipeline.commitAndTidy();
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    Map<String, Long> sources = new LinkedHashMap<>(counters);
    sources.putAll(live.counters());
    sources.putAll(pipeline.otherPayloads());
    print(
        new Summary(Version.current(), pipeline.counts(), live.dropped(), sources, seconds),
        summaryAsJson,
        directory);
    complaints.forEach(Notices::say);
    return complaints.isEmpty() ? 0 : Complaint.FAILED;
  }

  private void read(Inputs.Capture capture, Pipeline pipeline, Progress progress) {
    if (stop.isRequested()) {
      return;
    }
    try (Source source = inputs.open(capture)) {
      while (!stop.isRequested() && pipeline.poll(source)) {
        progress.update(
            System.nanoTime(), pipeline.packets(), octetsOfEndedInputs + source.inputOctets());
      }
      octetsOfEndedInputs += source.inputOctets();
      source.counters().forEach((name, count) -> counters.merge(name, count, Long::sum));
      if (stop.isRequested()) {
        complaints.add(capture.name() + ": stopped by a signal; kept what had been read");
      }
    } catch (UnreadableCaptureException e) {
      complaints.add(String.valueOf(e.getMessage()));
      unreadableInputs += e.nothingRead() ? 1 : 0;
    } catch (IOException e) {
      complaints.add(Faults.describe(e, capture.name()));
    }
  }

  /** Whether all input turned out unreadable; of a pipe that can only be told while reading. */
  private boolean isNothingRead(Pipeline pipeline) {
    return unreadableInputs > 0
        && unreadableInputs == inputs.captures().size()
        && pipeline.counts().packets().packets() == 0;
  }

  /** Tells the summary, in the form that was asked for. */
  static void print(Summary summary, boolean asJson, OutputDirectory directory) {
    if (asJson) {
      System.out.println(SummaryJson.of(summary));
    } else if (Notices.areJson()) {
      Notices.tellSummary(SummaryJson.of(summary));
    } else {
      System.err.print(SummaryText.of(summary, directory.channels()));
    }
  }
}
