package org.nxsight.channels.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.nxsight.capture.Clock;

class LiveChannelTest {
  private static final long SECOND = 1_000_000_000L;

  private long nowNanos;
  private final Clock clock = () -> nowNanos;
  private final LiveHub hub =
      new LiveHub("ch220", "ch221", "ch204", "findings", List.of("TYPO"), clock, 7);
  private final LiveChannel channel = Objects.requireNonNull(hub.channel("findings"));
  private final WatchedFields nothing = new WatchedFields();

  /** What somebody read of records that are numbered from 0 on. */
  private record Seen(long records, long lost, boolean inOrder) {}

  private void publish(long number) {
    channel.putLine(number, Long.toString(number).getBytes(StandardCharsets.UTF_8), nothing);
  }

  private Subscription subscribe(Wishes wishes) {
    return Objects.requireNonNull(hub.subscribe(channel, wishes));
  }

  /** Reads to the end, and checks that every gap in the numbers is as wide as its marker says. */
  private static Seen read(Subscription subscription, Random pauses) throws InterruptedException {
    long next = 0;
    long records = 0;
    long lost = 0;
    boolean inOrder = true;
    while (!subscription.isOver()) {
      switch (subscription.next(SECOND)) {
        case null -> {}
        case Loss loss -> {
          inOrder &= loss.sinceNanos() == next;
          next += loss.records();
          lost += loss.records();
        }
        case LiveRecord record -> {
          inOrder &= record.epochNanos() == next++;
          records++;
        }
      }
      if (pauses.nextInt(500) == 0) {
        subscription.gather(pauses.nextInt(2_000_000));
      }
      if (pauses.nextInt(1_000) == 0) {
        LockSupport.parkNanos(pauses.nextInt(2_000_000));
      }
    }
    return new Seen(records, lost, inOrder);
  }

