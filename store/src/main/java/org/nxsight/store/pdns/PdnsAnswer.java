package org.nxsight.store.pdns;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;
import org.nxsight.store.pdns.QuestionFailedException.Reason;

/**
 * The records that answer a question, one by one: by the tree of names, type, bailiwick and rdata;
 * or by rdata, type and name. The same question to the same files gives them in the same order, so
 * that an offset goes on where a limit ended. One thread reads it; any thread may take it back.
 */
public final class PdnsAnswer implements AutoCloseable {
  private final PdnsQuestion question;
  private final PdnsTable table;
  private final RunningQuestion running;
  private final Iterator<KeyRange> ranges;
  private final long skip;
  private final long end;
  private @Nullable Map<Path, FileKeys> keys;
  private @Nullable Slices slices;
  private @Nullable ResultSet rows;
  private Iterator<PdnsRecord> summed = Collections.emptyIterator();
  private long at;
  private boolean limited;

  PdnsAnswer(PdnsQuestion question, RunningQuestion running) {
    this.question = question;
    this.table = new PdnsTable(question);
    this.running = running;
    this.ranges = KeyRanges.of(question.subject()).iterator();
    this.end = saturatedSum(question.offset(), question.limit());
    this.skip = question.offset();
  }

  /** The next record, or null when there is none, or no more are to be answered with. */
  public @Nullable PdnsRecord next() throws QuestionFailedException {
    try {
      PdnsRecord record = null;
      while (!limited && (record = advance()) != null) {
        if (at == end) {
          limited = true;
        } else if (at++ >= skip) {
          return record;
        }
      }
      return null;
    } catch (SQLException e) {
      throw running.failed(e);
    }
  }

  /** Whether there are more records than the limit; known when {@link #next} has given null. */
  public boolean limited() {
    return limited;
  }

  /** Ends it early; {@link #next} fails from now on. */
  public void cancel() {
    running.end(Reason.CANCELLED);
  }

  private @Nullable PdnsRecord advance() throws QuestionFailedException, SQLException {
    while (true) {
      running.check();
      if (summed.hasNext()) {
        return summed.next();
      }
      if (rows != null && rows.next()) {
        return record(rows);
      }
      running.endSelect();
      rows = null;
      KeyRange slice = slice();
      if (slice == null) {
        return null;
      }
      if (!slice.isOne() || !sum(slice)) {
        // One more than wanted tells whether there are more.
        long most = end == Long.MAX_VALUE ? end : end - at + 1;
        Condition select = table.select(slice, dataset -> files(dataset, slice), most);
        rows = select.sql().isEmpty() ? null : running.run(select);
      }
    }
  }

  /** Sums the rows of one key here; false when they are too many. */
  private boolean sum(KeyRange key) throws QuestionFailedException, SQLException {
    Condition select = table.rows(key, dataset -> files(dataset, key), SmallSums.MOST_ROWS + 1L);
    List<PdnsRecord> all = new ArrayList<>();
    if (!select.sql().isEmpty()) {
      try (ResultSet found = running.run(select)) {
        while (found.next()) {
          all.add(record(found));
        }
      }
      running.endSelect();
    }
    boolean few = all.size() <= SmallSums.MOST_ROWS;
    if (few) {
      summed = SmallSums.of(all, question);
    }
    return few;
  }

  private @Nullable KeyRange slice() throws QuestionFailedException {
    Slices current = slices;
    while (current == null || !current.hasNext()) {
      if (!ranges.hasNext()) {
        return null;
      }
      current = new Slices(ranges.next(), keys());
      slices = current;
    }
    return current.next();
  }

  /** The files of a dataset that can have keys of a slice. */
  private List<Path> files(Dataset dataset, KeyRange slice) {
    List<Path> all = running.files(dataset);
    Map<Path, FileKeys> known = keys;
    if (known == null) {
      return all;
    }
    List<Path> some = new ArrayList<>();
    for (Path file : all) {
      FileKeys ofFile = known.get(file);
      if (ofFile == null || !ofFile.overlapping(slice).isEmpty()) {
        some.add(file);
      }
    }
    return slice.isOne() && some.size() > 1 ? filtered(some, slice.from(), known) : some;
  }

  /** Those of some files that may have a key. */
  private List<Path> filtered(List<Path> files, String key, Map<Path, FileKeys> known) {
    KeyFilters filters = running.filters();
    filters.ask(table.key());
    List<Path> some = new ArrayList<>();
    for (Path file : files) {
      FileKeys ofFile = known.get(file);
      if (ofFile != null) {
        filters.reach(file, table.key(), ofFile.rows());
      }
      if (filters.mayHave(file, key)) {
        some.add(file);
      }
    }
    return some;
  }

  private Map<Path, FileKeys> keys() throws QuestionFailedException {
    Map<Path, FileKeys> known = keys;
    if (known == null) {
      known = running.keys(table.datasets(), table.key());
      keys = known;
    }
    return known;
  }

  private static PdnsRecord record(ResultSet row) throws SQLException {
    return new PdnsRecord(
        row.getString(1),
        row.getString(2),
        row.getString(4),
        rdata(row.getObject(3)),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7));
  }

  private static List<String> rdata(Object value) throws SQLException {
    if (!(value instanceof Array list)) {
      return List.of(String.valueOf(value));
    }
    List<String> rdata = new ArrayList<>();
    for (Object each : (Object[]) list.getArray()) {
      rdata.add(String.valueOf(each));
    }
    return List.copyOf(rdata);
  }

  private static long saturatedSum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  @Override
  public void close() {
    running.close();
  }
}
