package org.nxsight.analysis.findings.lookalikes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.TimeWords;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.typo.Target;
import org.nxsight.analysis.typo.TypoMatch;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsNames;

/**
 * Somebody who tries many names one slip away from one name within ten minutes, to find one that is
 * free or taken: phishers before they register, and owners who look for them. Kept by the name that
 * is imitated, and below that by resolver, since slips of many people are no scan. A row takes some
 * 600 octets: 5 MB in all.
 *
 * <p>Mail is left out: a mailing with many mistyped addresses looks the same.
 */
public final class LookalikeScans implements Operator {
  static final int ASKING = 1 << 13;

  /** A scan asks for each name for a few types; people repeat the same slips. */
  static final int MOST_FOR_A_NAME = 6;

  /** Windows at the start of a stream, of which nobody knows whether they are usual. */
  static final int WARM_UP_WINDOWS = 2;

  private static final int MX = 15;
  private static final int BITS = 7;
  private static final int EXAMPLES = 5;

  private final DistinctCounts even = new DistinctCounts(ASKING, BITS);
  private final DistinctCounts odd = new DistinctCounts(ASKING, BITS);
  private final Rows<Slips> asking = new Rows<>(ASKING, slot -> new Slips(slot, even, odd));
  private final byte[] domain = new byte[DnsNames.MAX_NAME_OCTETS];
  private final int leastNames;

  /** Times what the resolver usually asks for in ten minutes. */
  private final double leastTimesUsual;

  private long startWindow = Long.MAX_VALUE;
  private long nowWindow = Long.MIN_VALUE;

  /**
   * @param tuning tells how many names are a scan
   */
  public LookalikeScans(Tuning tuning) {
    leastNames = tuning.count(Setting.LOOKALIKE_SCAN_NAMES);
    leastTimesUsual = tuning.value(Setting.LOOKALIKE_SCAN_TIMES);
  }

  @Override
  public String name() {
    return "lookalike-scans/1";
  }

  @Override
  public long keyOf(Observation observation) {
    Target target = target(observation);
    return target == null ? NO_KEY : key(observation, target.domain());
  }

  private static @Nullable Target target(Observation observation) {
    if (observation.cause() != Cause.TYPO || observation.qtype() == MX) {
      return null;
    }
    TypoMatch typo = observation.diagnosis().typo();
    return typo == null ? null : typo.target();
  }

  private long key(Observation observation, String text) {
    int octets = Math.min(text.length(), domain.length);
    for (int i = 0; i < octets; i++) {
      domain[i] = (byte) text.charAt(i);
    }
    return observation.hash(domain, 0, octets);
  }

  @Override
  public void onRecord(Observation observation) {
    Target target = target(observation);
    if (target == null) {
      return;
    }
    long key = key(observation, target.domain());
    long window = Math.floorDiv(observation.epochNanos(), Slips.WINDOW_NANOS);
    long both = Mixing.mix(key ^ Mixing.A, observation.resolver() ^ Mixing.B);
    Slips slips = asking.claim(both == NO_KEY ? 1 : both, observation.epochNanos());
    if (asking.isFresh()) {
      slips.begin(window);
      slips.target = target.domain() + '.';
      slips.watched = target.has(Target.BRAND);
      slips.resolver = observation.resolver();
    }
    slips.follow(window, isWarmUp(window - 1));
    slips.add(observation);
  }

  private boolean isWarmUp(long window) {
    return window < startWindow || window - startWindow < WARM_UP_WINDOWS;
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    nowWindow = Math.max(nowWindow, Math.floorDiv(epochNanos, Slips.WINDOW_NANOS));
    startWindow = Math.min(startWindow, nowWindow);
    Map<String, List<Slips>> scans = new LinkedHashMap<>();
    asking.eachTouched(slips -> {
      if (isScan(slips)) {
        scans.computeIfAbsent(slips.target, _ -> new ArrayList<>()).add(slips);
      }
    });
    scans.forEach((target, each) -> reports.onSighting(sighting(target, each)));
  }

  private boolean isScan(Slips slips) {
    long names = slips.names();
    return !isWarmUp(nowWindow)
        && names >= leastNames
        && names >= leastTimesUsual * 2 * slips.usual()
        && slips.questions() <= MOST_FOR_A_NAME * names;
  }

  private static Sighting sighting(String target, List<Slips> scans) {
    long names = 0;
    long questions = 0;
    long firstNanos = Long.MAX_VALUE;
    long lastNanos = Long.MIN_VALUE;
    ExampleNames examples = new ExampleNames(EXAMPLES);
    for (Slips each : scans) {
      names += each.names();
      questions += each.questions();
      firstNanos = Math.min(firstNanos, each.firstNanos());
      lastNanos = Math.max(lastNanos, each.lastNanos());
      examples.addAll(each.examples());
    }
    boolean watched = scans.getFirst().watched;
    String sentence =
        "about "
            + TimeWords.count(names, "name")
            + " one slip away from "
            + target
            + " were tried within ten minutes by "
            + TimeWords.count(scans.size(), "resolver")
            + ", and nobody has them: somebody looks for a look-alike that is free, or for those that"
            + " are taken. "
            + (watched
                ? "Watch for registrations of them, and register those that deceive best."
                : "Nobody here watches this name.");
    return new Sighting(
        FindingKind.LOOKALIKE_SCAN,
        target,
        watched ? Severity.MEDIUM : Severity.INFO,
        0.8f,
        firstNanos,
        lastNanos,
        questions,
        scans.size(),
        new Evidence()
            .add("names", names)
            .add("questions", questions)
            .add("watched", String.valueOf(watched))
            .add("examples", examples.texts(EXAMPLES))
            .json(),
        sentence);
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    out.writeLong(startWindow);
    out.writeLong(nowWindow);
    asking.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    startWindow = Math.min(startWindow, in.readLong());
    nowWindow = Math.max(nowWindow, in.readLong());
    asking.merge(in);
  }
}
