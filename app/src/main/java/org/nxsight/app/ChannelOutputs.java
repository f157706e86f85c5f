package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.FindingHandler;
import org.nxsight.app.bus.Bus;
import org.nxsight.app.live.LiveView;
import org.nxsight.channels.Destination;
import org.nxsight.channels.Destinations;
import org.nxsight.channels.LineFiles;
import org.nxsight.channels.SealedFiles;

/** Where the channels of a run go: files, other machines, Kafka, those who look. */
final class ChannelOutputs {
  private final RunPlan plan;
  private final OutputDirectory output;
  private final Random random;
  private final @Nullable SealedFiles sealed;
  private final @Nullable Bus bus;

  /**
   * @param random gives each sender its id
   * @param sealed takes the files that are whole; null when they get their names at once
   * @param bus to Kafka; null when nothing goes there
   */
  ChannelOutputs(
      RunPlan plan,
      OutputDirectory output,
      Random random,
      @Nullable SealedFiles sealed,
      @Nullable Bus bus) {
    this.plan = plan;
    this.output = output;
    this.random = random;
    this.sealed = sealed;
    this.bus = bus;
  }

  /** Where a channel goes. */
  List<Destination> of(String channel) throws IOException {
    List<Destination> destinations = new ArrayList<>();
    boolean answers = channel.equals(ChannelName.ANSWERS);
    boolean filed = !answers && !channel.equals(ChannelName.EXCHANGES);
    if (filed || (answers && plan.answersWanted())) {
      destinations.add(
          sealed == null
              ? Destinations.files(output.channels(), channel, plan.form(), plan.rotateSeconds())
              : Destinations.files(
                  output.channels(), channel, plan.form(), plan.rotateSeconds(), sealed));
    }
    LiveView view = plan.view();
    if (view != null && answers) {
      destinations.add(view.answers());
    }
    for (Publication publication : plan.publications(channel)) {
      destinations.add(Destinations.udp(publication.address(), random.nextLong()));
    }
    if (bus != null && plan.isInKafka(channel)) {
      destinations.add(bus.containers(channel, random));
    }
    return destinations;
  }

  /** Where findings go as lines of JSON. */
  LineFiles findingLines() {
    return Destinations.jsonLines(
        output.channels(), ChannelName.FINDINGS, plan.rotateSeconds(), sealed);
  }

  /** What publishes findings; empty when nothing does. */
  List<FindingHandler> findingHandlers() {
    return bus != null && plan.isInKafka(ChannelName.FINDINGS)
        ? List.of(bus.findings(ChannelName.FINDINGS))
        : List.of();
  }

  /** Where what is known about findings is kept for the next run. */
  Path findingState() {
    return output.findingState();
  }
}
