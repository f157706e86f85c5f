package org.nxsight.store.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.writing.Exchanges.Failure;

/** What a run learns from its own traffic, through the stage that sees it. */
class AnalysingTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;

  /** 2026-11-24 04:10:00. */
  private static final long TIME = 1_795_493_400L * SECOND;

  private final BatchQueue queue = new BatchQueue();
  private final Exchanges exchanges = new Exchanges(queue);
  private final Explaining explaining =
      new Explaining(Knowledge.builtIn(LocalDate.of(2026, 11, 24)), 1, 1 << 10);
  private final Random random = new Random(5);

  private interface Traffic {
    void pass() throws IOException;
  }

  private void run(Traffic traffic) throws Exception {
    Analysing analysing = new Analysing(queue.stage(0), explaining, null, null, () -> {});
    Thread thread = new Thread(analysing);
    thread.start();
    try {
      traffic.pass();
      exchanges.flush(TIME + 1_000 * MINUTE);
    } finally {
      queue.end();
      thread.join();
    }
    assertThat(analysing.failure()).isNull();
  }

  @Test
  void learnsAListFromQuestionsToIt() throws Exception {
    run(() -> {
      for (int i = 0; i < 250; i++) {
        ask(address() + ".bad-hosts.quarry.org.", "quarry.org.", TIME + i * SECOND);
        ask("host" + i + ".quarry.org.", "quarry.org.", TIME + i * SECOND);
      }
    });
    assertThat(explaining.counts().count(Cause.DNSBL_NOT_LISTED)).isBetween(45L, 60L);
    assertThat(explaining.learnedLists()).containsOnlyKeys("bad-hosts.quarry.org.");
    assertThat(explaining.learnedLists().get("bad-hosts.quarry.org.")).isEqualTo(250);
  }

  @Test
  void doesNotCallAKnownListLearned() throws Exception {
    run(() -> {
      for (int i = 0; i < 400; i++) {
        ask(address() + ".zen.spamhaus.org.", "zen.spamhaus.org.", TIME + i * SECOND);
      }
    });
    assertThat(explaining.counts().count(Cause.DNSBL_NOT_LISTED)).isEqualTo(400);
    assertThat(explaining.learnedLists()).isEmpty();
  }

  @Test
  void takesSlipsOfANameThatHasBecomePopular() throws Exception {
    run(() -> {
      ask("zwiebelkntor.de.", "de.", TIME);
      for (int i = 0; i < 5_000; i++) {
        exchanges.addAnswer("www.zwiebelkontor.de.", "192.0.2.7", TIME + i * SECOND);
      }
      ask("zwiebelkntor.de.", "de.", TIME + 100 * MINUTE);
    });
    assertThat(explaining.popularNames()).isEqualTo(1);
    assertThat(explaining.counts().count(Cause.TYPO)).isEqualTo(1);
    assertThat(explaining.counts().count(Cause.UNREGISTERED)).isEqualTo(1);
  }

  @Test
  void tellsWhatIsGoneAndWhichZonesNobodyServes() throws Exception {
    run(() -> {
      ask("api.quarry.net.", "quarry.net.", TIME);
      exchanges.addAnswer("api.quarry.net.", "192.0.2.7", TIME + SECOND);
      ask("api.quarry.net.", "quarry.net.", TIME + 60 * MINUTE);
      Failure refused = Failure.nxdomain("www.lame-zone.org.", "", TIME + 61 * MINUTE).with(5, -1);
      exchanges.add(refused).add(refused.from("192.0.2.54")).add(refused);
    });
    assertThat(explaining.counts().count(Cause.MISSING_HOST)).isEqualTo(1);
    assertThat(explaining.counts().count(Cause.DEFUNCT_SERVICE)).isEqualTo(1);
    assertThat(explaining.counts().count(Cause.LAME_SERVER)).isEqualTo(1);
    assertThat(explaining.counts().count(Cause.LAME_ZONE)).isEqualTo(2);
  }

  @Test
  void takesTimesThatJump() throws Exception {
    run(() -> {
      for (int i = 0; i < 6_000; i++) {
        long time = i % 2 == 0 ? TIME : TIME + 10_000_000 * MINUTE;
        ask("host" + i + ".quarry.org.", "quarry.org.", time);
        exchanges.addAnswer("www.quarry.org.", "192.0.2.7", time);
      }
    });
    assertThat(explaining.counts().count(Cause.MISSING_HOST)).isEqualTo(6_000);
  }

  @Test
  void notesTheCauseWhereTheStoreReadsIt(@TempDir Path store) throws Exception {
    BatchQueue two = new BatchQueue(2);
    Exchanges traffic = new Exchanges(two);
    try (StoreDirectory directory = StoreDirectory.open(store);
        StoreWriter writer = new StoreWriter(directory, null, StoreWriter.MAX_OCTETS)) {
      Analysing analysing = new Analysing(two.stage(0), explaining, null, null, () -> {});
      Storing storing = new Storing(two.stage(1), writer, List.of(), 1, null, new ToldFindings());
      List<Thread> threads = List.of(new Thread(analysing), new Thread(storing));
      threads.forEach(Thread::start);
      traffic.add(Failure.nxdomain("zwiebelkntor.de.", "de.", TIME));
      traffic.add(Failure.nxdomain("zwiebelkntor.de.", "de.", TIME + SECOND));
      traffic.flush(TIME + SECOND);
      two.end();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(storing.failure()).isNull();
      writer.commit();
      assertThat(StoredRows.number(store, Dataset.FAILURES, "count(cause)")).isEqualTo(1);
    }
    assertThat(explaining.counts().count(Cause.UNREGISTERED)).isEqualTo(2);
  }

  private void ask(String qname, String zone, long epochNanos) throws IOException {
    exchanges.add(Failure.nxdomain(qname, zone, epochNanos));
  }

  private String address() {
    return random.nextInt(256)
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(256);
  }
}
