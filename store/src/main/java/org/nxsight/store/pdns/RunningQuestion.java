package org.nxsight.store.pdns;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;
import org.nxsight.store.pdns.QuestionFailedException.Reason;

/** What one question holds while it is answered: a connection, the files, and its time. */
final class RunningQuestion implements AutoCloseable {
  private final Connection connection;
  private final Connections connections;
  private final KeyIndex index;
  private final KeyFilters filters;
  private final StoreFiles.Held files;
  private final PdnsLimits limits;
  private final long deadlineNanos;
  private final Future<?> deadline;
  private final Object lock = new Object();
  private volatile @Nullable Reason ended;
  private @Nullable PreparedStatement statement;
  private boolean closed;

  RunningQuestion(
      Connection connection,
      Connections connections,
      KeyIndex index,
      KeyFilters filters,
      StoreFiles.Held files,
      Deadlines deadlines,
      long deadlineNanos,
      PdnsLimits limits) {
    this.connection = connection;
    this.connections = connections;
    this.index = index;
    this.filters = filters;
    this.files = files;
    this.limits = limits;
    this.deadlineNanos = deadlineNanos;
    this.deadline = deadlines.in(deadlineNanos - System.nanoTime(), () -> end(Reason.TIME));
  }

  /** The keys of all files of these datasets. */
  Map<Path, FileKeys> keys(List<Dataset> datasets, String key) throws QuestionFailedException {
    List<Path> ofDatasets = new ArrayList<>();
    for (Dataset dataset : datasets) {
      ofDatasets.addAll(files.files(dataset));
    }
    try {
      check();
      Map<Path, FileKeys> keys = index.of(connection, ofDatasets, key);
      forgetOld();
      return keys;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Which single keys the files may have. */
  KeyFilters filters() {
    return filters;
  }

  /** The files of a dataset. */
  List<Path> files(Dataset dataset) {
    return files.files(dataset);
  }

  private void forgetOld() {
    List<Path> all = new ArrayList<>();
    for (Dataset dataset : Dataset.values()) {
      all.addAll(files.files(dataset));
    }
    if (index.size() > 2 * all.size()) {
      index.keepOnly(all);
      filters.keepOnly(all);
    }
  }

  /** Runs one SELECT; the one before it must have been closed. */
  ResultSet run(Condition select) throws QuestionFailedException {
    check();
    try {
      PreparedStatement prepared = connection.prepareStatement(select.sql());
      synchronized (lock) {
        statement = prepared;
      }
      for (int i = 0; i < select.parameters().size(); i++) {
        prepared.setString(i + 1, select.parameters().get(i));
      }
      ResultSet rows = prepared.executeQuery();
      check();
      return rows;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Ends the SELECT that runs. */
  void endSelect() throws SQLException {
    PreparedStatement prepared;
    synchronized (lock) {
      prepared = statement;
      statement = null;
    }
    if (prepared != null) {
      prepared.close();
    }
  }

  /** Throws when the question is to end. */
  void check() throws QuestionFailedException {
    Reason reason = ended;
    if (reason == null && System.nanoTime() - deadlineNanos > 0) {
      reason = Reason.TIME;
    }
    if (reason != null) {
      throw ending(reason);
    }
  }

  /** What a fault of the engine means. */
  QuestionFailedException failed(SQLException fault) {
    Reason reason = ended;
    return reason != null ? ending(reason) : new QuestionFailedException(Reason.STORE, told(fault));
  }

  /** Ends the question, from any thread. */
  void end(Reason reason) {
    synchronized (lock) {
      if (closed || ended != null) {
        return;
      }
      ended = reason;
      Statement running = statement;
      if (running != null) {
        try {
          running.cancel();
        } catch (SQLException e) {
          // It has ended by itself.
        }
      }
    }
  }

  private QuestionFailedException ending(Reason reason) {
    return new QuestionFailedException(
        reason,
        reason == Reason.TIME
            ? "this took longer than the "
                + limits.longest().toSeconds()
                + " seconds a question may take; ask for less"
            : "the question was taken back");
  }

  /** The engine's first line, without the name of its kind. */
  private static String told(SQLException fault) {
    String message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    if (message.startsWith("Out of Memory")) {
      return "this needs more memory than a question may take; ask for less";
    }
    return "the store cannot be read: " + message.replaceFirst("^[A-Z][A-Za-z ]*Error: ", "");
  }

  @Override
  public void close() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
    }
    deadline.cancel(false);
    try {
      endSelect();
    } catch (SQLException e) {
      // Its rows are no longer wanted.
    }
    try {
      files.close();
    } catch (IOException e) {
      // They were only read from.
    }
    connections.giveBack(connection);
  }
}
