package org.nxsight.store.writing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.channels.answers.SeenRrset;
import org.nxsight.channels.privacy.AddressMask;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Level;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.writing.FileTimes.FileTime;

/**
 * Writes a store. Rows gather in memory, become files by {@link #seal}, and a part of the store by
 * {@link #commit}: all since the last time or, when the process dies, none of it.
 *
 * <p>One thread uses it. A method that writes files takes some seconds for a million rows.
 */
public final class StoreWriter implements AutoCloseable {
  /** Rows that wait in memory: some 150,000 RRsets or 400,000 failures. */
  public static final long MAX_OCTETS = 48L << 20;

  /** How long after the end of ten minutes their rows are written: when their responses are in. */
  public static final int GRACE_SECONDS = 30;

  private static final int INTERNET = 1;

  private final StoreDirectory directory;
  private final long maxOctets;
  private final Sealing sealing;
  private final Map<Dataset, RrsetTable> rrsets = new EnumMap<>(Dataset.class);
  private final Failures failures;
  private final Failures nodata;
  private long rrsetOctets;
  private long reachedSeconds;
  private long periodEnd = Long.MAX_VALUE;

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
      rrsets.put(dataset, new RrsetTable());
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
   * @param zoneSource 1 to 4, what told the bailiwick; 0 when that is not known
   */
  public void onRrset(Dataset dataset, SeenRrset seen, int zoneSource) throws IOException {
    RrsetTable table = rrsets.get(dataset);
    if (table == null) {
      throw new IllegalArgumentException(dataset + " has no RRsets");
    }
    rrsetsTaken++;
    if (seen.firstNanos() < 0) {
      before1970++;
    }
    long start = Level.MINUTES.start(EpochTimes.seconds(seen.firstNanos()));
    rrsetOctets += table.add(seen, zoneSource, start);
    writeIfFull();
  }

  /** Takes an exchange whose rcode is not NOERROR. */
  public void onFailure(ExchangeView exchange) throws IOException {
    if (isKept(exchange)) {
      failuresTaken++;
      failures.add(exchange);
      writeIfFull();
    }
  }

  /** Takes an exchange that tells that its name has no record of the type asked for. */
  public void onNodata(ExchangeView exchange) throws IOException {
    if (isKept(exchange)) {
      nodataTaken++;
      nodata.add(exchange);
      writeIfFull();
    }
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

  /**
   * Tells how far the time of the traffic has come.
   *
   * @return whether ten minutes have ended since rows were last written; a run that goes on then
   *     seals and commits
   */
  public boolean onTime(long epochNanos) {
    reachedSeconds = EpochTimes.seconds(epochNanos);
    long end = Level.MINUTES.end(reachedSeconds) + GRACE_SECONDS;
    // A clock that jumped back starts again.
    periodEnd = Math.min(periodEnd, end);
    return reachedSeconds >= periodEnd;
  }

  private void writeIfFull() throws IOException {
    if (rrsetOctets + failures.octets() + nodata.octets() > maxOctets) {
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
    for (Map.Entry<Dataset, RrsetTable> entry : rrsets.entrySet()) {
      RrsetTable table = entry.getValue();
      writeOrTakeBack(() -> write(entry.getKey(), table));
      rrsetOctets -= table.clear();
    }
    writeOrTakeBack(() -> write(Dataset.FAILURES, failures));
    failures.clear(reachedSeconds);
    writeOrTakeBack(() -> write(Dataset.NODATA, nodata));
    nodata.clear(reachedSeconds);
    periodEnd = Long.MAX_VALUE;
  }

  private interface Files {
    void write() throws IOException;
  }

  /** Rows that stay in memory are in no file, so that they are not counted twice. */
  private void writeOrTakeBack(Files files) throws IOException {
    int waiting = sealing.waiting();
    try {
      files.write();
    } catch (IOException | RuntimeException failed) {
      sealing.takeBack(waiting);
      throw failed;
    }
  }

  private void write(Dataset dataset, RrsetTable table) throws IOException {
    RrsetRows rows = new RrsetRows();
    boolean placed = dataset != Dataset.PDNS_UNPLACED;
    for (Map.Entry<FileTime, List<Long>> file : FileTimes.spread(table.sizes()).entrySet()) {
      Map<RrsetTable.Key, Sums> sets = table.rows(file.getValue());
      sealing.seal(dataset, file.getKey(), out -> rows.writeByName(sets, placed, out));
      if (dataset == Dataset.PDNS) {
        sealing.seal(Dataset.PDNS_RDATA, file.getKey(), out -> rows.writeByRdata(sets, out));
      }
    }
  }

  private void write(Dataset dataset, Failures counted) throws IOException {
    FailureRows rows = new FailureRows(counted);
    for (Map.Entry<FileTime, List<Long>> file : FileTimes.spread(counted.sizes()).entrySet()) {
      int bucketSeconds = file.getKey().level().failureSeconds();
      sealing.seal(dataset, file.getKey(), out -> rows.write(file.getValue(), bucketSeconds, out));
    }
  }

  /**
   * Makes the sealed files a part of the store. When this returns they are, whatever happens then.
   *
   * @throws IOException with one line when the manifest cannot be written; the files still wait
   */
  public void commit() throws IOException {
    sealing.commit();
  }

  /** Removes the sealed files, and forgets all rows. */
  public void discard() throws IOException {
    rrsets.values().forEach(RrsetTable::clear);
    rrsetOctets = 0;
    failures.clear(reachedSeconds);
    nodata.clear(reachedSeconds);
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
