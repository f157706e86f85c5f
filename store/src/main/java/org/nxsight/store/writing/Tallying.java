package org.nxsight.store.writing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.store.Dimension;
import org.nxsight.store.manifest.Level;
import org.nxsight.wire.Bytes;

/**
 * Adds up counted failures by what they have in common, for one file.
 *
 * <p>Of the dimensions that can have any number of keys the greatest of each bucket are kept. A
 * first look at the rows adds up hashes, which takes 16 to 64 octets a key; a second one makes the
 * tallies of those that are great enough. Of those with the least count that is, the first ones
 * stay.
 */
final class Tallying {
  private static final int MINUTE_SECONDS = 60;
  private static final long NO_HASH = 0;

  private static final List<Dimension> GREATEST =
      Arrays.stream(Dimension.values()).filter(each -> !each.isWhole()).toList();

  private final int wholeSeconds;
  private final int greatestSeconds;
  private final TalliedRow row;
  private final Map<Key, Tally> whole = new HashMap<>();
  private final Map<Key, Tally> greatest = new HashMap<>();

  /** Where a tally stands. */
  private record Key(Dimension dimension, String key, long bucketSeconds) {}

  /** What is added up of a dimension in a bucket, before keys have texts. */
  private static final class Pass {
    final HashCounts counts = new HashCounts();
    final Map<Long, Tally> kept = new HashMap<>();
    long threshold;
    int room;

    /** Finds out which keys are great enough. */
    void weigh() {
      threshold = counts.threshold(Dimension.GREATEST);
      room = Dimension.GREATEST - counts.above(threshold);
    }

    /** Whether a key is one of the greatest; of those with the least count the first ones are. */
    boolean takes(long hash) {
      long count = counts.count(hash);
      return count > threshold || (count == threshold && (kept.containsKey(hash) || room-- > 0));
    }
  }

  /**
   * @param salt keys the hashes
   * @param level of the file
   */
  Tallying(long salt, Level level) {
    wholeSeconds = level.failureSeconds();
    greatestSeconds = level.tallySeconds();
    row = new TalliedRow(salt);
  }

  /** Adds up failures of ten-minute periods that start then. */
  void addFailures(Failures failures, List<Long> starts) {
    FailureTable table = failures.table();
    Map<Long, Pass[]> passes = new HashMap<>();
    int[] entries =
        Arrays.stream(table.entries())
            .filter(entry -> starts.contains(failures.periodStart(entry)))
            .toArray();
    long[] hashes = new long[entries.length * GREATEST.size()];
    for (int i = 0; i < entries.length; i++) {
      int entry = entries[i];
      row.set(table, entry);
      addWhole(failures, entry);
      long count = Bytes.i64(table.block(entry), table.offset(entry) + FailureTable.COUNT);
      Pass[] bucket = passes.computeIfAbsent(bucketStart(failures, entry), _ -> passes());
      for (int dimension = 0; dimension < bucket.length; dimension++) {
        if (row.has(GREATEST.get(dimension))) {
          long hash = row.hash(GREATEST.get(dimension));
          hashes[i * bucket.length + dimension] = hash == NO_HASH ? 1 : hash;
          bucket[dimension].counts.add(hash, count);
        }
      }
    }
    passes.values().forEach(bucket -> Arrays.stream(bucket).forEach(Pass::weigh));
    for (int i = 0; i < entries.length; i++) {
      Pass[] bucket = passes.get(bucketStart(failures, entries[i]));
      for (int dimension = 0; bucket != null && dimension < bucket.length; dimension++) {
        addGreat(bucket, dimension, hashes[i * bucket.length + dimension], failures, entries[i]);
      }
    }
  }

  private static Pass[] passes() {
    Pass[] all = new Pass[GREATEST.size()];
    Arrays.setAll(all, _ -> new Pass());
    return all;
  }

  private long bucketStart(Failures failures, int entry) {
    return failures.periodStart(entry) / greatestSeconds * greatestSeconds;
  }

