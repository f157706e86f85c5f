package org.nxsight.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.live.LiveView;
import org.nxsight.channels.Destination;
import org.nxsight.channels.Destinations;
import org.nxsight.channels.SealedFiles;

/** Where the channels of a run go: files, other machines, those who look. */
final class ChannelOutputs {
  private final RunPlan plan;
  private final OutputDirectory output;
  private final Random random;
  private final @Nullable SealedFiles sealed;

  /**
   * @param random gives each sender its id
   * @param sealed takes the files that are whole; null when they get their names at once
   */
  ChannelOutputs(
      RunPlan plan, OutputDirectory output, Random random, @Nullable SealedFiles sealed) {
    this.plan = plan;
    this.output = output;
    this.random = random;
    this.sealed = sealed;
  }

  /** Where a channel goes. */
  List<Destination> of(String channel) throws IOException {
    List<Destination> destinations = new ArrayList<>();
    boolean answers = channel.equals(ChannelName.ANSWERS);
    if (plan.answersWanted() || !answers) {
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
    return destinations;
  }
}
