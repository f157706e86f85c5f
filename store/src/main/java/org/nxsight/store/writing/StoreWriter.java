package org.nxsight.store.writing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
 * <p>One thread uses it. When so many rows have gathered that memory is full, other threads make
 * files of them, while new ones gather; and the caller waits when memory is full again before they
 * are done.
 */
public final class StoreWriter implements AutoCloseable {
  /**
   * Rows that wait in memory: some 200,000 RRsets or 400,000 failures. As many may be on their way
   * to files.
   */
  public static final long MAX_OCTETS = 48L << 20;

  private static final int INTERNET = 1;

  private final StoreDirectory directory;
  private final long maxOctets;
  private final Sealing sealing;
  private Gathered gathered;

  /** What is being written. */
  private @Nullable Gathered leaving;

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
    gathered = new Gathered(directory.salt(), mask);
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
    gathered.add(dataset, seen);
    rrsetsTaken++;
    if (seen.firstNanos() < 0) {
      before1970++;
    }
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
      gathered.addFailure(exchange, cause);
      writeIfFull();
    }
  }

  /** Takes an exchange that tells that its name has no record of the type asked for. */
  public void onNodata(ExchangeView exchange) throws IOException {
    if (isKept(exchange)) {
      nodataTaken++;
      gathered.addNodata(exchange);
      writeIfFull();
    }
  }

  /** Takes a finding as it is now. */
  public void onFinding(Finding finding) throws IOException {
    gathered.add(finding);
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
    if (gathered.octets() > maxOctets) {
      finishWriting();
      beginWriting();
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
    finishWriting();
    beginWriting();
    finishWriting();
    return sealing.sync();
  }

  private void beginWriting() {
    Gathered full = gathered;
    gathered = full.successor(reachedSeconds);
    leaving = full;
    sealing.begin(full::contents);
  }

  /** Waits for files; when they could not be written, their rows wait for the next time. */
  private void finishWriting() throws IOException {
    Gathered full = leaving;
    if (full != null) {
      if (!sealing.isWriting()) {
        sealing.begin(full::contents);
      }
      sealing.await();
      leaving = null;
    }
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
    sealing.discard();
    leaving = null;
    gathered = gathered.successor(reachedSeconds);
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
