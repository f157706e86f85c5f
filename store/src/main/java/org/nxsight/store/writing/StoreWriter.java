package org.nxsight.store.writing;

import java.io.IOException;
import java.nio.file.Path;
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
import org.nxsight.store.manifest.StoreDirectory;

/**
 * Writes a store. Rows gather in memory, become files by {@link #seal}, and a part of the store by
 * {@link #commit}: all since the last time or, when the process dies, none of it.
 *
 * <p>One thread uses it. A method that writes files takes some seconds for a million rows.
 */
public final class StoreWriter implements AutoCloseable {
  /** Rows that wait in memory: some 200,000 RRsets or 400,000 failures. */
  public static final long MAX_OCTETS = 48L << 20;

  private static final int INTERNET = 1;

  private final StoreDirectory directory;
  private final long maxOctets;
  private final Sealing sealing;
  private final Map<Dataset, RrsetLines> rrsets = new EnumMap<>(Dataset.class);
  private final Failures failures;
  private final Failures nodata;
  private final FindingLines findings = new FindingLines();
  private long rrsetOctets;
  private long reachedSeconds;

  private long rrsetsTaken;
  private long failuresTaken;
  private long nodataTaken;
  private long withoutQuestion;
  private long otherClass;
  private long before1970;

  /**
   * @param directory the store, which the caller closes after this
   * @param mask what takes the place of resolvers' addresses before they are hashed; null leaves
   *     them
   * @param maxOctets how much may wait in memory, such as {@link #MAX_OCTETS}
   * @throws IOException with one line when it cannot be written to
   */
  public StoreWriter(StoreDirectory directory, @Nullable AddressMask mask, long maxOctets)
      throws IOException {
    this.directory = directory;
    this.maxOctets = maxOctets;
    failures = new Failures(directory.salt(), mask);
    nodata = new Failures(directory.salt(), mask);
    for (Dataset dataset :
        new Dataset[] {Dataset.PDNS, Dataset.PDNS_DNSSEC, Dataset.PDNS_UNPLACED}) {
      rrsets.put(dataset, new RrsetLines(dataset == Dataset.PDNS));
    }
    sealing = new Sealing(directory);
  }

  /**
   * Makes files a part of a store that were sealed by a writer that may have been killed before it
   * could. Those that are already stay so, also when they have become part of others since.
   *
   * @param names as {@link #seal} returned them
   * @return how many were not
   * @throws IOException with one line when one of them is not there or not whole
   */
  public static int commit(Path store, List<String> names) throws IOException {
    return Recovery.commit(store, names);
  }

  /**
   * Takes an RRset with its count.
   *
   * @param dataset one of RRsets
   */
  public void onRrset(Dataset dataset, SeenRrset seen) throws IOException {
    RrsetLines table = rrsets.get(dataset);
    if (table == null) {
      throw new IllegalArgumentException(dataset + " has no RRsets");
    }
    rrsetsTaken++;
    if (seen.firstNanos() < 0) {
      before1970++;
    }
    rrsetOctets += table.add(seen);
    writeIfFull();
  }

  /**
   * Takes an exchange whose rcode is not NOERROR.
   *
   * @param cause why it failed; null when nobody looked
   */
  public void onFailure(ExchangeView exchange, @Nullable Cause cause) throws IOException {
    if (isKept(exchange)) {
      failuresTaken++;
      failures.add(exchange, cause);
      writeIfFull();
    }
  }

  /** Takes an exchange that tells that its name has no record of the type asked for. */
  public void onNodata(ExchangeView exchange) throws IOException {
    if (isKept(exchange)) {
      nodataTaken++;
      nodata.add(exchange, null);
      writeIfFull();
    }
  }

  /** Takes a finding as it is now. */
  public void onFinding(Finding finding) throws IOException {
    findings.add(finding);
    writeIfFull();
  }

  private boolean isKept(ExchangeView exchange) {
    if (!exchange.hasQuestion()) {
      withoutQuestion++;
      return false;
    }
    if (exchange.qclass() != INTERNET) {
      otherClass++;
      return false;
    }
    if (exchange.responseNanos() < 0) {
      before1970++;
    }
    return true;
  }

  /** Tells how far the time of the traffic has come: which floods may still go on. */
  public void onTime(long epochNanos) {
    reachedSeconds = EpochTimes.seconds(epochNanos);
  }

  private void writeIfFull() throws IOException {
    if (rrsetOctets + failures.octets() + nodata.octets() + findings.memoryOctets() > maxOctets) {
      write();
    }
  }

  /**
   * Writes all rows to files, which are whole and synced when this returns, and not a part of the
   * store before {@link #commit}.
   *
   * @return the names of all files that wait for it, below the store's directory
   * @throws IOException with one line when a file cannot be written; the rows are kept then
   */
  public List<String> seal() throws IOException {
    write();
    return sealing.sync();
  }

  private void write() throws IOException {
    List<Sealing.Contents> files = new ArrayList<>();
    rrsets.forEach((dataset, sets) -> add(dataset, sets, files));
    add(Dataset.FAILURES, failures, files);
    add(Dataset.NODATA, nodata, files);
    addTallies(files);
    FileTimes.spread(findings.sizes())
        .forEach((time, starts) ->
            files.add(new Sealing.Contents(Dataset.FINDINGS, time, findings.of(starts))));
    sealing.seal(files); // when that fails, the rows stay in memory and are in no file
    rrsets.values().forEach(RrsetLines::clear);
    rrsetOctets = 0;
    failures.clear(reachedSeconds);
    nodata.clear(reachedSeconds);
    findings.clear();
  }

  private static void add(Dataset dataset, RrsetLines sets, List<Sealing.Contents> files) {
    FileTimes.spread(sets.sizes())
        .forEach((time, starts) -> {
          files.add(new Sealing.Contents(dataset, time, sets.byName(starts)));
          if (dataset == Dataset.PDNS) {
            files.add(new Sealing.Contents(Dataset.PDNS_RDATA, time, sets.byRdata(starts)));
          }
        });
  }

  private static void add(Dataset dataset, Failures counted, List<Sealing.Contents> files) {
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
          Tallying tallying = new Tallying(directory.salt(), time.level());
          tallying.addFailures(failures, starts);
          tallying.addNodata(nodata, starts);
          files.add(new Sealing.Contents(Dataset.TALLIES, time, tallying.lines()));
        });
  }

  /**
   * Makes the sealed files a part of the store. When this returns they are, whatever happens then.
   *
   * @return whether there were any
   * @throws IOException with one line when the manifest cannot be written; the files still wait
   */
  public boolean commit() throws IOException {
    return sealing.commit();
  }

  /** Removes the sealed files, and forgets all rows. */
  public void discard() throws IOException {
    rrsets.values().forEach(RrsetLines::clear);
    rrsetOctets = 0;
    failures.clear(reachedSeconds);
    nodata.clear(reachedSeconds);
    findings.clear();
    sealing.discard();
  }

  /** What became of everything that came. */
  public WriterCounts counts() {
    return new WriterCounts(
        rrsetsTaken,
        failuresTaken,
        nodataTaken,
        withoutQuestion,
        otherClass,
        before1970,
        sealing.files(),
        sealing.rows());
  }

  /** The store that is written to. */
  public StoreDirectory directory() {
    return directory;
  }

  /** Ends; what was not committed is not in the store. */
  @Override
  public void close() throws IOException {
    try {
      sealing.discard();
    } finally {
      sealing.close();
    }
  }
}
