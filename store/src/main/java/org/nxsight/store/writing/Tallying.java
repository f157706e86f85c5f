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
  }

  private record Bucket(Dimension dimension, long startSeconds) {}

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
    Map<Bucket, Pass> passes = new HashMap<>();
    int[] entries =
        Arrays.stream(table.entries())
            .filter(entry -> starts.contains(failures.periodStart(entry)))
            .toArray();
    for (int entry : entries) {
      row.set(table, entry);
      long count = Bytes.i64(table.block(entry), table.offset(entry) + FailureTable.COUNT);
      addWhole(failures, entry);
      for (Dimension dimension : GREATEST) {
        if (row.has(dimension)) {
          passes
              .computeIfAbsent(bucket(dimension, failures, entry), _ -> new Pass())
              .counts
              .add(row.hash(dimension), count);
        }
      }
    }
    for (Pass pass : passes.values()) {
      pass.threshold = pass.counts.threshold(Dimension.GREATEST);
      pass.room = Dimension.GREATEST - pass.counts.above(pass.threshold);
    }
    for (int entry : entries) {
      row.set(table, entry);
      for (Dimension dimension : GREATEST) {
        if (row.has(dimension)) {
          Bucket bucket = bucket(dimension, failures, entry);
          Pass pass = passes.get(bucket);
          if (pass != null) {
            addGreat(pass, bucket, failures, entry);
          }
        }
      }
    }
  }

  private Bucket bucket(Dimension dimension, Failures failures, int entry) {
    long second = failures.periodStart(entry);
    return new Bucket(dimension, second / greatestSeconds * greatestSeconds);
  }

  private void addGreat(Pass pass, Bucket bucket, Failures failures, int entry) {
    long hash = row.hash(bucket.dimension);
    long count = pass.counts.count(hash);
    Tally tally = pass.kept.get(hash);
    if (tally == null) {
      if (count < pass.threshold || (count == pass.threshold && pass.room-- <= 0)) {
        return;
      }
      tally = new Tally();
      pass.kept.put(hash, tally);
      greatest.put(
          new Key(bucket.dimension, row.key(bucket.dimension), bucket.startSeconds), tally);
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
