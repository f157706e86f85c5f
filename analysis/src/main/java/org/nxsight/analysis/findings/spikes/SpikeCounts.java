package org.nxsight.analysis.findings.spikes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsight.analysis.findings.Observation;

/**
 * Failures counted where they are seen, so that what goes on to {@link Spikes} are some sums and
 * not all failures. A sort takes some 150 octets, and there are as many as were seen since the
 * counts were taken last.
 */
public final class SpikeCounts {
  private static final Dimension[] DIMENSIONS = Dimension.values();

  private final List<Map<Long, Sum>> sums = new ArrayList<>();

  private static final class Sum {
    private final String text;
    private int times;
    private long lastNanos = Long.MIN_VALUE;

    Sum(String text) {
      this.text = text;
    }
  }

  /** Nothing is counted yet. */
  public SpikeCounts() {
    for (int i = 0; i < DIMENSIONS.length; i++) {
      sums.add(new HashMap<>());
    }
  }

  /** Counts a failure. */
  public void add(Observation observation) {
    for (Dimension dimension : DIMENSIONS) {
      long key = Spikes.keyOf(dimension, observation);
      if (key != Spikes.NO_KEY) {
        Sum sum =
            sums.get(dimension.ordinal())
                .computeIfAbsent(key, _ -> new Sum(dimension.text(observation)));
        sum.times++;
        sum.lastNanos = Math.max(sum.lastNanos, observation.epochNanos());
      }
    }
  }

  /** Takes the counts of one dimension away. */
  public List<SpikeCount> take(Dimension dimension) {
    Map<Long, Sum> all = sums.get(dimension.ordinal());
    List<SpikeCount> taken = new ArrayList<>(all.size());
    all.forEach((key, sum) ->
        taken.add(new SpikeCount(dimension, key, sum.text, sum.times, sum.lastNanos)));
    all.clear();
    return taken;
  }
}
