package org.nxsight.app;

import org.jspecify.annotations.Nullable;
import org.nxsight.app.live.InputTally;
import org.nxsight.app.live.LiveView;
import org.nxsight.app.live.TrafficReading;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Source;
import org.nxsight.channels.Records;
import org.nxsight.channels.live.LiveStage;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.ExchangeCounts;

/**
 * The part of a pipeline that shows to others what it does: the live stage, and what is counted.
 */
final class Showing {
  private final LiveView view;
  private final LiveStage stage;
  private final InputTally inputs = new InputTally();

  /**
   * @param stage the last one
   * @param records shared with nobody
   */
  Showing(LiveView view, BatchQueue.Stage stage, Records records) {
    this.view = view;
    this.stage = new LiveStage(stage, records, view.errors(), view.nxdomain(), view.cuts());
    view.setNotes(this.stage::notes);
  }

  /** What gives records to subscribers. */
  LiveStage stage() {
    return stage;
  }

  /** Hears that a source was read, and how many packets came of it. */
  void onPoll(Source source, long packets) {
    inputs.onPoll(source, packets);
  }

  /** Whether it is time to tell what was counted. */
  boolean isLookDue() {
    return view.isLookDue();
  }

  /** Tells what was counted; from the thread that counts. */
  void look(PacketCounts packets, ExchangeCounts exchanges, int openQueries, long evicted) {
    view.onTraffic(TrafficReading.of(packets, exchanges, openQueries, evicted, inputs));
  }

  /** Says that nothing more will come. */
  void close() {
    view.close();
  }

  /** Why the live stage stopped before the end; null when it did not. */
  @Nullable Throwable failure() {
    return stage.failure();
  }
}
