package org.nxsight.store.pdns;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nxsight.store.pdns.QuestionFailedException.Reason;

/**
 * The passive DNS database over the files of a store. Any number of threads may ask; as many
 * questions as {@link PdnsLimits} says are answered at once, and the others wait for their turn.
 */
public final class PdnsDatabase implements AutoCloseable {
  private final StoreFiles store;
  private final PdnsLimits limits;
  private final Connections connections;
  private final KeyIndex index = new KeyIndex();
  private final KeyFilters filters;
  private final Deadlines deadlines = new Deadlines();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * A database over these files.
   *
   * @throws IOException when the engine does not start
   */
  public PdnsDatabase(StoreFiles store, PdnsLimits limits) throws IOException {
    this.store = store;
    this.limits = limits;
    try {
      this.connections = new Connections(limits);
      this.filters = new KeyFilters(connections.apart());
    } catch (SQLException e) {
      throw new IOException("the database engine does not start: " + e.getMessage(), e);
    }
  }

  /**
   * Begins to answer. The answer holds one of the few connections until it is closed.
   *
   * @throws QuestionFailedException when it could not even begin
   */
  public PdnsAnswer ask(PdnsQuestion question) throws QuestionFailedException {
    long deadlineNanos = System.nanoTime() + limits.longest().toNanos();
    Connection connection = connection();
    try {
      StoreFiles.Held files = store.hold();
      return new PdnsAnswer(
          question,
          new RunningQuestion(
              connection, connections, index, filters, files, deadlines, deadlineNanos, limits));
    } catch (IOException e) {
      connections.giveBack(connection);
      throw new QuestionFailedException(
          Reason.STORE, "the store cannot be read: " + e.getMessage());
    }
  }

  /**
   * What the records that answer a question are together; none behind the one with which their
   * counts reach {@code maxCount}.
   */
  public PdnsSummary summarize(PdnsQuestion question, long maxCount)
      throws QuestionFailedException {
    long records = 0;
    long count = 0;
    long first = Long.MAX_VALUE;
    long last = 0;
    try (PdnsAnswer answer = ask(question)) {
      PdnsRecord record = null;
      while (count < maxCount && (record = answer.next()) != null) {
        records++;
        count = saturatedSum(count, record.count());
        first = Math.min(first, record.timeFirst());
        last = records == 1 ? record.timeLast() : Math.max(last, record.timeLast());
      }
      boolean more = count >= maxCount ? answer.next() != null : answer.limited();
      return new PdnsSummary(records, count, records == 0 ? 0 : first, last, more);
    }
  }

  private static long saturatedSum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private Connection connection() throws QuestionFailedException {
    Connection connection = null;
    try {
      connection = closed.get() ? null : connections.take(limits.longest().toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (connection == null) {
      throw new QuestionFailedException(
          Reason.BUSY, limits.questions() + " other questions are being answered; ask again later");
    }
    return connection;
  }

  /** Takes back what is being answered, and ends. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    deadlines.close();
    filters.close();
    try {
      connections.close();
    } catch (SQLException e) {
      // It was only read from; nothing is lost.
    }
  }
}
