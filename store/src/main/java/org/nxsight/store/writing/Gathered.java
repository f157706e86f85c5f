package org.nxsight.store.writing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.channels.answers.SeenRrset;
import org.nxsight.channels.privacy.AddressMask;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.store.Dataset;

/**
 * Rows that wait in memory to become files together. One thread adds to them; when they are full,
 * another one may take their {@link #contents} while the first adds to their successor.
 */
final class Gathered {
  private final long salt;
  private final Map<Dataset, RrsetLines> rrsets = new EnumMap<>(Dataset.class);
  private final Failures failures;
  private final Failures nodata;
  private final FindingLines findings = new FindingLines();
  private long rrsetOctets;

  /**
   * @param salt keys the hashes
   * @param mask what takes the place of resolvers' addresses; null leaves them
   */
  Gathered(long salt, @Nullable AddressMask mask) {
    this(salt, new Failures(salt, mask), new Failures(salt, mask));
  }

  private Gathered(long salt, Failures failures, Failures nodata) {
    this.salt = salt;
    this.failures = failures;
    this.nodata = nodata;
    for (Dataset dataset :
        new Dataset[] {Dataset.PDNS, Dataset.PDNS_DNSSEC, Dataset.PDNS_UNPLACED}) {
      rrsets.put(dataset, new RrsetLines(dataset == Dataset.PDNS));
    }
  }

  /**
   * Empty ones that go on after these, which take no more rows.
   *
   * @param reachedSeconds how far time has come; floods of the last ten minutes are remembered
   */
  Gathered successor(long reachedSeconds) {
    return new Gathered(salt, failures.successor(reachedSeconds), nodata.successor(reachedSeconds));
  }

  void add(Dataset dataset, SeenRrset seen) {
    RrsetLines lines = rrsets.get(dataset);
    if (lines == null) {
      throw new IllegalArgumentException(dataset + " has no RRsets");
    }
    rrsetOctets += lines.add(seen);
  }

  void addFailure(ExchangeView exchange, @Nullable Cause cause) {
    failures.add(exchange, cause);
  }

  void addNodata(ExchangeView exchange) {
    nodata.add(exchange, null);
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  /** The octets of memory that they take, about. */
  long octets() {
    return rrsetOctets + failures.octets() + nodata.octets() + findings.memoryOctets();
  }

  /** What is to stand in which file. */
  List<Sealing.Contents> contents() {
    List<Sealing.Contents> files = new ArrayList<>();
    rrsets.forEach((dataset, sets) -> addTo(files, dataset, sets));
    addTo(files, Dataset.FAILURES, failures);
    addTo(files, Dataset.NODATA, nodata);
    addTallies(files);
    FileTimes.spread(findings.sizes())
        .forEach((time, starts) ->
            files.add(new Sealing.Contents(Dataset.FINDINGS, time, findings.of(starts))));
    return files;
  }

  private static void addTo(List<Sealing.Contents> files, Dataset dataset, RrsetLines sets) {
    FileTimes.spread(sets.sizes())
        .forEach((time, starts) -> {
          files.add(new Sealing.Contents(dataset, time, sets.byName(starts)));
          if (dataset == Dataset.PDNS) {
            files.add(new Sealing.Contents(Dataset.PDNS_RDATA, time, sets.byRdata(starts)));
          }
        });
  }

  private static void addTo(List<Sealing.Contents> files, Dataset dataset, Failures counted) {
    FailureLines lines = new FailureLines(counted);
    FileTimes.spread(counted.sizes())
        .forEach((time, starts) ->
            files.add(
                new Sealing.Contents(
                    dataset, time, lines.of(starts, time.level().failureSeconds()))));
  }

  private void addTallies(List<Sealing.Contents> files) {
    Map<Long, Integer> sizes = new TreeMap<>(failures.sizes());
    nodata.sizes().forEach((start, rows) -> sizes.merge(start, rows, Integer::sum));
    FileTimes.spread(sizes)
        .forEach((time, starts) -> {
          Tallying tallying = new Tallying(salt, time.level());
          tallying.addFailures(failures, starts);
          tallying.addNodata(nodata, starts);
          files.add(new Sealing.Contents(Dataset.TALLIES, time, tallying.lines()));
        });
  }
}