  @Test
  void tellsEachLossInItsPlaceWhileReadersAreSlow() throws Exception {
    long seed = new Random().nextLong();
    int count = 300_000;
    List<Future<Seen>> readers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        Subscription subscription = subscribe(Wishes.EVERYTHING);
        Random pauses = new Random(seed + i);
        Callable<Seen> reading = () -> read(subscription, pauses);
        readers.add(threads.submit(reading));
      }
      for (int number = 0; number < count; number++) {
        publish(number);
        if (number % 1_000 == 0) {
          channel.flush();
        }
      }
      channel.close();
    }
    long records = 0;
    long lost = 0;
    for (Future<Seen> reader : readers) {
      Seen seen = reader.get();
      assertThat(seen.inOrder()).as("seed %d", seed).isTrue();
      assertThat(seen.records() + seen.lost()).as("seed %d", seed).isEqualTo(count);
      records += seen.records();
      lost += seen.lost();
    }
    assertThat(channel.delivered()).isEqualTo(records);
    assertThat(channel.lost()).isEqualTo(lost);
    assertThat(channel.published()).isEqualTo(count);
  }

  @Test
  void doesNotWaitForAReaderWhoNeverReadsAndKeepsLittleForIt() throws Exception {
    Subscription subscription = subscribe(Wishes.EVERYTHING);
    int count = 100_000;
    for (int number = 0; number < count; number++) {
      publish(number);
    }
    channel.close();
    long waiting = 0;
    long lost = 0;
    while (!subscription.isOver()) {
      switch (subscription.next(0)) {
        case null -> {}
        case Loss loss -> lost += loss.records();
        case LiveRecord _ -> waiting++;
      }
    }
    assertThat(waiting).isPositive().isLessThanOrEqualTo(Subscription.MAX_RECORDS);
    assertThat(waiting + lost).isEqualTo(count);
  }

  @Test
  void keepsNoMoreOctetsThanASubscribersShare() {
    Subscription subscription = subscribe(Wishes.EVERYTHING);
    byte[] line = new byte[100_000];
    for (int i = 0; i < 100; i++) {
      channel.putLine(i, line, nothing);
    }
    int waiting = 0;
    while (subscription.poll() instanceof LiveRecord) {
      waiting++;
    }
    assertThat(waiting).isEqualTo((int) (hub.shareOctets() / line.length));
  }

  @Test
  void takesARecordThatIsLargerThanTheShareWhenNothingElseWaits() {
    Subscription subscription = subscribe(Wishes.EVERYTHING);
    channel.putLine(1, new byte[5 << 20], nothing);
    assertThat(subscription.poll()).isInstanceOf(LiveRecord.class);
  }

  @Test
  void keepsToTheRateAndTellsWhatWasBeyondIt() {
    Subscription subscription = subscribe(new Wishes(List.of(), 1, 100));
    int seconds = 10;
    for (int i = 0; i < seconds * 1_000; i++) {
      nowNanos += SECOND / 1_000;
      publish(i);
    }
    long records = 0;
    long beyond = 0;
    for (Delivery next = subscription.poll(); next != null; next = subscription.poll()) {
      switch (next) {
        case Loss loss -> {
          assertThat(loss.records()).isEqualTo(loss.overRate());
          beyond += loss.overRate();
        }
        case LiveRecord _ -> records++;
      }
    }
    assertThat(records).isBetween(100L * seconds, 100L * seconds + 11);
    assertThat(beyond).isEqualTo(channel.lost() - pending(subscription, seconds, records, beyond));
  }

  /** What was lost since the last record, which no marker has told yet. */
  private static long pending(Subscription subscription, int seconds, long records, long told) {
    subscription.flush();
    Delivery last = subscription.poll();
    long untold = last instanceof Loss loss ? loss.records() : 0;
    assertThat(records + told + untold).isEqualTo(seconds * 1_000L);
    return untold;
  }

  @Test
  void gathersForItsTimeThoughRecordsComeAndShorterWhenHalfOfTheRoomIsTaken() throws Exception {
    try (Subscription subscription = subscribe(Wishes.EVERYTHING)) {
      long startNanos = System.nanoTime();
      Thread publisher =
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 100; i++) {
                  publish(i);
                  channel.flush();
                }
              });
      subscription.gather(SECOND / 10);
      assertThat(System.nanoTime() - startNanos).isGreaterThanOrEqualTo(SECOND / 10);
      publisher.join();
      Thread reader =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  subscription.gather(Long.MAX_VALUE / 2);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      for (int i = 100; i <= Subscription.MAX_RECORDS / 2; i++) {
        publish(i);
      }
      while (reader.isAlive()) {
        channel.flush();
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void letsTheWantedPartThroughAndCallsTheRestNoLoss() {
    Subscription subscription = subscribe(new Wishes(List.of(), 0.1, 0));
    int records = 0;
    for (int i = 0; i < 20_000; i++) {
      publish(i);
      while (subscription.poll() instanceof LiveRecord) {
        records++;
      }
    }
    assertThat(records).isBetween(1_800, 2_200); // 4.7 standard deviations
    assertThat(channel.lost()).isZero();
  }

  @Test
  void endsForThoseWhoComeTooLate() throws Exception {
    channel.close();
    Subscription subscription = subscribe(Wishes.EVERYTHING);
    assertThat(subscription.next(SECOND)).isNull();
    assertThat(subscription.isOver()).isTrue();
  }

  @Test
  void hasRoomForSoManyAndAgainWhenOneLeaves() {
    List<Subscription> all = new ArrayList<>();
    for (int i = 0; i < LiveHub.MOST_SUBSCRIBERS; i++) {
      all.add(subscribe(Wishes.EVERYTHING));
    }
    assertThat(hub.subscribe(channel, Wishes.EVERYTHING)).isNull();
    all.getFirst().close();
    all.getFirst().close();
    subscribe(Wishes.EVERYTHING);
    assertThat(hub.subscribe(channel, Wishes.EVERYTHING)).isNull();
    assertThat(channel.subscribers()).isEqualTo(LiveHub.MOST_SUBSCRIBERS);
  }

  @Test
  void refusesAWatchForWhatNoRecordHas() {
    Watch watch = Watch.parse("rcode=SERVFAIL", List.of());
    Wishes wishes = new Wishes(List.of(watch), 1, 0);
    assertThatThrownBy(() -> hub.subscribe(channel, wishes))
        .hasMessage("watch: records of findings have no rcode");
    subscribe(Wishes.EVERYTHING);
    assertThat(channel.subscribers()).isEqualTo(1);
  }
}