  private void addGreat(Pass[] bucket, int dimension, long hash, Failures failures, int entry) {
    Pass pass = bucket[dimension];
    if (hash == NO_HASH || !pass.takes(hash)) {
      return;
    }
    row.set(failures.table(), entry);
    Tally tally = pass.kept.get(hash);
    if (tally == null) {
      tally = new Tally();
      pass.kept.put(hash, tally);
      Dimension of = GREATEST.get(dimension);
      greatest.put(new Key(of, row.key(of), bucketStart(failures, entry)), tally);
    }
    count(tally, failures, entry);
  }

  private void addWhole(Failures failures, int entry) {
    addWhole(Dimension.RCODE, row.rcode(), failures, entry);
    addWhole(Dimension.QTYPE, row.qtype(), failures, entry);
    String scope = row.scope();
    if (scope != null) {
      addWhole(Dimension.SCOPE, scope, failures, entry);
    }
    Cause cause = row.cause();
    if (cause != null) {
      Tally tally = addWhole(Dimension.CAUSE, cause.name(), failures, entry);
      FailureTable table = failures.table();
      long count = Bytes.i64(table.block(entry), table.offset(entry) + FailureTable.COUNT);
      if (tally.takesSample(count)) {
        tally.addSample(row.name(), count);
      }
    }
    String list = row.list();
    if (list != null) {
      addWhole(Dimension.LIST, list, failures, entry);
      Dimension trouble = row.listTrouble();
      if (trouble != null) {
        addWhole(trouble, list, failures, entry);
      }
    }
  }

  /** Adds up names without a type, of ten-minute periods that start then. */
  void addNodata(Failures nodata, List<Long> starts) {
    for (int entry : nodata.table().entries()) {
      if (starts.contains(nodata.periodStart(entry))) {
        row.set(nodata.table(), entry);
        addWhole(Dimension.NODATA, row.qtype(), nodata, entry);
      }
    }
  }

  private Tally addWhole(Dimension dimension, String key, Failures failures, int entry) {
    FailureTable table = failures.table();
    int at = table.offset(entry) + FailureTable.KEY;
    long second = (long) MINUTE_SECONDS * Bytes.i32(table.block(entry), at + FailureKey.MINUTE);
    Tally tally =
        whole.computeIfAbsent(
            new Key(dimension, key, second / wholeSeconds * wholeSeconds), _ -> new Tally());
    count(tally, failures, entry);
    return tally;
  }

  private void count(Tally tally, Failures failures, int entry) {
    FailureTable table = failures.table();
    byte[] block = table.block(entry);
    int at = table.offset(entry);
    tally.add(
        Bytes.i64(block, at + FailureTable.COUNT),
        Bytes.i64(block, at + FailureTable.FIRST),
        Bytes.i64(block, at + FailureTable.LAST));
    Flood flood = failures.floodOf(entry);
    if (flood == null) {
      tally.names().add(row.nameHash());
    } else {
      tally.names().addAll(flood.names());
    }
  }

  /** The tallies as lines of text. */
  Lines lines() {
    Lines lines = new Lines();
    TextRow text = new TextRow();
    whole.forEach((key, tally) -> append(text, key, tally, true).end(lines));
    greatest.forEach((key, tally) -> append(text, key, tally, false).end(lines));
    return lines;
  }

  private TextRow append(TextRow text, Key key, Tally tally, boolean sketched) {
    text.first().append(key.dimension.text());
    text.field().append(key.key);
    text.field().append(key.bucketSeconds * EpochTimes.MICROS_A_SECOND);
    text.field().append(sketched ? wholeSeconds : greatestSeconds);
    text.field().append(tally.count());
    text.field().append(tally.names().distinct());
    text.field().append(tally.first());
    text.field().append(tally.last());
    if (sketched) {
      text.field();
      tally.names().append(text);
    } else {
      text.none();
    }
    if (tally.samples().isEmpty()) {
      text.none();
    } else {
      text.field().append(String.join("\37", tally.samples()));
    }
    return text;
  }
}
