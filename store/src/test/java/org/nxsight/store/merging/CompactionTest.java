package org.nxsight.store.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.channels.answers.ZoneSource;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Level;
import org.nxsight.store.manifest.Snapshot;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.manifest.StoreFile;
import org.nxsight.store.writing.Exchanges;
import org.nxsight.store.writing.Exchanges.Failure;
import org.nxsight.store.writing.Sets;
import org.nxsight.store.writing.StoreWriter;
import org.nxsight.store.writing.StoredRows;

class CompactionTest {
  private static final long SECOND = 1_000_000_000L;

  /** 2026-11-24 00:00. */
  private static final long DAY = 1_795_478_400L;

  /** Enough for small files, and too little for a million rows. */
  private static final long TIGHT = 48L << 20;

  @TempDir Path store;

  private interface Writing {
    void write(StoreWriter writer) throws IOException;
  }

  private void write(Writing writing) throws IOException {
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      writing.write(writer);
      writer.seal();
      writer.commit();
    }
  }

  private void writeSet(String rrname, long count, long first, long last) throws IOException {
    write(writer ->
        writer.onRrset(
            Dataset.PDNS,
            Sets.addresses(rrname, "test.", count, first * SECOND, last * SECOND, "192.0.2.1")));
  }

  private CompactionCounts compact(long now) throws IOException {
    return compact(now, FloodMerge.MAX_NAMES, Ranges.ROWS);
  }

  private CompactionCounts compact(long now, int maxNames, long rangeRows) throws IOException {
    try (StoreDirectory directory = StoreDirectory.open(store);
        Compaction compaction =
            new Compaction(directory, TIGHT, maxNames, rangeRows, 2 * rangeRows)) {
      return compaction.run(now);
    }
  }

  private List<Level> levels(Dataset dataset) throws IOException {
    try (Snapshot snapshot = Snapshot.open(store)) {
      return snapshot.entries(dataset).stream().map(StoreFile::level).toList();
    }
  }

  @Test
  void makesOneFileOfATimeThatIsOver() throws Exception {
    writeSet("a.test.", 1, DAY, DAY + 5);
    writeSet("a.test.", 2, DAY + 1_200, DAY + 1_300);
    writeSet("b.test.", 4, DAY + 1_200, DAY + 1_200);
    writeSet("a.test.", 8, DAY + 3 * 3_600, DAY + 3 * 3_600);

    CompactionCounts counts = compact(DAY + 3 * 3_600);

    assertThat(counts).isEqualTo(new CompactionCounts(2, 6, 6, 4));
    assertThat(levels(Dataset.PDNS)).containsExactly(Level.HOUR, Level.MINUTES);
    assertThat(
            StoredRows.of(
                store, Dataset.PDNS, "SELECT rrname, count, time_first, time_last FROM FILES"))
        .containsExactly(
            "a.test.|3|2026-11-24 00:00:00.0|2026-11-24 00:21:40.0",
            "b.test.|4|2026-11-24 00:20:00.0|2026-11-24 00:20:00.0",
            "a.test.|8|2026-11-24 03:00:00.0|2026-11-24 03:00:00.0");
    assertThat(compact(DAY + 3 * 3_600).merges()).isZero();
  }

  @Test
  void takesALateFileStraightToTheLongestTimeThatIsOver() throws Exception {
    writeSet("a.test.", 1, DAY, DAY);
    writeSet("a.test.", 1, DAY + 40 * 86_400, DAY + 40 * 86_400);
    compact(DAY + 41 * 86_400);

    writeSet("a.test.", 1, DAY + 5, DAY + 5);
    compact(DAY + 41 * 86_400);

    assertThat(levels(Dataset.PDNS)).containsExactly(Level.MONTH, Level.MONTH, Level.MINUTES);
  }

  @Test
  void doesNotLetTheFutureEndThePresent() throws Exception {
    writeSet("a.test.", 1, DAY, DAY);
    writeSet("a.test.", 1, DAY + 3_650 * 86_400L, DAY + 3_650 * 86_400L);

    assertThat(compact(DAY).merges()).isZero();
  }

  @Test
  void mergesManyFilesOfATimeThatIsNotOver() throws Exception {
    for (int i = 0; i < Merge.MAX_FILES; i++) {
      writeSet("a.test.", 1, DAY + i, DAY + i);
    }

    assertThat(compact(DAY + 60).merges()).isEqualTo(2);
    assertThat(levels(Dataset.PDNS)).containsExactly(Level.MINUTES);
    assertThat(StoredRows.of(store, Dataset.PDNS, "SELECT count FROM FILES")).containsExactly("20");
  }

  @Test
  void goesOnInAnotherFileWithTheNextNamesWhenOneIsFull() throws Exception {
    for (long time : new long[] {DAY, DAY + 1_200}) {
      write(writer -> {
        for (int i = 0; i < 50_000; i++) {
          writer.onRrset(
              Dataset.PDNS_DNSSEC,
              Sets.addresses(
                  "n" + i + ".test.", "test.", 1, time * SECOND, time * SECOND, "192.0.2.1"));
        }
      });
    }

    writeSet("a.test.", 1, DAY + 2 * 86_400, DAY + 2 * 86_400);

    compact(DAY + 3 * 86_400, FloodMerge.MAX_NAMES, 10_000);

    List<String> files =
        StoredRows.of(
            store,
            Dataset.PDNS_DNSSEC,
            "SELECT min(name_key), max(name_key), sum(count)::BIGINT FROM FILES"
                + " GROUP BY filename ORDER BY 1");
    assertThat(files).hasSizeBetween(2, 4);
    for (int i = 1; i < files.size(); i++) {
      String last = files.get(i - 1).split("\\|", -1)[1];
      assertThat(files.get(i).split("\\|", -1)[0]).isGreaterThan(last);
    }
    assertThat(StoredRows.number(store, Dataset.PDNS_DNSSEC, "sum(count)")).isEqualTo(100_000);
    assertThat(StoredRows.number(store, Dataset.PDNS_DNSSEC, "count(*)")).isEqualTo(50_000);
    assertThat(compact(DAY + 3 * 86_400).merges()).isZero();
  }

  @Test
  void keepsSupersededFilesWhileSomebodyReadsThem() throws Exception {
    writeSet("a.test.", 1, DAY, DAY);
    writeSet("a.test.", 1, DAY + 40 * 86_400, DAY + 40 * 86_400);
    List<Path> read;
    try (Snapshot snapshot = Snapshot.open(store)) {
      read = snapshot.files(Dataset.PDNS);
      assertThat(compact(DAY + 41 * 86_400).merges()).isEqualTo(2);
      assertThat(read).allMatch(Files::exists);
    }
    StoreDirectory.open(store).close();
    assertThat(read.getFirst()).doesNotExist();
  }

  @Test
  void countsTheSameBeforeAndAfter() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("CompactionTest.countsTheSameBeforeAndAfter: seed " + seed);
    Random random = new Random(seed);
    for (int file = 0; file < 5; file++) {
      write(writer -> writeAnything(random, writer));
    }
    String failures =
        """
        SELECT qname, qtype, rcode, ede, soa_rrname, cut, server, sum(count), sum(mixed_case),
          min(time_first), max(time_last),
          len(list_distinct(flatten(list(resolver_hashes)))) FROM FILES GROUP BY ALL ORDER BY ALL
        """;
    String sets =
        """
        SELECT rrname, rrtype, bailiwick, rdata, min(zone_source), sum(count), min(time_first),
          max(time_last) FROM FILES GROUP BY ALL ORDER BY ALL
        """;
    List<String> failuresBefore = StoredRows.of(store, Dataset.FAILURES, failures);
    List<String> setsBefore = StoredRows.of(store, Dataset.PDNS, sets);

    CompactionCounts counts = compact(DAY + 100 * 86_400, FloodMerge.MAX_NAMES, 700);

    assertThat(counts.rowsAfter()).isLessThan(counts.rowsBefore());
    assertThat(StoredRows.of(store, Dataset.FAILURES, failures)).isEqualTo(failuresBefore);
    assertThat(StoredRows.of(store, Dataset.PDNS, sets)).isEqualTo(setsBefore);
    assertThat(
            StoredRows.number(
                store,
                Dataset.FAILURES,
                "count(*) FILTER (epoch(bucket) % bucket_seconds <> 0 OR time_first < bucket)"))
        .isZero();
  }

  private static void writeAnything(Random random, StoreWriter writer) throws IOException {
    Exchanges exchanges = new Exchanges();
    for (int i = 0; i < 500; i++) {
      long time = (DAY + random.nextInt(3) * 17_400L + random.nextInt(900)) * SECOND;
      String name = (random.nextBoolean() ? "N" : "n") + random.nextInt(20) + ".x.test.";
      exchanges.add(
          Failure.nxdomain(name, random.nextBoolean() ? "x.test." : "", time)
              .with(2 + random.nextInt(4), random.nextInt(3) - 1)
              .from("192.0.2." + random.nextInt(3))
              .to("198.51.100." + random.nextInt(20)));
      writer.onRrset(
          Dataset.PDNS,
          Sets.told(
              ZoneSource.values()[random.nextInt(3)],
              Sets.addresses(
                  name,
                  random.nextBoolean() ? "x.test." : "test.",
                  1 + random.nextInt(9),
                  time,
                  time + random.nextInt(1 << 30),
                  "192.0.2." + random.nextInt(4),
                  "192.0.2." + (4 + random.nextInt(4)))));
    }
    exchanges.each(each -> writer.onFailure(each, null));
  }

  @Test
  void makesAFloodOfTheNamesWithTheLowestCounts() throws Exception {
    for (int file = 0; file < 2; file++) {
      Exchanges exchanges = new Exchanges();
      for (int i = 0; i < 50; i++) {
        String qname = "n" + (file * 50 + i) + ".x\\.y.test.";
        exchanges.add(Failure.nxdomain(qname, "x\\.y.test.", DAY * SECOND));
        exchanges.add(Failure.nxdomain(qname, "", DAY * SECOND).with(2, -1));
      }
      exchanges.add(Failure.nxdomain("n7.x\\.y.test.", "x\\.y.test.", (DAY + 600) * SECOND));
      write(writer -> exchanges.each(each -> writer.onFailure(each, null)));
    }
    writeSet("later.test.", 1, DAY + 172_800, DAY + 172_800);

    compact(DAY + 172_800, 20, 50);

    assertThat(
            StoredRows.of(
                store,
                Dataset.FAILURES,
                """
                SELECT rcode, name_hashes IS NOT NULL, count(*), sum(count),
                  max(name_key) FILTER (name_hashes IS NOT NULL),
                  max(qname) FILTER (name_hashes IS NOT NULL), max(len(samples)),
                  max(len(name_hashes)), max(len(server_hashes)), max(server)
                FROM FILES GROUP BY ALL ORDER BY ALL
                """))
        .containsExactly(
            "NXDOMAIN|false|20|22|null|null|null|null|null|192.0.2.53",
            "NXDOMAIN|true|1|80|test.x\\.y.|*.x\\.y.test.|16|32|1|null",
            "SERVFAIL|false|20|20|null|null|null|null|null|192.0.2.53",
            "SERVFAIL|true|1|80|test.x\\.y.|*.x\\.y.test.|16|32|1|null");
    assertThat(
            StoredRows.number(
                store, Dataset.FAILURES, "count(*) FILTER (qname LIKE 'n7.%' AND count = 3)"))
        .isEqualTo(1);
  }

  @Test
  void namesTheFileThatIsDamaged() throws Exception {
    writeSet("a.test.", 1, DAY, DAY);
    writeSet("a.test.", 1, DAY + 5, DAY + 5);
    writeSet("a.test.", 1, DAY + 9_000, DAY + 86_400);
    Path damaged;
    try (Snapshot snapshot = Snapshot.open(store)) {
      damaged = snapshot.files(Dataset.PDNS).get(1);
    }
    Files.writeString(damaged, "PAR1 this is none PAR1");

    assertThatThrownBy(() -> compact(DAY + 86_400))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(damaged + ": cannot be read: ")
        .message()
        .doesNotContain("\n");
    assertThat(damaged).exists();
  }
}
