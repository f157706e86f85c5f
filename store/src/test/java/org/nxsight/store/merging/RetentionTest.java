package org.nxsight.store.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Snapshot;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.writing.Sets;
import org.nxsight.store.writing.StoreWriter;
import org.nxsight.store.writing.StoredRows;

class RetentionTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY_SECONDS = 86_400;
  private static final long DAY = 1_795_478_400L;

  @TempDir Path store;

  /** A file a day, for ten days. */
  private StoreDirectory tenDays() throws IOException {
    StoreDirectory directory = StoreDirectory.open(store);
    try (StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      for (int i = 0; i < 10; i++) {
        long time = (DAY + i * DAY_SECONDS) * SECOND;
        writer.onRrset(
            Dataset.PDNS, Sets.addresses("a.test.", "test.", 1, time, time, "192.0.2.1"));
      }
      writer.seal();
      writer.commit();
    }
    return directory;
  }

  @Test
  void dropsFilesThatAreTooOld() throws Exception {
    try (StoreDirectory directory = tenDays()) {
      long now = DAY + 10 * DAY_SECONDS;
      assertThat(new Retention().limit(Dataset.PDNS, 4, Long.MAX_VALUE).run(directory, now))
          .singleElement()
          .satisfies(dropped -> {
            assertThat(dropped.reason()).isEqualTo(Retention.Reason.AGE);
            assertThat(dropped.files()).isEqualTo(6);
            assertThat(dropped.rows()).isEqualTo(6);
            assertThat(dropped.untilSeconds()).isEqualTo(DAY + 5 * DAY_SECONDS);
          });
    }
    assertThat(StoredRows.number(store, Dataset.PDNS, "count(*)")).isEqualTo(4);
    assertThat(StoredRows.number(store, Dataset.PDNS_RDATA, "count(*)")).isEqualTo(10);
  }

  @Test
  void dropsTheOldestFilesOfTooMany() throws Exception {
    try (StoreDirectory directory = tenDays();
        Snapshot snapshot = Snapshot.open(store)) {
      long half = snapshot.octets(Dataset.PDNS) / 2;
      assertThat(
              new Retention()
                  .limit(Dataset.PDNS, Long.MAX_VALUE, half)
                  .run(directory, DAY + 10 * DAY_SECONDS))
          .singleElement()
          .satisfies(dropped -> assertThat(dropped.reason()).isEqualTo(Retention.Reason.SIZE));
    }
    assertThat(StoredRows.of(store, Dataset.PDNS, "SELECT min(time_first) FROM FILES"))
        .containsExactly("2026-11-29 00:00:00.0");
  }
}
