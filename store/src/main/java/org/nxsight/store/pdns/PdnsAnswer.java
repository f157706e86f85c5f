package org.nxsight.store.pdns;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.pdns.QuestionFailedException.Reason;

/**
 * The records that answer a question, one by one: by the tree of names, type, bailiwick and rdata;
 * or by rdata, type and name. The same question to the same files gives them in the same order, so
 * that an offset goes on where a limit ended. One thread reads it; any thread may take it back.
 */
public final class PdnsAnswer implements AutoCloseable {
  private final PdnsTable table;
  private final RunningQuestion running;
  private final Iterator<KeyRange> ranges;
  private final long end;
  private @Nullable ResultSet rows;
  private long at;
  private boolean limited;

  PdnsAnswer(PdnsQuestion question, PdnsTable table, RunningQuestion running) {
    this.table = table;
    this.running = running;
    this.ranges = KeyRanges.of(question.subject()).iterator();
    this.end = saturatedSum(question.offset(), question.limit());
    this.skip = question.offset();
  }

  private final long skip;

  /** The next record, or null when there is none, or no more are to be answered with. */
  public @Nullable PdnsRecord next() throws QuestionFailedException {
    try {
      while (!limited && advance()) {
        if (at == end) {
          limited = true;
        } else if (at++ >= skip) {
          return record(open());
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

  private boolean advance() throws QuestionFailedException, SQLException {
    while (true) {
      running.check();
      if (rows != null && rows.next()) {
        return true;
      }
      running.endSelect();
      rows = null;
      if (!ranges.hasNext()) {
        return false;
      }
      // One more than wanted tells whether there are more.
      long most = end == Long.MAX_VALUE ? end : end - at + 1;
      Condition select = table.select(ranges.next(), running.files()::files, most);
      rows = select.sql().isEmpty() ? null : running.run(select);
    }
  }

  private ResultSet open() {
    ResultSet result = rows;
    if (result == null) {
      throw new IllegalStateException("no row has been reached");
    }
    return result;
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
