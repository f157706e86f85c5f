package org.nxsight.app;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.live.InputTally;
import org.nxsight.app.live.LiveView;
import org.nxsight.app.live.TrafficReading;
import org.nxsight.capture.Source;
import org.nxsight.channels.Records;
import org.nxsight.channels.live.LiveStage;
import org.nxsight.channels.privacy.AddressMask;
import org.nxsight.channels.privacy.Privacy;
import org.nxsight.exchange.BatchQueue;

/**
 * The part of a pipeline that shows to others what it does: the live stage, and what is counted.
 */
final class Showing {
  private final LiveView view;
  private final LiveStage stage;
  private final InputTally inputs = new InputTally();

  private final Function<InputTally, TrafficReading> reading;

  /**
   * @param stage the last one
   * @param mask makes what takes the place of resolvers' addresses; null when they stay
   * @param reading what was counted so far; asked by the thread that counts
   */
  Showing(
      LiveView view,
      BatchQueue.Stage stage,
      @Nullable AddressMask mask,
      Function<InputTally, TrafficReading> reading) {
    this.view = view;
    this.reading = reading;
    Records records = new Records(mask == null ? null : new Privacy(mask));
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
    look();
  }

  /** Tells what was counted when it is time to; from the thread that counts. */
  void look() {
    if (view.isLookDue()) {
      tell();
    }
  }

  /** Tells what was counted so far; from the thread that counts, too. */
  void tell() {
    view.onTraffic(reading.apply(inputs));
  }

  /** Tells what was counted in all, and that nothing more will come. */
  void close() {
    tell();
    view.close();
  }

  /** Why the live stage stopped before the end; null when it did not. */
  @Nullable Throwable failure() {
    return stage.failure();
  }
}
