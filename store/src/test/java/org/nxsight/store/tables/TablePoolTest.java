package org.nxsight.store.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.writing.Sets;
import org.nxsight.store.writing.StoreWriter;

class TablePoolTest {
  private static final long NANOS = 1_000_000_000L;

  @TempDir Path store;

  private void write(String rrname) throws Exception {
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      writer.onRrset(
          Dataset.PDNS, Sets.addresses(rrname, "test.", 1, NANOS, 2 * NANOS, "192.0.2.1"));
      writer.seal();
      writer.commit();
    }
  }

  private static TablePool.Lease take(TablePool pool) throws Exception {
    return Objects.requireNonNull(pool.take(NANOS));
  }

  private static long rows(TablePool.Lease lease) throws Exception {
    try (Statement statement = lease.tables().connection().createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM pdns")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void seesWhatWasCommittedSinceAndLeavesOlderQuestionsTheirState() throws Exception {
    try (TablePool pool = new TablePool(store, 2)) {
      String nothing = pool.version();
      write("a.test.");
      String one = pool.version();
      try (TablePool.Lease old = take(pool)) {
        assertThat(rows(old)).isEqualTo(1);
        write("b.test.");
        try (TablePool.Lease now = take(pool)) {
          assertThat(rows(now)).isEqualTo(2);
        }
        assertThat(rows(old)).isEqualTo(1);
      }
      assertThat(pool.version()).isNotIn(nothing, one);
    }
  }

  @Test
  void answersOnlySoManyAtOnce() throws Exception {
    try (TablePool pool = new TablePool(store, 1);
        TablePool.Lease only = take(pool)) {
      assertThat(only).isNotNull();
      assertThat(pool.take(1)).isNull();
    }
  }

  @Test
  void endsAQuestionThatIsInterrupted() throws Exception {
    write("a.test.");
    try (TablePool pool = new TablePool(store, 1);
        TablePool.Lease lease = take(pool);
        ExecutorService asking = Executors.newSingleThreadExecutor()) {
      CountDownLatch begun = new CountDownLatch(1);
      Future<Boolean> failed =
          asking.submit(() -> {
            String endless =
                "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b";
            try (PreparedStatement statement = lease.tables().prepare(endless)) {
              begun.countDown();
              statement.executeQuery();
              return false;
            } catch (SQLException e) {
              return true;
            }
          });
      begun.await();
      while (!failed.isDone()) {
        lease.tables().interrupt();
        Thread.onSpinWait();
      }
      assertThat(failed.get()).isTrue();
    }
  }
}
