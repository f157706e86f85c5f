package org.nxsight.store.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.channels.Destination;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.writing.Exchanges.Failure;
import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.nmsg.NmsgPayload;

/** The stage that keeps what exists and what does not: when it writes, and when it gives up. */
class StoringTest {
  private static final long SECOND = 1_000_000_000L;

  /** 2026-11-24 04:10:00. */
  private static final long TIME = 1_795_493_400L * SECOND;

  private static final long CLOSED = 0;
  private static final long ABORTED = -1;

  @TempDir private Path store = Path.of(".");
  private final BatchQueue queue = new BatchQueue();
  private final Exchanges exchanges = new Exchanges(queue);
  private StoreDirectory directory;
  private StoreWriter writer;

  /** The counts of records in channel 204, and how it ended. */
  private final List<Long> published = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    directory = StoreDirectory.open(store);
    writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS);
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
    directory.close();
  }

  private interface Traffic {
    void pass() throws Exception;
  }

  private Storing store(Storing.@Nullable Commit commit, BatchQueue.Stage stage, Traffic traffic)
      throws Exception {
    Storing storing =
        new Storing(stage, writer, List.of(new Counts()), 1, commit, new ToldFindings());
    Thread thread = new Thread(storing);
    thread.start();
    try {
      traffic.pass();
    } finally {
      queue.end();
      thread.join();
    }
    return storing;
  }

  @Test
  void letsTheStoreGrowEveryTenMinutesWhileARunGoesOn() throws Exception {
    Traffic traffic =
        () -> {
          exchanges.add(Failure.nxdomain("a.test.", "test.", TIME));
          exchanges.flush(TIME + SECOND);
          queue.awaitIdle();
          assertThat(failures()).isZero();

          exchanges.flush(TIME + 600 * SECOND);
          queue.awaitIdle();
          assertThat(failures()).isEqualTo(1);
        };
    assertThat(store(writer::commit, queue.stage(0), traffic).failure()).isNull();
  }

  @Test
  void leavesARunOverFilesToBeCommittedAsAWhole() throws Exception {
    Traffic traffic =
        () -> {
          exchanges.add(Failure.nxdomain("a.test.", "test.", TIME));
          exchanges.add(Failure.nxdomain("b.test.", "test.", TIME + 7_200 * SECOND));
          exchanges.flush(TIME + 7_200 * SECOND);
        };
    assertThat(store(null, queue.stage(0), traffic).failure()).isNull();
    assertThat(failures()).isZero();
    writer.commit();
    assertThat(failures()).isEqualTo(2);
  }

  @Test
  void countsAnRrsetTogetherInTenMinutesOfRecordTime() throws Exception {
    Traffic traffic =
        () -> {
          for (long second : new long[] {0, 1, 2, 599, 600, 1_300}) {
            exchanges.addAnswer("www.test.", "192.0.2.1", TIME + second * SECOND);
          }
          exchanges.flush(TIME);
        };
    assertThat(store(null, queue.stage(0), traffic).failure()).isNull();
    assertThat(published).containsExactly(4L, 1L, 1L, CLOSED);
    writer.commit();
    assertThat(StoredRows.number(store, Dataset.PDNS, "sum(count)")).isEqualTo(6);
  }

  @Test
  void writesNothingWhenAnotherStageHasStopped() throws Exception {
    BatchQueue two = new BatchQueue(2);
    two.stage(0).abandon();
    assertThat(store(null, two.stage(1), () -> {}).failure()).isNull();
    assertThat(published).containsExactly(ABORTED);
    assertThat(writer.counts().files()).isZero();
  }

  @Test
  void stopsTheOthersWhenTheStoreCannotBeWritten() throws Exception {
    Storing.Commit failing =
        () -> {
          throw new IOException("no room");
        };
    Traffic traffic =
        () -> {
          exchanges.add(Failure.nxdomain("a.test.", "test.", TIME));
          exchanges.flush(TIME);
          queue.awaitIdle();
          exchanges.flush(TIME + 600 * SECOND);
          assertThatThrownBy(queue::awaitIdle).isInstanceOf(BatchQueue.AbandonedException.class);
        };
    assertThat(store(failing, queue.stage(0), traffic).failure()).hasMessage("no room");
    assertThat(published).containsExactly(ABORTED);
  }

  private long failures() throws Exception {
    return StoredRows.number(store, Dataset.FAILURES, "sum(count)");
  }

  /** Channel 204, of which only the counts are kept. */
  private final class Counts implements Destination {
    @Override
    public void put(long epochNanos, NmsgPayload payload) {
      published.add(((Dnsdedupe) payload).count);
    }

    @Override
    public void onTime(long reachedNanos) {}

    @Override
    public void cut() {}

    @Override
    public void close() {
      published.add(CLOSED);
    }

    @Override
    public void abort() {
      published.add(ABORTED);
    }
  }
}
