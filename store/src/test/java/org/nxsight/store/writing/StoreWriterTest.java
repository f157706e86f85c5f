package org.nxsight.store.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.channels.answers.Octets;
import org.nxsight.channels.answers.Rrset;
import org.nxsight.channels.answers.SeenRrset;
import org.nxsight.channels.answers.ZoneSource;
import org.nxsight.channels.privacy.AddressMask;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Level;
import org.nxsight.store.manifest.Snapshot;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.writing.Exchanges.Failure;

class StoreWriterTest {
  private static final long SECOND = 1_000_000_000L;

  /** 2026-11-24 04:12:30. */
  private static final long TIME = 1_795_493_550L * SECOND;

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

  @Test
  void writesSetsByNameAndTheirRecordsByRdata() throws Exception {
    write(writer -> {
      writer.onRrset(
          Dataset.PDNS,
          Sets.told(
              ZoneSource.RESPONSE,
              Sets.addresses(
                  "www.example.com.",
                  "example.com.",
                  3,
                  TIME,
                  TIME + SECOND,
                  "192.0.2.9",
                  "192.0.2.1")));
      writer.onRrset(
          Dataset.PDNS,
          Sets.told(
              ZoneSource.RESOLVER,
              Sets.addresses(
                  "www.example.com.",
                  "example.com.",
                  4,
                  TIME - SECOND,
                  TIME,
                  "192.0.2.1",
                  "192.0.2.9")));
      writer.onRrset(
          Dataset.PDNS,
          Sets.told(
              ZoneSource.DELEGATION,
              Sets.seen(
                  "example.com.",
                  "MX",
                  List.of(Sets.rdata(new byte[] {0, 10}, "mail.example.net.")),
                  "com.",
                  1,
                  TIME,
                  TIME)));
    });

    assertThat(StoredRows.of(store, Dataset.PDNS, "SELECT * FROM FILES"))
        .containsExactly(
            "com.example.|example.com.|MX|com.|[10 mail.example.net.]|2|1"
                + "|2026-11-24 04:12:30.0|2026-11-24 04:12:30.0",
            "com.example.www.|www.example.com.|A|example.com.|[192.0.2.1, 192.0.2.9]|1|4"
                + "|2026-11-24 04:12:29.0|2026-11-24 04:12:30.0",
            "com.example.www.|www.example.com.|A|example.com.|[192.0.2.1, 192.0.2.9]|3|3"
                + "|2026-11-24 04:12:30.0|2026-11-24 04:12:31.0");
    assertThat(
            StoredRows.of(
                store,
                Dataset.PDNS_RDATA,
                "SELECT rdata_key, rdata, rrname, rrtype, count FROM FILES"))
        .containsExactly(
            "c0000201|192.0.2.1|www.example.com.|A|3",
            "c0000201|192.0.2.1|www.example.com.|A|4",
            "c0000209|192.0.2.9|www.example.com.|A|3",
            "c0000209|192.0.2.9|www.example.com.|A|4",
            "net.example.mail.|10 mail.example.net.|example.com.|MX|1");
  }

  @Test
  void keepsRdataWithoutOctetsAndWithAnyOctets() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    byte[] text = new byte[256];
    text[0] = (byte) 255;
    System.arraycopy(all, 0, text, 1, 255);
    write(writer -> {
      for (String type : List.of("TXT", "NULL", "SVCB", "URI", "CAA", "NAPTR", "TYPE65280")) {
        for (byte[] rdata :
            List.of(all, text, new byte[0], "\t\n\\N\37\"".getBytes(StandardCharsets.US_ASCII))) {
          writer.onRrset(
              Dataset.PDNS,
              Sets.seen(
                  "a\\009b\\010.\\\\n.test.",
                  type,
                  List.of(Octets.copyOf(rdata, 0, rdata.length)),
                  "test.",
                  1,
                  TIME,
                  TIME));
        }
      }
    });

