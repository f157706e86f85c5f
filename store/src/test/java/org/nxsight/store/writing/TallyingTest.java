package org.nxsight.store.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.store.Dataset;
import org.nxsight.store.Dimension;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.merging.Compaction;
import org.nxsight.store.writing.Exchanges.Failure;

class TallyingTest {
  private static final long SECOND = 1_000_000_000L;

  /** 2026-11-24 04:10:00. */
  private static final long START = 1_795_493_400L;

  @TempDir Path store;

  private void write(List<Failure> failures, Cause cause) throws Exception {
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      for (Failure failure : failures) {
        new Exchanges().add(failure).each(exchange -> writer.onFailure(exchange, cause));
      }
      writer.seal();
      writer.commit();
    }
  }

  private void compact(long nowSeconds) throws Exception {
    try (StoreDirectory directory = StoreDirectory.open(store);
        Compaction compaction = new Compaction(directory, Compaction.MEMORY_OCTETS)) {
      compaction.run(nowSeconds);
    }
  }

  private List<String> keys(Dimension dimension) throws Exception {
    return StoredRows.of(
        store,
        Dataset.TALLIES,
        "SELECT key, sum(count)::BIGINT FROM FILES WHERE dimension = '"
            + dimension.text()
            + "' GROUP BY key ORDER BY 2 DESC, key");
  }

  @Test
  void countsEachFailureOnceInEachDimensionThatItHas() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<String, Long> rcodes = new HashMap<>();
    Map<String, Long> names = new HashMap<>();
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      Exchanges exchanges = new Exchanges();
      for (int i = 0; i < 300; i++) {
        String qname = "n" + random.nextInt(40) + ".d" + random.nextInt(9) + ".example.com.";
        int rcode = random.nextBoolean() ? 3 : 2;
        exchanges.add(
            Failure.nxdomain(qname, "example.com.", (START + random.nextInt(1_200)) * SECOND)
                .with(rcode, -1));
        rcodes.merge(rcode == 3 ? "NXDOMAIN" : "SERVFAIL", 1L, Long::sum);
        names.merge(qname, 1L, Long::sum);
      }
      exchanges.each(exchange -> writer.onFailure(exchange, Cause.MISSING_HOST));
      writer.seal();
      writer.commit();
    }
    for (int round = 0; round < 2; round++) {
      assertThat(keys(Dimension.RCODE))
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(texts(rcodes));
      assertThat(keys(Dimension.NAME))
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(texts(names));
      assertThat(keys(Dimension.CAUSE)).containsExactly("MISSING_HOST|300");
      assertThat(keys(Dimension.QTYPE)).containsExactly("A|300");
      assertThat(keys(Dimension.TLD)).containsExactly("com.|300");
      assertThat(keys(Dimension.DOMAIN)).containsExactly("example.com.|300");
      assertThat(keys(Dimension.ZONE)).containsExactly("example.com.|300");
      assertThat(keys(Dimension.SERVER)).containsExactly("192.0.2.53|300");
      compact(START + 40 * 86_400); // the same when it is a month
    }
  }

  private static List<String> texts(Map<String, Long> counts) {
    return counts.entrySet().stream().map(each -> each.getKey() + "|" + each.getValue()).toList();
  }

  @Test
  void keepsTheGreatestOfABucketAndAllOfWhatHasFewKeys() throws Exception {
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      Exchanges exchanges = new Exchanges();
      for (int i = 0; i < 1_500; i++) {
        for (int times = 0; times < (i < 10 ? 3 : 1); times++) {
          exchanges.add(Failure.nxdomain("h" + i + ".test.", "test.", START * SECOND));
        }
      }
      exchanges.each(exchange -> writer.onFailure(exchange, null));
      writer.seal();
      writer.commit();
    }
    List<String> names = keys(Dimension.NAME);
    assertThat(names).hasSize(Dimension.GREATEST);
    assertThat(names.subList(0, 10)).allMatch(row -> row.endsWith("|3"));
    assertThat(keys(Dimension.RCODE)).containsExactly("NXDOMAIN|1520");
  }

  @Test
  void tellsListsTheirTroubleAndMistypedNames() throws Exception {
    write(
        List.of(
            Failure.nxdomain("1.2.0.192.zen.spamhaus.org.", "zen.spamhaus.org.", START * SECOND),
            Failure.nxdomain("9.2.0.192.zen.spamhaus.org.", "", START * SECOND).with(5, -1)),
        Cause.DNSBL_NOT_LISTED);
    write(List.of(Failure.nxdomain("gogle.com.", "com.", START * SECOND)), Cause.TYPO);
    write(
        List.of(Failure.nxdomain("www.lame.test.", "", START * SECOND).with(5, -1)),
        Cause.LAME_ZONE);
    assertThat(keys(Dimension.LIST)).containsExactly("zen.spamhaus.org|2");
    assertThat(keys(Dimension.LIST_REFUSED)).containsExactly("zen.spamhaus.org|1");
    assertThat(keys(Dimension.TYPO)).containsExactly("gogle.com. A|1");
    assertThat(keys(Dimension.HEALTH)).containsExactly("lame.test. 192.0.2.53 LAME_ZONE REFUSED|1");
  }

  @Test
  void countsDifferentNamesOnceThoughTheyFailInManyBuckets() throws Exception {
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      Exchanges exchanges = new Exchanges();
      for (int i = 0; i < 100; i++) {
        exchanges.add(
            Failure.nxdomain("n" + i % 5 + ".test.", "test.", (START + 10L * i) * SECOND));
      }
      exchanges.each(exchange -> writer.onFailure(exchange, Cause.MISSING_HOST));
      writer.seal();
      writer.commit();
    }
    compact(START + 86_400 * 2);
    assertThat(
            StoredRows.of(
                store,
                Dataset.TALLIES,
                "SELECT len(list_distinct(flatten(list(name_hashes)))), sum(count)::BIGINT FROM"
                    + " FILES WHERE dimension = 'cause'"))
        .containsExactly("5|100");
  }
}