    assertThat(StoredRows.number(store, Dataset.PDNS, "count(*)")).isEqualTo(28);
    assertThat(StoredRows.number(store, Dataset.PDNS, "sum(len(rdata))")).isEqualTo(28);
    assertThat(StoredRows.number(store, Dataset.PDNS_RDATA, "count(rdata)")).isEqualTo(28);
    assertThat(StoredRows.of(store, Dataset.PDNS, "SELECT DISTINCT rrname FROM FILES"))
        .containsExactly("a\\009b\\010.\\\\n.test.");
  }

  @Test
  void doesNotClaimABailiwickThatNobodyTold() throws Exception {
    Rrset rrset = Sets.addresses("www.example.com.", ".", 3, TIME, TIME, "2001:db8::1").rrset();
    SeenRrset seen = new SeenRrset(rrset, null, ZoneSource.NOTHING, 3, TIME, TIME);
    write(writer -> writer.onRrset(Dataset.PDNS_UNPLACED, seen));

    assertThat(StoredRows.of(store, Dataset.PDNS_UNPLACED, "SELECT rrtype, bailiwick FROM FILES"))
        .containsExactly("AAAA|null");
    assertThat(StoredRows.number(store, Dataset.PDNS_RDATA, "count(*)")).isZero();
  }

  @Test
  void countsFailuresOfAMinuteTogether() throws Exception {
    Failure failure = Failure.nxdomain("nope.example.com.", "example.com.", TIME);
    Exchanges exchanges = new Exchanges();
    exchanges.add(failure).add(failure.to("198.51.100.8"));
    exchanges.add(Failure.nxdomain("NoPe.eXample.com.", "EXAMPLE.com.", TIME + 29 * SECOND));
    exchanges.add(Failure.nxdomain("nope.example.com.", "example.com.", TIME + 30 * SECOND));
    exchanges.add(failure.from("2001:db8::53").to("2001:db8::7"));
    exchanges.add(Failure.nxdomain("nope.example.com.", "other.test.", TIME).with(2, 22));

    write(writer -> exchanges.each(each -> writer.onFailure(each, null)));

    assertThat(
            StoredRows.of(
                store,
                Dataset.FAILURES,
                """
                SELECT name_key, bucket, bucket_seconds, qname, qtype, rcode, ede, soa_rrname, cut,
                  server, count, mixed_case, time_last, len(resolver_hashes), server_hashes, cause
                FROM FILES ORDER BY ALL
                """))
        .containsExactly(
            "com.example.nope.|2026-11-24 04:12:00.0|60|nope.example.com.|A|NXDOMAIN|null"
                + "|example.com.|example.com.|192.0.2.53|3|1|2026-11-24 04:12:59.0|2|null|null",
            "com.example.nope.|2026-11-24 04:12:00.0|60|nope.example.com.|A|NXDOMAIN|null"
                + "|example.com.|example.com.|2001:db8::53|1|0|2026-11-24 04:12:30.0|1|null|null",
            "com.example.nope.|2026-11-24 04:12:00.0|60|nope.example.com.|A|SERVFAIL|22"
                + "|other.test.|null|192.0.2.53|1|0|2026-11-24 04:12:30.0|1|null|null",
            "com.example.nope.|2026-11-24 04:13:00.0|60|nope.example.com.|A|NXDOMAIN|null"
                + "|example.com.|example.com.|192.0.2.53|1|0|2026-11-24 04:13:00.0|1|null|null");
  }

  @Test
  void makesOneRowOfAFlood() throws Exception {
    int names = Floods.MAX_NAMES + 500;
    write(writer -> {
      for (int i = 0; i < names; ) {
        Exchanges exchanges = new Exchanges();
        for (int end = Math.min(names, i + 2_000); i < end; i++) {
          exchanges.add(Failure.nxdomain("n" + i + ".x.test.", "x.test.", TIME));
        }
        exchanges.each(each -> writer.onFailure(each, null));
      }
    });

    assertThat(StoredRows.number(store, Dataset.FAILURES, "count(*)"))
        .isEqualTo(Floods.MAX_NAMES + 1);
    assertThat(StoredRows.number(store, Dataset.FAILURES, "sum(count)")).isEqualTo(names);
    assertThat(
            StoredRows.of(
                store,
                Dataset.FAILURES,
                """
                SELECT name_key, qname, cut, server, count, len(samples), len(name_hashes),
                  len(server_hashes), samples[1] FROM FILES WHERE name_hashes IS NOT NULL
                """))
        .containsExactly("test.x.|*.x.test.|x.test.|null|500|16|32|1|n10000.x.test.");
  }

  @Test
  void hashesNoResolverThatIsMaskedWithZeros() throws Exception {
    Exchanges exchanges = new Exchanges();
    exchanges.add(Failure.nxdomain("a.test.", "test.", TIME));
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer =
            new StoreWriter(directory, AddressMask.zero(), StoreWriter.MAX_OCTETS)) {
      exchanges.each(writer::onNodata);
      writer.seal();
      writer.commit();
    }

    assertThat(StoredRows.of(store, Dataset.NODATA, "SELECT count, resolver_hashes FROM FILES"))
        .containsExactly("1|null");
  }

  @Test
  void putsRowsIntoTheBucketOfTheirOwnTime() throws Exception {
    write(writer -> {
      for (long seconds : new long[] {-5, 0, 4_102_444_800L, TIME / SECOND}) {
        writer.onRrset(
            Dataset.PDNS,
            Sets.addresses("a.test.", "test.", 1, seconds * SECOND, seconds * SECOND, "192.0.2.1"));
      }
      assertThat(writer.counts().before1970()).isEqualTo(1);
    });

    try (Snapshot snapshot = Snapshot.open(store)) {
      assertThat(snapshot.entries(Dataset.PDNS))
          .extracting(file -> file.name().startSeconds())
          .containsExactly(0L, TIME / SECOND / 600 * 600, 4_102_444_800L);
    }
    assertThat(StoredRows.number(store, Dataset.PDNS, "sum(count)")).isEqualTo(4);
  }

  @Test
  void makesFewFilesOfTimesAllOver() throws Exception {
    write(writer -> {
      for (int day = 0; day < 1_000; day++) {
        long time = day * 86_400L * SECOND;
        writer.onRrset(
            Dataset.PDNS_DNSSEC, Sets.addresses("a.test.", "test.", 1, time, time, "192.0.2.1"));
      }
    });

    try (Snapshot snapshot = Snapshot.open(store)) {
      assertThat(snapshot.files(Dataset.PDNS_DNSSEC)).hasSizeLessThan(4 * FileTimes.MAX_FILES);
      assertThat(snapshot.entries(Dataset.PDNS_DNSSEC).getLast().level()).isEqualTo(Level.MONTH);
    }
    assertThat(StoredRows.number(store, Dataset.PDNS_DNSSEC, "sum(count)")).isEqualTo(1_000);
  }

  @Test
  void hasNothingInTheStoreBeforeItCommits() throws Exception {
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      writer.onRrset(Dataset.PDNS, Sets.addresses("a.test.", "test.", 1, TIME, TIME, "192.0.2.1"));
      List<String> names = writer.seal();

      assertThat(names).hasSize(2).allMatch(name -> Files.exists(store.resolve(name)));
      assertThat(StoredRows.number(store, Dataset.PDNS, "count(*)")).isZero();
      writer.discard();
      assertThat(names).noneMatch(name -> Files.exists(store.resolve(name)));
    }
  }

  @Test
  void commitsWhatWasSealedByAWriterThatWasKilled() throws Exception {
    List<String> names;
    try (StoreDirectory directory = StoreDirectory.open(store)) {
      StoreWriter killed = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS);
      killed.onRrset(Dataset.PDNS, Sets.addresses("a.test.", "test.", 5, TIME, TIME, "192.0.2.1"));
      names = killed.seal();
    }

    assertThat(StoreWriter.commit(store, names)).isEqualTo(2);
    assertThat(StoreWriter.commit(store, names)).isZero();

    assertThat(StoredRows.number(store, Dataset.PDNS, "sum(count)")).isEqualTo(5);
  }

  @Test
  void writesWhenMemoryIsShort() throws Exception {
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, 1 << 18)) {
      for (int i = 0; i < 10_000; i++) {
        writer.onRrset(
            Dataset.PDNS_DNSSEC,
            Sets.addresses("n" + i + ".test.", "test.", 1, TIME, TIME, "192.0.2.1"));
      }
      assertThat(writer.counts().files()).isGreaterThan(2);
      writer.seal();
      writer.commit();
    }

    assertThat(StoredRows.number(store, Dataset.PDNS_DNSSEC, "sum(count)")).isEqualTo(10_000);
  }

  @Test
  void letsOnlyOneWrite() throws Exception {
    try (StoreDirectory directory = StoreDirectory.open(store)) {
      assertThatThrownBy(() -> StoreDirectory.open(store))
          .hasMessage(
              directory.path()
                  + ": another run writes to this store; wait for its end, or name another"
                  + " directory");
    }
    StoreDirectory.open(store).close();
  }

  @Test
  void leavesFilesOfOthersAlone() throws Exception {
    write(writer -> {});
    Path theirs = Files.createDirectories(store.resolve("pdns/2026-11-24")).resolve("mine.parquet");
    Path killed = theirs.resolveSibling("pdns.20261124.0410.minutes.000077.parquet");
    Path torn = theirs.resolveSibling(".pdns.20261124.0410.minutes.000078.parquet.part");
    for (Path each : List.of(theirs, killed, torn)) {
      Files.writeString(each, "?");
    }

    try (StoreDirectory directory = StoreDirectory.open(store)) {
      assertThat(directory.name(Dataset.PDNS, Level.DAY, 0).sequence()).isEqualTo(79);
    }

    try (Stream<Path> left = Files.list(store.resolve("pdns/2026-11-24"))) {
      assertThat(left).containsExactly(theirs);
    }
  }
}
